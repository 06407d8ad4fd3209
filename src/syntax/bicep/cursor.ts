/**
 * The place in the text and everything that skips it forward. All productions of the grammar are functions over a cursor.
 *
 * Failing: the first `fail` of a statement is kept and moves the cursor to the end of the text, where every production finds nothing more
 * to read and returns. No production therefore needs to check for failure; `statements.ts` drops what they returned.
 */
import type { Source } from '../../model/span.js';
import { Scanner } from '../scanner.js';
import { limits } from '../syntax.js';
import type { Expression } from './ast.js';

/** Characters that decide what comes, by UTF-16 code. */
export const Char = {
  newline: 10,
  return: 13,
  bang: 33,
  quote: 39,
  dollar: 36,
  hash: 35,
  openParen: 40,
  star: 42,
  dot: 46,
  slash: 47,
  colon: 58,
  openBracket: 91,
  backslash: 92,
  openBrace: 123,
} as const;

const isWordStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isWordPart = (code: number): boolean => isWordStart(code) || isDigit(code);
/** Blank, tab or carriage return, and the marks that editors leave. */
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0xfeff;

/** End of the word that starts at the offset; the offset itself when none does. */
export function wordEnd(text: string, at: number): number {
  if (!isWordStart(text.charCodeAt(at))) return at;
  let end = at + 1;
  while (isWordPart(text.charCodeAt(end))) end++;
  return end;
}

export class Cursor extends Scanner {
  /** `grammar` is the top of the expression grammar: productions in other files reach it through here, not by import. */
  constructor(
    source: Source,
    private readonly grammar: (c: Cursor) => Expression,
  ) {
    super(source);
  }

  expression(): Expression {
    return this.deeper(() => this.grammar(this));
  }

  /** Every recursion of the grammar passes here. */
  deeper<T>(production: () => T): T {
    if (++this.depth > limits.depth) this.fail(`nested deeper than ${limits.depth} levels`, this.pos, 'too-large');
    const parsed = production();
    this.depth--;
    return parsed;
  }

  // ── looking and moving ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  /** True outside of everything, where a statement may begin. */
  get atNewline(): boolean {
    return this.text.charCodeAt(this.pos) === Char.newline;
  }

  at(written: string): boolean {
    return this.text.startsWith(written, this.pos);
  }

  /** Consumes punctuation if it stands here. */
  take(written: string): boolean {
    if (!this.at(written)) return false;
    this.pos += written.length;
    return true;
  }

  /** Skips blanks, then consumes the punctuation or fails. */
  expect(written: string, reason: string): void {
    this.skip();
    if (!this.take(written)) this.fail(reason);
  }

  get atWord(): boolean {
    return isWordStart(this.peek());
  }

  /** Consumes a word; `''` and a failure when there is none. */
  word(): string {
    const start = this.pos;
    this.pos = wordEnd(this.text, start);
    if (this.pos === start) this.fail('expected a name');
    return this.text.slice(start, this.pos);
  }

  /** The word that stands here, without consuming it. */
  peekWord(): string {
    return this.text.slice(this.pos, wordEnd(this.text, this.pos));
  }

  /** Consumes exactly that word if it stands here. */
  takeWord(word: string): boolean {
    if (!this.at(word) || wordEnd(this.text, this.pos) !== this.pos + word.length) return false;
    this.pos += word.length;
    return true;
  }

  /** Skips blanks, comments and, where they mean nothing, newlines. */
  skip(): void {
    for (;;) {
      const code = this.peek();
      if (isBlank(code) || (code === Char.newline && !this.newlineEnds)) this.pos++;
      else if (code === Char.slash && this.peek(1) === Char.slash) this.lineComment(2);
      else if (code === Char.slash && this.peek(1) === Char.star) this.blockComment();
      else if (code === Char.hash && this.startsLine()) this.passLine();
      else return;
    }
  }

  /** Skips all of that, newlines in any case. */
  skipLines(): void {
    this.within(false, () => this.skip());
  }

  /** Runs a production in which newlines end things or do not. */
  within<T>(newlinesEnd: boolean, production: () => T): T {
    const outer = this.newlineEnds;
    this.newlineEnds = newlinesEnd;
    const parsed = production();
    this.newlineEnds = outer;
    return parsed;
  }

  /** Goes on to the next line when that begins with one of these, which begin nothing of their own. */
  joinLine(...signs: readonly string[]): void {
    const here = this.pos;
    this.skipLines();
    if (!signs.some((sign) => this.at(sign))) this.pos = here;
  }

  /** `#disable-next-line …` speaks to the compiler alone. */
  private startsLine(): boolean {
    let at = this.pos - 1;
    while (isBlank(this.text.charCodeAt(at))) at--;
    return at < 0 || this.text.charCodeAt(at) === Char.newline;
  }

  private passLine(): void {
    const end = this.text.indexOf('\n', this.pos);
    this.pos = end < 0 ? this.text.length : end;
  }
}
