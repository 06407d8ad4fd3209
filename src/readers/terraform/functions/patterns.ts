/** `regex`, `regexall`, and `replace` with a pattern. */
import type { Span } from '../../../model/span.js';
import { list, map, type Node, scalar } from '../../../model/tree.js';
import { failed } from '../nodes.js';
import { type FunctionTable, textArg } from './function.js';
import { type Match, Search } from './pattern.js';
import type { Program } from './pattern-program.js';
import { compile } from './pattern-syntax.js';

/** Longer texts than policies and names are not searched. */
const longestText = 100_000;

interface Prepared {
  readonly program: Program;
  readonly search: Search;
}

function prepare(pattern: string | undefined, text: string | undefined): Prepared | undefined {
  if (pattern === undefined || text === undefined || text.length > longestText) return undefined;
  const program = compile(pattern);
  return program && { program, search: new Search(program, text) };
}

/** The text of a match, the texts of its groups as a list, or as an object where they have names. */
function matchValue({ program: { groups }, search }: Prepared, match: Match, at: Span): Node | undefined {
  const part = (group: number): Node => {
    const [start, end] = [match[2 * group], match[2 * group + 1]];
    return scalar(start === undefined || end === undefined ? null : search.characters.slice(start, end).join(''), at);
  };
  if (groups.length === 0) return part(0);
  const parts = groups.map((_, i) => part(i + 1));
  if (groups.every((name) => name === undefined)) return list(parts, at);
  const entries = parts.flatMap((value, i) => {
    const name = groups[i];
    return name === undefined ? [] : [{ key: scalar(name, at), value }];
  });
  return entries.length === parts.length ? map(entries, at) : undefined;
}

function regex(args: readonly Node[], at: Span): Node | undefined {
  const [pattern, text] = args.map(textArg);
  const prepared = prepare(pattern, text);
  const match = prepared?.search.from(0);
  if (prepared && match) return matchValue(prepared, match, at);
  return prepared && !prepared.search.exhausted ? failed('regex(…)', 'the pattern does not match', at) : undefined;
}

/** All matches, none in another. An empty one right behind the one before it does not count. */
function matchesOf(search: Search): readonly Match[] | undefined {
  const found: Match[] = [];
  let last = -1;
  for (let place = 0; place <= search.characters.length; ) {
    const match = search.from(place);
    if (search.exhausted) return undefined;
    const [start, end] = match ?? [];
    if (!match || start === undefined || end === undefined) break;
    if (end > start || start !== last) found.push(match);
    last = end;
    place = end > place ? end : place + 1;
  }
  return found;
}

function regexall(args: readonly Node[], at: Span): Node | undefined {
  const [pattern, text] = args.map(textArg);
  const prepared = prepare(pattern, text);
  const matches = prepared && matchesOf(prepared.search);
  if (!prepared || !matches) return undefined;
  const values = matches.flatMap((match) => matchValue(prepared, match, at) ?? []);
  return values.length === matches.length ? list(values, at) : undefined;
}

/** The text with each match replaced. `$1` and `${name}` in the replacement are what a group matched. */
export function replaceMatches(text: string, pattern: string, replacement: string): string | undefined {
  const prepared = prepare(pattern, text);
  const matches = prepared && matchesOf(prepared.search);
  if (!prepared || !matches) return undefined;
  const { characters } = prepared.search;
  let out = '';
  let from = 0;
  for (const match of matches) {
    const [start = 0, end = 0] = match;
    out += characters.slice(from, start).join('') + filled(replacement, match, prepared);
    from = end;
    if (out.length > longestText) return undefined;
  }
  return out + characters.slice(from).join('');
}

function filled(replacement: string, match: Match, { program: { groups }, search }: Prepared): string {
  return replacement.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced;
    if (name === undefined) return whole === '$$' ? '$' : whole;
    const group = /^\d+$/.test(name) ? Number(name) : groups.indexOf(name) + 1;
    const [start, end] = [match[2 * group], match[2 * group + 1]];
    if ((group === 0 && name !== '0') || start === undefined || end === undefined) return '';
    return search.characters.slice(start, end).join('');
  });
}

export const patternFunctions: FunctionTable = { regex, regexall };
