/** What must be true of every tree, whatever the text: fixtures, generated HCL, broken HCL and noise. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Attribute, Block, Expression, HclFile, Template, TemplateText } from '../../../src/syntax/hcl/ast.js';
import { limits } from '../../../src/syntax/syntax.js';
import fc from '../../house/seeded.js';
import { stopwatch } from '../../house/stopwatch.js';
import { anyExpression, anyFile } from './generated.js';
import { childrenOf, expression, itemsOf, type Positioned, parse, show, slice } from './trees.js';

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder)
  .filter((n) => n.endsWith('.tf'))
  .map((n) => readFileSync(new URL(n, folder), 'utf8'));

/** Throws where a node does not stand where its text stands. Plain checks: `expect` on each of many thousand nodes is slow. */
function checkFile(file: HclFile): void {
  for (const item of itemsOf(file.body)) check(item, 0);
  let last = 0;
  for (const { span, text } of file.comments) {
    must(span.start >= last && span.end > span.start && slice(span).includes(text), 'comment', span.start);
    last = span.end;
  }
  for (const { at } of file.gaps) must(typeof at === 'object' && at.start <= at.end && at.end <= at.source.text.length, 'gap', 0);
}

function check(at: Positioned, depth: number): void {
  const { start, end } = at.span;
  // An expression costs at most a template, an interpolation and six strengths of operators per level.
  must(depth <= 10 * limits.depth, 'depth', start);
  must(standsForItself(at), 'kind' in at ? at.kind : 'item', start);
  let last = start;
  for (const child of childrenOf(at)) {
    must(child.span.start >= last && child.span.end >= child.span.start && child.span.end <= end, 'child', child.span.start);
    last = child.span.end;
    check(child, depth + 1);
  }
}

function must(held: boolean, what: string, where: number): void {
  if (!held) throw new Error(`${what} at ${where}`);
}

function standsForItself(at: Positioned): boolean {
  const text = slice(at.span);
  if (!('kind' in at)) return itemStands(at, text);
  switch (at.kind) {
    case 'literal':
      return typeof at.value === 'number' ? Number(text) === at.value : text === String(at.value);
    case 'variable':
      return text === at.name;
    case 'traversal':
      return text.endsWith(at.name);
    case 'index':
      return text.endsWith(']') || text.endsWith(show(at.key));
    case 'call':
      return text.startsWith(at.name.split('::')[0] ?? '') && text.endsWith(')');
    case 'unary':
      return text.startsWith(at.operator);
    case 'binary':
      return text.slice(at.left.span.end - at.span.start, at.right.span.start - at.span.start).includes(at.operator);
    case 'parenthesised':
      return text.startsWith('(') && text.endsWith(')');
    case 'tuple':
    case 'for-tuple':
      return text.startsWith('[') && text.endsWith(']');
    case 'object':
    case 'for-object':
      return text.startsWith('{') && text.endsWith('}');
    case 'interpolation':
      return text.startsWith('${') && text.endsWith('}');
    case 'if':
    case 'for-directive':
      return text.startsWith('%{') && text.endsWith('}');
    case 'template':
      return templateStands(at, text);
    case 'text':
      return textStands(at);
    case 'conditional':
    case 'splat':
      return text !== '';
  }
}

function templateStands(at: Template, text: string): boolean {
  if (at.heredoc) return text.startsWith('<<') && text.endsWith(/^<<-?(\S+)/.exec(text)?.[1] ?? '<<');
  return isBareKey(at) ? text === at.parts.map((p) => slice(p.span)).join('') : text.length > 1 && text.endsWith('"');
}

function itemStands(at: Attribute | Block, text: string): boolean {
  if (!('body' in at)) return slice(at.nameSpan) === at.name && at.span.start === at.nameSpan.start && at.span.end === at.value.span.end;
  const head = slice(at.head);
  const { body, span } = at;
  const braced = text.charAt(body.span.start - span.start - 1) === '{' && text.endsWith('}') && body.span.end === span.end - 1;
  return braced && text.startsWith(head) && head.startsWith(at.type) && at.labels.every((l) => head.includes(slice(l.span)));
}

