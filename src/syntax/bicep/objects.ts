/** Objects and what may stand in them, nested resources among it. */
import { span } from '../../model/span.js';
import type { Decorator, Expression, ObjectExpression, Property, ResourceStatement, Spread } from './ast.js';
import { type Cursor, wordEnd } from './cursor.js';
import { argumentsOf, bodyOrIf, spreadOr } from './parts.js';
import { atString, string } from './strings.js';

/** `{ key: value … }` by lines or by commas. */
export function object(c: Cursor): ObjectExpression {
  const start = c.pos++;
  const items: (Property | Spread)[] = [];
  const resources: ResourceStatement[] = [];
  const closed = c.within(true, () => {
    for (c.skipLines(); !c.atEnd; c.skipLines()) {
      if (c.take('}')) return true;
      member(c, items, resources);
      c.skip();
      if (!c.take(',') && !c.at('}') && !c.atNewline) c.fail('expected the end of the property');
    }
    return false;
  });
  if (!closed) c.fail('the object is not closed', start);
  return { kind: 'object', items, resources, span: c.spanFrom(start) };
}

/** Words that begin a statement and never a property: what stands above them was not closed. */
const outside: ReadonlySet<string> = new Set(['param', 'var', 'output', 'module', 'metadata', 'type', 'func', 'import', 'using']);

function member(c: Cursor, items: (Property | Spread)[], resources: ResourceStatement[]): void {
  if (c.at('...')) {
    const spread = spreadOr(c);
    if (spread.kind === 'spread') items.push(spread);
    return;
  }
  if (c.at('@') || atDeclaration(c, 'resource')) {
    const start = c.pos;
    const decorators = decoratorsOf(c);
    if (c.takeWord('resource')) resources.push(c.deeper(() => resource(c, start, decorators)));
    else c.fail('expected a nested resource');
    return;
  }
  if (outside.has(c.peekWord()) && atDeclaration(c, c.peekWord())) c.fail('the object above is not closed');
  items.push(property(c));
}

/** The word, and a name behind it instead of a colon. */
function atDeclaration(c: Cursor, word: string): boolean {
  const end = c.pos + word.length;
  if (!c.at(word) || wordEnd(c.text, c.pos) !== end || c.text.charAt(end) !== ' ') return false;
  return wordEnd(c.text, end + 1) > end + 1;
}

function property(c: Cursor): Property {
  const start = c.pos;
  const key = keyOf(c);
  c.expect(':', 'expected `:` of the property');
  c.skipLines();
  const value = bodyOrIf(c);
  return { key, value, span: c.spanFrom(start) };
}

function keyOf(c: Cursor): Expression {
  if (atString(c)) return string(c);
  const start = c.pos;
  const name = c.word();
  return { kind: 'literal', value: name, span: c.spanFrom(start) };
}

/** The decorators above a declaration, each on a line of its own or not. */
export function decoratorsOf(c: Cursor): readonly Decorator[] {
  const decorators: Decorator[] = [];
  while (c.at('@')) {
    const start = c.pos++;
    let name = c.word();
    while (c.take('.')) name = c.word();
    const args = c.at('(') ? argumentsOf(c) : [];
    decorators.push({ name, args, span: c.spanFrom(start) });
    c.skipLines();
  }
  return decorators;
}

/** What follows the word `resource`; `start` is where the declaration begins. */
export function resource(c: Cursor, start: number, decorators: readonly Decorator[]): ResourceStatement {
  const headStart = c.pos - 'resource'.length;
  c.skip();
  const nameStart = c.pos;
  const name = c.word();
  const nameSpan = c.spanFrom(nameStart);
  c.skip();
  const type = string(c);
  const head = span(c.source, Math.max(0, headStart), type.span.end);
  c.skip();
  const existing = c.takeWord('existing');
  c.expect('=', 'expected `=`');
  c.skipLines();
  const body = bodyOrIf(c);
  return { kind: 'resource', name, nameSpan, decorators, type, existing, body, head, span: c.spanFrom(start) };
}
