/** Parts of terms and declarations that need nothing but whole expressions. */
import type { Expression } from './ast.js';
import type { Cursor } from './cursor.js';

/** `(a, b)` of a call. */
export function argumentsOf(c: Cursor): readonly Expression[] {
  c.pos++;
  const args: Expression[] = [];
  c.within(false, () => {
    for (c.skip(); !c.take(')'); c.skip()) {
      args.push(c.expression());
      c.skip();
      if (!c.take(',') && !c.at(')')) c.fail('expected a comma or the end of the arguments');
      if (c.atEnd) break;
    }
  });
  return args;
}

/** `...value` or a value. */
export function spreadOr(c: Cursor): Expression {
  const start = c.pos;
  if (!c.take('...')) return c.expression();
  c.skip();
  const value = c.expression();
  return { kind: 'spread', value, span: c.spanFrom(start) };
}

/** `if (condition) body`, or a body. */
export function bodyOrIf(c: Cursor): Expression {
  const start = c.pos;
  if (!c.takeWord('if')) return c.expression();
  c.skip();
  if (!c.at('(')) c.fail('expected the condition in parentheses');
  c.pos++;
  const condition = c.within(false, () => {
    c.skip();
    const inner = c.expression();
    c.expect(')', 'expected the closing parenthesis');
    return inner;
  });
  c.skipLines();
  const body = c.expression();
  return { kind: 'if', condition, body, span: c.spanFrom(start) };
}
