/** HashiCorp's own parser is the judge: `scripts/golden-hcl.mjs` wrote down what it makes of each fixture. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toJson } from './hcl2json.js';
import { parse } from './trees.js';

const folder = new URL('./fixtures/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder);
const fixtures = files.filter((n) => n.endsWith('.tf'));

describe('the same tree as HashiCorp’s parser', () => {
  it.each(fixtures)('%s', (name) => {
    const file = parse(read(name));
    expect(file.gaps).toEqual([]);
    expect(toJson(file)).toEqual(JSON.parse(read(name.replace(/\.tf$/, '.golden.json'))));
  });

  it('has a golden file for each fixture and none without', () => {
    expect(files.filter((n) => n.endsWith('.golden.json'))).toEqual(fixtures.map((n) => n.replace(/\.tf$/, '.golden.json')));
  });

  it('keeps the line ends of another system', () => {
    expect(read('windows-line-ends.tf')).toMatch(/^(?:[^\r\n]*\r\n)+$/);
  });
});
