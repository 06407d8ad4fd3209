import { describe, expect, it } from '@jest/globals';
import { cluster } from './cluster.js';

const rbac = 'apiVersion: rbac.authorization.k8s.io/v1\n';

describe('a service account', () => {
  it('answers to its namespaced name and carries its labels and annotations', () => {
    const t = cluster(`apiVersion: v1
kind: ServiceAccount
metadata:
  name: ci
  namespace: prod
  labels: {team: platform}
  annotations:
    owner: ada@example.org
    kubectl.kubernetes.io/last-applied-configuration: '{"secret":"canary"}'
automountServiceAccountToken: false
secrets: [{name: ci-token}]
`);
    expect(t.subjects).toEqual(['kubernetes.service-account service-account prod/ci kubernetes:ServiceAccount:prod/ci']);
    expect(t.attributes()).toEqual({ namespace: '"prod" @5', automount: 'false @10' });
    expect(t.facts[0]).toMatchObject({
      tags: [
        { source: 'label', key: 'team' },
        { source: 'annotation', key: 'owner' },
      ],
    });
    expect(t.links).toEqual(['uses kubernetes:Secret:prod/ci-token via secrets @11']);
    expect(t.text()).not.toContain('canary');
  });

  it('lands in the namespace default and gets a token unless it says otherwise', () => {
    const t = cluster('apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ci}\n');
    expect(t.subjects[0]).toContain('kubernetes:ServiceAccount:default/ci');
    expect(t.attributes()).toEqual({ namespace: '"default" @3', automount: 'true @3' });
  });

  it.each([
    ['eks.amazonaws.com/role-arn', 'arn:aws:iam::123456789012:role/eks/ci', 'aws:role:ci'],
    ['iam.gke.io/gcp-service-account', 'ci@p.iam.gserviceaccount.com', 'gcp:service-account:ci@p.iam.gserviceaccount.com'],
    ['azure.workload.identity/client-id', '11-22', 'azure:application:11-22'],
  ])('assumes the cloud identity of %s', (annotation, value, to) => {
    const t = cluster(`apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ci\n  annotations:\n    ${annotation}: ${value}\n`);
    expect(t.links).toEqual([`assumes ${to} via ${annotation} @6`]);
  });

  it('assumes nothing by an empty annotation', () => {
    const t = cluster('apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: ci, annotations: {eks.amazonaws.com/role-arn: ""}}\n');
    expect(t.links).toEqual([]);
  });
});

describe('roles', () => {
  it('grant verbs on resources of groups, in their namespace or everywhere', () => {
    const rules = `rules:
  - apiGroups: ["", apps]
    resources: [pods, pods/exec]
    verbs: [get, create]
  - {apiGroups: [""], resources: [secrets], resourceNames: [a, b], verbs: [get]}
  - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
  - {nonResourceURLs: [/metrics], verbs: [get]}
`;
    expect(cluster(`${rbac}kind: Role\nmetadata: {name: r, namespace: prod}\n${rules}`).grants).toEqual([
      'get,create on core/pods,core/pods/exec,apps/pods,apps/pods/exec in namespace/prod via Role r @5',
      'get on core/secrets in namespace/prod if resourceNames=a,b via Role r @8',
      '* on * in namespace/prod via Role r @9',
      'get on url:/metrics in namespace/prod via Role r @10',
    ]);
    const everywhere = cluster(`${rbac}kind: ClusterRole\nmetadata: {name: r}\n${rules}`);
    expect(everywhere.grants[2]).toBe('* on * in * via ClusterRole r @9');
    expect(everywhere.subjects).toEqual(['kubernetes.cluster-role permission-set r kubernetes:ClusterRole:r']);
  });

  it('read a rule without groups as one for any, and a rule without verbs as none', () => {
    const t = cluster(
      `${rbac}kind: Role\nmetadata: {name: r}\nrules:\n  - {resources: [pods], verbs: [get]}\n  - {apiGroups: [""], resources: [pods]}\n`,
    );
    expect(t.grants).toEqual(['get on */pods in namespace/default via Role r @5']);
  });

  it('collect others by their labels', () => {
    const t = cluster(`${rbac}kind: ClusterRole
metadata: {name: all}
aggregationRule:
  clusterRoleSelectors:
    - matchLabels: {tier: ops}
    - matchExpressions: [{key: tier, operator: Exists}]
`);
    expect(t.facts[0]).toMatchObject({ collects: [{ tier: 'ops' }, {}] });
    expect(t.reasons).toEqual(['ClusterRole/all: aggregation by matchExpressions is not followed']);
  });

  it('with too many pairs are read as a whole, and say so', () => {
    const many = (n: number) => `[${Array.from({ length: n }, (_, i) => `x${i}`).join(',')}]`;
    const t = cluster(
      `${rbac}kind: ClusterRole\nmetadata: {name: r}\nrules: [{apiGroups: ${many(101)}, resources: ${many(100)}, verbs: [get]}]\n`,
    );
    expect(t.grants[0]).toContain('get on */x0,*/x1,');
    expect(t.reasons).toHaveLength(1);
  });
});

