/** The terms of expressions: literals, templates, collections, parentheses, words and calls. */
import { literalWords } from '../scanner.js';
import type { Expression, Literal } from './ast.js';
import { Char, isDigit } from './characters.js';
import { object, tuple } from './collections.js';
import type { Cursor } from './cursor.js';
import { heredoc, quoted } from './templates.js';

/** One operand without the steps after it. */
export function term(c: Cursor): Expression {
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

/** Consumes digits, if any. */
export function digits(c: Cursor): void {
  while (isDigit(c.peek())) c.pos++;
}

function exponent(c: Cursor): void {
  if ((c.peek() | 32) !== Char.lowerE) return;
  const signed = c.peek(1) === Char.plus || c.peek(1) === Char.minus ? 2 : 1;
  if (!isDigit(c.peek(signed))) return;
  c.pos += signed;
  digits(c);
}

/** A word: a keyword, a call or the root of a traversal. */
function named(c: Cursor): Expression {
  const start = c.pos;
  const name = c.identifier();
  const at = c.spanFrom(start);
  c.skip();
  if (c.peek() === Char.openParen) return call(c, start, name);
  if (c.peek() === Char.colon && c.peek(1) === Char.colon) return namespacedCall(c, start, name);
  const keyword = name.length > 5 ? undefined : literalWords.get(name);
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
