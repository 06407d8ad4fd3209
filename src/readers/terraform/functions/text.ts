/** String functions. Those that only put strings together keep holes; those that look inside need the whole string. */
import type { Span } from '../../../model/span.js';
import { deref, list, type Node, type OffsetMap, scalar } from '../../../model/tree.js';
import { FlatTextBuilder, flatString, nodeOf } from '../../flat-text.js';
import { evaluationLimits, measure } from '../budget.js';
import { isKnown, isNull, isOpen } from '../nodes.js';
import { flatOf } from '../text.js';
import { type FunctionTable, listArg, numberArg, type TerraformFunction, textArg } from './function.js';

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

/** Strings and values one after the other; undefined when that gets too long. */
function assembled(pieces: readonly (string | Node)[], at: Span): Node | undefined {
  const out = new FlatTextBuilder();
  let length = 0;
  for (const piece of pieces) {
    const flat = typeof piece === 'string' ? flatString(piece, beginningAt(at)) : flatOf(piece, at);
    length += flat.chars.length;
    if (length > evaluationLimits.characters) return undefined;
    out.append(flat);
  }
  return length === 0 ? scalar('', at) : nodeOf(out.build(), at);
}

const beginningAt = (at: Span): OffsetMap => ({ from: [0], to: [at.start] });

const verb = /%(?:(%)|([sdv]))/g;

/** `format` with `%s`, `%d`, `%v` and `%%`; any other verb is not evaluated. */
function format([spec, ...values]: readonly Node[], at: Span): Node | undefined {
  const text = textArg(spec);
  if (text === undefined || text.replaceAll(verb, '').includes('%')) return undefined;
  const pieces: (string | Node)[] = [];
  let from = 0;
  let next = 0;
  for (const match of text.matchAll(verb)) {
    pieces.push(text.slice(from, match.index));
    from = match.index + match[0].length;
    const value = match[1] ? '%' : values[next++];
    if (value === undefined || (typeof value !== 'string' && isNull(value))) return undefined;
    pieces.push(value);
  }
  return assembled([...pieces, text.slice(from)], at);
}

/** `format` for each item; arguments that are no lists are the same in each round. */
function formatlist([spec, ...values]: readonly Node[], at: Span): Node | undefined {
  const lists = values.map((v) => listArg(v));
  if (lists.some((l) => l && isOpen(l)) || values.some((v) => !isKnown(v) && deref(v).kind !== 'template')) return undefined;
  const lengths = lists.flatMap((l) => (l ? [l.items.length] : []));
  const count = lengths[0] ?? 1;
  if (!spec || lengths.some((n) => n !== count)) return undefined;
  const rows: Node[] = [];
  let size = 0;
  for (let i = 0; i < count; i++) {
    const row = format([spec, ...values.map((v, k) => lists[k]?.items[i] ?? v)], at);
    size += row ? measure(row).size : 0;
    if (!row || size > evaluationLimits.characters) return undefined;
    rows.push(row);
  }
  return list(rows, at);
}

function replace(args: readonly Node[], at: Span): Node | undefined {
  const [text, search, replacement] = args.map(textArg);
  if (text === undefined || search === undefined || replacement === undefined) return undefined;
  // Between slashes it is a pattern, of a dialect and a cost that are not ours.
  if (search.length > 1 && search.startsWith('/') && search.endsWith('/')) return undefined;
  const parts = text.split(search);
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

export const textFunctions: FunctionTable = {
  join,
  format,
  formatlist,
  replace,
  split,
  substr,
  lower: ofText((t) => t.toLowerCase()),
  upper: ofText((t) => t.toUpperCase()),
  title: ofText((t) => t.replace(/(^|\s)(\S)/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
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
