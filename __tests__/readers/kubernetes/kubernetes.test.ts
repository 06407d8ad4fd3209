import { describe, expect, it } from '@jest/globals';
import { filePath, locate, type Source } from '../../../src/model/span.js';
import { dig, stringOf } from '../../../src/model/tree.js';
import { kubernetes } from '../../../src/readers/kubernetes/index.js';
import { syntaxes } from '../../../src/syntax/index.js';
import { stopwatch } from '../../house/stopwatch.js';

const read = (files: Readonly<Record<string, string>>) =>
  kubernetes.read({
    scope: 'deploy',
    files: Object.entries(files).map(([path, text]) => {
      const source: Source = { path: filePath(path), side: 'head', text };
      return { source, tree: (path.endsWith('.json') ? syntaxes.json : syntaxes.yaml).parse(source) };
    }),
    open: () => undefined,
  });

const account = `# Team identity owns this.
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ci # the deployer
  namespace: build
  annotations:
    # assumed by the pipeline
    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/ci
automountServiceAccountToken: false
---
# Source: chart/templates/role.yaml
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules: []
---
apiVersion: apps/v1
kind: Deployment
metadata:
  generateName: worker-
`;

describe('kubernetes', () => {
  it('reads each object with its type, label, place and comments', () => {
    const { resources, gaps } = read({ 'deploy/a.yaml': account });
    expect(gaps).toEqual([]);
    expect(resources.map((r) => [r.type, r.label, r.address, r.scope, locate(r.head).startLine, r.comments.map((c) => c.text)])).toEqual([
      [
        'ServiceAccount',
        'ServiceAccount/build/ci',
        'deploy#ServiceAccount/build/ci',
        'deploy',
        6,
        ['Team identity owns this.', 'the deployer', 'assumed by the pipeline'],
      ],
      [
        'rbac.authorization.k8s.io/ClusterRole',
        'ClusterRole/reader',
        'deploy#ClusterRole/reader',
        'deploy',
        16,
        ['Source: chart/templates/role.yaml'],
      ],
      ['apps/Deployment', 'Deployment/worker-<generated>', 'deploy#Deployment/worker-<generated>', 'deploy', 22, []],
    ]);
    expect(stringOf(dig(resources[0]?.body, 'metadata', 'annotations', 'eks.amazonaws.com/role-arn'))).toMatch(/role\/ci$/);
  });

  it('takes lists apart, in YAML and JSON alike', () => {
    const items = [
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'a' } },
      { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'b' } }] },
    ];
    const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
    const typed = JSON.stringify({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleList',
      metadata: {},
      items: [{ metadata: { name: 'c' } }],
    });
    for (const extension of ['json', 'yaml']) {
      const { resources } = read({ [`deploy/list.${extension}`]: list, [`deploy/typed.${extension}`]: typed });
      expect(resources.map((r) => [r.type, r.label])).toEqual([
        ['ServiceAccount', 'ServiceAccount/a'],
        ['Secret', 'Secret/b'],
        ['rbac.authorization.k8s.io/Role', 'Role/c'],
      ]);
    }
  });

  it('passes over everything else', () => {
    const files = {
      'deploy/kustomization.yaml':
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nmetadata: {name: x}\nresources: [cluster.yaml]\n',
      'deploy/cluster.yaml': 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nnodes: []\n',
      'workflow.yml': 'on: push\njobs: {}\n',
      'template.json': '{"Resources": {}}',
      'odd.yaml': 'apiVersion: [v1]\nkind: Pod\nmetadata: {}\n---\n- apiVersion\n---\ntext\n---\n',
    };
    expect(read(files)).toEqual({ resources: [], gaps: [], moves: [] });
  });

  it('stands wrong shapes', () => {
    const text = [
      'apiVersion: v1\nkind: ServiceAccount\nmetadata: text\n',
      'apiVersion: v1\nkind: List\nitems: {a: 1}\n',
      'apiVersion: v1\nkind: List\nitems:\n',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRolebinding\nmetadata: {name: [x], namespace: 3}\nsubjects: {kind: User}\n',
      `apiVersion: v1\nkind: List\nitems: [${'{kind: List, apiVersion: v1, items: ['.repeat(9)}${']}'.repeat(9)}]\n`,
    ].join('---\n');
    const { resources, gaps } = read({ 'deploy/odd.yaml': text });
    expect(resources.map((r) => r.label)).toEqual(['ServiceAccount/<unnamed>', 'ClusterRolebinding/3/<unnamed>']);
    expect(gaps.map((g) => g.kind)).toEqual(['unresolved', 'too-large']);
  });

  it('keeps variants of an object in one folder apart', () => {
    const one = 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n';
    const { resources } = read({ 'deploy/a.yaml': one, 'deploy/b.yaml': `${one}---\n${one}` });
    expect(resources.map((r) => r.label)).toEqual(['Secret/s', 'Secret/s@b.yaml', 'Secret/s@b.yaml:2']);
  });

  it('has holes where a template fills in, with and without quotes', () => {
    const chart = (name: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: ${name}\n  namespace: pre-{{ .ns }}\n`;
    const written = ['{{ .Values.name }}', '"{{ .Values.name }}"'].map((name) => read({ 'deploy/a.yaml': chart(name) }).resources[0]);
    for (const resource of written) {
      expect(resource?.label).toBe('ServiceAccount/pre-<.ns>/<.Values.name>');
      expect(dig(resource?.body, 'metadata', 'name')).toMatchObject({ kind: 'unknown', why: '.Values.name' });
    }
  });

  it('reads many objects soon', () => {
    const one = '---\napiVersion: v1\nkind: Secret\nmetadata: {name: s}\n';
    const spent = stopwatch();
    expect(read({ 'deploy/a.yaml': `# c\n${'#\n'.repeat(10_000)}${one.repeat(20_000)}` }).resources).toHaveLength(20_000);
    expect(spent()).toBeLessThan(5000);
  });
});
