/** HCL trees for tests: parsing in one word, a compact print of expressions, and a walk over every positioned thing. */

import { filePath, type Span } from '../../../src/model/span.js';
import type { Attribute, Block, Body, Expression, HclFile, TemplatePart } from '../../../src/syntax/hcl/ast.js';
import { hcl } from '../../../src/syntax/hcl/index.js';

export const parse = (text: string): HclFile => hcl.parse({ path: filePath('main.tf'), side: 'head', text });
export const slice = ({ start, end, source }: Span): string => source.text.slice(start, end);

/** The value of the first attribute of a file without gaps. */
export function expressionOf(file: HclFile): Expression {
  const value = file.body.attributes[0]?.value;
  if (!value || file.gaps.length > 0) throw new Error(`not read: ${file.gaps.map((g) => g.reason).join()}`);
  return value;
}

export const expression = (text: string): Expression => expressionOf(parse(`x = ${text}\n`));

/** The tree in one line; every operation in its own parentheses, so that how it was grouped can be seen. */
export function show(e: Expression): string {
  switch (e.kind) {
    case 'literal':
      return String(e.value);
    case 'template':
      return JSON.stringify(e.parts.map(showPart).join(''));
    case 'variable':
      return e.name || '@';
    case 'traversal':
      return `${show(e.source)}.${e.name}`;
    case 'index':
      return `${show(e.source)}[${show(e.key)}]`;
    case 'splat':
      return `(splat ${show(e.source)} ${show(e.each)})`;
    case 'parenthesised':
      return `<${show(e.inner)}>`;
    case 'unary':
      return `(${e.operator} ${show(e.operand)})`;
    case 'binary':
      return `(${e.operator} ${show(e.left)} ${show(e.right)})`;
    case 'conditional':
      return `(if ${show(e.condition)} ${show(e.then)} ${show(e.else)})`;
    case 'tuple':
      return `[${e.items.map(show).join(' ')}]`;
    case 'object':
      return `{${e.items.map(({ key, value }) => `${show(key)}: ${show(value)}`).join(', ')}}`;
    case 'call':
      return `${e.name}(${e.args.map(show).join(' ')}${e.expand ? '...' : ''})`;
    case 'for-tuple':
      return `[${showFor(e)} ${show(e.value)}${showIf(e.condition)}]`;
    case 'for-object':
      return `{${showFor(e)} ${show(e.key)}: ${show(e.value)}${e.group ? '...' : ''}${showIf(e.condition)}}`;
  }
}

interface ForClause {
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
}
const showFor = (e: ForClause): string => `for ${e.keyName === undefined ? '' : `${e.keyName},`}${e.valueName} ${show(e.collection)} =>`;
const showIf = (condition: Expression | undefined): string => (condition ? ` if ${show(condition)}` : '');

export function showPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'interpolation':
      return `\${${show(part.value)}}`;
    case 'if':
      return `%{if ${show(part.condition)}|${part.then.map(showPart).join('')}|${part.else.map(showPart).join('')}}`;
    case 'for-directive':
      return `%{${showFor(part)}|${part.body.map(showPart).join('')}}`;
  }
}

export type Positioned = Expression | TemplatePart | Attribute | Block;

export const childrenOf = (at: Positioned): readonly Positioned[] => ('kind' in at ? childrenOfNode(at) : childrenOfItem(at));

const childrenOfItem = (at: Attribute | Block): readonly Positioned[] => ('body' in at ? itemsOf(at.body) : [at.value]);

/** Attributes and blocks of a body in source order. */
export const itemsOf = (body: Body): readonly (Attribute | Block)[] =>
  [...body.attributes, ...body.blocks].sort((a, b) => a.span.start - b.span.start);

function childrenOfNode(at: Expression | TemplatePart): readonly Positioned[] {
  switch (at.kind) {
    case 'literal':
    case 'variable':
    case 'text':
      return [];
    case 'template':
      return at.parts;
    case 'interpolation':
      return [at.value];
    case 'if':
      return [at.condition, ...at.then, ...at.else];
    case 'for-directive':
      return [at.collection, ...at.body];
    case 'tuple':
      return at.items;
    case 'object':
      return at.items.flatMap(({ key, value }) => [key, value]);
    case 'traversal':
      return [at.source];
    case 'index':
      return [at.source, at.key];
    case 'splat':
      return [at.source, at.each];
    case 'call':
      return at.args;
    case 'unary':
      return [at.operand];
    case 'binary':
      return [at.left, at.right];
    case 'conditional':
      return [at.condition, at.then, at.else];
    case 'for-tuple':
      return [at.collection, at.value, ...(at.condition ? [at.condition] : [])];
    case 'for-object':
      return [at.collection, at.key, at.value, ...(at.condition ? [at.condition] : [])];
    case 'parenthesised':
      return [at.inner];
  }
}
