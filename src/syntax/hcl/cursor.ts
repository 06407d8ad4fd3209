/**
 * The place in the text and everything that skips it forward. All productions of the grammar are functions over a cursor.
 *
 * Failing: the first `fail` of a top-level item is kept and moves the cursor to the end of the text, where every production finds
 * nothing more to read and returns. No production therefore needs to check for failure; `structure.ts` drops what they returned.
 */
import type { Source } from '../../model/span.js';
import { Scanner } from '../scanner.js';
import { limits } from '../syntax.js';
import type { Expression } from './ast.js';
import { Char, identifierEnd, isBlank, startsIdentifier } from './characters.js';

export class Cursor extends Scanner {
  /** Depth of the deepest node so far below the innermost open chain: chains (`a.b.c`, `a + b + c`) make deep trees without recursion. */
  private reach = 0;

  /**
   * `grammar` is the top of the expression grammar: productions in files below `expressions.ts` reach it through here, not by import.
   * `text` is what is read, where that is not the source itself but a part of it.
   */
  constructor(
    source: Source,
    private readonly grammar: (c: Cursor) => Expression,
    text?: string,
  ) {
    super(source, text);
    if (this.peek() === Char.byteOrderMark) this.pos++;
  }

  expression(): Expression {
    this.descend();
    const parsed = this.grammar(this);
    this.ascend();
    return parsed;
  }

  // ── looking and moving ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  /** Consumes the character if it stands here. */
  take(code: number): boolean {
    if (this.peek() !== code) return false;
    this.pos++;
    return true;
  }

  /** Skips blanks and comments, then consumes the character or fails. */
  expect(code: number, reason: string): void {
    this.skip();
    if (!this.take(code)) this.fail(reason);
  }

  get atIdentifier(): boolean {
    return startsIdentifier(this.text, this.pos);
  }

  /** Consumes an identifier; `''` and a failure when there is none. */
  identifier(): string {
    const start = this.pos;
    const end = identifierEnd(this.text, start);
    if (end === start) {
      this.fail('expected a name');
      return '';
    }
    this.pos = end;
    return this.text.slice(start, end);
  }

  /** Consumes that text of punctuation if it stands here. */
  takeText(text: string): boolean {
    if (!this.text.startsWith(text, this.pos)) return false;
    this.pos += text.length;
    return true;
  }

  /** True when the identifier here is exactly that word; consumes it. */
  takeKeyword(word: string): boolean {
    if (!this.text.startsWith(word, this.pos) || identifierEnd(this.text, this.pos) !== this.pos + word.length) return false;
    this.pos += word.length;
    return true;
  }

  /** Skips blanks, comments and, where they mean nothing, newlines. */
  skip(): void {
    for (;;) {
      const code = this.peek();
      if (isBlank(code) || (code === Char.newline && !this.newlineEnds)) this.pos++;
      else if (code === Char.hash) this.lineComment(1);
      else if (code === Char.slash && this.peek(1) === Char.slash) this.lineComment(2);
      else if (code === Char.slash && this.peek(1) === Char.star) this.blockComment();
      else return;
    }
  }

  /** Skips all of that, newlines in any case. */
  skipLines(): void {
    const outer = this.newlines(false);
    this.skip();
    this.newlines(outer);
  }

  /** Sets whether newlines end things and gives the setting before, to be put back at the closing bracket. */
  newlines(end: boolean): boolean {
    const before = this.newlineEnds;
    this.newlineEnds = end;
    return before;
  }

  // ── limits and failure ────────────────────────────────────────────────────────────────────────────────────────────────────────────
  /** One level down in the tree; every recursion of the grammar passes here. */
  descend(): void {
    this.depth++;
    this.reached(this.depth);
  }

  /** Inside of a block or an expression. */
  get nested(): boolean {
    return this.depth > 0;
  }

  ascend(): void {
    this.depth--;
  }

  /** Begins a chain, whose first operand sinks a level with each link. Gives what `endChain` takes back. */
  startChain(): number {
    const outer = this.reach;
    this.reach = this.depth;
    return outer;
  }

  link(): void {
    this.reached(this.reach + 1);
  }

  endChain(outer: number): void {
    if (outer > this.reach) this.reach = outer;
  }

  private reached(depth: number): void {
    if (depth > this.reach) this.reach = depth;
    if (depth > limits.depth) this.fail(`nested deeper than ${limits.depth} levels`, this.pos, 'too-large');
  }

  override resume(at: number): void {
    super.resume(at);
    this.reach = 0;
  }
}