describe('bindings', () => {
  const binding = (kind: string, rest: string) => cluster(`${rbac}kind: ${kind}\nmetadata: {name: b, namespace: prod}\n${rest}`);
  const view = 'roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\n';

  it('give a role to service accounts, users and groups', () => {
    const t = binding(
      'ClusterRoleBinding',
      `${view}subjects:
  - {kind: ServiceAccount, name: ci, namespace: build}
  - {kind: User, name: ada}
  - {kind: User, name: "system:serviceaccount:build:cd"}
  - {kind: Group, name: "system:masters"}
`,
    );
    const via = 'via ClusterRoleBinding b';
    expect(t.assignments).toEqual([
      `kubernetes:ClusterRole:view to kubernetes:ServiceAccount:build/ci ${via} @4`,
      `kubernetes:ClusterRole:view to kubernetes:User:ada ${via} @4`,
      `kubernetes:ClusterRole:view to kubernetes:ServiceAccount:build/cd ${via} @8`,
      `kubernetes:ClusterRole:view to kubernetes:Group:system:masters ${via} @9`,
    ]);
  });

  it('in a namespace give it there, to accounts of the same namespace unless another is named', () => {
    const t = binding('RoleBinding', `${view}subjects: [{kind: ServiceAccount, name: ci}]\n`);
    expect(t.assignments).toEqual([
      'kubernetes:ClusterRole:view to kubernetes:ServiceAccount:prod/ci in namespace/prod via RoleBinding b @4',
    ]);
    const own = binding('RoleBinding', 'roleRef: {kind: Role, name: r}\nsubjects: [{kind: User, name: ada}]\n');
    expect(own.assignments).toEqual(['kubernetes:Role:prod/r to kubernetes:User:ada in namespace/prod via RoleBinding b @4']);
  });

  it('forgive a wrong case and a subject that is no list', () => {
    const t = binding('ClusterRolebinding', 'roleRef: {kind: clusterrole, name: view}\nsubjects: {kind: serviceAccount, name: ci}\n');
    expect(t.assignments).toEqual(['kubernetes:ClusterRole:view to kubernetes:ServiceAccount:prod/ci via ClusterRoleBinding b @4']);
  });

  it('that do not tell the role or the subject are gaps', () => {
    expect(binding('RoleBinding', 'subjects: [{kind: User, name: ada}]\n').reasons).toEqual([
      'RoleBinding/prod/b does not tell which role it gives',
    ]);
    expect(binding('RoleBinding', `${view}subjects: [{kind: User}]\n`).reasons).toEqual(['RoleBinding/prod/b: a subject without a name']);
  });
});

describe('certificate requests', () => {
  it('are identities that act for a user in groups', () => {
    const t = cluster(`apiVersion: certificates.k8s.io/v1
kind: CertificateSigningRequest
metadata: {name: csr}
spec:
  signerName: kubernetes.io/kube-apiserver-client
  expirationSeconds: 86400
  username: ada
  groups: [system:masters]
`);
    expect(t.subjects).toEqual(['kubernetes.certificate-signing-request certificate csr kubernetes:CertificateSigningRequest:csr']);
    expect(t.credentials).toEqual(['certificate "client certificate" generated expiring for 86400s @6']);
    expect(t.links).toEqual([
      'acts-for kubernetes:User:ada via spec.username @7',
      'member-of kubernetes:Group:system:masters via spec.groups @8',
    ]);
  });
});

describe('what is not understood yet', () => {
  it.each(['cert-manager.io/v1\nkind: ClusterIssuer', 'external-secrets.io/v1\nkind: ClusterSecretStore'])('is a gap: %j', (head) => {
    expect(cluster(`apiVersion: ${head}\nmetadata: {name: x}\n`).gaps).toMatchObject([{ kind: 'unsupported' }]);
  });
});

describe('a certificate of cert-manager', () => {
  const crt = (spec: string) =>
    cluster(`apiVersion: cert-manager.io/v1\nkind: Certificate\nmetadata: {name: web, namespace: prod}\nspec:\n${spec}`);

  it('is an identity that is renewed before it ends', () => {
    const t = crt(
      '  secretName: web-tls\n  duration: 720h\n  renewBefore: 240h0m0s\n  issuerRef: {kind: ClusterIssuer, name: corporate}\n',
    );
    expect(t.subjects).toEqual(['kubernetes.certificate certificate prod/web kubernetes:Certificate:prod/web']);
    expect(t.attributes().issuer).toBe('"ClusterIssuer/corporate" @8');
    expect(t.credentials).toEqual(['certificate "certificate" generated expiring for 720h @6']);
    expect(t.facts).toContainEqual(
      expect.objectContaining({ credential: expect.objectContaining({ rotatedBy: 'cert-manager', rotationDays: 20 }) }),
    );
    expect(t.links).toEqual(['uses kubernetes:Secret:prod/web-tls via spec.secretName @5']);
  });

  it('lives for ninety days unless it says otherwise', () => {
    expect(crt('  secretName: web-tls\n').credentials).toEqual(['certificate "certificate" generated expiring for 2160h @3']);
  });
});
