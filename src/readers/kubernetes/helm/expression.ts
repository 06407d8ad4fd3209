/** The expressions of templates that do nothing but place a value: a path, perhaps with a default and through functions that keep it as it is. */
import type { Span } from '../../../model/span.js';
import { deref, get, itemsOf, type MapNode, type Node, scalar } from '../../../model/tree.js';

/** What a template may look up. */
export interface Known {
  readonly values: MapNode | undefined;
  readonly chart: MapNode;
}

/** Where `.` points: the root of everything, a value, or something that only a run tells. */
export type Dot = { readonly at: 'root' } | { readonly at: 'value'; readonly value: Node | undefined } | { readonly at: 'unknown' };

/** A value that is known; that there is none; undefined when only a run tells. */
export type Evaluated = { readonly value: Node | undefined } | undefined;

const longest = 1000;
const tokens = /"(?:[^"\\]|\\.)*"|`[^`]*`|[|()]|[^\s|()"`]+/g;

/** The value of an expression, without its braces. */
export function evaluate(expression: string, dot: Dot, known: Known, at: Span): Evaluated {
  if (expression.length > longest) return undefined;
  const words: readonly string[] = expression.match(tokens) ?? [];
  if (words.includes('(')) return undefined;
  let result: Evaluated;
  let first = true;
  for (const command of splitAtPipes(words)) {
    result = first ? started(command, dot, known, at) : result && passed(command, result, at);
    first = false;
  }
  return result;
}

function splitAtPipes(words: readonly string[]): readonly (readonly string[])[] {
  const commands: string[][] = [[]];
  for (const word of words) {
    if (word === '|') commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands;
}

/** The first command: an operand, or a function with its operand last. */
function started(command: readonly string[], dot: Dot, known: Known, at: Span): Evaluated {
  const last = command.at(-1);
  if (last === undefined) return undefined;
  const value = operand(last, dot, known, at);
  return command.length === 1 || !value ? value : passed(command.slice(0, -1), value, at);
}

function operand(word: string, dot: Dot, { values, chart }: Known, at: Span): Evaluated {
  const literal = literalOf(word, at);
  if (literal) return { value: literal };
  if (word.startsWith('$.')) return operand(word.slice(1), { at: 'root' }, { values, chart }, at);
  if (!/^\.(?:[\w-]+(?:\.[\w-]+)*)?$/.test(word)) return undefined;
  const [root, ...path] = word === '.' ? [] : word.slice(1).split('.');
  if (dot.at === 'unknown') return undefined;
  if (dot.at === 'value') return under(dot.value, root === undefined ? [] : [root, ...path]);
  if (root === 'Values') return under(values, path);
  // Fields of the chart are spelled with a capital in templates.
  if (root === 'Chart')
    return under(
      chart,
      path.map((p) => p.slice(0, 1).toLowerCase() + p.slice(1)),
    );
  return undefined;
}

/** Nothing below a missing value is a missing value; a value that is itself unknown or a template stays open. */
function under(node: Node | undefined, path: readonly string[]): Evaluated {
  let here = node;
  for (const key of path) here = get(here, key);
  const value = here && deref(here);
  if (!value) return { value: undefined };
  if (value.kind === 'unknown' || value.kind === 'template') return undefined;
  return value.kind === 'scalar' && typeof value.value === 'string' && value.value.includes('{{') ? undefined : { value };
}

function literalOf(word: string, at: Span): Node | undefined {
  if (/^["`]/.test(word)) return scalar(word.slice(1, -1), at);
  if (word === 'true' || word === 'false') return scalar(word === 'true', at);
  return /^-?\d{1,15}$/.test(word) ? scalar(Number(word), at) : undefined;
}

const keepers = new Set([
  'quote',
  'squote',
  'toYaml',
  'toJson',
  'toString',
  'nindent',
  'indent',
  'trim',
  'required',
  'tpl',
  'b64enc',
  'int',
]);

/** What a function makes of a value that is handed to it. */
function passed([name = '', ...given]: readonly string[], { value }: { readonly value: Node | undefined }, at: Span): Evaluated {
  if (keepers.has(name)) return { value };
  if (name === 'default') return truth(value) ? { value } : { value: literalOf(given[0] ?? '', at) ?? value };
  const text = value?.kind === 'scalar' ? String(value.value) : undefined;
  const literal = given[0] === undefined ? undefined : literalOf(given[0], at);
  const argument = literal?.kind === 'scalar' ? literal.value : undefined;
  if (name === 'trunc' && text !== undefined && typeof argument === 'number' && text.length <= argument) return { value };
  if (name === 'trimSuffix' && text !== undefined && typeof argument === 'string' && !text.endsWith(argument)) return { value };
  return undefined;
}

/** What counts as true in a condition. */
export function truth(value: Node | undefined): boolean {
  if (!value) return false;
  if (value.kind === 'scalar') return value.value !== null && value.value !== '' && value.value !== false && value.value !== 0;
  return value.kind === 'map' ? value.entries.length > 0 : itemsOf(value).length > 0;
}
