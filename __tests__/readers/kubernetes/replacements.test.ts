import { describe, expect, it } from '@jest/globals';
import { stepsIn } from '../../../src/readers/kubernetes/kustomize/field-path.js';
import { readRepository } from './repository.js';

const files = {
  'base/all.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: account}
data: {arn: "arn:aws:iam::111122223333:role/app", id: "111122223333"}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: app, annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::0:role/app"}}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: other}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: app}
spec:
  template:
    spec:
      serviceAccountName: none
      containers:
        - {name: main, env: [{name: ROLE, value: x}, {name: B, value: b}]}
        - {name: side, env: [{name: ROLE, value: x}]}
`,
  'base/kustomization.yaml': 'resources: [all.yaml]\n',
};
const overlay = (replacements: string, more = '') =>
  readRepository({ ...files, 'prod/kustomization.yaml': `resources: [../base]\n${more}replacements:\n${replacements}` });

const arn = '"arn:aws:iam::111122223333:role/app"';

describe('a replacement', () => {
  it('copies a field of one object into those of others', async () => {
    const { value, reasons } = await overlay(`
  - source: {kind: ConfigMap, name: account, fieldPath: data.arn}
    targets:
      - select: {kind: ServiceAccount}
        reject: [{name: other}]
        fieldPaths: ['metadata.annotations.eks\\.amazonaws\\.com/role-arn']
      - select: {kind: Deployment}
        fieldPaths: ['spec.template.spec.containers.*.env.[name=ROLE].value']
`);
    expect(reasons).toEqual([]);
    expect(value('ServiceAccount/app', 'metadata', 'annotations', 'eks.amazonaws.com/role-arn')).toBe(arn);
    expect(value('ServiceAccount/other', 'metadata')).toBe('{name: "other"}');
    expect(value('Deployment/app', 'spec', 'template', 'spec', 'containers')).toBe(
      `[{name: "main", env: [{name: "ROLE", value: ${arn}}, {name: "B", value: "b"}]}, {name: "side", env: [{name: "ROLE", value: ${arn}}]}]`,
    );
  });

  it('copies parts into parts, makes what is not there, and finds objects under their former names', async () => {
    const { value, reasons } = await overlay(
      `
  - source: {kind: ConfigMap, name: account, fieldPath: data.arn, options: {delimiter: ':', index: 4}}
    targets:
      - select: {name: app, kind: ServiceAccount}
        fieldPaths: ['metadata.annotations.eks\\.amazonaws\\.com/role-arn']
        options: {delimiter: ':', index: 4}
`,
    );
    expect(reasons).toEqual([]);
    expect(value('ServiceAccount/app', 'metadata', 'annotations', 'eks.amazonaws.com/role-arn')).toBe(arn);
    const made = await overlay(
      `
  - source: {kind: ServiceAccount, name: app}
    targets:
      - {select: {kind: Deployment}, fieldPaths: [spec.template.spec.serviceAccountName]}
      - {select: {kind: Deployment}, fieldPaths: [metadata.labels.account], options: {create: true}}
`,
      'namePrefix: p-\n',
    );
    expect(made.reasons).toEqual([]);
    expect(made.value('Deployment/p-app', 'spec', 'template', 'spec', 'serviceAccountName')).toBe('"p-app"');
    expect(made.value('Deployment/p-app', 'metadata', 'labels')).toBe('{account: "p-app"}');
  });

  it('is taken from a file, one or several', async () => {
    const replacement = 'sourceValue: own\ntargets: [{select: {kind: Deployment}, fieldPaths: [spec.template.spec.serviceAccountName]}]\n';
    for (const text of [replacement, `- ${replacement.replaceAll('\n', '\n  ').trimEnd()}\n`]) {
      const { value, reasons } = await readRepository({
        ...files,
        'prod/kustomization.yaml': 'resources: [../base]\nreplacements: [{path: own.yaml}]\n',
        'prod/own.yaml': text,
      });
      expect(reasons).toEqual([]);
      expect(value('Deployment/app', 'spec', 'template', 'spec', 'serviceAccountName')).toBe('"own"');
    }
  });
});

it('a text that is put together with itself again and again is bounded', async () => {
  const doubling = `
  - source: {kind: ConfigMap, name: account, fieldPath: data.arn}
    targets: [{select: {kind: ConfigMap}, fieldPaths: [data.arn], options: {delimiter: '-', index: -1}}]
`;
  const { reasons } = await overlay(doubling.repeat(60));
  expect(reasons.join()).toContain('the field that is replaced is not there, or not known');
});

describe('paths to fields', () => {
  it.each([
    ['a.b', [{ key: 'a' }, { key: 'b' }]],
    ['a\\.b/c.d', [{ key: 'a.b/c' }, { key: 'd' }]],
    ['a.[name=x.y].*', [{ key: 'a' }, { field: 'name', value: 'x.y' }, { any: true }]],
    ['a.0', [{ key: 'a' }, { key: '0' }]],
    ['', undefined],
    ['a..b', undefined],
    ['a.[name]', undefined],
    [Array.from({ length: 65 }, () => 'a').join('.'), undefined],
  ])('%s', (path, steps) => expect(stepsIn(path)).toEqual(steps));
});
