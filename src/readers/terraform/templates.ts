/** Quoted strings and heredocs. */
import type { Span } from '../../model/span.js';
import { deref, type Hole, type Node, type OffsetMap, scalar } from '../../model/tree.js';
import type { ForDirective, IfDirective, Template, TemplatePart } from '../../syntax/hcl/ast.js';
import { type FlatText, FlatTextBuilder, flatHole, flatString, flatSubstitute, flatTemplate, nodeOf } from '../flat-text.js';
import { evaluationLimits } from './budget.js';
import { iterations } from './collections.js';
import { bind, type Evaluation, type Scope } from './evaluation.js';
import { mayHaveMore, missing, nameOf } from './nodes.js';
import { conditionOf } from './operators.js';
import { flatOf } from './text.js';

export function evaluateTemplate(e: Evaluation, x: Template, scope: Scope): Node {
  const [only] = x.parts;
  // A string that is one interpolation and nothing else is that value, of whatever type.
  if (!x.heredoc && x.parts.length === 1 && only?.kind === 'interpolation') return e.evaluate(only.value, scope);
  if (x.parts.length === 1 && only?.kind === 'text') return { kind: 'scalar', value: only.text, span: x.span, offsets: offsetsOf(only) };
  const flat = flatParts(e, x.parts, scope);
  if (flat === 'too-long') {
    e.budget.cut('characters', x.span);
    return missing('…', 'the string is too long', x.span);
  }
  return flat.chars.length === 0 ? scalar('', x.span) : nodeOf(flat, x.span);
}

const atZero: readonly number[] = [0];

/** Text without escapes stands in the source as it is. */
const offsetsOf = ({ offsets, span }: Extract<TemplatePart, { readonly kind: 'text' }>): OffsetMap =>
  offsets ?? { from: atZero, to: [span.start] };

function flatParts(e: Evaluation, parts: readonly TemplatePart[], scope: Scope): FlatText | 'too-long' {
  const out = new FlatTextBuilder();
  let length = 0;
  for (const part of parts) {
    const flat = flatPart(e, part, scope);
    if (flat === 'too-long') return flat;
    length += flat.chars.length;
    if (length > evaluationLimits.characters) return 'too-long';
    out.append(flat);
  }
  return out.build();
}

function flatPart(e: Evaluation, part: TemplatePart, scope: Scope): FlatText | 'too-long' {
  switch (part.kind) {
    case 'text':
      return flatString(part.text, offsetsOf(part));
    case 'interpolation':
      return flatOf(e.evaluate(part.value, scope), part.span);
    case 'if':
      return flatIf(e, part, scope);
    case 'for-directive':
      return flatFor(e, part, scope);
  }
}

function flatIf(e: Evaluation, x: IfDirective, scope: Scope): FlatText | 'too-long' {
  const condition = e.evaluate(x.condition, scope);
  const chosen = conditionOf(condition);
  if (chosen === undefined) return flatHole(directiveHole('if', condition), x.span.start);
  return flatParts(e, chosen ? x.then : x.else, scope);
}

function flatFor(e: Evaluation, x: ForDirective, scope: Scope): FlatText | 'too-long' {
  const collection = deref(e.evaluate(x.collection, scope));
  const rounds = iterations(collection);
  if (!rounds || mayHaveMore(collection) || !e.budget.spend(rounds.length, x.span))
    return flatHole(directiveHole('for', collection), x.span.start);
  const out = new FlatTextBuilder();
  let length = 0;
  for (const { key, value } of rounds) {
    const flat = flatParts(e, x.body, bind(x.keyName === undefined ? scope : bind(scope, x.keyName, key), x.valueName, value));
    if (flat === 'too-long') return flat;
    length += flat.chars.length;
    if (length > evaluationLimits.characters) return 'too-long';
    out.append(flat);
  }
  return standingAt(out.build(), x.span);
}

const directiveHole = (word: string, node: Node): Hole => ({ name: `${word} ${nameOf(node)}` });

/** A repeated body has no places of its own: all of it stands where the directive does. */
function standingAt(flat: FlatText, at: Span): FlatText {
  if (flat.holes.length === 0) return flatSubstitute(flat.chars, at.start);
  const node = nodeOf(flat, at);
  return node.kind === 'template'
    ? flatTemplate({ ...node, offsets: { from: [0], to: [at.start] } })
    : flatSubstitute(flat.chars, at.start);
}
