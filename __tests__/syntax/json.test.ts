import { describe, expect, it } from '@jest/globals';
import { filePath, locate, type Source, span } from '../../src/model/span.js';
import { dig, get, type Node, type ScalarNode } from '../../src/model/tree.js';
import { json } from '../../src/syntax/json.js';
import { parseJsonText } from '../../src/syntax/json-text.js';
import fc from '../house/seeded.js';
import { childrenInside, plain, slice, withDigits } from './tree-properties.js';

const source = (text: string): Source => ({ path: filePath('a.json'), side: 'head', text });
const parse = (text: string) => json.parse(source(text));
const root = (text: string): Node | undefined => parse(text).documents[0]?.root;

describe('json', () => {
  it('reads values with their places', () => {
    const tree = root('{\n  "Version": "2012-10-17",\n  "n": [1, -2.5e3, true, false, null]\n}');
    expect(plain(tree)).toEqual({ Version: '2012-10-17', n: [1, -2500, true, false, null] });
    const version = get(tree, 'Version');
    expect(version && slice(version)).toBe('"2012-10-17"');
    expect(version && locate(version.span)).toMatchObject({ startLine: 2, startColumn: 14, endLine: 2, endColumn: 26 });
  });

  it('keeps comments and accepts trailing commas', () => {
    const { documents, comments, gaps } = parse('// owner: team-a\n{ "a": [1, 2,], /* why */ "b": 2, }\n// end');
    expect(plain(documents[0]?.root)).toEqual({ a: [1, 2], b: 2 });
    expect(comments.map((c) => c.text)).toEqual(['owner: team-a', 'why', 'end']);
    expect(comments.map((c) => slice(c))).toEqual(['// owner: team-a', '/* why */', '// end']);
    expect(gaps).toEqual([]);
  });

  it('says what it took that JSON proper does not allow, the first of it', () => {
    const liberty = (text: string) => {
      const { liberty: taken, error } = parseJsonText(text, (start, end) => span(source(text), start, end));
      expect(error).toBeUndefined();
      return taken && `${taken.message} at ${taken.start}`;
    };
    expect(liberty('{"a": [1, 2], "b": {"c": [], "d": {}}}')).toBeUndefined();
    expect(liberty('{"a": [1, 2 , ], // why\n}')).toBe("a comma stands before ']' at 12");
    expect(liberty('{"a": 1 /* why */ , }')).toBe('JSON has no comments at 8');
    expect(liberty('["a\tb"]'.replace('\\t', '\t'))).toBe('a control character stands in a string at 3');
  });

  it('keeps duplicate keys; the last one counts', () => {
    const tree = root('{"a": 1, "a": 2}');
    expect(tree?.kind === 'map' && tree.entries.length).toBe(2);
    expect(plain(get(tree, 'a'))).toBe(2);
  });

  it('does not round long ids', () => {
    expect(plain(root('[103950938504938450293, 9007199254740991]'))).toEqual(['103950938504938450293', 9007199254740991]);
  });

  it('tells where each character of a string stands', () => {
    const [simple, escaped] = ['"abc"', '"a\\n\\u0041c"'].map((t) => root(t) as ScalarNode);
    expect(simple?.offsets).toEqual({ from: [0], to: [1] });
    expect(escaped?.value).toBe('a\nAc');
    expect(escaped?.offsets).toEqual({ from: [0, 2, 3], to: [1, 4, 10] });
  });

  it.each([
    ['{"a": 1, "b" 2}', { a: 1 }, 13],
    ['{"a": {"b": [1, 2', { a: { b: [1, 2] } }, 17],
    ['{"a": "open', {}, 6],
    ['{"a": "li\nne"}', {}, 6],
    ['{"a": 1} {"b": 2}', { a: 1 }, 9],
    ['{"a": 1, "b": tru}', { a: 1 }, 14],
    ['{"a": 1, "b": "\\q"}', { a: 1 }, 15],
    ['[1 /* open', [1], 3],
    ['nothing', undefined, 0],
  ])('reads %j up to the mistake', (text, value, at) => {
    const { documents, gaps } = parse(text);
    expect(plain(documents[0]?.root)).toEqual(value);
    expect(gaps).toMatchObject([{ kind: 'unparsed', at: { start: at } }]);
  });

  it.each(['', '  \n', '\ufeff', '// only a comment'])('has no document and no gap in %j', (text) => {
    expect(parse(text)).toMatchObject({ documents: [], gaps: [] });
  });

  it('cuts at the depth limit instead of overflowing', () => {
    for (const open of ['[', '{"a":', '[{"a":']) {
      const { documents, gaps } = parse(open.repeat(100_000));
      expect(documents).toHaveLength(1);
      expect(gaps).toMatchObject([{ kind: 'too-large' }]);
    }
    expect(parse('['.repeat(200) + ']'.repeat(200)).gaps).toEqual([]);
  });

  it('tells no source text in its gaps', () => {
    const secret = 'AKIAQ3EXAMPLESECRET0';
    for (const text of [`{"a": "${secret}`, `{${secret}: 1}`, `[${secret}]`, `{"${secret}" 1}`, `{} ${secret}`]) {
      expect(
        parse(text)
          .gaps.map((g) => g.reason)
          .join(),
      ).not.toContain(secret);
      expect(parse(text).gaps).toHaveLength(1);
    }
  });

  it('opens a document inside another file with shifted spans', () => {
    const file = source('policy = <<EOF\n{"Action": "s3:*", "n": {"a\\u0062": "x\\ty"}}\nEOF\n');
    const start = 15;
    const { root: tree } = parseJsonText(file.text.slice(start, file.text.indexOf('\nEOF')), (s, e) => span(file, start + s, start + e));
    const action = get(tree, 'Action') as ScalarNode;
    expect(slice(action)).toBe('"s3:*"');
    expect(action.offsets).toEqual({ from: [0], to: [action.span.start + 1] });
    const escaped = dig(tree, 'n', 'ab') as ScalarNode;
    expect(escaped.offsets?.to).toEqual([escaped.span.start + 1, escaped.span.start + 4]);
  });

  it('gives no offsets where the characters do not stand in one piece', () => {
    const whole = span(source('x'.repeat(100)), 0, 100);
    const { root: tree } = parseJsonText('{"a": "b"}', () => whole);
    expect((get(tree, 'a') as ScalarNode).offsets).toBeUndefined();
  });

  it('equals JSON.parse', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const { documents, gaps } = parse(text);
        expect(gaps).toEqual([]);
        expect(plain(documents[0]?.root)).toEqual(withDigits(JSON.parse(text)));
        childrenInside(documents[0]?.root);
      }),
    );
  });

  it('never throws', () => {
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'u00', '//', '/*', '*/', '\n', 'true', '1e', '-', ' ', 'é'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          pieces.map((p) => p.join('')),
        ),
        (text) => {
          const { documents, gaps } = parse(text);
          childrenInside(documents[0]?.root);
          for (const g of gaps) expect(typeof g.at === 'object' && g.at.start <= text.length).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
