import { describe, expect, it } from '@jest/globals';
import { filePath, locate, type Source, span } from '../../src/model/span.js';
import type { Hole, Node } from '../../src/model/tree.js';
import { openDocument } from '../../src/syntax/embedded.js';
import { stopwatch } from '../house/stopwatch.js';
import { plain } from './tree-properties.js';

const hole = (name: string): Hole => ({ name });
/** A string with holes as it stands in a file: `${x}` is one character of the flat text and four of the file. */
function written(text: string): Node {
  const source: Source = { path: filePath('a.txt'), side: 'head', text };
  const parts: (string | Hole)[] = [];
  const [from, to]: [number[], number[]] = [[], []];
  let flat = 0;
  let at = 0;
  for (const piece of text.split(/(\$\{\w+\})/)) {
    const name = /^\$\{(\w+)\}$/.exec(piece)?.[1];
    if (piece === '') continue;
    from.push(flat);
    to.push(at);
    parts.push(name === undefined ? piece : hole(name));
    flat += name === undefined ? piece.length : 1;
    at += piece.length;
  }
  return { kind: 'template', parts, span: span(source, 0, text.length), offsets: { from, to } };
}

const opened = (text: string) => openDocument(written(text));
const document = (text: string) => {
  const o = opened(text);
  return 'document' in o ? plain(o.document) : o.problem;
};
/** What is wrong for certain, as `line:column problem`. */
const flaw = (text: string) => {
  const o = opened(text);
  const found = 'document' in o ? o.flaw : o.broken ? o : undefined;
  if (!found) return undefined;
  const { startLine, startColumn } = locate(found.at);
  return `${startLine}:${startColumn} ${found.problem.replace('the document is not valid JSON: ', '')}`;
};

describe('a document in a string', () => {
  it('keeps its holes, inside strings and outside', () => {
    expect(document('{"a": "x/${b}/*", "c": ${d}}')).toEqual({ a: 'x/<b>/*', c: '<d>' });
  });

  it('is read around a hole that may stand for members of a list, or for none', () => {
    expect(document('[${a} {"b": 1}, ${c}{"d": ${e}} ${f}\n ${g} ]')).toEqual(['<a>', { b: 1 }, '<c>', { d: '<e>' }, '<f>', '<g>']);
    expect(document('["x", ${a}]')).toEqual(['x', '<a>']);
    expect(document('${a}')).toBe('the document comes from a');
  });

  it('is wrong where no value could make it right', () => {
    expect(flaw('{"a": "${b}",\n "c": [1,\n,] }')).toBe('3:1 expected a value');
    expect(flaw('{"a": "${b}",\n "c": 1,\n}')).toBe("2:8 a comma stands before '}'");
    expect(flaw('{"a" 1, "b": ${c}}')).toBe("1:6 expected ':' after a key");
    expect(flaw('{"a": 1')).toBe("1:8 '}' is missing at the end of the text");
  });

  it('is not known where a value decides how it goes on', () => {
    for (const text of ['{"a": 1 ${b} }', '{"a": 1, ${b} "c": 2}', '{"a": ${b}, "c": [1,,]}', '{"a": 1, "b": ${c}'])
      expect(opened(text)).toMatchObject({ broken: false, missing: /\{(\w)\}/.exec(text)?.[1] });
    expect(flaw('{"a": ${b}, "c": [1,]}')).toBeUndefined();
  });

  it('that is empty may be how somebody writes none', () => {
    expect(openDocument(written(' \n'))).toMatchObject({ broken: false });
  });

  it('is read in a time that grows with it, whatever holes are in it', () => {
    const text = `[${'${a}   '.repeat(30_000)}]`;
    const spent = stopwatch();
    expect((document(text) as readonly unknown[]).length).toBe(30_000);
    expect(spent()).toBeLessThan(5_000);
  });
});
