/** The expression grammar from the conditional down to the steps after a term, in the order in which operators bind. */
import { type Span, span } from '../../model/span.js';
import { limits } from '../syntax.js';
import type { BinaryOperator, Expression, Index } from './ast.js';
import { Char, type Cursor } from './cursor.js';
import { argumentsOf } from './parts.js';
import { term } from './terms.js';

/** The top of the grammar: `condition ? a : b`, or anything that binds tighter. */
export function conditional(c: Cursor): Expression {
  const condition = binary(c, 0);
  c.joinLine('?');
  if (!c.take('?')) return condition;
  c.skipLines();
  const whenTrue = c.expression();
  c.joinLine(':');
  c.expect(':', 'expected `:` of the conditional');
  c.skipLines();
  const whenFalse = c.expression();
  return { kind: 'conditional', condition, whenTrue, whenFalse, span: between(c, condition, whenFalse) };
}

const between = (c: Cursor, first: Expression, last: Expression): Span =>
  span(c.source, first.span.start, Math.max(first.span.end, last.span.end));

// ── operators ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** The higher the index, the tighter they bind; within a row the longer sign comes first. */
const strengths: readonly (readonly BinaryOperator[])[] = [
  ['??'],
  ['||'],
  ['&&'],
  ['==', '!=', '=~', '!~'],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];
const operators = strengths.flatMap((signs, strength) => signs.map((sign) => ({ sign, strength })));
const byFirst = new Map<number, typeof operators>();
for (const operator of operators) {
  const code = operator.sign.charCodeAt(0);
  byFirst.set(code, [...(byFirst.get(code) ?? []), operator]);
}

const operatorAt = (c: Cursor) => byFirst.get(c.peek())?.find(({ sign }) => c.at(sign));

/** Operators of that strength and above, all left-associative. */
function binary(c: Cursor, weakest: number): Expression {
  let left = unary(c);
  for (let links = 0; ; links++) {
    c.skip();
    if (c.atNewline) c.joinLine('??', '||', '&&');
    const operator = operatorAt(c);
    if (!operator || operator.strength < weakest) return left;
    if (links > limits.depth) c.fail('too many operators in a row', c.pos, 'too-large');
    c.pos += operator.sign.length;
    c.skipLines();
    const right = c.deeper(() => binary(c, operator.strength + 1));
    left = { kind: 'binary', operator: operator.sign, left, right, span: between(c, left, right) };
  }
}

function unary(c: Cursor): Expression {
  const start = c.pos;
  const operator = c.at('!') ? '!' : c.at('-') ? '-' : undefined;
  if (!operator) return postfix(c);
  c.pos++;
  c.skip();
  const operand = c.deeper(() => unary(c));
  return { kind: 'unary', operator, operand, span: span(c.source, start, Math.max(c.spanFrom(start).end, operand.span.end)) };
}

// ── steps after a term ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
function postfix(c: Cursor): Expression {
  let source = term(c);
  for (let links = 0; ; links++) {
    c.skip();
    if (links > limits.depth) c.fail('too many steps in a row', c.pos, 'too-large');
    const code = c.peek();
    if (code === Char.dot && c.peek(1) !== Char.dot) source = accessOrCall(c, source, false);
    else if (code === Char.colon && c.peek(1) === Char.colon) source = accessOrCall(c, source, true);
    else if (code === Char.openBracket) source = index(c, source);
    // `a!` asserts that it is not null, `a != b` compares.
    else if (code === Char.bang && !c.at('!=') && !c.at('!~')) c.pos++;
    else return source;
  }
}

function accessOrCall(c: Cursor, source: Expression, nested: boolean): Expression {
  const { start } = source.span;
  c.pos += nested ? 2 : 1;
  const safe = !nested && c.take('?');
  c.skip();
  const name = c.word();
  if (c.at('(')) {
    const args = argumentsOf(c);
    return { kind: 'call', on: source, name, args, span: c.spanFrom(start) };
  }
  return { kind: 'access', source, name, safe, nested, span: c.spanFrom(start) };
}

function index(c: Cursor, source: Expression): Index {
  c.pos++;
  const safe = c.take('?');
  const key = c.within(false, () => {
    c.skip();
    const inner = c.expression();
    c.expect(']', 'expected the end of the index');
    return inner;
  });
  return { kind: 'index', source, key, safe, span: c.spanFrom(source.span.start) };
}
