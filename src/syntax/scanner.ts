/** A place in a text that only moves forward, with what every grammar of ours does alike: comments, newlines that end things or not, failing once. */
import { type Source, type Span, span } from '../model/span.js';
import type { Comment } from '../model/tree.js';

export interface Failure {
  readonly kind: 'unparsed' | 'too-large';
  readonly at: number;
  /** How far the text had been read. */
  readonly read: number;
  /** What was expected; never the text that was found. */
  readonly reason: string;
}

/** Words that are values. */
export const literalWords: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

const carriageReturn = 13;

/** `text` is what is read, where that is not the source itself but a part of it. */
export class Scanner {
  readonly text: string;
  pos = 0;
  failure: Failure | undefined;
  readonly comments: Comment[] = [];
  /** False inside brackets, where a newline is a blank. */
  protected newlineEnds = true;
  protected depth = 0;
  /** Comments before this offset are recorded already: looking ahead and recovering read some text twice. */
  #commented = 0;

  constructor(
    readonly source: Source,
    text = source.text,
  ) {
    this.text = text;
  }

  /** Code of the character at `ahead`; NaN past the end. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.pos + ahead);
  }

  get atEnd(): boolean {
    return this.pos >= this.text.length;
  }

  spanFrom(start: number): Span {
    return span(this.source, start, this.pos);
  }

  /** From its marker, so many characters long, to the end of the line. */
  protected lineComment(marker: number): void {
    const start = this.pos;
    const newline = this.text.indexOf('\n', start);
    this.pos = newline < 0 ? this.text.length : newline;
    if (newline > start && this.peek(-1) === carriageReturn) this.pos--;
    this.#record(start, start + marker, this.pos);
  }

  protected blockComment(): void {
    const start = this.pos;
    const close = this.text.indexOf('*/', start + 2);
    this.pos = close < 0 ? this.text.length : close + 2;
    if (close < 0) this.fail('the comment is not closed', start);
    else this.#record(start, start + 2, close);
  }

  #record(start: number, textStart: number, textEnd: number): void {
    if (start < this.#commented) return;
    this.#commented = this.pos;
    this.comments.push({ text: this.text.slice(textStart, textEnd).trim(), span: this.spanFrom(start) });
  }

  /** The first failure is kept, and nothing is read behind it: every production finds the end of the text and returns. */
  fail(reason: string, at = this.pos, kind: Failure['kind'] = 'unparsed'): void {
    this.failure ??= { kind, at, reason, read: Math.min(this.pos, this.text.length) };
    this.pos = this.text.length;
  }

  /** Forgets the failure and stands at an offset, outside of everything. */
  resume(at: number): void {
    this.failure = undefined;
    this.pos = at;
    this.depth = 0;
    this.newlineEnds = true;
  }
}
