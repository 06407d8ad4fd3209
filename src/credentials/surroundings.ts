/** What surrounds a value that only its name makes a credential, and speaks against it. */
import type { PathClass } from './sighting.js';

/** What is known of a text before anything is found in it. */
export interface Place {
  readonly pathClass: PathClass;
  /** A programming language: what is a credential stands in quotes, and words in quotes are often labels. */
  readonly isCode: boolean;
  /** A language whose files are also made by bundlers, on few and endless lines. */
  readonly mayBeBundled: boolean;
}

const code =
  /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|php|java|kt|kts|scala|groovy|go|rs|c|cc|cpp|h|hpp|cs|fs|vb|swift|m|mm|dart|lua|pl|pm|r|jl|ex|exs|erl|clj|hs|elm|css|scss|less|html?|jsp|aspx?|razor|cshtml)$/i;
const bundled = /\.(?:[cm]?js|css|html?|map)$/i;

/** `path` and its class, as far as they tell how the text is written. */
export const placeOf = (path: string, pathClass: PathClass): Place => ({
  pathClass,
  isCode: code.test(path),
  mayBeBundled: bundled.test(path),
});

const longestLine = 1000;

/** Written by tools and full of hashes: what only a name makes a credential is not looked for. */
const written: ReadonlySet<PathClass> = new Set(['lock', 'generated', 'vendored']);

const words: Readonly<Record<PathClass, string | undefined>> = {
  source: undefined,
  test: 'the file is a test',
  docs: 'the file is documentation',
  example: 'the file is an example',
  lock: 'the file is a lock file',
  generated: 'the file is generated',
  vendored: 'the file is vendored',
};

/** What a path class says against a find, for a person; nothing for plain source. */
export const againstPlace = (pathClass: PathClass): string | undefined => words[pathClass];

/** Tells for each place of a text, from left to right, whether names mean anything there: not in what a tool wrote or bundled. */
export function nameGate(text: string, { pathClass, mayBeBundled }: Place): (at: number) => boolean {
  if (written.has(pathClass)) return () => false;
  if (!mayBeBundled) return () => true;
  let end = -1;
  let isLong = false;
  return (at) => {
    if (at > end) {
      const next = text.indexOf('\n', at);
      end = next < 0 ? text.length : next;
      isLong = end - text.lastIndexOf('\n', at - 1) > longestLine;
    }
    return !isLong;
  };
}

/** Why what stands here is less likely to be one, for a person; undefined when nothing says so. */
export function against(text: string, start: number, { pathClass, isCode }: Place): string | undefined {
  if (pathClass !== 'source') return words[pathClass];
  return isCode && /^\s*\*\s/.test(text.slice(text.lastIndexOf('\n', start) + 1, start).slice(0, longestLine))
    ? 'it stands in a comment of documentation'
    : undefined;
}
