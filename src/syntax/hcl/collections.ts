/** Tuples, objects and `for` expressions. */
import type { Expression, ForObject, ForTuple, ObjectExpression, Template, Tuple } from './ast.js';
import { Char } from './characters.js';
import type { Cursor } from './cursor.js';

type ObjectItem = ObjectExpression['items'][number];

/** `[…]`, with the bracket here. */
export function tuple(c: Cursor): Tuple | ForTuple {
  const start = c.pos++;
  const outer = c.newlines(false);
  c.skip();
  const parsed = c.takeKeyword('for') ? forTuple(c, start) : tupleItems(c, start);
  c.newlines(outer);
  return parsed;
}

function tupleItems(c: Cursor, start: number): Tuple {
  const items: Expression[] = [];
  for (;;) {
    c.skip();
    if (c.take(Char.closeBracket)) break;
    items.push(c.expression());
    c.skip();
    if (c.take(Char.comma)) continue;
    c.expect(Char.closeBracket, 'expected a comma or the end of the list');
    break;
  }
  return { kind: 'tuple', items, span: c.spanFrom(start) };
}

/** `{…}`, with the brace here. */
export function object(c: Cursor): ObjectExpression | ForObject {
  const start = c.pos++;
  const outer = c.newlines(false);
  c.skip();
  const isFor = c.takeKeyword('for');
  c.newlines(!isFor);
  const parsed = isFor ? forObject(c, start) : objectItems(c, start);
  c.newlines(outer);
  return parsed;
}

function objectItems(c: Cursor, start: number): ObjectExpression {
  const items: ObjectItem[] = [];
  for (;;) {
    c.skipLines();
    if (c.take(Char.closeBrace)) break;
    items.push(objectItem(c));
    c.skip();
    if (c.take(Char.comma) || c.peek() === Char.newline) continue;
    c.expect(Char.closeBrace, 'expected a comma, a new line or the end of the object');
    break;
  }
  return { kind: 'object', items, span: c.spanFrom(start) };
}

function objectItem(c: Cursor): ObjectItem {
  const key = objectKey(c, c.expression());
  c.skip();
  if (!c.take(Char.equals) && !c.take(Char.colon)) c.fail('expected `=` or `:` after the key');
  c.skip();
  return { key, value: c.expression() };
}

/** A bare word as a key is its own name: `name`, and also `true` and `null`. */
function objectKey(c: Cursor, key: Expression): Expression {
  const isWord = key.kind === 'variable' || (key.kind === 'literal' && typeof key.value !== 'number');
  if (!isWord) return key;
  const { start, end } = key.span;
  const named: Template = {
    kind: 'template',
    parts: [{ kind: 'text', text: c.text.slice(start, end), span: key.span }],
    heredoc: false,
    span: key.span,
  };
  return named;
}

/** `k, v in collection`, after the word `for`. */
export interface ForClause {
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
}

/** Reads the clause that `for` expressions and `%{ for }` directives share. */
export function forClause(c: Cursor): ForClause {
  c.skip();
  const first = c.identifier();
  c.skip();
  const two = c.take(Char.comma);
  c.skip();
  const second = two ? c.identifier() : first;
  c.skip();
  if (!c.takeKeyword('in')) c.fail('expected `in`');
  c.skip();
  return { keyName: two ? first : undefined, valueName: second, collection: c.expression() };
}

function forTuple(c: Cursor, start: number): ForTuple {
  const clause = forClause(c);
  c.expect(Char.colon, 'expected `:` after the collection');
  c.skip();
  const value = c.expression();
  const condition = forCondition(c);
  c.expect(Char.closeBracket, 'expected the end of the `for` expression');
  return { kind: 'for-tuple', ...clause, value, condition, span: c.spanFrom(start) };
}

function forObject(c: Cursor, start: number): ForObject {
  const clause = forClause(c);
  c.expect(Char.colon, 'expected `:` after the collection');
  c.skip();
  const key = c.expression();
  c.skip();
  if (!c.takeText('=>')) c.fail('expected `=>` after the key');
  c.skip();
  const value = c.expression();
  c.skip();
  const group = c.takeText('...');
  const condition = forCondition(c);
  c.expect(Char.closeBrace, 'expected the end of the `for` expression');
  return { kind: 'for-object', ...clause, key, value, group, condition, span: c.spanFrom(start) };
}

function forCondition(c: Cursor): Expression | undefined {
  c.skip();
  if (!c.takeKeyword('if')) return undefined;
  c.skip();
  return c.expression();
}
