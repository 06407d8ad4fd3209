/** Names come from reviewed files: each medium gets them inert. */

/** Control and bidirectional-override characters, which could move the cursor or turn text around. */
const unprintable = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** One line for a terminal or a log. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(unprintable, '�');

/**
 * Inline Markdown: no link, mention, HTML, table cell or issue reference can come out of it. Back-ticked pieces stay code, in which
 * GitHub reads nothing; the rest has every character that means something taken out of force.
 */
export const markdown = (text: string): string =>
  plain(text)
    .split('`')
    .map((piece, i, all) => (i % 2 === 1 && i < all.length - 1 ? codeSpan(piece) : inert(piece)))
    .join('');

/** A code span; a pipe would end a table cell even in code. */
export const codeSpan = (text: string): string => `\`${plain(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;

const inert = (text: string): string =>
  text
    .replace(/[\\`*_{}[\]()#+!|~>-]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // A zero-width joiner keeps @name, #1, GH-1 and addresses from becoming mentions and links.
    .replace(/@/g, '@\u2060')
    .replace(/:\/\//g, ':\u2060//')
    .replace(/\bwww\./gi, (w) => `${w.slice(0, 3)}\u2060.`);

/** Text of an XML element or attribute. */
export const xml = (text: string): string =>
  plain(text).replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[c] ?? c);

/** The message of a workflow command. */
export const commandData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
/** A property of a workflow command. */
export const commandProperty = (text: string): string => commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
