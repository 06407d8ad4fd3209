import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Event, getScalarValue, load, parseEvents } from 'js-yaml';
import { filePath, locate, type Source } from '../../src/model/span.js';
import { dig, get, type Node, type ScalarNode } from '../../src/model/tree.js';
import { decode } from '../../src/syntax/yaml/scalar.js';
import { yaml } from '../../src/syntax/yaml/index.js';
import { childrenInside, plain, slice, withDigits } from './tree-properties.js';

const source = (text: string): Source => ({ path: filePath('a.yaml'), side: 'head', text });
const parse = (text: string) => yaml.parse(source(text));
const root = (text: string): Node | undefined => parse(text).documents[0]?.root;

describe('yaml', () => {
  it('reads', () => {
    const t = root('a: 1\nb:\n  - x\n  - "y z"\nc: {d: e, f: [g, h]}\non: yes\nk: |\n  abc\n  def\n\nz:\n');
    expect(plain(t)).toEqual({ a: 1, b: ['x', 'y z'], c: { d: 'e', f: ['g', 'h'] }, on: 'yes', k: 'abc\ndef\n', z: null });
    childrenInside(t);
  });
});
