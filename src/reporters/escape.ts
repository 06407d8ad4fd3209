/** Names come from reviewed files: each medium gets them inert. */

/**
 * What is not seen or moves other text about: controls (a terminal obeys them), format characters (bidirectional overrides, zero-width
 * ones), blanks that are letters, lone surrogates and the non-characters that XML cannot hold.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u17B4\u17B5\u2028\u2029\u3164\uFFA0\uFFFE\uFFFF]|\u034F/gu;

/** Whether all of a text is seen; tabs and ends of lines are. */
export const isSeen = (text: string): boolean => text.replace(/[\t\n]/g, '').search(unseen) < 0;

/** Keeps what follows from joining what is before it, and shows nothing. */
const joiner = '\u2060';

/** One line for a terminal or a log. The runner of GitHub Actions obeys `##[command]` anywhere in a log line. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(unseen, '�').replaceAll('##[', '# #[');

/** A whole line of a log: the runner obeys `::command` at its start, whatever blanks stand before. */
export const logLine = (line: string): string => line.replace(/^(\s*):(?=:)/, '$1: ');

/** At most so many characters; a cut shows. */
export const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/**
 * Inline Markdown: no link, mention, HTML, table cell or issue reference can come out of it. Back-ticked pieces stay code, in which
 * GitHub reads nothing; the rest has every character that means something taken out of force.
 */
export const markdown = (text: string): string =>
  plain(text)
    .split('`')
    .map((piece, i, all) => {
      const between = i > 0 && i < all.length - 1;
      if (i % 2 === 1 && between) return piece === '' ? '' : codeSpan(piece);
      // Two code spans that touched would make one longer fence.
      return piece === '' && between ? joiner : inert(piece);
    })
    .join('');

/** A code span; a pipe would end a table cell even in code, and two ticks around nothing would begin a fence. */
export function codeSpan(text: string): string {
  const line = plain(text).replaceAll('`', "'").replaceAll('|', '\\|');
  return line.trim() === '' ? '(empty)' : `\`${line}\``;
}

/** GitHub looks for mentions, references, emoji and addresses after it has taken escapes and entities away, so that those need the joiner. */
const inert = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+!|~$^>-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // @name, #1, :emoji:, https://, a:b
    .replace(/@|#|:(?=\S)/g, `$&${joiner}`)
    .replace(/\bwww(?=\.)/gi, `$&${joiner}`)
    // GH-1 and other trackers' references
    .replace(/(?<=[A-Za-z0-9_]\\-)(?=\d)/g, joiner)
    // the name of a commit, of which seven digits are enough
    .replace(/\b[0-9a-f]{7,}\b/gi, (digits) => digits.replace(/.{6}(?=.)/g, `$&${joiner}`));

/** Text of an XML or HTML element or attribute. */
export const xml = (text: string): string =>
  plain(text).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[c] ?? c);

/** A CSV cell that a spreadsheet takes for text: always quoted, so that no other separator splits it, and never the start of a formula. */
export function csvCell(text: string): string {
  const line = plain(text);
  return `"${(/^\s*[=+\-@|%＝＋－＠]/.test(line) ? `'${line}` : line).replaceAll('"', '""')}"`;
}

/** JSON whose strings mean the same and are safe to print: what is not seen, and what a log would obey, is spelled as an escape. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(unseen, (c) => (c === '\n' ? c : spelled(c)))
    .replaceAll('##[', '#\\u0023[')}\n`;

const spelled = (characters: string): string =>
  characters
    .split('')
    .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** The message of a workflow command. */
export const commandData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** A property of a workflow command. */
export const commandProperty = (text: string): string => commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
