import { describe, expect, it } from '@jest/globals';
import { cluster } from './cluster.js';

describe('Argo CD', () => {
  it('lets a project make what it lists', () => {
    const t = cluster(`apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: shop, namespace: argocd}
spec:
  description: Everything of the shop
  sourceRepos: ['*']
  destinations: [{server: 'https://kubernetes.default.svc', namespace: shop}, {namespace: '*'}]
  clusterResourceWhitelist: [{group: '*', kind: '*'}, {group: rbac.authorization.k8s.io, kind: ClusterRole}]
  namespaceResourceBlacklist: [{group: '', kind: ResourceQuota}]
`);
    expect(t.subjects).toEqual(['kubernetes.argo-project permission-set argocd/shop kubernetes:AppProject:argocd/shop']);
    expect(t.attributes()).toMatchObject({ sourceRepositories: '["*"] @6' });
    expect(t.grants).toEqual([
      '* on */* in * via clusterResourceWhitelist @8',
      '* on rbac.authorization.k8s.io/clusterroles in * via clusterResourceWhitelist @8',
      '* on */* in namespace/shop via destinations @7',
      '* on core/resourcequotas in namespace/shop via namespaceResourceBlacklist @9',
      '* on */* in * via destinations @7',
      '* on core/resourcequotas in * via namespaceResourceBlacklist @9',
    ]);
  });

  it('has roles of projects and local accounts', () => {
    const t = cluster(`apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata: {name: shop, namespace: argocd}
spec:
  roles:
    - name: ci
      policies: ['p, proj:shop:ci, applications, sync, shop/*, allow', 'nonsense']
      groups: [team]
      jwtTokens: [{iat: 1700000000}, {iat: 1700000000, exp: 1800000000}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: argocd-cm, namespace: argocd}
data:
  accounts.deployer: apiKey, login
  accounts.deployer.enabled: "false"
  url: https://argo.test
`);
    expect(t.subjects.slice(1)).toEqual(['kubernetes.argo-project-role robot shop/ci', 'kubernetes.argo-account robot deployer']);
    expect(t.grants).toEqual(['sync on argoproj.io/applications in namespace/argocd via policy of an Argo CD project @7']);
    expect(t.reasons).toEqual(['a policy of an Argo CD project is not known from the files']);
    expect(t.credentials).toEqual([
      'token "token of a project role" generated static @9',
      'token "token of a project role" generated expiring for 2027-01-15T08:00:00.000Z @9',
      'token "API key of Argo CD" generated static @15',
      'password "password of Argo CD" reference static @15',
    ]);
  });

  it('ties applications to their project', () => {
    const t = cluster(
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a, namespace: argocd}\nspec: {project: shop}\n',
    );
    expect(t.links).toEqual(['member-of kubernetes:AppProject:argocd/shop via spec.project @4']);
  });
});

describe('Flux', () => {
  it('deploys as a service account or with the rights of its controller', () => {
    const t = cluster(`apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec: {serviceAccountName: deployer, decryption: {provider: sops, secretRef: {name: age}}}
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: db, namespace: shop}
spec: {valuesFrom: [{kind: Secret, name: db-values}, {kind: ConfigMap, name: x}]}
`);
    expect(t.links).toEqual([
      'runs-as kubernetes:ServiceAccount:flux-system/deployer via spec.serviceAccountName @4',
      'uses kubernetes:Secret:flux-system/age via spec.decryption @4',
      'uses kubernetes:Secret:shop/db-values via spec.valuesFrom @9',
    ]);
    expect(t.attributes('Kustomization/flux-system/apps')).toMatchObject({ deploysAsController: 'false @4' });
    expect(t.attributes('HelmRelease/shop/db')).toMatchObject({ deploysAsController: 'true @9' });
  });

  it('logs in to sources', () => {
    const t = cluster(
      'apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: r, namespace: f}\nspec: {secretRef: {name: key}}\n',
    );
    expect(t.links).toEqual(['uses kubernetes:Secret:f/key via spec.secretRef @4']);
    expect(cluster('apiVersion: source.toolkit.fluxcd.io/v1\nkind: GitRepository\nmetadata: {name: r}\nspec: {}\n').subjects).toEqual([]);
  });
});

describe('values of charts', () => {
  it('hold secrets', () => {
    const t = cluster(`apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: db}
spec:
  values:
    auth:
      password: hunter2hunter2
      existingSecret: elsewhere-by-name
      tokenSecretRef: {token: also-elsewhere}
    env:
      - {name: API_TOKEN, value: abcdef0123456789}
      - {name: LEVEL, value: debug}
`);
    expect(t.credentials).toEqual(['password "auth.password" literal static hidden @7', 'token "env.API_TOKEN" literal static hidden @11']);
    expect(t.text()).not.toContain('hunter2hunter2');
  });
});
