/** Attributes, blocks and the file as a whole. A syntax error is kept as a gap and costs the top-level item it stands in. */
import { type Gap, gap } from '../../model/gap.js';
import { type Source, span } from '../../model/span.js';
import type { Failure } from '../scanner.js';
import type { Attribute, Block, Body, HclFile } from './ast.js';
import { Char } from './characters.js';
import { Cursor } from './cursor.js';
import { conditional } from './expressions.js';
import { lineEnd, Recovery } from './recovery.js';
import { quoted } from './templates.js';

type Item = Attribute | Block;
type Label = Block['labels'][number];

/** Past this many broken items the rest of them share one gap. */
const shownFailures = 100;

/** Reads a whole file. */
export function file(source: Source): HclFile {
  const c = new Cursor(source, conditional);
  const recovery = new Recovery(source.text);
  const items = new Items();
  const failures: Failure[] = [];
  for (;;) {
    c.skipLines();
    if (c.atEnd && !c.failure) break;
    const start = c.failure?.at ?? c.pos;
    recovery.startItem();
    const parsed = item(c, recovery);
    endOfItem(c);
    if (c.failure) {
      failures.push(c.failure);
      c.resume(recovery.next(start, c.failure));
    } else items.add(parsed);
  }
  const body = { attributes: items.attributes, blocks: items.blocks, span: span(source, 0, source.text.length) };
  return { body, comments: c.comments, gaps: gapsOf(source, failures, recovery.exhausted) };
}

class Items {
  readonly attributes: Attribute[] = [];
  readonly blocks: Block[] = [];

  add(parsed: Item): void {
    if ('body' in parsed) this.blocks.push(parsed);
    else this.attributes.push(parsed);
  }
}

function item(c: Cursor, recovery: Recovery): Item {
  const start = c.pos;
  const name = c.identifier();
  const nameSpan = c.spanFrom(start);
  c.skip();
  if (c.peek() !== Char.equals) return block(c, recovery, name, nameSpan);
  c.pos++;
  c.skip();
  const value = c.expression();
  return { name, nameSpan, value, span: span(c.source, start, value.span.end) };
}

function block(c: Cursor, recovery: Recovery, type: string, typeSpan: Block['head']): Block {
  const { start } = typeSpan;
  const labels: Label[] = [];
  for (; c.peek() !== Char.openBrace && !c.atEnd; c.skip()) labels.push(label(c));
  const head = span(c.source, start, labels.at(-1)?.span.end ?? typeSpan.end);
  c.expect(Char.openBrace, 'expected `=` or a block');
  c.descend();
  const inner = body(c, recovery);
  c.ascend();
  if (!c.take(Char.closeBrace)) c.fail('the block is not closed', start);
  return { type, labels, body: inner, span: c.spanFrom(start), head };
}

function label(c: Cursor): Label {
  const start = c.pos;
  if (c.peek() !== Char.quote) return c.atIdentifier ? { text: c.identifier(), span: c.spanFrom(start) } : noLabel(c);
  const { parts, span: at } = quoted(c);
  const part = parts[0];
  if (part && part.kind !== 'text') c.fail('a block label cannot hold a template', start);
  return { text: part?.kind === 'text' ? part.text : '', span: at };
}

function noLabel(c: Cursor): Label {
  c.fail('expected `=`, a label or a block');
  return { text: '', span: c.spanFrom(c.pos) };
}

/** What stands between the braces of a block. */
function body(c: Cursor, recovery: Recovery): Body {
  const start = c.pos;
  const items = new Items();
  for (;;) {
    c.skipLines();
    if (c.atEnd || c.peek() === Char.closeBrace) break;
    recovery.noteItem(c.pos);
    items.add(item(c, recovery));
    endOfItem(c);
  }
  return { attributes: items.attributes, blocks: items.blocks, span: c.spanFrom(start) };
}

/** Items end with their line; in a block written on one line, with the closing brace. */
function endOfItem(c: Cursor): void {
  c.skip();
  const code = c.peek();
  if (!c.atEnd && code !== Char.newline && !(code === Char.closeBrace && c.nested)) c.fail('expected the end of the line');
}

function gapsOf(source: Source, failures: readonly Failure[], exhausted: boolean): readonly Gap[] {
  const place = (at: number) => span(source, at, lineEnd(source.text, at));
  const gaps = failures
    .slice(0, shownFailures)
    .map(({ kind, at, reason }) => gap(kind, `${reason}; the top-level block around it was not read`, place(at)));
  const further = failures[shownFailures];
  if (further) gaps.push(gap('unparsed', `${failures.length - shownFailures} more syntax errors from here on`, place(further.at)));
  const last = failures.at(-1);
  if (last && exhausted) gaps.push(gap('too-large', 'too many syntax errors; the rest of the file was not read', place(last.at)));
  return gaps;
}
