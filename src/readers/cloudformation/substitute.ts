/** `Fn::Sub`. */
import { type Span, span } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { type FlatText, flatString, flatTemplate, placeOf, sliceOf } from '../flat-text.js';
import type { Evaluation } from './evaluation.js';
import { attributeOf, refer } from './references.js';
import { concat, inPlace, type Piece } from './text.js';

/**
 * Replaces `${Name}`, `${Resource.Attribute}` and the variables of the call; `${!Name}` stands for the characters `${Name}`.
 * Undefined when what is written is no string.
 */
export function substitute(written: Node, variables: ReadonlyMap<string, Node>, at: Span, e: Evaluation): Node | undefined {
  const text = textWritten(written);
  if (!text) return undefined;
  const { chars } = text;
  const read = variableReader(variables, e);
  const pieces: Piece[] = [];
  let from = 0;
  for (let start = chars.indexOf('${'); start >= 0; ) {
    const end = chars.indexOf('}', start);
    if (end < 0) break;
    if (chars[start + 2] === '!') {
      pieces.push(sliceOf(text, from, start + 2));
      from = start + 3;
    } else {
      pieces.push(sliceOf(text, from, start));
      const [first, last] = [placeOf(text, start), placeOf(text, end)];
      const place = first === undefined || last === undefined ? written.span : span(at.source, first, last + 1);
      const value = read(chars.slice(start + 2, end).trim(), place);
      if (value) pieces.push(value);
      from = end + 1;
    }
    start = chars.indexOf('${', end);
  }
  pieces.push(sliceOf(text, from, chars.length));
  return concat(pieces, at, e);
}

function textWritten(node: Node): FlatText | undefined {
  if (node.kind === 'template') return flatTemplate(node);
  return node.kind === 'scalar' && typeof node.value === 'string' ? flatString(node.value, node.offsets) : undefined;
}

/** Looks a name up. Each variable is evaluated once, however often it is used. */
function variableReader(variables: ReadonlyMap<string, Node>, e: Evaluation): (name: string, at: Span) => Node | undefined {
  const known = new Map<string, Node | undefined>();
  return (name, at) => {
    const variable = variables.get(name);
    if (variable) {
      if (!known.has(name)) known.set(name, e.evaluate(variable));
      const value = known.get(name);
      return value && inPlace(value, at);
    }
    return name.includes('.') ? attributeOf(name, at, e) : refer(name, at, e);
  };
}
