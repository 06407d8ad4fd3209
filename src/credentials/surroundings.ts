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

const words: Readonly<Record<PathClass, string | undefined>> = {
  source: undefined,
  test: 'the file is a test',
  docs: 'the file is documentation',
  example: 'the file is an example',
  lock: 'the file is a lock file',
  generated: 'the file is generated',
  vendored: 'the file is vendored',
};

/** Why what stands here is less likely to be one, for a person; undefined when nothing says so. */
export function against(text: string, start: number, { pathClass, mayBeBundled, isCode }: Place): string | undefined {
  if (pathClass !== 'source') return words[pathClass];
  const from = lineStart(text, start);
  if (from === undefined) return mayBeBundled ? 'the line is as long as in bundled code' : undefined;
  if (mayBeBundled && !text.slice(start, from + longestLine).includes('\n') && from + longestLine < text.length)
    return 'the line is as long as in bundled code';
  return isCode && /^\s*\*\s/.test(text.slice(from, start)) ? 'it stands in a comment of documentation' : undefined;
}

/** Where the line begins; undefined when that is too far away. */
function lineStart(text: string, at: number): number | undefined {
  const limit = Math.max(0, at - longestLine);
  for (let i = at; i > limit; i--) if (text.charCodeAt(i - 1) === 10) return i;
  return limit === 0 ? 0 : undefined;
}
