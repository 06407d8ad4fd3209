import { describe, expect, it } from '@jest/globals';
import { cluster } from './cluster.js';

const canary = 'k9#Canary-7fQ2zL';
const pod = (spec: string) => cluster(`apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: prod}\nspec:\n${spec}`);

describe('a workload', () => {
  it.each([
    ['v1', 'Pod', 'spec: {serviceAccountName: ci}'],
    ['v1', 'ReplicationController', 'spec: {template: {spec: {serviceAccountName: ci}}}'],
    ['apps/v1', 'Deployment', 'spec: {template: {spec: {serviceAccount: ci}}}'],
    ['apps/v1', 'StatefulSet', 'spec: {template: {spec: {serviceAccountName: ci}}}'],
    ['batch/v1', 'Job', 'spec: {template: {spec: {serviceAccountName: ci}}}'],
    ['batch/v1', 'CronJob', 'spec: {jobTemplate: {spec: {template: {spec: {serviceAccountName: ci}}}}}'],
  ])('%s %s runs as its service account', (version, kind, spec) => {
    const t = cluster(`apiVersion: ${version}\nkind: ${kind}\nmetadata: {name: w, namespace: prod}\n${spec}\n`);
    expect(t.subjects).toEqual([`kubernetes.workload resource prod/w kubernetes:${kind}:prod/w`]);
    expect(t.links).toEqual(['runs-as kubernetes:ServiceAccount:prod/ci via serviceAccountName @4']);
  });

  it('runs as the default one when it names none', () => {
    const t = pod('  containers: [{name: a}]\n');
    expect(t.links).toEqual(['runs-as kubernetes:ServiceAccount:prod/default via the default service account @3']);
    expect(t.attributes()).toEqual({
      namespace: '"prod" @3',
      automount: '?(the pod leaves it to its service account) @5',
      defaultServiceAccount: 'true @5',
    });
    expect(pod('  serviceAccountName: ""\n').links).toEqual(t.links);
  });

  it('decides for itself whether it gets a token', () => {
    expect(pod('  automountServiceAccountToken: false\n  serviceAccountName: ci\n').attributes()).toMatchObject({
      automount: 'false @5',
      defaultServiceAccount: 'false @6',
    });
  });

  it('without a pod says nothing of one', () => {
    expect(cluster('apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: w}\nspec: {replicas: 2}\n').links).toEqual([]);
  });

  it('carries secrets written into its environment, and uses those it refers to once', () => {
    const t = pod(`  initContainers:
    - name: init
      env: [{name: API_TOKEN, value: '${canary}'}]
  containers:
    - name: main
      env:
        - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
        - {name: OTHER_PASSWORD, value: $(DB_PASSWORD)}
        - {name: LEVEL, value: debug}
      envFrom: [{secretRef: {name: db}}, {secretRef: {name: more}}]
  volumes:
    - {name: v, secret: {secretName: files}}
`);
    expect(t.credentials).toEqual(['token "API_TOKEN" literal static hidden @7']);
    expect(t.links.slice(1)).toEqual([
      'uses kubernetes:Secret:prod/db via environment variable @11',
      'uses kubernetes:Secret:prod/more via environment @14',
      'uses kubernetes:Secret:prod/files via volume @16',
    ]);
    expect(t.text()).not.toContain(canary);
  });

  it('may project tokens of its account for a while', () => {
    const t = pod(`  volumes:
    - name: tokens
      projected:
        sources:
          - serviceAccountToken: {path: a}
          - serviceAccountToken: {path: b, audience: vault, expirationSeconds: 31536000}
`);
    expect(t.credentials).toEqual([
      'token "projected service account token for the API server" generated short-lived for 3600s @9',
      'token "projected service account token for vault" generated expiring for 31536000s @10',
    ]);
  });

  it.each([
    ['/', true],
    ['/etc/', true],
    ['/etc/kubernetes/azure.json', true],
    ['/root/.aws/credentials', true],
    ['/home/ada/.kube', true],
    ['/var/lib/kubelet', true],
    ['/var/log', false],
    ['/etc/ssl/certs', false],
    ['/data/aws', false],
  ])('that mounts %s of the node sees credentials: %s', (path, sees) => {
    const t = pod(`  volumes: [{name: v, hostPath: {path: ${path}}}]\n`);
    expect(t.attributes().hostCredentialPaths).toBe(sees ? `["${path}"] @5` : undefined);
  });
});

describe('hostile shapes', () => {
  const kinds = [
    ['v1', 'ServiceAccount'],
    ['v1', 'Secret'],
    ['v1', 'ConfigMap'],
    ['v1', 'Pod'],
    ['apps/v1', 'Deployment'],
    ['batch/v1', 'CronJob'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['rbac.authorization.k8s.io/v1', 'RoleBinding'],
    ['certificates.k8s.io/v1', 'CertificateSigningRequest'],
  ] as const;
  const bodies = [
    'metadata: 1\nspec: 1\nrules: 1\nsubjects: 1\nroleRef: 1\ndata: 1\nsecrets: 1\n',
    'metadata: {name: [a], namespace: {b: c}, labels: [1], annotations: x}\nspec: [1]\nrules: [1, [2], null]\nsubjects: [[1], null]\nroleRef: [1]\ndata: [1]\n',
    'metadata: {name: null}\nspec: {template: {spec: 3}, containers: {env: {name: [1], value: {a: b}}}, volumes: [{hostPath: {path: [1]}}, 4]}\ntype: [1]\n',
    'metadata: {a: 1}\nspec: {containers: [{env: [{name: TOKEN, value: 5555}, 3, null], envFrom: 3}], volumes: {projected: {sources: {serviceAccountToken: {expirationSeconds: x}}}}}\ndata: {a: null, b: {c: d}, token: 12}\n',
    'metadata: [1]\nrules: {apiGroups: a, resources: {b: c}, verbs: [[x]], resourceNames: 1}\naggregationRule: {clusterRoleSelectors: {matchLabels: [1]}}\nroleRef: {kind: [1], name: {a: b}}\n',
  ];

  it.each(
    kinds.flatMap(([version, kind]) => bodies.map((body, i) => [kind, i, `apiVersion: ${version}\nkind: ${kind}\n${body}`] as const)),
  )('do not throw: %s %i', (_, __, text) => {
    expect(() => cluster(text).text()).not.toThrow();
  });
});
