/** The terms of expressions: literals, names and calls, lambdas, parentheses, arrays with their loops. Objects have a file of their own. */

import { exactNumber } from '../number.js';
import { literalWords } from '../scanner.js';
import type { ArrayExpression, Expression, For, Lambda, Literal } from './ast.js';
import { Char, type Cursor, isDigit } from './cursor.js';
import { object } from './objects.js';
import { argumentsOf, bodyOrIf, spreadOr } from './parts.js';
import { atString, string } from './strings.js';

/** One operand without the steps after it. */
export function term(c: Cursor): Expression {
  if (atString(c)) return string(c);
  if (c.atWord) return named(c);
  switch (c.peek()) {
    case Char.openBrace:
      return object(c);
    case Char.openBracket:
      return arrayOrFor(c);
    case Char.openParen:
      return parenthesisedOrLambda(c);
  }
  if (isDigit(c.peek())) return number(c);
  c.fail('expected a value');
  return { kind: 'literal', value: null, span: c.spanFrom(c.pos) };
}

function number(c: Cursor): Literal {
  const start = c.pos;
  while (isDigit(c.peek())) c.pos++;
  return { kind: 'literal', value: exactNumber(c.text.slice(start, c.pos)), span: c.spanFrom(start) };
}

function named(c: Cursor): Expression {
  const start = c.pos;
  const name = c.word();
  const at = c.spanFrom(start);
  if (c.at('(')) {
    const args = argumentsOf(c);
    return { kind: 'call', on: undefined, name, args, span: c.spanFrom(start) };
  }
  const keyword = literalWords.get(name);
  if (keyword !== undefined) return { kind: 'literal', value: keyword, span: at };
  c.skip();
  return c.at('=>') ? lambda(c, start, [name]) : { kind: 'name', name, span: at };
}

/** `(a)`, or the parameters of `(a, b) => …`. */
function parenthesisedOrLambda(c: Cursor): Expression {
  const start = c.pos;
  const params = paramsAhead(c);
  if (params) return lambda(c, start, params);
  c.pos++;
  return c.within(false, () => {
    c.skip();
    const inner = c.expression();
    c.expect(')', 'expected the closing parenthesis');
    return { ...inner, span: c.spanFrom(start) };
  });
}

/** Parameters in parentheses, where `=>` stands behind them; the cursor is then at the arrow. */
function paramsAhead(c: Cursor): readonly string[] | undefined {
  const start = c.pos++;
  const params: string[] = [];
  const arrow = c.within(false, () => {
    for (c.skip(); c.atWord; c.skip()) {
      params.push(c.word());
      c.skip();
      if (!c.take(',')) break;
    }
    if (!c.take(')')) return false;
    c.skip();
    return c.at('=>');
  });
  if (arrow) return params;
  c.pos = start;
  return undefined;
}

function lambda(c: Cursor, start: number, params: readonly string[]): Lambda {
  c.pos += 2;
  c.skipLines();
  const body = c.expression();
  return { kind: 'lambda', params, body, span: c.spanFrom(start) };
}

// ── arrays ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function arrayOrFor(c: Cursor): ArrayExpression | For {
  const start = c.pos++;
  return c.within(true, () => {
    c.skipLines();
    return c.takeWord('for') ? loop(c, start) : array(c, start);
  });
}

function array(c: Cursor, start: number): ArrayExpression {
  const items: Expression[] = [];
  let closed = c.take(']');
  for (; !c.atEnd && !closed; closed = c.take(']')) {
    items.push(spreadOr(c));
    c.skip();
    if (!c.take(',') && !c.at(']') && !c.atNewline) c.fail('expected the end of the item');
    c.skipLines();
  }
  if (!closed) c.fail('the array is not closed', start);
  return { kind: 'array', items, span: c.spanFrom(start) };
}

function loop(c: Cursor, start: number): For {
  c.skip();
  const pair = c.take('(');
  c.skip();
  const item = c.word();
  let index: string | undefined;
  if (pair) {
    c.expect(',', 'expected the name of the index');
    c.skip();
    index = c.word();
    c.expect(')', 'expected the closing parenthesis');
  }
  c.skip();
  if (!c.takeWord('in')) c.fail('expected `in`');
  c.skipLines();
  const list = c.expression();
  c.expect(':', 'expected `:` of the loop');
  c.skipLines();
  const body = bodyOrIf(c);
  c.skipLines();
  if (!c.take(']')) c.fail('expected the end of the loop');
  return { kind: 'for', item, index, list, body, span: c.spanFrom(start) };
}
