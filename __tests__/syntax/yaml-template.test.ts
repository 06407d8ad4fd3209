import { describe, expect, it } from '@jest/globals';
import { filePath, type Source } from '../../src/model/span.js';
import { dig, get, type Node, type TemplateNode } from '../../src/model/tree.js';
import { yaml } from '../../src/syntax/yaml/index.js';
import { blank } from '../../src/syntax/yaml/template.js';
import fc from '../house/seeded.js';
import { stopwatch } from '../house/stopwatch.js';
import { childrenInside, plain, slice } from './tree-properties.js';

const parse = (text: string) => yaml.parse({ path: filePath('a.yaml'), side: 'head', text } satisfies Source);
const root = (text: string): Node | undefined => parse(text).documents[0]?.root;

const chart = `{{- if .Values.serviceAccount.create -}}
# owner: team-identity
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "chart.fullname" . }}
  namespace: {{ .Release.Namespace | quote }}
  labels:
    {{- include "chart.labels" . | nindent 4 }}
    team: identity
  {{- with .Values.annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
secrets:
  - name: pre-{{ .Values.name }}-post # beside
  {{- range .Values.more }}
  - {{ . }}
  {{- end }}
  {{- toYaml .Values.rest | nindent 2 }}
script: |
  {{ .Values.script }}
  echo "{{ $x }}"
{{- end }}
`;

describe('yaml templates', () => {
  it('reads what stands around the expressions', () => {
    const { documents, comments, gaps } = parse(chart);
    expect(gaps).toMatchObject([{ kind: 'unparsed', at: { start: 0 } }]);
    const tree = documents[0]?.root;
    expect(plain(tree)).toEqual({
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: 'unknown: include "chart.fullname" .',
        namespace: 'unknown: .Release.Namespace | quote',
        labels: { '<include "chart.labels" . | nindent 4>': 'unknown: include "chart.labels" . | nindent 4', team: 'identity' },
        annotations: 'unknown: toYaml . | nindent 4',
      },
      secrets: [{ name: 'pre-<.Values.name>-post' }, 'unknown: .', 'unknown: toYaml .Values.rest | nindent 2'],
      script: '<.Values.script>\necho "<$x>"\n',
    });
    expect(slice(dig(tree, 'metadata', 'name') as Node)).toBe('{{ include "chart.fullname" . }}');
    expect(comments.map((c) => c.text)).toEqual(['owner: team-identity', 'beside']);
    childrenInside(tree);
  });

  it('keeps the places of the text around a hole', () => {
    const text = 'a: {{ x }}\nb: "p-{{ .long.name }}-q{{ y }}r\\ts"\n';
    const node = get(root(text), 'b') as TemplateNode;
    expect(node.parts).toEqual(['p-', { name: '.long.name' }, '-q', { name: 'y' }, 'r\ts']);
    const flat = node.parts.map((p) => (typeof p === 'string' ? p : '?')).join('');
    const at = (o: number): string | undefined => {
      const i = node.offsets?.from.findLastIndex((f) => f <= o) ?? -1;
      return text[(node.offsets?.to[i] ?? 0) + o - (node.offsets?.from[i] ?? 0)];
    };
    expect(Array.from(flat, (_, i) => at(i)).join('')).toBe('p-{-q{r\\s');
  });

  it.each([
    [
      'labels at the margin',
      'a:\n  labels:\n{{ include "l" . | indent 4 }}\n  b: 1\n',
      { a: { labels: 'unknown: include "l" . | indent 4', b: 1 } },
    ],
    [
      'entries that stand elsewhere',
      'a:\n  labels:\n    x: y\n{{ include "l" . | indent 4 }}\n  b: 1\n',
      { a: { labels: { x: 'y' }, b: 1 } },
    ],
    ['two branches', 'a: {{ if x }}b{{ else }}c{{ end }}\n', { a: '<if x>b<else>c<end>' }],
    ['a key', '{{ .k }}: v\na-{{ .k }}: w\n', { '<.k>': 'v', 'a-<.k>': 'w' }],
    ['Jinja', '{% if x %}\na: {{ y }}\n{% endif %}\n{# note #}\nb: 1\n', { a: 'unknown: y', b: 1 }],
    ['Terraform directives', '%{ for r in roles ~}\n- name: ${r}\n%{ endfor ~}\n', [{ name: '${r}' }]],
    ['comments of several lines', '{{/* one: [\n two }} */}}\na: {{ x }}\n', { a: 'unknown: x' }],
    ['an expression of several lines', 'a: {{ list\n  "b"\n  "c" }}\nd: e\n', { a: 'unknown: list "…" "…"', d: 'e' }],
    ['expressions in flow collections', 'a: [{{ x }}, "{{ y }}", z]\n', { a: ['unknown: x', 'unknown: y', 'z'] }],
    ['a whole file', '{{ toYaml .Values }}\n', { '<toYaml .Values>': 'unknown: toYaml .Values' }],
  ])('reads %s', (_, text, value) => {
    const { documents, gaps } = parse(text);
    expect(gaps).toHaveLength(1);
    expect(documents.map((d) => plain(d.root))).toEqual([value]);
  });

  it('leaves YAML alone that only mentions expressions', () => {
    const text = 'a: "{{ x }}"\nb: c {{ d }}\nrun: echo ${{ github.sha }}\nformat: "%{Referer}i"\n';
    expect(parse(text).gaps).toEqual([]);
    expect(plain(root(text))).toEqual({ a: '{{ x }}', b: 'c {{ d }}', run: 'echo ${{ github.sha }}', format: '%{Referer}i' });
  });

  it('names no literal of an expression', () => {
    const secret = 'AKIAQ3EXAMPLESECRET0';
    for (const quote of ['"', "'", '`']) {
      for (const pad of ['', 'x '.repeat(140), 'x '.repeat(147)]) {
        const text = `a: {{ ${pad}default ${quote}${secret}${quote} .x }}\n`;
        expect(JSON.stringify(plain(root(text)))).not.toContain('AKIA');
      }
    }
  });

  it.each([
    ['openers without closers', 'a: {{ x }}\nb: "{{ {{ '.repeat(2) + '{{ {% '.repeat(200_000)],
    ['lines of expressions', 'a: {{ b }}\n{{ c }}\n'.repeat(50_000)],
    ['conditions', `a: {{ b }}\n${'{{ if x }}\n'.repeat(50_000)}`],
    ['deepening lines', `a: {{ b }}\n${Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}k:`).join('\n')}`],
    ['documents', '---\na: {{ b }}\n'.repeat(50_000)],
  ])('is done soon with %s', (_, text) => {
    const spent = stopwatch();
    parse(text);
    expect(spent()).toBeLessThan(8000);
  });

  it('blanks to the same length', () => {
    const words = [
      '{{ x }}',
      '{{- y | nindent 2 }}',
      '{{ if z }}',
      '{% q %}',
      '{{',
      '}}',
      'a: ',
      '- ',
      '\n',
      '\n  ',
      '|\n',
      '"',
      '#',
      '%{ i }',
      '${{ g }}',
      'text',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words)), (parts) => {
        const text = parts.join('');
        for (const lines of ['shaped', 'gone'] as const) expect(blank(text, lines)?.text.length ?? text.length).toBe(text.length);
        for (const { root: tree } of parse(text).documents) childrenInside(tree);
      }),
      { numRuns: 1500 },
    );
  });
});
