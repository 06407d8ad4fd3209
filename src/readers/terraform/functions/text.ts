/** String functions. Those that only put strings together keep holes; those that look inside need the whole string. */
import type { Span } from '../../../model/span.js';
import { deref, list, type Node, scalar } from '../../../model/tree.js';
import { evaluationLimits } from '../budget.js';
import { isKnown, isNull, isOpen } from '../nodes.js';
import { assembled } from './assemble.js';
import { type FunctionTable, listArg, numberArg, type TerraformFunction, textArg } from './function.js';
import { replaceMatches } from './patterns.js';

/** A function of one whole string. */
const ofText =
  (make: (text: string) => string | undefined): TerraformFunction =>
  ([node], at) => {
    const text = textArg(node);
    const made = text === undefined ? undefined : make(text);
    return made === undefined ? undefined : scalar(made, at);
  };

const ofTexts =
  (make: (texts: readonly string[]) => string | boolean | undefined): TerraformFunction =>
  (args, at) => {
    const texts = args.map(textArg);
    const made = texts.every((t) => t !== undefined) ? make(texts) : undefined;
    return made === undefined ? undefined : scalar(made, at);
  };

/** Takes something off the ends. What `jsonencode` made is a document here, and nothing surrounds it. */
const trimmed =
  (trim: (text: string) => string): TerraformFunction =>
  ([node], at) => {
    const value = node && deref(node);
    if (node && (value?.kind === 'map' || value?.kind === 'list')) return node;
    return ofText(trim)(node ? [node] : [], at);
  };

function join([separator, ...lists]: readonly Node[], at: Span): Node | undefined {
  const between = textArg(separator);
  const items = lists.map(listArg);
  if (between === undefined || items.some((l) => l === undefined)) return undefined;
  const pieces = items.flatMap((l) => l?.items ?? []);
  // What stands for several items is a hole in the string; without one, nothing would show that items may be missing.
  if (pieces.some(isNull) || (lists.some((l) => isOpen(deref(l))) && pieces.every(isKnown))) return undefined;
  return assembled(
    pieces.flatMap((piece, i) => (i > 0 && between !== '' ? [between, piece] : [piece])),
    at,
  );
}

function replace(args: readonly Node[], at: Span): Node | undefined {
  const [text, search, replacement] = args.map(textArg);
  if (text === undefined || search === undefined || replacement === undefined) return undefined;
  if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) {
    const replaced = replaceMatches(text, search.slice(1, -1), replacement);
    return replaced === undefined ? undefined : scalar(replaced, at);
  }
  // Nothing stands before, between and behind all characters.
  const parts = search === '' ? ['', ...text, ''] : text.split(search);
  if (text.length + (parts.length - 1) * replacement.length > evaluationLimits.characters) return undefined;
  return scalar(parts.join(replacement), at);
}

function split(args: readonly Node[], at: Span): Node | undefined {
  const [separator, text] = args.map(textArg);
  if (separator === undefined || text === undefined) return undefined;
  return list(
    (text === '' ? [''] : text.split(separator)).map((part) => scalar(part, args[1]?.span ?? at)),
    at,
  );
}

function substr([node, from, count]: readonly Node[], at: Span): Node | undefined {
  const text = textArg(node);
  const start = numberArg(from);
  const length = numberArg(count);
  if (text === undefined || start === undefined || length === undefined) return undefined;
  const characters = [...text];
  const first = start < 0 ? characters.length + start : start;
  return scalar(characters.slice(first, length < 0 ? undefined : first + length).join(''), at);
}

/** Blanks before each line but the first. */
function indent([count, node]: readonly Node[], at: Span): Node | undefined {
  const width = numberArg(count);
  const text = textArg(node);
  if (width === undefined || text === undefined || !Number.isInteger(width) || width < 0 || width > 1000) return undefined;
  const lines = text.split('\n');
  if (text.length + lines.length * width > evaluationLimits.characters) return undefined;
  return scalar(lines.join(`\n${' '.repeat(width)}`), at);
}

const cutset = (text: string, characters: string, where: { readonly start: boolean; readonly end: boolean }): string => {
  const set = new Set(characters);
  const all = [...text];
  let from = 0;
  let to = all.length;
  while (where.start && from < to && set.has(all[from] ?? '')) from++;
  while (where.end && to > from && set.has(all[to - 1] ?? '')) to--;
  return all.slice(from, to).join('');
};

const withoutPrefix = (text: string, prefix: string): string => (text.startsWith(prefix) ? text.slice(prefix.length) : text);
const withoutSuffix = (text: string, suffix: string): string =>
  suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;

/** Character by character: one that would become two stays as it is. */
const eachCharacter = (text: string, make: (character: string) => string): string =>
  [...text].map((c) => ([...make(c)].length === 1 ? make(c) : c)).join('');

export const textFunctions: FunctionTable = {
  join,
  replace,
  split,
  substr,
  indent,
  lower: ofText((t) => eachCharacter(t, (c) => c.toLowerCase())),
  upper: ofText((t) => eachCharacter(t, (c) => c.toUpperCase())),
  title: ofText((t) => t.replace(/(^|[^\p{L}\p{N}_])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
  strrev: ofText((t) => [...t].reverse().join('')),
  trimspace: trimmed((t) => t.trim()),
  chomp: trimmed((t) => cutset(t, '\r\n', { start: false, end: true })),
  trim: ofTexts(([t = '', set = '']) => cutset(t, set, { start: true, end: true })),
  trimprefix: ofTexts(([t = '', prefix = '']) => withoutPrefix(t, prefix)),
  trimsuffix: ofTexts(([t = '', suffix = '']) => withoutSuffix(t, suffix)),
  startswith: ofTexts(([t = '', prefix = '']) => t.startsWith(prefix)),
  endswith: ofTexts(([t = '', suffix = '']) => t.endsWith(suffix)),
  strcontains: ofTexts(([t = '', part = '']) => t.includes(part)),
};
