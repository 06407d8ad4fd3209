/** CODEOWNERS as GitHub reads it: last match wins, `dir/*` is one level, an entry without owners un-owns. */
import type { Sourced } from '../model/inventory.js';
import { type FilePath, filePath, type Source, span } from '../model/span.js';
import { type PathPattern, pathPattern } from './path-pattern.js';

export interface CodeOwners {
  /** The owners of a path, space separated; undefined when nobody owns it. */
  ownersOf(path: string): Sourced | undefined;
}

/** Where GitHub looks, in order; the first that exists counts. */
export const codeownersPaths: readonly FilePath[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'].map(filePath);

interface Entry {
  readonly matches: PathPattern;
  readonly owned: Sourced | undefined;
}

/** GitHub ignores a file above 3 MB. */
const largest = 3_000_000;

/** What GitHub cannot read in it is skipped here as it is there. */
export function parseCodeowners(source: Source | undefined): CodeOwners {
  const entries: Entry[] = [];
  if (source && source.text.length <= largest) {
    let offset = 0;
    for (const line of source.text.split('\n')) {
      const entry = entryOf(line, offset, source);
      if (entry) entries.push(entry);
      offset += line.length + 1;
    }
  }
  const known = new Map<string, Sourced | undefined>();
  return {
    ownersOf(path) {
      if (!known.has(path)) known.set(path, entries.findLast((e) => e.matches(path))?.owned);
      return known.get(path);
    },
  };
}

/** A word ends at a blank that no `\` stands before. */
const words = /(?:\\.|[^\s\\]|\\$)+/g;

/** A user, a team, or an address of electronic mail. */
const isOwner = (word: string): boolean => /^@[^@]+$|^[^@]+@[^@]+$/.test(word);

function entryOf(line: string, offset: number, source: Source): Entry | undefined {
  const found: { readonly word: string; readonly at: number }[] = [];
  for (const { 0: word, index } of line.matchAll(words)) {
    if (word.startsWith('#')) break;
    found.push({ word, at: index });
  }
  const [pattern, ...owners] = found;
  // GitHub does not support negation and character ranges, and skips a line with an owner that is none.
  if (!pattern || pattern.word.startsWith('!') || pattern.word.includes('[') || !owners.every(({ word }) => isOwner(word)))
    return undefined;
  const last = owners.at(-1) ?? pattern;
  const at = span(source, offset + pattern.at, offset + last.at + last.word.length);
  const value = owners.map(({ word }) => word).join(' ');
  return {
    matches: pathPattern(pattern.word.replace(/\\(.)/g, '$1')),
    owned: owners.length > 0 ? { value, source: 'CODEOWNERS', span: at } : undefined,
  };
}
