import { describe, expect, it } from '@jest/globals';
import { stopwatch } from '../../house/stopwatch.js';
import { readRepository } from './repository.js';

const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: api\n';
const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: api}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: api}
subjects:
  - {kind: ServiceAccount, name: api}
  - {kind: ServiceAccount, name: other, namespace: far}
`;
const role =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: api}\nrules:\n  - {apiGroups: [""], resources: [pods], verbs: [get]}\n';
const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec:
  template:
    spec:
      serviceAccountName: api
      containers:
        - name: api
          env: [{name: A, value: a}, {name: B, value: b}]
        - name: side
`;
const base = {
  'base/kustomization.yaml': 'resources: [account.yaml, rbac/role.yaml, binding.yaml, deployment.yaml]\n',
  'base/account.yaml': account,
  'base/rbac/role.yaml': role,
  'base/binding.yaml': binding,
  'base/deployment.yaml': deployment,
};
const overlay = (text: string) => ({
  ...base,
  'prod/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../base]\n${text}`,
});

describe('an overlay', () => {
  it('has its objects once, as it makes them; the base is not read a second time', async () => {
    const files = { ...overlay('namespace: prod\n'), 'dev/kustomization.yaml': 'bases: [../base/]\nnamePrefix: dev-\n' };
    const { names, reasons } = await readRepository(files);
    expect(names).toEqual([
      ...['ServiceAccount', 'Role', 'RoleBinding', 'Deployment'].map((kind) => `dev ${kind}/dev-api`),
      ...['ServiceAccount', 'Role', 'RoleBinding', 'Deployment'].map((kind) => `prod ${kind}/prod/api`),
    ]);
    expect(reasons).toEqual([]);
  });

  it('renames what refers to its objects, and nothing else', async () => {
    const { value } = await readRepository(overlay('namespace: prod\nnamePrefix: a-\nnameSuffix: -z\n'));
    expect(value('RoleBinding/prod/a-api-z', 'roleRef', 'name')).toBe('"a-api-z"');
    expect(value('RoleBinding/prod/a-api-z', 'subjects')).toBe(
      '[{kind: "ServiceAccount", name: "a-api-z", namespace: "prod"}, {kind: "ServiceAccount", name: "other", namespace: "far"}]',
    );
    expect(value('Deployment/prod/a-api-z', 'spec', 'template', 'spec', 'serviceAccountName')).toBe('"a-api-z"');
  });

  it('is read when only its base changes', async () => {
    const { names } = await readRepository(
      { ...overlay('namespace: prod\n'), 'base/rbac/role.yaml': `# why\n${role}` },
      overlay('namespace: prod\n'),
    );
    expect(names).toContain('prod Role/prod/api');
    expect(names).toHaveLength(4);
  });

  it('keeps reading what it does not take in, once', async () => {
    const extra = {
      'base/extra.yaml': account.replace('name: api', 'name: extra'),
      'base/rbac/loose.yaml': account.replace('name: api', 'name: loose'),
    };
    const { names } = await readRepository({ ...overlay(''), ...extra, 'dev/kustomization.yaml': 'resources: [../base]\n' });
    expect(names.filter((n) => /extra|loose/.test(n))).toEqual(['base ServiceAccount/extra', 'base/rbac ServiceAccount/loose']);
  });

  it('reads charts and folders without a kustomization that it names', async () => {
    const { names } = await readRepository({
      'a/kustomization.yaml': 'resources: [../chart, ../plain]\n',
      'a/Chart.yaml': 'name: own\n',
      'a/templates/x.yaml': account.replace('name: api', 'name: {{ .Chart.Name }}'),
      'chart/Chart.yaml': 'name: other\n',
      'chart/templates/x.yaml': account.replace('name: api', 'name: {{ .Chart.Name }}'),
      'plain/x.yaml': account,
    });
    expect(names).toEqual(['a ServiceAccount/own', 'chart ServiceAccount/other', 'plain ServiceAccount/api']);
  });

  it('gives labels and annotations to all', async () => {
    const { value, place } = await readRepository(
      overlay('commonLabels: {team: a}\nlabels:\n  - pairs: {tier: b}\ncommonAnnotations:\n  owner: shop\n'),
    );
    expect(value('Role/api', 'metadata')).toBe('{name: "api", labels: {team: "a", tier: "b"}, annotations: {owner: "shop"}}');
    expect(place('Role/api', 'metadata', 'annotations', 'owner')).toBe('prod/kustomization.yaml:8');
  });

  it('merges patches, in files and inline, and keeps the place of each value', async () => {
    const files = {
      ...overlay(`namePrefix: p-
patches:
  - path: patches/account.yaml
  - patch: |
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: api}
      rules:
        - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
  - target: {kind: Deployment, name: a.*|x}
    patch: |-
      - op: replace
        path: /spec/template/spec/containers/0/env/1/value
        value: changed
      - {op: add, path: /metadata/annotations, value: {a~b: x}}
      - {op: remove, path: /spec/template/spec/containers/1}
  - target: {kind: Nothing}
    patch: '[{op: remove, path: /spec}]'
`),
      'prod/patches/account.yaml':
        'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: api\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/prod\n',
    };
    const { value, place, names, reasons } = await readRepository(files);
    expect(reasons).toEqual([]);
    expect(names).toHaveLength(4);
    expect(place('ServiceAccount/p-api', 'metadata', 'annotations', 'eks.amazonaws.com/role-arn')).toBe('prod/patches/account.yaml:6');
    expect(value('Role/p-api', 'rules')).toBe('[{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]');
    expect(place('Role/p-api', 'rules')).toBe('prod/kustomization.yaml:12');
    expect(value('Deployment/p-api', 'spec', 'template', 'spec', 'containers')).toBe(
      '[{name: "api", env: [{name: "A", value: "a"}, {name: "B", value: "changed"}]}]',
    );
  });

  it.each([
    [
      '{name: api, env: [{name: B, value: new}, {name: C, value: c}]}',
      '[{name: "api", env: [{name: "C", value: "c"}, {name: "A", value: "a"}, {name: "B", value: "new"}]}, {name: "side"}]',
    ],
    ['{name: api, $patch: delete}', '[{name: "side"}]'],
    ['{name: api, env: [{$patch: replace}, {name: C, value: c}]}', '[{name: "api", env: [{name: "C", value: "c"}]}, {name: "side"}]'],
    ['{name: api, env: null}', '[{name: "api"}, {name: "side"}]'],
  ])('merges lists by their keys: %s', async (container, expected) => {
    const patch = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: api}\nspec: {template: {spec: {containers: [${container}]}}}\n`;
    const { value } = await readRepository({ ...overlay('patchesStrategicMerge: [p.yaml]\n'), 'prod/p.yaml': patch });
    expect(value('Deployment/api', 'spec', 'template', 'spec', 'containers')).toBe(expected);
  });

  it('replaces lists of objects that Kubernetes does not know, and deletes', async () => {
    const files = {
      ...overlay(
        'resources: [../base, own.yaml]\npatchesStrategicMerge:\n  - d.yaml\n  - |-\n    apiVersion: v1\n    kind: ServiceAccount\n    metadata: {name: api}\n    $patch: delete\n',
      ),
      'prod/own.yaml': 'apiVersion: acme.test/v1\nkind: Own\nmetadata: {name: o}\nspec: {env: [{name: A}]}\n',
      'prod/d.yaml': 'apiVersion: acme.test/v1\nkind: Own\nmetadata: {name: o}\nspec: {env: [{name: B}]}\n',
    };
    const { value, names } = await readRepository(files);
    expect(value('Own/o', 'spec', 'env')).toBe('[{name: "B"}]');
    expect(names).not.toContain('prod ServiceAccount/api');
  });

  it('patches a base under its former name, and uses components', async () => {
    const files = {
      ...overlay('namePrefix: p-\ncomponents: [../component]\n'),
      'component/kustomization.yaml':
        'kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nresources: [more.yaml]\npatchesJson6902:\n  - target: {version: v1, kind: ServiceAccount, name: api}\n    path: p.json\n',
      'component/more.yaml': account.replace('name: api', 'name: more'),
      'component/p.json': '[{"op": "add", "path": "/metadata/labels", "value": {"team": "a"}}]',
      'top/kustomization.yaml':
        'resources: [../prod]\npatches:\n  - patch: "{apiVersion: v1, kind: ServiceAccount, metadata: {name: api, annotations: {a: b}}}"\n',
    };
    const { names, value, reasons } = await readRepository(files);
    expect(reasons).toEqual([]);
    expect(names).toContain('top ServiceAccount/p-more');
    expect(value('ServiceAccount/p-api', 'metadata')).toBe('{name: "p-api", labels: {team: "a"}, annotations: {a: "b"}}');
  });

  it('writes Secrets out of literals and files', async () => {
    const files = {
      ...overlay(`secretGenerator:
  - name: s
    type: Opaque
    literals:
      - password=pl=ain
      - "quoted='in quotes'"
    files: [key.pem, other=key.pem]
    envs: [.env]
configMapGenerator:
  - {name: c, literals: [A=b]}
`),
      'prod/key.pem': 'pem',
      'prod/.env': '# c\nTOKEN=t\n',
    };
    const { value, place } = await readRepository(files);
    expect(value('Secret/s', 'stringData')).toBe('{password: "pl=ain", quoted: "in quotes", TOKEN: "t", key.pem: "pem", other: "pem"}');
    expect(place('Secret/s', 'stringData', 'password')).toBe('prod/kustomization.yaml:8');
    expect(place('Secret/s', 'stringData', 'TOKEN')).toBe('prod/.env:2');
    expect(value('ConfigMap/c', 'data')).toBe('{A: "b"}');
  });
});

describe('what cannot be followed', () => {
  it.each([
    ['resources: [https://github.com/a/b//c?ref=v1]', 'Kustomize: what is taken in from elsewhere is not reviewed'],
    ['resources: [github.com/a/b]', 'Kustomize: what is taken in from elsewhere is not reviewed'],
    ['resources: [../../../etc/passwd]', 'Kustomize: this leads out of the repository'],
    ['resources: [/etc/passwd]', 'Kustomize: this leads out of the repository'],
    ['resources: [nothing.yaml]', 'Kustomize: what is taken in here is not among the files of the repository'],
    ['resources: [{a: b}]', 'Kustomize: what is taken in here is not known from the file'],
    ['components: [nothing]', 'Kustomize: what is taken in here is not among the files of the repository'],
    ['patches: [{path: nothing.yaml}]', 'Kustomize: a patch is not among the files of the repository'],
    ['patches: [text]', 'Kustomize: a patch is not known from the files'],
    ['patches: [{patch: "{kind: Role}"}]', 'Kustomize: a patch does not tell which object it is for; it was not applied'],
    [
      'patches: [{patch: "{apiVersion: v1, kind: Secret, metadata: {name: x}}"}]',
      'Kustomize: a patch is for an object that is not in this overlay',
    ],
    [
      'patches: [{target: {name: "(a+)+$"}, patch: "[]"}]',
      'Kustomize: the name in the target of a patch is a pattern that is not understood; it was not applied',
    ],
    [
      'patches: [{target: {labelSelector: "a in (b)"}, patch: "[]"}]',
      'Kustomize: the labelSelector in the target of a patch is not understood; it was not applied',
    ],
    [
      'patches: [{target: {kind: ServiceAccount}, patch: "[{op: remove, path: /none}]"}]',
      'Kustomize: what a patch changes is not there; the patch was not applied',
    ],
    [
      'patches: [{target: {kind: ServiceAccount}, patch: "[{op: test, path: /kind, value: x}]"}]',
      'Kustomize: what a patch tests is not so; the patch was not applied',
    ],
    ['secretGenerator: [{name: s, files: [gone]}]', 'Kustomize: a file that a generator takes in is not in the repository'],
    ['replacements: [{path: x}]', 'Kustomize: a replacement is not among the files of the repository'],
    ['replacements: [{targets: []}]', 'Kustomize: a replacement has no source; the replacement was not made'],
    [
      'replacements: [{source: {kind: Secret}, targets: [{select: {name: api}}]}]',
      'Kustomize: the source of a replacement is not in this overlay; the replacement was not made',
    ],
    [
      'replacements: [{source: {name: "(a+)+$"}, targets: []}]',
      'Kustomize: the name in the source of a replacement is a pattern that is not understood; the replacement was not made',
    ],
    [
      'replacements: [{sourceValue: x, targets: [{select: {name: api}, fieldPaths: [spec.gone]}]}]',
      'Kustomize: the field that is replaced is not there, or not known; the replacement was not made',
    ],
    [
      'replacements: [{sourceValue: x, targets: [{select: {name: api}, fieldPaths: ["a..b"]}]}]',
      'Kustomize: the path of a field is not understood; the replacement was not made',
    ],
  ])('is a gap: %s', async (text, reason) => {
    const { reasons, names } = await readRepository({
      'a/account.yaml': account,
      'a/kustomization.yaml': `${text.startsWith('resources') ? '' : 'resources: [account.yaml]\n'}${text}\n`,
    });
    expect(reasons).toContain(reason);
    expect(names).toEqual(expect.arrayContaining(['a ServiceAccount/api']));
  });

  it('is a circle', async () => {
    const { reasons, names } = await readRepository({
      'a/kustomization.yaml': 'resources: [../b, account.yaml]\n',
      'a/account.yaml': account,
      'b/kustomization.yaml': 'resources: [../a]\n',
    });
    expect(reasons).toContain('Kustomize: this overlay takes itself in');
    expect(names).toContain('a ServiceAccount/api');
  });

  it('is bounded', async () => {
    const files: Record<string, string> = { 'l0/account.yaml': account, 'l0/kustomization.yaml': 'resources: [account.yaml]\n' };
    for (let i = 1; i <= 40; i++) files[`l${i}/kustomization.yaml`] = `resources: [../l${i - 1}, ../l${i - 1}/]\n`;
    const patches = Array.from({ length: 3000 }, () => '  - {target: {kind: Secret}, patch: "[{op: remove, path: /data}]"}\n').join('');
    files['many/kustomization.yaml'] = `resources: [all.yaml]\npatches:\n${patches}`;
    files['many/all.yaml'] = `${account}---\n`.repeat(3000);
    files['ops/kustomization.yaml'] = 'resources: [one.yaml]\npatches: [{target: {}, path: ops.yaml}]\n';
    files['ops/one.yaml'] = `${account}list: []\n`;
    files['ops/ops.yaml'] = '- {op: add, path: /list/-, value: 1}\n'.repeat(50_000);
    const spent = stopwatch();
    const { reasons } = await readRepository(files);
    expect(reasons.filter((r) => r === 'what is written here is too large to evaluate')).toHaveLength(3);
    expect(spent()).toBeLessThan(20_000);
  });
});

describe('a Kustomization of Flux', () => {
  it('is an object', async () => {
    const { names } = await readRepository({
      'a/kustomization.yaml':
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps}\nspec: {path: ./apps}\n',
    });
    expect(names).toEqual(['a Kustomization/apps']);
  });
});
