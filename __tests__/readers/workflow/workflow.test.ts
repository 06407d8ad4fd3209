import { describe, expect, it } from '@jest/globals';
import { minimatch } from 'minimatch';
import { filePath, type Source, type Span } from '../../../src/model/span.js';
import { dig, get, type Node } from '../../../src/model/tree.js';
import type { ReadResult } from '../../../src/readers/reader.js';
import { workflow } from '../../../src/readers/workflow/index.js';
import { yaml } from '../../../src/syntax/yaml/index.js';
import { printed } from '../printed.js';

const path = '.github/workflows/deploy.yml';

function read(text: string): ReadResult {
  const source: Source = { path: filePath(path), side: 'head', text };
  return workflow.read({ scope: path, files: [{ source, tree: yaml.parse(source) }], open: () => undefined });
}
const written = ({ source, start, end }: Span): string => source.text.slice(start, end);
const evaluated = (expression: string): Node | undefined =>
  dig(read(`jobs: {a: {env: {V: ${expression}}}}`).resources[0]?.body, 'env', 'V');

const deploy = `name: Deploy
on: {push: {branches: [main]}}
permissions: read-all
env:
  TOKEN: \${{ secrets.TOKEN }}
jobs:
  # owner: platform
  deploy: # to production
    runs-on: ubuntu-latest
    permissions:
      id-token: write # for the login
    if: github.ref == 'refs/heads/main'
    workflow.permissions: write-all
    steps:
      - uses: acme/login@v1
        with:
          role: arn:aws:iam::\${{ vars.ACCOUNT }}:role/ci
      # - run: more
  call:
    uses: acme/shared/.github/workflows/build.yml@main
    secrets: inherit
`;

describe('jobs of a workflow', () => {
  const { resources, gaps } = read(deploy);
  const [first, second] = resources;

  it('are resources with their places', () => {
    expect(resources.map((r) => [r.dialect, r.type, r.label, r.scope, r.address])).toEqual([
      ['workflow', 'job', 'deploy', path, `${path}#deploy`],
      ['workflow', 'job', 'call', path, `${path}#call`],
    ]);
    expect(gaps).toEqual([]);
    expect(first && written(first.head)).toBe('deploy');
    expect(second && written(second.span)).toBe(deploy.slice(deploy.indexOf('call:')).trimEnd());
  });

  it('have as body what is written, then what the workflow says for all', () => {
    expect(printed(second?.body)).toBe(
      '{uses: "acme/shared/.github/workflows/build.yml@main", secrets: "inherit", workflow.name: "Deploy", ' +
        'workflow.on: {push: {branches: ["main"]}}, workflow.permissions: "read-all", workflow.env: {TOKEN: "<secrets.TOKEN>"}, workflow.jobs: 2}',
    );
    expect(printed(get(first?.body, 'if'))).toBe(`"github.ref == 'refs/heads/main'"`);
    expect(printed(get(first?.body, 'steps'))).toContain('role: "arn:aws:iam::<vars.ACCOUNT>:role/ci"');
  });

  it('keep the places of the workflow for what it says', () => {
    const jobs = get(second?.body, 'workflow.jobs');
    const permissions = get(second?.body, 'workflow.permissions');
    expect([jobs, permissions].map((n) => n && written(n.span))).toEqual(['jobs', 'read-all']);
  });

  it('cannot forge what the workflow says', () => {
    expect(printed(get(first?.body, 'workflow.permissions'))).toBe('"read-all"');
    expect(printed(read('jobs: {a: {workflow.permissions: read-all}}').resources[0]?.body)).toBe('{workflow.jobs: 1}');
  });

  it('have the comments above, beside and inside', () => {
    expect(first?.comments.map((c) => c.text)).toEqual(['owner: platform', 'to production', 'for the login', '- run: more']);
    expect(second?.comments).toEqual([]);
  });

  it('leave out what the workflow does not say', () => {
    expect(printed(read('jobs: {a: {}}').resources[0]?.body)).toBe('{workflow.jobs: 1}');
  });

  it.each(['', 'name: x', '[]', 'on: push\n---\njobs: {a: {}}'])('are not in: %s', (text) => {
    expect(read(text)).toEqual({ resources: [], gaps: [], moves: [] });
  });

  it.each([
    ['jobs: [a]', 'jobs is not a map'],
    ['jobs: {a: text, b: {}}', 'job a is not a map'],
  ])('that cannot be read are a gap: %s', (text, reason) => {
    expect(read(text).gaps.map((g) => g.reason)).toEqual([reason]);
  });

  it('are looked for where GitHub looks, and in the same folder of a nested project', () => {
    const matches = (file: string): boolean => (workflow.files.yaml ?? []).some((glob) => minimatch(file, glob, { dot: true }));
    expect(['.github/workflows/a.yml', 'x/y/.github/workflows/b.yaml'].map(matches)).toEqual([true, true]);
    expect(['.github/a.yml', '.github/workflows/x/a.yml', '.github/workflows/a.json'].map(matches)).toEqual([false, false, false]);
  });
});

describe('expressions', () => {
  it.each([
    ['"${{ secrets.KEY }}"', '"<secrets.KEY>"'],
    ['"${{secrets.KEY}}"', '"<secrets.KEY>"'],
    ['"a ${{ x }} b ${{ y }}"', '"a <x> b <y>"'],
    [`"\${{ format('}}{0}', github.ref) }}!"`, `"<format('}}{0}', github.ref)>!"`],
    [`"\${{ secrets.A || 'it''s' }}"`, `"<secrets.A || '…'>"`],
    ['"no end ${{ x }"', '"no end ${{ x }"'],
    ['"${{ x }} then ${{ y"', '"<x> then ${{ y"'],
    ['"}} ${ { x }}"', '"}} ${ { x }}"'],
    ['"${{ }}"', '"<>"'],
    ['plain', '"plain"'],
    ['5', '5'],
  ])('in %s', (value, expected) => {
    expect(printed(evaluated(value))).toBe(expected);
  });

  it('that are literals stay literals', () => {
    expect(printed(evaluated(`"\${{ 'it''s' }}"`))).toBe(`"it's"`);
    expect(printed(evaluated('"${{ true }}-${{ 3 }}"'))).toBe('"true-3"');
    expect(printed(evaluated(`"\${{ 'a' || 'b' }}"`))).toBe(`"<'a' || '…'>"`);
  });

  it('keep the places of the characters around them', () => {
    const text = 'jobs:\n  a:\n    env:\n      V: |\n        one ${{ x }}\n        two\n';
    const node = dig(read(text).resources[0]?.body, 'env', 'V');
    if (node?.kind !== 'template') throw new Error('a template is expected');
    const flat = node.parts.map((p) => (typeof p === 'string' ? p : '?')).join('');
    expect(flat).toBe('one ?\ntwo\n');
    const { from, to } = node.offsets ?? { from: [], to: [] };
    const place = (offset: number): number => {
      const piece = from.findLastIndex((start) => start <= offset);
      return (to[piece] ?? Number.NaN) + offset - (from[piece] ?? 0);
    };
    expect(text.startsWith('one', place(0))).toBe(true);
    expect(text.startsWith('${{', place(4))).toBe(true);
    expect(text.startsWith('two', place(6))).toBe(true);
  });

  it('are found in linear time', () => {
    expect(evaluated(JSON.stringify("${{ x' ".repeat(100_000)))?.kind).toBe('scalar');
    expect(evaluated(JSON.stringify("${{'x}}".repeat(100_001)))?.kind).toBe('template');
    expect(evaluated(JSON.stringify('${{x}}'.repeat(100_000)))?.kind).toBe('template');
  });
});
