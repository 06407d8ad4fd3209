/** `Fn::Sub`. */
import { type Span, span } from '../../model/span.js';
import { type Node, type ScalarNode, scalar } from '../../model/tree.js';
import { type FlatText, flatString, flatTemplate, placeOf, sliceOf } from '../flat-text.js';
import type { Evaluation } from './evaluation.js';
import { attributeOf, refer } from './references.js';
import { concat, inPlace, knownText, type Piece, stringValue } from './text.js';

/**
 * Replaces `${Name}`, `${Resource.Attribute}` and the variables of the call; `${!Name}` stands for the characters `${Name}`.
 * Undefined when what is written is no string.
 */
export function substitute(written: Node, variables: ReadonlyMap<string, Node>, at: Span, e: Evaluation): Node | undefined {
  const inLoop = written.kind === 'scalar' && e.bindings.size > 0;
  const text = textWritten(inLoop ? substituteBound(written, e) : written);
  return text && replaced(text, variableReader(variables, e), written.span, at, e);
}

/** A string inside a loop: the names of loop variables are replaced in it whether or not `Fn::Sub` asks for it. */
export function substituteBound(node: ScalarNode, e: Evaluation): Node {
  const replaced = typeof node.value === 'string' ? replaceBound(node.value, e) : node.value;
  return stringValue(replaced === node.value ? node : scalar(replaced, node.span));
}

const loopName = /([$&])\{([A-Za-z0-9]{1,255})\}/g;

/** `${Name}` stands for the value of a loop variable, `&{Name}` for its letters and digits. Left as it is where it would grow too large. */
export function replaceBound(text: string, e: Pick<Evaluation, 'bindings' | 'afford'>): string {
  const names = e.bindings.size === 0 ? [] : (text.match(loopName) ?? []);
  const longest = Math.max(0, ...[...e.bindings.values()].map((value) => knownText(value)?.length ?? 0));
  if (names.length === 0 || !e.afford(text.length + names.length * longest)) return text;
  return text.replace(loopName, (whole: string, mark: string, name: string) => {
    const value = knownText(e.bindings.get(name));
    if (value === undefined) return whole;
    return mark === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}

type VariableReader = (name: string, at: Span) => Node | undefined;

function replaced(text: FlatText, read: VariableReader, whole: Span, at: Span, e: Evaluation): Node {
  const { chars } = text;
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
      const place = first === undefined || last === undefined ? whole : span(at.source, first, last + 1);
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
function variableReader(variables: ReadonlyMap<string, Node>, e: Evaluation): VariableReader {
  const known = new Map<string, Node | undefined>();
  return (name, at) => {
    const variable = variables.get(name);
    if (variable) {
      if (!known.has(name)) known.set(name, e.evaluate(variable, 'one'));
      const value = known.get(name);
      return value && inPlace(value, at);
    }
    return name.includes('.') ? attributeOf(name, at, e) : refer(name, at, e);
  };
}
