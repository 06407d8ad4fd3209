import { describe, expect, it } from '@jest/globals';
import { filePath } from '../../src/model/span.js';
import { entriesOf } from '../../src/model/tree.js';
import { commentFinder, declarationSpan } from '../../src/readers/declaration.js';
import { yaml } from '../../src/syntax/yaml/index.js';

function commentsIn(text: string): Record<string, readonly string[]> {
  const { documents, comments } = yaml.parse({ path: filePath('a.yaml'), side: 'head', text });
  const find = commentFinder(comments);
  const entries = entriesOf(documents[0]?.root).flatMap((e) => (e.value.kind === 'map' ? [e] : []));
  return Object.fromEntries(entries.map((e) => [String(e.key.value), find(e.key.span, declarationSpan(e)).map((c) => c.text)]));
}

describe('comments of a declaration', () => {
  it.each([
    ['above, without a line between', '# far\n\n# near\n# next\na: {}\n', { a: ['near', 'next'] }],
    ['not those beside what stands above', 'x: 1 # of x\na: {}\n', { a: [] }],
    ['not those that are indented deeper above', 'b:\n  k: 1\n  # of b\na: {}\n', { b: ['of b'], a: [] }],
    ['beside the head and the end', 'a: # head\n  k: 1 # end\nb: {} # flow\n', { a: ['head', 'end'], b: ['flow'] }],
    ['inside', 'a:\n  # first\n  k: 1\n  # middle\n  l: 2\n', { a: ['first', 'middle'] }],
    [
      'below and deeper, to the next declaration',
      'a:\n  k: 1\n\n  # l: 2\n  # m: 3\n# of b\nb:\n  # in b\n  k: 1\n',
      { a: ['l: 2', 'm: 3'], b: ['of b', 'in b'] },
    ],
    ['behind a block of text', 'a:\n  k: |\n    # text\n  # comment\nb: {}\n', { a: ['comment'], b: [] }],
    ['with other line ends', '# one\r\n# two\r\na: {} # three\r\n', { a: ['one', 'two', 'three'] }],
  ])('%s', (_, text, expected) => {
    expect(commentsIn(text)).toEqual(expected);
  });

  it('of an alias are those of its own line', () => {
    expect(commentsIn('a: &x\n  k: 1 # in a\nb: *x # of b\n')).toEqual({ a: ['in a'], b: ['of b'] });
  });
});
