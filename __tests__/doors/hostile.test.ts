/** Input that is made to break things, and input that happens to: a gap or an empty report, in little time and memory, and never a crash. */
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Files, newFolder, removeFolders, write } from '../edges/repository.js';
import { now, type Ran, type Report, run, runEach, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

const deep = 100_000;
const nested = (opens: string, closes: string, inside = ''): string => opens.repeat(deep) + inside + closes.repeat(deep);

interface Row {
  readonly name: string;
  readonly files?: Files;
  readonly make?: (folder: string) => void;
  /** Kind of each gap; none when there is nothing to be missed. */
  readonly gaps: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'an empty folder', gaps: [] },
  {
    name: 'a file of 200 MB',
    make: (folder) => {
      writeFileSync(join(folder, 'main.tf'), '');
      truncateSync(join(folder, 'main.tf'), 200_000_000);
    },
    gaps: ['too-large'],
  },
  { name: 'deep lists in YAML', files: { 'a.yaml': nested('[', ']') }, gaps: ['too-large'] },
  { name: 'deep lists in YAML that never end', files: { 'a.yaml': '['.repeat(deep) }, gaps: ['too-large'] },
  { name: 'deep blocks in YAML', files: { 'a.yaml': '- '.repeat(deep) }, gaps: ['too-large'] },
  { name: 'deep lists in JSON', files: { 'a.json': nested('[', ']') }, gaps: ['too-large'] },
  { name: 'deep maps in JSON', files: { 'a.json': nested('{"a":', '}', '1') }, gaps: ['too-large'] },
  { name: 'deep lists in HCL', files: { 'a.tf': `x = ${nested('[', ']')}` }, gaps: ['too-large'] },
  { name: 'deep brackets in HCL', files: { 'a.tf': `x = ${nested('(', ')', '1')}` }, gaps: ['too-large'] },
  { name: 'deep calls in HCL', files: { 'a.tf': `x = ${nested('f(', ')')}` }, gaps: ['too-large'] },
  { name: 'deep blocks in HCL', files: { 'a.tf': nested('b { ', '} ') }, gaps: ['too-large'] },
  { name: 'deep templates in HCL', files: { 'a.tf': `x = "${nested('${"', '"}')}"` }, gaps: ['too-large'] },
  { name: 'long chains in HCL', files: { 'a.tf': `x = a${'.b'.repeat(deep)}\n` }, gaps: ['too-large'] },
  {
    name: 'aliases of aliases in YAML',
    files: {
      'a.yaml': [
        'apiVersion: v1\nkind: Secret\nmetadata: {name: bomb}\na0: &a0 [x, x, x, x, x, x, x, x, x]',
        ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]`),
        'stringData: {token: *a30}\n',
      ].join('\n'),
    },
    gaps: ['too-large'],
  },
  { name: 'bytes named .yml', files: { 'a.yml': Buffer.from([0, 159, 146, 150]) }, gaps: ['unparsed'] },
  { name: 'bytes named .tf', files: { 'a.tf': Buffer.alloc(1000) }, gaps: ['unparsed'] },
  {
    name: 'nothing but a byte order mark',
    files: { 'a.tf': '\uFEFF', 'b.yaml': '\uFEFF', 'c.json': Buffer.from([0xff, 0xfe]) },
    gaps: [],
  },
  { name: 'empty files', files: { 'a.tf': '', 'b.yaml': '', 'c.json': '', '.github/workflows/d.yml': '' }, gaps: [] },
  { name: '10 000 empty documents', files: { 'a.yaml': '---\n'.repeat(10_000) }, gaps: [] },
  { name: 'a folder named like a file', make: (folder) => mkdirSync(join(folder, 'main.tf')), gaps: [] },
  {
    name: 'a folder named like the config',
    make: (folder) => mkdirSync(join(folder, '.github/identity-review.yml'), { recursive: true }),
    gaps: [],
  },
  { name: 'names that are commands', files: { '::error::x.tf': 'resource "a" {', '$(touch x).yaml': '[' }, gaps: ['unparsed', 'unparsed'] },
];

/** Far above what a run takes (60 MB), far below what any of these could take. */
const heap = '--max-old-space-size=200';

describe('a scan survives', () => {
  let ran: ReadonlyMap<Row, Ran>;
  beforeAll(async () => {
    ran = await runEach(rows, ({ files = {}, make }) => {
      const folder = newFolder();
      write(folder, files);
      make?.(folder);
      return run(['scan', folder, ...now, '--format', 'json'], { node: [heap] });
    });
  });

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const { code, out, err } = ran.get(row) ?? { code: null, out: '', err: '' };
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect((JSON.parse(out) as Report).gaps.map((g) => g.kind)).toEqual(row.gaps);
  });
});

it('what cannot be read fails the review where the config says so', async () => {
  const folder = newFolder();
  write(folder, { 'a.yaml': '[', '.github/identity-review.yml': 'gaps: fail\n' });
  expect((await run(['scan', folder, '--quiet'])).code).toBe(1);
  expect((await run(['scan', folder, '--quiet', '--fail-on', 'never'])).code).toBe(0);
});
