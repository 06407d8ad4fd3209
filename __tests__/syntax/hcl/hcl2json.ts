/** Our tree in the shape that hcl2json gives, so that HashiCorp's own parser can be the judge: literals as values, all else as `${source text}`. */
import type { Block, Body, Expression, HclFile, Template, TemplatePart } from '../../../src/syntax/hcl/ast.js';

export type Json = string | number | boolean | null | readonly Json[] | { [key: string]: Json };

export const toJson = (file: HclFile): Json => ofBody(file.body);

const sourceOf = ({ span }: Expression): string => span.source.text.slice(span.start, span.end);
const wrapped = (e: Expression): string => `\${${sourceOf(e)}}`;

function ofBody(body: Body): Json {
  const out: { [key: string]: Json } = {};
  for (const { name, value } of body.attributes) out[name] = ofExpression(value);
  for (const block of body.blocks) addBlock(out, block);
  return out;
}

/** Labels become nested keys; the innermost holds the list of equally named blocks. */
function addBlock(out: { [key: string]: Json }, block: Block): void {
  const path = [block.type, ...block.labels.map((l) => l.text)];
  const last = path.pop() ?? '';
  let at = out;
  for (const key of path) {
    at[key] ??= {};
    at = at[key] as { [key: string]: Json };
  }
  at[last] = [...((at[last] as Json[] | undefined) ?? []), ofBody(block.body)];
}

function ofExpression(e: Expression): Json {
  switch (e.kind) {
    case 'literal':
      return e.value;
    case 'unary':
      return ofUnary(e.operator, e.operand) ?? wrapped(e);
    case 'template': {
      const only = e.parts.length === 1 ? e.parts[0] : undefined;
      return only?.kind === 'interpolation' ? ofExpression(only.value) : ofTemplate(e);
    }
    case 'tuple':
      return e.items.map(ofExpression);
    case 'object':
      return Object.fromEntries(e.items.map(({ key, value }) => [ofKey(key), ofExpression(value)]));
    default:
      return wrapped(e);
  }
}

function ofUnary(operator: '!' | '-', operand: Expression): Json | undefined {
  if (operand.kind !== 'literal') return undefined;
  if (operator === '-' && typeof operand.value === 'number') return -operand.value;
  if (operator === '!' && typeof operand.value === 'boolean') return !operand.value;
  return undefined;
}

const ofKey = (key: Expression): string => (key.kind === 'traversal' ? sourceOf(key) : ofStringPart(key));
const ofTemplate = (t: Template): string => t.parts.map(ofPart).join('');
const ofParts = (parts: readonly TemplatePart[]): string => parts.map(ofPart).join('');

function ofPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return part.text.replace(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
    case 'interpolation':
      return ofStringPart(part.value);
    case 'if':
      return conditional(part.condition, ofParts(part.then), ofParts(part.else));
    case 'for-directive': {
      const names = part.keyName === undefined ? part.valueName : `${part.keyName}, ${part.valueName}`;
      return `%{for ${names} in ${sourceOf(part.collection)}}${ofParts(part.body)}%{endfor}`;
    }
  }
}

function ofStringPart(e: Expression): string {
  if (e.kind === 'literal') return String(e.value);
  if (e.kind === 'template') return ofTemplate(e);
  if (e.kind === 'conditional') return conditional(e.condition, ofStringPart(e.then), ofStringPart(e.else));
  return wrapped(e);
}

const conditional = (condition: Expression, whenTrue: string, whenFalse: string): string =>
  `%{if ${sourceOf(condition)}}${whenTrue}${whenFalse === '' ? '' : `%{else}${whenFalse}`}%{endif}`;