/** Each character of a text stands at its place, or an escape does. */
function textStands({ text, span, offsets }: TemplateText): boolean {
  if (text === '') return false;
  if (!offsets) return slice(span) === text;
  const { from, to } = offsets;
  const ascends = (numbers: readonly number[]) => numbers.every((n, i) => i === 0 || n > (numbers[i - 1] ?? 0));
  if (from[0] !== 0 || to[0] !== span.start || from.length !== to.length || !ascends(from) || !ascends(to)) return false;
  let piece = 0;
  for (let o = 0; o < text.length; o++) {
    if (from[piece + 1] === o) piece++;
    const place = (to[piece] ?? 0) + o - (from[piece] ?? 0);
    const there = span.source.text.charAt(place);
    const escaped = there === '\\' || span.source.text.charAt(place - 1) === '\\';
    if (place >= span.end || (there !== text.charAt(o) && !escaped)) return false;
  }
  return true;
}

/** Expressions whose own text is an expression: not the element of a splat, not a bare key. */
function readableAlone(at: Positioned): readonly Expression[] {
  const below = ('kind' in at && at.kind === 'splat' ? [at.source] : childrenOf(at)).flatMap(readableAlone);
  return isExpression(at) && !isBareKey(at) ? [at, ...below] : below;
}
const isBareKey = (at: Expression): boolean => at.kind === 'template' && !/^["<]/.test(slice(at.span));
const isExpression = (at: Positioned): at is Expression =>
  'kind' in at && at.kind !== 'text' && at.kind !== 'interpolation' && at.kind !== 'if' && at.kind !== 'for-directive';

describe('every node stands where its text stands', () => {
  it('in the fixtures', () => {
    for (const text of fixtures) checkFile(parse(text));
  });

  it('in generated files, which are read whole', () => {
    fc.assert(
      fc.property(anyFile, ({ text, names }) => {
        const file = parse(text);
        expect(file.gaps).toEqual([]);
        expect(itemsOf(file.body).map((i) => ('body' in i ? i.type : i.name))).toEqual(names);
        checkFile(file);
      }),
      { numRuns: 300 },
    );
  });

  it('so that each expression read alone gives the same tree', () => {
    const alone = (e: Expression): string => show(expression(`(${slice(e.span)}\n)`));
    for (const text of fixtures)
      for (const item of itemsOf(parse(text).body)) for (const e of readableAlone(item)) expect(alone(e)).toBe(`<${show(e)}>`);
  });
});

describe('generated expressions', () => {
  it('are grouped as they were made', () => {
    fc.assert(
      fc.property(anyExpression, ({ text, shown }) => expect(show(expression(text))).toBe(shown)),
      { numRuns: 500 },
    );
  });
});

describe('any text at all is read to its end', () => {
  it('noise', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => checkFile(parse(text))));
  });

  it('the signs of the grammar in any order', () => {
    const signs = [...'{}[]()<>"$%~\\.,:=!?*+-/&|#\n \r\t0a', '${', '%{', '<<E\n', '\nE\n', 'for ', ' in ', 'if ', '...', '::', '/*', '*/'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 60 }), (tokens) => checkFile(parse(tokens.join('')))),
      { numRuns: 1500 },
    );
  });

  it('fixtures with a hole, a repetition or a foreign sign', () => {
    const mutation = fc.record({
      text: fc.constantFrom(...fixtures),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      put: fc.oneof(fc.constant(''), fc.constantFrom('{', '}', '"', '[', '(', '${', '<<X\n', '/*', '\n', '='), fc.string({ maxLength: 5 })),
    });
    fc.assert(
      fc.property(mutation, ({ text, at, length, put }) => {
        const start = Math.floor(at * text.length);
        checkFile(parse(text.slice(0, start) + put + text.slice(start + length)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('hostile text costs no more than its length', () => {
  const times = 50_000;
  it.each([
    ['unclosed blocks', 'a {\n'],
    ['unclosed heredocs', 'a = <<X\n'],
    ['heredocs that swallow their ends', 'a = <<X\n${[\nX\n]}\n'],
    ['unclosed comments', 'a = /*\n'],
    ['unclosed strings', 'a = "\n'],
    ['unclosed lists', 'a = [\n'],
    ['unclosed blocks with errors', 'a {\nb {\nx = "\n'],
    ['openers of heredocs where nothing is read', 'x y\n  z <<X\n'],
    ['words', 'x y z\n'],
  ])('%s', (_, line) => {
    const spent = stopwatch();
    expect(parse(line.repeat(times)).gaps.length).toBeLessThan(200);
    // Takes a tenth of this on a slow machine; without a bound on rereading it takes hours.
    expect(spent()).toBeLessThan(10_000);
  });

  it('a block that is not closed before a long rest', () => {
    const file = parse(`${'a {\n'.repeat(150)}${'b = 1\n'.repeat(100_000)}`);
    expect(file.gaps.at(-1)).toMatchObject({ kind: 'too-large' });
  });
});
