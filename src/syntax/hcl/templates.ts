/** Quoted strings and heredocs: cut into a flat row of tokens first, then folded into the tree of their directives. */
import { type Span, span } from '../../model/span.js';
import type { ForDirective, IfDirective, Template, TemplatePart, TemplateText } from './ast.js';
import { Char, isBlank } from './characters.js';
import type { Cursor } from './cursor.js';
import { endsLine, indentation, type Piece, type Run, textPart, unindent } from './template-text.js';
import { type Token, TokenRow } from './template-tokens.js';

/** `"…"`, with the quote here. */
export function quoted(c: Cursor): Template {
  const start = c.pos++;
  const close = plainEnd(c.text, c.pos);
  if (close >= 0) return plainString(c, start, close);
  const row = new TokenRow(c);
  while (c.peek() !== Char.quote && !c.atEnd) {
    if (c.peek() === Char.newline) c.fail('the string is not closed on its line', start);
    else if (c.peek() === Char.backslash) row.escape();
    else row.step();
  }
  row.endRun();
  if (!c.take(Char.quote)) c.fail('the string is not closed', start);
  return { kind: 'template', parts: fold(c, row.tokens), heredoc: false, span: c.spanFrom(start) };
}

/** A template without marks around it, from here to the end of the text: a template file, a string of the JSON syntax. */
export function bareTemplate(c: Cursor): Template {
  const start = c.pos;
  const row = new TokenRow(c);
  while (!c.atEnd) row.step();
  row.endRun();
  return { kind: 'template', parts: fold(c, row.tokens), heredoc: true, span: c.spanFrom(start) };
}

/** The closing quote of a string that stands for itself; -1 for one that has to be read with care. */
function plainEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === Char.quote) return i;
    if (code === Char.backslash || code === Char.dollar || code === Char.percent || code === Char.newline) return -1;
  }
  return -1;
}

function plainString(c: Cursor, start: number, close: number): Template {
  const parts: TemplateText[] =
    close > start + 1 ? [{ kind: 'text', text: c.text.slice(start + 1, close), span: span(c.source, start + 1, close) }] : [];
  c.pos = close + 1;
  return { kind: 'template', parts, heredoc: false, span: c.spanFrom(start) };
}

// ── heredocs ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** `<<NAME` or `<<-NAME`, with the first `<` here. */
export function heredoc(c: Cursor): Template {
  const start = c.pos;
  c.pos += 2;
  const indented = c.take(Char.minus);
  const marker = c.identifier();
  while (isBlank(c.peek())) c.pos++;
  if (!c.take(Char.newline)) c.fail('expected a new line after the heredoc marker');
  const row = new TokenRow(c);
  let close = markerEnd(c, marker);
  while (close < 0 && !c.atEnd) {
    line(c, row);
    close = markerEnd(c, marker);
  }
  if (close < 0) c.fail('the heredoc is not closed', start);
  else c.pos = close;
  if (indented) unindentLines(c.text, row.tokens);
  return { kind: 'template', parts: fold(c, row.tokens), heredoc: true, span: c.spanFrom(start) };
}

/** End of the closing marker when it stands alone on the line that starts here, else -1. */
function markerEnd(c: Cursor, marker: string): number {
  const start = blanksEnd(c.text, c.pos);
  if (!c.text.startsWith(marker, start)) return -1;
  const end = start + marker.length;
  const after = blanksEnd(c.text, end);
  return after >= c.text.length || c.text.charCodeAt(after) === Char.newline ? end : -1;
}

function blanksEnd(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** One line with its newline; a sequence in it may go over several. */
function line(c: Cursor, row: TokenRow): void {
  while (!c.atEnd && !c.take(Char.newline)) row.step();
  row.endRun();
}

/** Takes the smallest indentation of all lines from each. A line that begins with a sequence has none. */
function unindentLines(source: string, tokens: readonly Token[]): void {
  const lines: Run[] = [];
  let smallest = Number.POSITIVE_INFINITY;
  let lineStart = true;
  for (const token of tokens) {
    const run = token.kind === 'run' ? token.run : undefined;
    const blanks = run ? indentation(source, run) : 0;
    if (lineStart && blanks !== undefined) {
      smallest = Math.min(smallest, blanks);
      if (run) lines.push(run);
    }
    lineStart = run !== undefined && endsLine(source, run);
  }
  for (const run of lines) unindent(run, smallest);
}

// ── folding ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function fold(c: Cursor, tokens: readonly Token[]): readonly TemplatePart[] {
  const folder = new Folder(c, tokens);
  const parts = folder.parts();
  const stray = folder.next;
  if (stray) c.fail('a template directive closes what was not opened', stray.span.start);
  return parts;
}

type Closing = Exclude<Token, { readonly kind: 'run' }>;

class Folder {
  /** The directive at which `parts` stopped. */
  next: Closing | undefined;
  private index = 0;

  constructor(
    private readonly c: Cursor,
    private readonly tokens: readonly Token[],
  ) {}

  /** Parts up to `else`, `endif`, `endfor` or the end. After a failure there is nothing more to fold: the depth limit is one. */
  parts(): readonly TemplatePart[] {
    const parts: TemplatePart[] = [];
    this.next = undefined;
    for (let token = this.tokens[this.index]; token && !this.c.failure; token = this.tokens[this.index]) {
      if (token.kind === 'run') {
        const text = textPart(this.c, this.melded());
        if (text) parts.push(text);
        continue;
      }
      this.index++;
      if (token.kind === 'interpolation') parts.push(token);
      else if (token.kind === 'if') parts.push(this.ifDirective(token.condition, token.span));
      else if (token.kind === 'for') parts.push(this.forDirective(token.clause, token.span));
      else {
        this.next = token;
        return parts;
      }
    }
    return parts;
  }

  /** The pieces of the runs that follow each other here. */
  private melded(): readonly Piece[] {
    const pieces: Piece[] = [];
    for (let token = this.tokens[this.index]; token?.kind === 'run'; token = this.tokens[++this.index]) {
      for (const piece of token.run) pieces.push(piece);
    }
    return pieces;
  }

  private inner(): readonly TemplatePart[] {
    this.c.descend();
    const parts = this.parts();
    this.c.ascend();
    return parts;
  }

  private ifDirective(condition: IfDirective['condition'], open: Span): IfDirective {
    const whenTrue = this.inner();
    const whenFalse = this.next?.kind === 'else' ? this.inner() : [];
    // biome-ignore lint/suspicious/noThenProperty: it is the grammar's own word, and a tree is never awaited
    return { kind: 'if', condition, then: whenTrue, else: whenFalse, span: this.close('endif', open) };
  }

  private forDirective(clause: Pick<ForDirective, 'keyName' | 'valueName' | 'collection'>, open: Span): ForDirective {
    const body = this.inner();
    return { kind: 'for-directive', ...clause, body, span: this.close('endfor', open) };
  }

  /** From the opening directive to the one that has to close it here. */
  private close(kind: 'endif' | 'endfor', open: Span): Span {
    const end = this.next;
    this.next = undefined;
    if (end?.kind === kind) return span(this.c.source, open.start, end.span.end);
    this.c.fail(`a template directive is not closed by \`${kind}\``, open.start);
    return open;
  }
}
