import { describe, expect, it } from '@jest/globals';
import { readRepository } from './repository.js';

const values = `image: {tag: v1}
serviceAccount:
  create: true
  name: ""
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/api
rbac:
  rules:
    - apiGroups: [""]
      resources: [secrets]
      verbs: [get]
namespace: shop
extra: null
db:
  password: hunter2hunter2
  existingSecret: elsewhere
postgresql:
  serviceAccount:
    annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/db"}
`;
const chart = (template: string, more: Readonly<Record<string, string>> = {}) => ({
  'chart/Chart.yaml': 'apiVersion: v2\nname: api\nversion: 1.0.0\ndependencies: [{name: postgresql}]\n',
  'chart/values.yaml': values,
  'chart/templates/_helpers.tpl': '{{ define "api.name" }}x{{ end }}',
  'chart/templates/all.yaml': template,
  ...more,
});

const account = `{{- if .Values.serviceAccount.create }}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "api.name" . }}
  namespace: {{ .Values.namespace | quote }}
  labels:
    release: {{ .Release.Name }}
    tag: "{{ .Chart.Name }}-{{ .Values.image.tag }}-{{ .Release.Name }}"
    none: {{ .Values.extra | default "plain" }}
    {{- toYaml .Values.image | nindent 4 }}
  {{- with .Values.serviceAccount.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
`;
const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: {{ template "api.name" . }}
rules:
  {{- toYaml .Values.rbac.rules | nindent 2 }}
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get]
`;

describe('a chart', () => {
  it('fills in the defaults of its values, at their place', async () => {
    const { value, place, names } = await readRepository(chart(account));
    const label = 'ServiceAccount/shop/<include "api.name" .>';
    expect(names).toContain(`chart ${label}`);
    expect(value(label, 'metadata', 'annotations')).toBe('{eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/api"}');
    expect(place(label, 'metadata', 'annotations', 'eks.amazonaws.com/role-arn')).toBe('chart/values.yaml:6');
    expect(value(label, 'metadata', 'labels')).toBe('{release: ?(.Release.Name), tag: "api-v1-<.Release.Name>", none: "plain", tag: "v1"}');
  });

  it('splices lists', async () => {
    const { value } = await readRepository(chart(role));
    expect(value('Role/<template "api.name" .>', 'rules')).toContain('resources: ["secrets"]');
    expect(value('Role/<template "api.name" .>', 'rules')).toContain('resources: ["deployments"]');
  });

  it('tells once for each template what it does not know', async () => {
    const template =
      'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Values.missing }}\nstringData:\n  a: {{ randAlphaNum 10 }}\n  b: {{ .Values.db.password | b64enc }}\n';
    const { gaps, value } = await readRepository(chart(template));
    const told = gaps.filter((g) => g.reason.startsWith('Helm'));
    expect(told.map((g) => [g.reason, g.at])).toEqual([
      ['Helm: the values of the chart do not tell .Values.missing, randAlphaNum 10', 'chart/templates/all.yaml'],
    ]);
    expect(value('Secret/<.Values.missing>', 'stringData', 'b')).toBe('"hunter2hunter2"');
  });

  it('tells of what would break the lines around it', async () => {
    const { reasons } = await readRepository(chart(role.replace('  {{- toYaml', '{{- toYaml')));
    expect(reasons).toContain('Helm: the values of the chart do not tell template "api.name" ., toYaml .Values.rbac.rules | nindent 2');
  });

  it('is read when one of its templates changes, and not twice', async () => {
    const { names } = await readRepository(chart(account), chart(`# before\n${account}`));
    expect(names).toEqual(['chart ServiceAccount/shop/<include "api.name" .>', 'chart Values/api', 'chart ServiceAccount/api']);
  });

  it('has accounts and rules of the charts that it depends on in its values', async () => {
    const { value } = await readRepository(chart(account));
    expect(value('ServiceAccount/api', 'metadata')).toBe(
      '{annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/db"}}',
    );
  });

  it.each([
    [
      'ranges',
      '{{- range .Values.list }}\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {{ .name }}\n---\n{{- end }}',
      'ServiceAccount/<.name>',
    ],
    [
      'conditions inside of a value',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: a-{{ if .Values.x }}b{{ end }}\n',
      'ServiceAccount/a-<if .Values.x>b<end>',
    ],
    [
      'functions',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {{ printf "%s" .Values.namespace | trunc 63 | trimSuffix "-" }}\n',
      'ServiceAccount/<printf "…" .Values.namespace | trunc 63 | trimSuffix "…">',
    ],
    [
      'values that are templates',
      'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {{ tpl .Values.tpl . }}\n',
      'ServiceAccount/<tpl .Values.tpl .>',
    ],
  ])('leaves %s open', async (_, template, label) => {
    const { names } = await readRepository(
      chart(template, { 'chart/values.yaml': `${values}list: [{name: x}]\ntpl: "{{ .Release.Name }}-x"\n` }),
    );
    expect(names).toContain(`chart ${label}`);
  });

  it.each([
    ['.Values.namespace | trunc 63 | trimSuffix "-"', 'shop'],
    ['$.Values.namespace', 'shop'],
    ['default "d" .Values.serviceAccount.name', 'd'],
    ['required "say it" .Values.namespace', 'shop'],
    ['.Chart.Version', '1.0.0'],
    ['"plain"', 'plain'],
  ])('knows {{ %s }}', async (expression, name) => {
    const { names } = await readRepository(chart(`apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: {{ ${expression} }}\n`));
    expect(names).toContain(`chart ServiceAccount/${name}`);
  });
});

describe('values for charts from elsewhere', () => {
  const text =
    'serviceAccount:\n  name: dns\n  annotations: {eks.amazonaws.com/role-arn: "arn:aws:iam::123456789012:role/dns"}\nrbac:\n  clusterRules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]\n';
  const indented = (by: number): string => text.trim().replace(/^/gm, ' '.repeat(by));

  it.each([
    ['a file', { 'apps/dns/values-prod.yaml': text }, 'values-prod.yaml', 'ServiceAccount/values-prod.yaml', 'apps/dns/values-prod.yaml:3'],
    [
      'a HelmRelease',
      {
        'apps/dns.yaml': `apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: dns, namespace: net}\nspec:\n  values:\n${indented(4)}\n`,
      },
      'dns',
      'ServiceAccount/dns',
      'apps/dns.yaml:8',
    ],
    [
      'an Application',
      {
        'apps/dns.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: dns}\nspec:\n  destination: {namespace: net}\n  source:\n    helm:\n      values: |\n${indented(8)}\n`,
      },
      'dns',
      'ServiceAccount/dns',
      'apps/dns.yaml:11',
    ],
    [
      'a kustomization',
      { 'apps/kustomization.yaml': `helmCharts:\n  - name: dns\n    namespace: net\n    valuesInline:\n${indented(6)}\n` },
      'dns',
      'ServiceAccount/dns',
      'apps/kustomization.yaml:7',
    ],
  ])('in %s stand for accounts and rules', async (_, files, name, label, at) => {
    const { names, value, place } = await readRepository(files);
    expect(names.map((n) => n.slice(n.indexOf(' ') + 1))).toEqual(expect.arrayContaining([`Values/${name}`, label, `ClusterRole/${name}`]));
    expect(value(label, 'metadata', 'name')).toBe('"dns"');
    expect(place(label, 'metadata', 'annotations', 'eks.amazonaws.com/role-arn')).toBe(at);
  });
});
