/** A template as a flat row of tokens. Strip markers work here, as in HashiCorp's implementation: they see the neighbouring token, not the nesting. */
import type { Span } from '../../model/span.js';
import type { Expression } from './ast.js';
import { Char } from './characters.js';
import { type ForClause, forClause } from './collections.js';
import type { Cursor } from './cursor.js';
import { escapePiece, type Piece, type Run, trimEnd, trimStart } from './template-text.js';

type Sequence =
  | { readonly kind: 'interpolation'; readonly value: Expression }
  | { readonly kind: 'if'; readonly condition: Expression }
  | { readonly kind: 'for'; readonly clause: ForClause }
  | { readonly kind: 'else' | 'endif' | 'endfor' };

/** Literal text, or a sequence `${…}` or `%{…}` with its braces. */
export type Token = { readonly kind: 'run'; readonly run: Run } | (Sequence & { readonly span: Span });

/** Collects the tokens of one template while the cursor runs through it. */
export class TokenRow {
  readonly tokens: Token[] = [];
  private run: Run = [];
  /** Start of the piece under way, which stands for itself. */
  private from: number;
  /** The sequence before ended in `~}`. */
  private stripNext = false;

  constructor(private readonly c: Cursor) {
    this.from = c.pos;
  }

  /** One character, one `$${` or one whole sequence. */
  step(): void {
    const { c } = this;
    const code = c.peek();
    if (code !== Char.dollar && code !== Char.percent) c.pos++;
    else if (c.peek(1) === Char.openBrace) this.sequence();
    else if (c.peek(1) === code && c.peek(2) === Char.openBrace) this.cut(c.pos + 1, c.pos + 3);
    else c.pos++;
  }

  /** One escape, with its backslash here. */
  escape(): void {
    const piece = escapePiece(this.c);
    this.cut(piece.end, piece.end, piece);
  }

  /** Makes a token of the text since the last one. */
  endRun(): void {
    this.cut(this.c.pos, this.c.pos);
    if (this.run.length === 0) return;
    if (this.stripNext) trimStart(this.c.text, this.run);
    this.stripNext = false;
    this.tokens.push({ kind: 'run', run: this.run });
    this.run = [];
  }

  /** Ends the piece under way, adds one that stands `between`, and begins the next at `from`, with the cursor at `pos`. */
  private cut(from: number, pos: number, between?: Piece): void {
    if (this.c.pos > this.from) this.run.push({ start: this.from, end: this.c.pos });
    if (between) this.run.push(between);
    this.from = from;
    this.c.pos = pos;
  }

  private sequence(): void {
    const { c } = this;
    this.endRun();
    const start = c.pos;
    const isDirective = c.peek() === Char.percent;
    c.pos += 2;
    if (c.take(Char.tilde)) this.stripBefore();
    const outer = c.newlines(false);
    c.skip();
    const content: Sequence = isDirective ? directive(c) : { kind: 'interpolation', value: c.expression() };
    c.skip();
    this.stripNext = c.take(Char.tilde);
    c.expect(Char.closeBrace, 'expected the closing brace of the template sequence');
    c.newlines(outer);
    this.from = c.pos;
    this.tokens.push({ ...content, span: c.spanFrom(start) });
  }

  private stripBefore(): void {
    const before = this.tokens.at(-1);
    if (before?.kind === 'run') trimEnd(this.c.text, before.run);
  }
}

function directive(c: Cursor): Sequence {
  if (c.takeKeyword('if')) {
    c.skip();
    return { kind: 'if', condition: c.expression() };
  }
  if (c.takeKeyword('for')) return { kind: 'for', clause: forClause(c) };
  if (c.takeKeyword('else')) return { kind: 'else' };
  if (c.takeKeyword('endif')) return { kind: 'endif' };
  if (!c.takeKeyword('endfor')) c.fail('expected a template directive: `if`, `else`, `endif`, `for` or `endfor`');
  return { kind: 'endfor' };
}
