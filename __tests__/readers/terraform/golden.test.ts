/** What Terraform itself makes of an expression, against what we make of it. `scripts/golden-functions.mjs` writes the golden files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { deref, get, type Node } from '../../../src/model/tree.js';
import { isKnown } from '../../../src/readers/terraform/nodes.js';
import { evaluated, readModule } from './module-of.js';
import { plain } from './print.js';

const folder = new URL('./golden/', import.meta.url);
const golden: Readonly<Record<string, { readonly value?: unknown; readonly fails?: true }>> = JSON.parse(
  readFileSync(new URL('functions.json', folder), 'utf8'),
);
const lines = readFileSync(new URL('functions.txt', folder), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

/** A document is the text that it is encoded as. */
const decoded = (expression: string, value: unknown): unknown =>
  /^jsonencode\(\{/.test(expression) && typeof value === 'string' ? JSON.parse(value) : value;

describe('Terraform and we make the same of', () => {
  it.each(lines.filter((line) => !line.startsWith('? ')))('%s', (expression) => {
    const { value, fails } = golden[expression] ?? {};
    const node = evaluated(expression);
    if (fails) expect(isKnown(node)).toBe(false);
    else expect(plain(node)).toEqual(decoded(expression, value));
  });
});

/** The value as a plan shows it: null where it is known only after apply. */
function planned(node: Node, unknown: unknown): unknown {
  const at = deref(node);
  if (unknown === true) return isKnown(node) ? plain(node) : null;
  if (at.kind === 'list') return at.items.map((item, i) => planned(item, Array.isArray(unknown) ? unknown[i] : undefined));
  if (at.kind !== 'map') return plain(at);
  const marks = typeof unknown === 'object' && unknown !== null ? new Map(Object.entries(unknown)) : new Map<string, unknown>();
  return Object.fromEntries(at.entries.map(({ key, value }) => [String(key.value), planned(value, marks.get(String(key.value)))]));
}

/** A plan leaves out what is not known yet. */
function withUnknown(value: unknown, unknown: unknown): unknown {
  if (unknown === true) return null;
  if (Array.isArray(value)) return value.map((item, i) => withUnknown(item, Array.isArray(unknown) ? unknown[i] : undefined));
  if (typeof value !== 'object' || value === null) return value;
  const marks = typeof unknown === 'object' && unknown !== null ? new Map(Object.entries(unknown)) : new Map<string, unknown>();
  const names = [...new Set([...Object.keys(value), ...[...marks].flatMap(([name, mark]) => (mark === true ? [name] : []))])];
  const values = new Map(Object.entries(value));
  return Object.fromEntries(names.map((name) => [name, withUnknown(values.get(name), marks.get(name))]));
}

interface Planned {
  readonly input: unknown;
  readonly unknown?: unknown;
}

describe('Terraform plans what we read of', () => {
  const configurations = new URL('configurations/', folder);
  it.each(readdirSync(configurations))('%s', (name) => {
    const root = fileURLToPath(new URL(`${name}/`, configurations));
    const paths = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile() && f.name !== 'golden.json')
      .map((f) => join(f.parentPath, f.name));
    const files = Object.fromEntries(paths.map((path) => [`live/${relative(root, path)}`, readFileSync(path, 'utf8')]));
    const plan: Readonly<Record<string, Planned>> = JSON.parse(readFileSync(join(root, 'golden.json'), 'utf8'));
    const { resources, gaps } = readModule(files, 'live');
    const read = resources
      .filter((r) => r.type === 'terraform_data')
      .map((r) => {
        const input = get(r.body, 'input');
        const value = input && planned(input, plan[r.label]?.unknown);
        // A document is the text that it is encoded as.
        const text = typeof plan[r.label]?.input === 'string' && typeof value === 'object' && value !== null;
        return [r.label, text ? JSON.stringify(sorted(value)) : value] as const;
      });
    expect(Object.fromEntries(read)).toEqual(
      Object.fromEntries(Object.entries(plan).map(([label, { input, unknown }]) => [label, withUnknown(input, unknown)])),
    );
    expect(gaps).toEqual([]);
  });
});

/** With the keys of all objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

describe('what is not evaluated is unknown', () => {
  it.each(lines.filter((line) => line.startsWith('? ')))('%s', (line) => {
    const node = evaluated(line.slice(2));
    // `yamlencode` of a value stands for it as a document, which is no guess.
    if (!line.includes('yamlencode')) expect(node.kind).toBe('unknown');
  });
});
