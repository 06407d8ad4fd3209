/** Where to read on after a syntax error, so that it costs one top-level block and not the file. */

import type { Failure } from '../scanner.js';
import { Char, identifierEnd, isBlank } from './characters.js';

/** Text that recovery may read twice, whole file and all: keeps hostile files linear. */
const rereadBase = 1_000_000;
const rereadPerCharacter = 4;

export class Recovery {
  private budget: number;
  private heredocsClose = true;
  /** First nested block head at column 0 within the item under way: likely a top-level block after one that was not closed. */
  private suspect = -1;

  constructor(private readonly text: string) {
    this.budget = rereadBase + rereadPerCharacter * text.length;
  }

  get exhausted(): boolean {
    return this.budget < 0;
  }

  startItem(): void {
    this.suspect = -1;
  }

  /** Told of every nested item's start. */
  noteItem(start: number): void {
    if (this.suspect < 0 && this.text.charCodeAt(start - 1) === Char.newline && this.startsBlock(start)) this.suspect = start;
  }

  /** Start of the next item to read after the one that started at `itemStart`. The end of the text when rereading has cost too much. */
  next(itemStart: number, failure: Failure): number {
    const errorLine = lineStart(this.text, failure.at);
    let at = this.suspect;
    if (at < 0) at = errorLine > itemStart && this.startsBlock(errorLine) ? errorLine : this.nextHead(failure.at);
    this.budget -= Math.max(0, failure.read - at);
    return this.exhausted ? this.text.length : at;
  }

  /** The next line that begins, at column 0, like a block or an attribute; lines inside heredocs do not count. */
  private nextHead(from: number): number {
    const { text } = this;
    for (let at = lineEnd(text, from) + 1; at < text.length; at = this.lineOrHeredocEnd(at) + 1) if (this.startsItem(at)) return at;
    return text.length;
  }

  private startsItem(at: number): boolean {
    return this.startsBlock(at) || this.afterName(at) === Char.equals;
  }

  private startsBlock(at: number): boolean {
    const code = this.afterName(at);
    return code === Char.quote || code === Char.openBrace;
  }

  /** The character after the identifier and blanks that start at the offset. */
  private afterName(at: number): number {
    let end = identifierEnd(this.text, at);
    if (end === at) return Number.NaN;
    while (isBlank(this.text.charCodeAt(end))) end++;
    return this.text.charCodeAt(end);
  }

  private lineOrHeredocEnd(at: number): number {
    const end = lineEnd(this.text, at);
    const marker = this.heredocsClose ? /<<-?([\w-]{1,64})\s*$/.exec(this.text.slice(Math.max(at, end - 80), end))?.[1] : undefined;
    if (marker === undefined) return end;
    for (let next = end + 1; next < this.text.length; next = lineEnd(this.text, next) + 1) {
      const close = lineEnd(this.text, next);
      if (close - next < 200 && this.text.slice(next, close).trim() === marker) return close;
    }
    // Searching to the end again for every opener would not be linear.
    this.heredocsClose = false;
    return end;
  }
}

const lineStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);

/** Offset of the line's newline, or the end of the text. */
export const lineEnd = (text: string, at: number): number => {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
};
