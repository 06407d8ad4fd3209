/** The blocks of a template: where `.` points within each. */
import { type Source, span } from '../../../model/span.js';
import { type Expression, expressionsOf } from '../../../syntax/yaml/expressions.js';
import { type Dot, evaluate, type Known } from './expression.js';

/** An expression with what stands around it. */
export interface Placed extends Expression {
  /** Without braces and the dashes that eat white space. */
  readonly body: string;
  readonly dot: Dot;
}

interface Block {
  readonly dot: Dot;
  readonly outer: Dot;
}

/** All expressions of a template, in order. */
export function placedExpressions(source: Source, known: Known): readonly Placed[] {
  const open: Block[] = [];
  let dot: Dot = { at: 'root' };
  return expressionsOf(source.text).map((expression) => {
    const body = bodyOf(source.text, expression);
    const placed = { ...expression, body, dot };
    const [word = ''] = /^\w+/.exec(body) ?? [];
    if (word === 'end') dot = open.pop()?.outer ?? { at: 'root' };
    else if (word === 'else') dot = open.at(-1)?.outer ?? dot;
    else if (word === 'if' || word === 'with' || word === 'range' || word === 'define' || word === 'block') {
      const inner = innerDot(word, body, dot, known, source, expression);
      open.push({ dot: inner, outer: dot });
      dot = inner;
    }
    return placed;
  });
}

function innerDot(word: string, body: string, dot: Dot, known: Known, source: Source, { start, end }: Expression): Dot {
  if (word === 'if') return dot;
  if (word !== 'with') return { at: 'unknown' };
  const value = evaluate(body.slice('with'.length).trim(), dot, known, span(source, start, end));
  return value ? { at: 'value', value: value.value } : { at: 'unknown' };
}

function bodyOf(text: string, { start, end }: Expression): string {
  return text
    .slice(start + 2, end - 2)
    .replace(/^-|-$/g, '')
    .trim();
}
