/** The expression grammar from the conditional down to the steps after a term, in the order in which operators bind. */
import { span } from '../../model/span.js';
import type { Binary, Expression, Index, Literal, Splat, Traversal, Variable } from './ast.js';
import { Char, isDigit } from './characters.js';
import type { Cursor } from './cursor.js';
import { digits, term } from './terms.js';

/** The top of the grammar: `condition ? then : else`, or anything that binds tighter. */
export function conditional(c: Cursor): Expression {
  const condition = binary(c, 0);
  if (!c.take(Char.question)) return condition;
  c.skip();
  const whenTrue = c.expression();
  c.expect(Char.colon, 'expected `:` of the conditional');
  c.skip();
  const whenFalse = c.expression();
  // biome-ignore lint/suspicious/noThenProperty: it is the grammar's own word, and a tree is never awaited
  return { kind: 'conditional', condition, then: whenTrue, else: whenFalse, span: between(c, condition, whenFalse) };
}

const between = (c: Cursor, first: Expression, last: Expression) => span(c.source, first.span.start, last.span.end);

// ── operators ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
interface Operator {
  readonly sign: Binary['operator'];
  /** The higher, the tighter it binds. */
  readonly strength: number;
}
const operators = Object.fromEntries(
  ([['||'], ['&&'], ['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']] as const).flatMap((signs, strength) =>
    signs.map((sign) => [sign, { sign, strength }]),
  ),
) as Readonly<Record<Binary['operator'], Operator>>;

function operatorAt(c: Cursor): Operator | undefined {
  const equals = c.peek(1) === Char.equals;
  switch (c.peek()) {
    case Char.equals:
      return equals ? operators['=='] : undefined;
    case Char.bang:
      return equals ? operators['!='] : undefined;
    case Char.less:
      return equals ? operators['<='] : operators['<'];
    case Char.greater:
      return equals ? operators['>='] : operators['>'];
    case Char.pipe:
      return c.peek(1) === Char.pipe ? operators['||'] : undefined;
    case Char.ampersand:
      return c.peek(1) === Char.ampersand ? operators['&&'] : undefined;
    case Char.plus:
      return operators['+'];
    case Char.minus:
      return operators['-'];
    case Char.star:
      return operators['*'];
    case Char.slash:
      return operators['/'];
    case Char.percent:
      return operators['%'];
    default:
      return undefined;
  }
}

/** Operators of that strength and above, all left-associative. Leaves the cursor at the next token. */
function binary(c: Cursor, weakest: number): Expression {
  const chain = c.startChain();
  let left = unary(c);
  for (;;) {
    c.skip();
    const operator = operatorAt(c);
    if (!operator || operator.strength < weakest) break;
    c.pos += operator.sign.length;
    c.skip();
    c.descend();
    const right = binary(c, operator.strength + 1);
    c.ascend();
    c.link();
    left = { kind: 'binary', operator: operator.sign, left, right, span: between(c, left, right) };
  }
  c.endChain(chain);
  return left;
}

function unary(c: Cursor): Expression {
  const code = c.peek();
  if (code !== Char.bang && code !== Char.minus) return postfix(c);
  const start = c.pos++;
  c.skip();
  c.descend();
  const operand = unary(c);
  c.ascend();
  return { kind: 'unary', operator: code === Char.bang ? '!' : '-', operand, span: span(c.source, start, operand.span.end) };
}

// ── traversals, indexes, splats ─────────────────────────────────────────────────────────────────────────────────────────────────────
function postfix(c: Cursor): Expression {
  const chain = c.startChain();
  const parsed = steps(c, term(c));
  c.endChain(chain);
  return parsed;
}

/** A dot that leads to an attribute, not the `...` of an expansion. */
const atDot = (c: Cursor): boolean => c.peek() === Char.dot && c.peek(1) !== Char.dot;

function steps(c: Cursor, first: Expression): Expression {
  let source = first;
  for (;;) {
    c.skip();
    if (atDot(c)) source = dotStep(c, source);
    else if (c.peek() === Char.openBracket) source = bracketStep(c, source);
    else return source;
    c.link();
  }
}

function dotStep(c: Cursor, source: Expression): Expression {
  c.pos++;
  c.skip();
  return c.take(Char.star) ? attributeSplat(c, source) : attributeStep(c, source);
}

/** `name` or the legacy index `0`, after the dot. */
function attributeStep(c: Cursor, source: Expression): Traversal | Index {
  const start = c.pos;
  if (!isDigit(c.peek())) {
    const name = c.identifier();
    return { kind: 'traversal', source, name, span: c.spanFrom(source.span.start) };
  }
  digits(c);
  const key: Literal = { kind: 'literal', value: Number(c.text.slice(start, c.pos)), span: c.spanFrom(start) };
  return { kind: 'index', source, key, span: c.spanFrom(source.span.start) };
}

/** What each element is called while a splat applies to it. */
const element = (c: Cursor): Variable => ({ kind: 'variable', name: '', span: c.spanFrom(c.pos) });

/** `.*` takes the attributes after it and ends at the first bracket. */
function attributeSplat(c: Cursor, source: Expression): Splat {
  let each: Expression = element(c);
  for (c.skip(); atDot(c); c.skip()) {
    c.pos++;
    c.skip();
    each = attributeStep(c, each);
    c.link();
  }
  return { kind: 'splat', source, each, span: between(c, source, each) };
}

function bracketStep(c: Cursor, source: Expression): Index | Splat {
  c.pos++;
  const outer = c.newlines(false);
  c.skip();
  const splat = c.take(Char.star);
  const key = splat ? undefined : c.expression();
  c.expect(Char.closeBracket, 'expected the end of the index');
  c.newlines(outer);
  return key ? { kind: 'index', source, key, span: c.spanFrom(source.span.start) } : fullSplat(c, source);
}

/** `[*]` takes every step after it, indexes and further splats included. */
function fullSplat(c: Cursor, source: Expression): Splat {
  c.descend();
  const each = steps(c, element(c));
  c.ascend();
  return { kind: 'splat', source, each, span: between(c, source, each) };
}
