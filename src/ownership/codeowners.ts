/** CODEOWNERS as GitHub reads it: last match wins, `dir/*` is one level, an entry without owners un-owns. */
import type { Sourced } from '../model/inventory.js';
import { type FilePath, filePath, type Source, span } from '../model/span.js';

export interface CodeOwners {
  /** The owners of a path, space separated; undefined when nobody owns it. */
  ownersOf(path: string): Sourced | undefined;
}

/** Where GitHub looks, in order; the first that exists counts. */
export const codeownersPaths: readonly FilePath[] = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'].map(filePath);

interface Entry {
  readonly pattern: RegExp;
  readonly owned: Sourced | undefined;
}

/** GitHub ignores a file above 3 MB. */
const largest = 3_000_000;

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
  return { ownersOf: (path) => entries.findLast((e) => e.pattern.test(`/${path}`))?.owned };
}

function entryOf(line: string, offset: number, source: Source): Entry | undefined {
  const words = line
    .replace(/(^|\s)#.*$/, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const [pattern, ...owners] = words;
  // GitHub does not support negation and character ranges; such a line is skipped there too.
  if (!pattern || pattern.startsWith('!') || pattern.includes('[')) return undefined;
  const start = offset + line.indexOf(pattern);
  const at = span(source, start, offset + line.trimEnd().length);
  return { pattern: toRegExp(pattern), owned: owners.length ? { value: owners.join(' '), source: 'CODEOWNERS', span: at } : undefined };
}

/** Every wildcard becomes a class without nesting, so matching stays linear in practice. */
function toRegExp(pattern: string): RegExp {
  const anchored = pattern.slice(0, -1).includes('/');
  const body = pattern
    .replace(/^\//, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*|\?/g, (w) => ({ '**/': '(?:[^/]+/)*', '**': '.*', '*': '[^/]*' })[w] ?? '[^/]');
  const tail = pattern.endsWith('/') ? '.*' : pattern.endsWith('/*') || pattern.endsWith('**') ? '' : '(?:/.*)?';
  return new RegExp(`^/${anchored ? '' : '(?:[^/]+/)*'}${body}${tail}$`);
}
