/** Bicep on one line: what the parser understood, with the text of every node checked against its span. */

import { filePath } from '../../../src/model/span.js';
import type { BicepFile, Expression, Property, ResourceStatement, Spread, Statement, StringPart } from '../../../src/syntax/bicep/ast.js';
import { bicep } from '../../../src/syntax/bicep/index.js';

export const parse = (text: string): BicepFile => bicep.parse({ path: filePath('main.bicep'), side: 'head', text });

/** The value of `var x = …`. */
export function value(text: string): string {
  const { statements, gaps } = parse(`var x = ${text}\n`);
  if (gaps.length > 0) return `gap: ${gaps.map((g) => g.reason).join('; ')}`;
  const [first] = statements;
  return first?.kind === 'var' ? shown(first.value) : 'nothing';
}

export function statement(s: Statement): string {
  switch (s.kind) {
    case 'param':
      return [
        ...s.decorators.map((d) => `@${d.name}`),
        `param ${s.name}`,
        ...(s.nullable ? ['?'] : []),
        ...(s.value ? [`= ${shown(s.value)}`] : []),
      ].join(' ');
    case 'var':
    case 'output':
      return `${s.kind} ${s.name} = ${shown(s.value)}`;
    case 'resource':
      return resource(s);
    case 'module':
      return `module ${s.name} ${shown(s.path)} = ${shown(s.body)}`;
    case 'targetScope':
    case 'using':
      return `${s.kind} ${shown(s.value)}`;
    case 'tolerated':
      return `${s.keyword}(${s.names.join()})`;
  }
}

const resource = (s: ResourceStatement): string => `resource ${s.name} ${shown(s.type)}${s.existing ? ' existing' : ''} = ${shown(s.body)}`;

export function shown(x: Expression): string {
  switch (x.kind) {
    case 'literal':
      return String(x.value);
    case 'string':
      return `'${x.parts.map(part).join('')}'`;
    case 'array':
      return `[${x.items.map(shown).join(', ')}]`;
    case 'object':
      return `{${[...x.items.map(item), ...x.resources.map(resource)].join(', ')}}`;
    case 'name':
      return x.name;
    case 'access':
      return `${shown(x.source)}${x.nested ? '::' : x.safe ? '.?' : '.'}${x.name}`;
    case 'index':
      return `${shown(x.source)}[${x.safe ? '?' : ''}${shown(x.key)}]`;
    case 'call':
      return `${x.on ? `${shown(x.on)}.` : ''}${x.name}(${x.args.map(shown).join(', ')})`;
    case 'unary':
      return `(${x.operator}${shown(x.operand)})`;
    case 'binary':
      return `(${shown(x.left)} ${x.operator} ${shown(x.right)})`;
    case 'conditional':
      return `(${shown(x.condition)} ? ${shown(x.whenTrue)} : ${shown(x.whenFalse)})`;
    case 'lambda':
      return `((${x.params.join()}) => ${shown(x.body)})`;
    case 'for':
      return `for ${x.item}${x.index === undefined ? '' : `/${x.index}`} in ${shown(x.list)}: ${shown(x.body)}`;
    case 'if':
      return `if ${shown(x.condition)} ${shown(x.body)}`;
    case 'spread':
      return `...${shown(x.value)}`;
  }
}

const item = (i: Property | Spread): string => ('kind' in i ? shown(i) : `${shown(i.key)}: ${shown(i.value)}`);
const part = (p: StringPart): string => (p.kind === 'text' ? p.text : `\${${shown(p.value)}}`);

/** Every expression below one, itself included. */
export function* within(x: Expression): Generator<Expression> {
  yield x;
  for (const child of childrenOf(x)) yield* within(child);
}

function childrenOf(x: Expression): readonly Expression[] {
  switch (x.kind) {
    case 'string':
      return x.parts.flatMap((p) => (p.kind === 'interpolation' ? [p.value] : []));
    case 'array':
      return x.items;
    case 'object':
      return [...x.items.flatMap((i) => ('kind' in i ? [i.value] : [i.key, i.value])), ...x.resources.flatMap((r) => [r.type, r.body])];
    case 'access':
      return [x.source];
    case 'index':
      return [x.source, x.key];
    case 'call':
      return [...(x.on ? [x.on] : []), ...x.args];
    case 'unary':
      return [x.operand];
    case 'binary':
      return [x.left, x.right];
    case 'conditional':
      return [x.condition, x.whenTrue, x.whenFalse];
    case 'for':
      return [x.list, x.body];
    case 'if':
      return [x.condition, x.body];
    case 'lambda':
      return [x.body];
    case 'spread':
      return [x.value];
    default:
      return [];
  }
}

export const expressionsOf = ({ statements }: BicepFile): readonly Expression[] =>
  statements.flatMap((s): readonly Expression[] => {
    if (s.kind === 'resource') return [s.type, s.body];
    if (s.kind === 'module') return [s.path, s.body];
    return s.kind !== 'tolerated' && s.value ? [s.value] : [];
  });
