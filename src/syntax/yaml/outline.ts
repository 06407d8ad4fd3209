/** The shape of a template by its indentation alone: what an expression that stands on a line of its own would have to be there. */

export type Form =
  /** A line of a block scalar. */
  | { readonly kind: 'text' }
  /** An entry of the map, an item of the list around it. */
  | { readonly kind: 'entry' | 'item' }
  /** The whole value of the key whose colon ends at `behind`, in a map that is indented by `indent`. */
  | { readonly kind: 'value'; readonly behind: number; readonly indent: number };

interface Level {
  readonly indent: number;
  readonly item: boolean;
  /** Offset behind the `:` or `-` when nothing follows it on its line. */
  readonly opens: number | undefined;
}

const blockHeader = /(?:^|[\s:-])[|>][-+\d]{0,2}\s*(?:#[\s\S]*)?$/;
/** Lines that are looked at to find what follows an expression. */
const lookAhead = 50;

/** Reads its text once, from the top; it must be asked in ascending order. */
export class Outline {
  readonly #text: string;
  readonly #levels: Level[] = [];
  #position = 0;
  /** Indentation of the key whose block scalar is being passed. */
  #block: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** What an expression at `[start, end)` is when its text goes to `column`. */
  formAt(start: number, end: number, column: number): Form {
    this.#readTo(start);
    if (this.#block !== undefined && column > this.#block) return { kind: 'text' };
    this.#close(column + 1);
    const level = this.#levels.at(-1);
    if (!level) return { kind: 'entry' };
    if (level.indent === column) return { kind: level.item ? 'item' : 'entry' };
    if (level.opens === undefined) return { kind: 'entry' };
    const next = this.#contentBehind(end);
    if (next && next.indent > level.indent && !next.item) return { kind: 'entry' };
    if (next?.item && next.indent >= level.indent) return { kind: 'item' };
    return { kind: 'value', behind: level.opens, indent: level.indent };
  }

  /** True when a block scalar stands above `start` and does not go on behind `end`: a line of blanks at `column` would still be part of it. */
  endsBlock(start: number, end: number, column: number): boolean {
    this.#readTo(start);
    if (this.#block === undefined || column > this.#block) return false;
    return (this.#contentBehind(end)?.indent ?? 0) <= this.#block;
  }

  /** Passes over the lines of an expression that stands alone at `[start, end)`. */
  pass(start: number, end: number): void {
    this.#readTo(start);
    this.#position = lineAt(this.#text, end).next;
  }

  /** Reads the lines that end before the offset. */
  #readTo(offset: number): void {
    for (let line = lineAt(this.#text, this.#position); line.end < offset; line = lineAt(this.#text, this.#position)) {
      this.#read(line.text);
      this.#position = line.next;
    }
  }

  #read(line: string): void {
    const content = line.trim();
    let indent = line.length - line.trimStart().length;
    if (content === '' || (this.#block !== undefined && indent > this.#block)) return;
    this.#block = undefined;
    if (content.startsWith('#')) return;
    this.#close(indent);
    let rest = content;
    for (let dash = /^-(?:\s+|$)/.exec(rest); dash; dash = /^-(?:\s+|$)/.exec(rest)) {
      rest = rest.slice(dash[0].length);
      this.#levels.push({ indent, item: true, opens: rest === '' ? this.#position + indent + 1 : undefined });
      indent += dash[0].length;
    }
    if (rest !== '') this.#levels.push({ indent, item: false, opens: this.#opens(line) });
    if (blockHeader.test(rest)) this.#block = rest.includes(':') ? indent : (this.#levels.at(-2)?.indent ?? indent);
  }

  #opens(line: string): number | undefined {
    const colon = /:\s*(?:#[\s\S]*)?$/.exec(line);
    return colon ? this.#position + colon.index + 1 : undefined;
  }

  /** Leaves the levels that are indented as deep or deeper. */
  #close(indent: number): void {
    while ((this.#levels.at(-1)?.indent ?? -1) >= indent) this.#levels.pop();
  }

  /** The next line that is neither empty nor begins with an expression. */
  #contentBehind(offset: number): { readonly indent: number; readonly item: boolean } | undefined {
    let position = lineAt(this.#text, offset).next;
    for (let n = 0; n < lookAhead && position < this.#text.length; n++) {
      const line = lineAt(this.#text, position);
      const content = line.text.trimStart();
      if (content !== '' && !/^(?:#|\{\{|\{%|\{#|%\{)/.test(content)) {
        return { indent: line.text.length - content.length, item: /^-(?:\s|$)/.test(content) };
      }
      position = line.next;
    }
    return undefined;
  }
}

function lineAt(text: string, from: number): { readonly text: string; readonly end: number; readonly next: number } {
  const found = text.indexOf('\n', from);
  const end = found === -1 ? text.length : found;
  return { text: text.slice(from, end), end, next: end + 1 };
}
