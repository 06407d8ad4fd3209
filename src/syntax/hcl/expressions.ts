/** The expression grammar from the conditional down to a single term, in the order in which operators bind. */
import { span } from '../../model/span.js';
import type { Binary, Expression, Index, Literal, Splat, Traversal, Variable } from './ast.js';
import { Char, isDigit } from './characters.js';
import { object, tuple } from './collections.js';
import type { Cursor } from './cursor.js';
import { heredoc, quoted } from './templates.js';

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

// ── terms ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function term(c: Cursor): Expression {
  const code = c.peek();
  switch (code) {
    case Char.quote:
      return quoted(c);
    case Char.openBracket:
      return tuple(c);
    case Char.openBrace:
      return object(c);
    case Char.openParen:
      return parenthesised(c);
    case Char.less:
      if (c.peek(1) === Char.less) return heredoc(c);
  }
  if (isDigit(code)) return number(c);
  if (c.atIdentifier) return named(c);
  c.fail('expected a value');
  return { kind: 'literal', value: null, span: c.spanFrom(c.pos) };
}

function parenthesised(c: Cursor): Expression {
  const start = c.pos++;
  const outer = c.newlines(false);
  c.skip();
  const inner = c.expression();
  c.expect(Char.closeParen, 'expected the closing parenthesis');
  c.newlines(outer);
  return { kind: 'parenthesised', inner, span: c.spanFrom(start) };
}

function number(c: Cursor): Literal {
  const start = c.pos;
  digits(c);
  if (c.peek() === Char.dot && isDigit(c.peek(1))) {
    c.pos++;
    digits(c);
  }
  exponent(c);
  return { kind: 'literal', value: Number(c.text.slice(start, c.pos)), span: c.spanFrom(start) };
}

function digits(c: Cursor): void {
  while (isDigit(c.peek())) c.pos++;
}

function exponent(c: Cursor): void {
  if ((c.peek() | 32) !== Char.lowerE) return;
  const signed = c.peek(1) === Char.plus || c.peek(1) === Char.minus ? 2 : 1;
  if (!isDigit(c.peek(signed))) return;
  c.pos += signed;
  digits(c);
}

const keywords: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** A word: a keyword, a call or the root of a traversal. */
function named(c: Cursor): Expression {
  const start = c.pos;
  const name = c.identifier();
  const at = c.spanFrom(start);
  c.skip();
  if (c.peek() === Char.openParen) return call(c, start, name);
  if (c.peek() === Char.colon && c.peek(1) === Char.colon) return namespacedCall(c, start, name);
  const keyword = name.length > 5 ? undefined : keywords.get(name);
  return keyword === undefined ? { kind: 'variable', name, span: at } : { kind: 'literal', value: keyword, span: at };
}

function namespacedCall(c: Cursor, start: number, first: string): Expression {
  let name = first;
  while (c.takeText('::')) {
    c.skip();
    name += `::${c.identifier()}`;
    c.skip();
  }
  if (c.peek() !== Char.openParen) c.fail('expected the arguments of the function');
  return call(c, start, name);
}

function call(c: Cursor, start: number, name: string): Expression {
  c.pos++;
  const outer = c.newlines(false);
  const args: Expression[] = [];
  let expand = false;
  for (;;) {
    c.skip();
    if (c.take(Char.closeParen)) break;
    args.push(c.expression());
    c.skip();
    expand = c.takeText('...');
    if (!expand && c.take(Char.comma)) continue;
    c.expect(Char.closeParen, 'expected a comma or the end of the arguments');
    break;
  }
  c.newlines(outer);
  return { kind: 'call', name, args, expand, span: c.spanFrom(start) };
}
