/** What Terraform itself makes of an expression, against what we make of it. `scripts/golden-functions.mjs` writes the golden files. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isKnown } from '../../../src/readers/terraform/nodes.js';
import { evaluated } from './module-of.js';
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

describe('what is not evaluated is unknown', () => {
  it.each(lines.filter((line) => line.startsWith('? ')))('%s', (line) => {
    const node = evaluated(line.slice(2));
    // `yamlencode` of a value stands for it as a document, which is no guess.
    if (!line.includes('yamlencode')) expect(node.kind).toBe('unknown');
  });
});
