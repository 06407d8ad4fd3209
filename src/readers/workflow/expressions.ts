/** `${{ … }}` in the values of a workflow. */
import type { Node, ScalarNode } from '../../model/tree.js';
import { type FlatText, FlatTextBuilder, flatHole, flatString, flatSubstitute, nodeOf, placeOf } from '../flat-text.js';

/** The same tree, in which every string with an expression is a template: its holes are named after their expressions. */
export function withExpressions(node: Node): Node {
  switch (node.kind) {
    case 'scalar':
      return typeof node.value === 'string' && node.value.includes(opening) ? expanded(node, node.value) : node;
    case 'list':
      return { ...node, items: node.items.map(withExpressions) };
    case 'map':
      return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: withExpressions(value) })) };
    default:
      return node;
  }
}

const opening = '${{';
const closing = '}}';

function expanded(node: ScalarNode, chars: string): Node {
  const text = flatString(chars, node.offsets);
  const whole = new FlatTextBuilder();
  let from = 0;
  for (let start = chars.indexOf(opening); start >= 0; start = chars.indexOf(opening, from)) {
    const end = endOfExpression(chars, start + opening.length);
    // GitHub refuses a workflow with an expression that does not end; what is written is all there is.
    if (end < 0) break;
    const expression = chars.slice(start + opening.length, end).trim();
    whole.append(text, from, start).append(standIn(expression, placeOf(text, start)));
    from = end + closing.length;
  }
  return nodeOf(whole.append(text, from).build(), node.span);
}

/** Offset of the closing braces; those within a quoted string do not count. A quote that is doubled within a string ends it and begins it anew. */
function endOfExpression(chars: string, from: number): number {
  let quoted = false;
  for (let i = from; i < chars.length; i++) {
    if (chars[i] === "'") quoted = !quoted;
    else if (!quoted && chars.startsWith(closing, i)) return i;
  }
  return -1;
}

/** A string to fall back on (`secrets.X || 'literal'`) may be the secret itself; the name of a hole is shown. */
const fallback = /(\|\||&&)\s*'(?:[^']|'')*'/g;

/** A literal written as an expression is still a literal: behind a hole it could hide, and the name of the hole would show it. */
function standIn(expression: string, place: number | undefined): FlatText {
  if (/^(?:true|false|-?\d+(?:\.\d+)?)$/.test(expression)) return flatSubstitute(expression, place);
  if (isOneString(expression)) return flatSubstitute(expression.slice(1, -1).replaceAll("''", "'"), place);
  return flatHole({ name: expression.replace(fallback, "$1 '…'") }, place);
}

/** One quoted string and nothing else. */
function isOneString(expression: string): boolean {
  if (expression.length < 2 || !expression.startsWith("'")) return false;
  for (let i = 1; i < expression.length; i++) {
    if (expression[i] !== "'") continue;
    if (expression[i + 1] !== "'") return i === expression.length - 1;
    i++;
  }
  return false;
}
