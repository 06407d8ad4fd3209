/**
 * Templates that write YAML (Helm, Jinja, Terraform's templatefile): their expressions are blanked with text of the same length, so that what
 * stands around them can be read at its place. A blanked expression comes back as a hole, never as a value.
 */
import { COLLECTION_STYLE, EVENT_ID, type Event } from 'js-yaml';
import { type Hole, type Node, type OffsetMap, type ScalarNode, unknown } from '../../model/tree.js';
import { placeOf } from '../decoded.js';
import { type Expression, endsLine, expressionsOf, startsLine } from './expressions.js';
import { type Form, Outline } from './outline.js';

/** First character of a blanked expression and the rest of it; private-use characters, so that they are allowed in every scalar. */
const head = '\ue000';
const tail = '\ue001';
const blankedExpression = new RegExp(`${head}${tail}*`, 'g');

export interface Blanked {
  /** Of the same length as the template. */
  readonly text: string;
  /** Offset of the first expression. */
  readonly first: number;
  /** What the expression whose blank begins at an offset is called. */
  readonly names: ReadonlyMap<number, string>;
}

/** True when a flow map starts right inside another: `{{ … }}` happens to be well-formed YAML, and no one means it. */
export const hasBareExpression = (events: readonly Event[]): boolean =>
  events.some((event, i) => {
    const next = events[i + 1];
    const twoMaps = event.type === EVENT_ID.MAPPING && next?.type === EVENT_ID.MAPPING;
    return twoMaps && next.style === COLLECTION_STYLE.FLOW && next.start === event.start + 1;
  });

/** `shaped`: becomes an entry of the map or an item of the list around it; `gone`: becomes blanks, for when that cannot be read. */
type Lines = 'shaped' | 'gone';

/** Blanks all expressions of a template; undefined when it has none. `lines` says what becomes of a line that holds nothing but expressions. */
export function blank(text: string, lines: Lines): Blanked | undefined {
  const expressions = expressionsOf(text);
  const first = expressions[0]?.start;
  if (first === undefined) return undefined;
  const blanker = new Blanker(text, lines);
  for (const run of runsOf(text, expressions)) blanker.write(run);
  return { text: blanker.finish(), first, names: blanker.names };
}

class Blanker {
  readonly names = new Map<number, string>();
  readonly #text: string;
  readonly #lines: Lines;
  readonly #outline: Outline;
  readonly #out: string[] = [];
  #copied = 0;

  constructor(text: string, lines: Lines) {
    this.#text = text;
    this.#lines = lines;
    this.#outline = new Outline(text);
  }

  write(run: Run): void {
    const { start, end } = run;
    if (startsLine(this.#text, start) && endsLine(this.#text, end)) {
      this.#line(run);
      this.#outline.pass(start, end);
    } else this.#put(run, inline(this.#text, run, this.names));
  }

  finish(): string {
    return this.#out.join('') + this.#text.slice(this.#copied);
  }

  #line(run: Run): void {
    const { start, end, parts } = run;
    const column = start - lineStart(this.#text, start);
    if (this.#lines === 'gone') this.#put(run, ' '.repeat(end - start));
    else if (parts.every((e) => e.silent)) {
      // A comment ends a block scalar; blanks would be its last line.
      const first = this.#outline.endsBlock(start, end, column) ? '#' : ' ';
      this.#put(run, first + ' '.repeat(end - start - 1));
    } else {
      const wanted = parts.find((e) => e.indent !== undefined)?.indent ?? column;
      const form = this.#outline.formAt(start, end, wanted);
      const drawn = form.kind === 'value' && column <= form.indent ? form.behind : undefined;
      this.#put(run, shaped(run, form, column === wanted || form.kind === 'value', this.names), drawn);
    }
  }

  /** With `from`, what stands behind that offset becomes blanks when it is white space: the value is drawn up to the line of its key. */
  #put({ start, end }: Run, blanks: string, from = start): void {
    const before = this.#text.slice(this.#copied, start);
    const kept = Math.max(0, from - this.#copied);
    const drawn = from >= this.#copied && !/\S/.test(before.slice(kept));
    this.#out.push(drawn ? before.slice(0, kept) + ' '.repeat(before.length - kept) : before, blanks);
    this.#copied = end;
  }
}

/** Neighbouring expressions with nothing but blanks between them. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Expression[];
}

function runsOf(text: string, expressions: readonly Expression[]): readonly Run[] {
  const runs: { start: number; end: number; parts: Expression[] }[] = [];
  for (const expression of expressions) {
    const last = runs.at(-1);
    if (last && /^[ \t]*$/.test(text.slice(last.end, expression.start))) {
      last.end = expression.end;
      last.parts.push(expression);
    } else runs.push({ start: expression.start, end: expression.end, parts: [expression] });
  }
  return runs;
}

const filler = (length: number): string => head + tail.repeat(length - 1);

function inline(text: string, { start, parts }: Run, names: Map<number, string>): string {
  let out = '';
  let copied = start;
  for (const e of parts) {
    names.set(e.start, e.name);
    out += text.slice(copied, e.start) + filler(e.end - e.start);
    copied = e.end;
  }
  return out;
}

/** `fits`: the line stands in the column that its text goes to; elsewhere it would break what is around it. */
function shaped({ start, end, parts }: Run, form: Form, fits: boolean, names: Map<number, string>): string {
  const length = end - start;
  if (!fits) return ' '.repeat(length);
  const name = parts.find((e) => !e.silent)?.name ?? 'template expression';
  names.set(form.kind === 'item' ? start + 2 : start, name);
  switch (form.kind) {
    case 'text':
    case 'value':
      return filler(length);
    case 'item':
      return `- ${filler(length - 2)}`;
    case 'entry':
      return `${filler(length - 1)}:`;
  }
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** What stands for a scalar of a blanked text; undefined when nothing in it is blanked. `nameAt` is asked with places of the source. */
export function openBlanks(node: ScalarNode, nameAt: (place: number) => string | undefined): Node | undefined {
  const { value, offsets } = node;
  if (typeof value !== 'string' || !value.includes(head)) return undefined;
  const holes = Array.from(value.matchAll(blankedExpression), ({ index, 0: run }) => ({
    start: index,
    end: index + run.length,
    name: (offsets && nameAt(placeOf(offsets, index))) ?? 'template expression',
  }));
  return withHoles(node, value, holes);
}

/** The same for a scalar that was read as it stands: `"{{ .Values.name }}"` in quotes is well-formed YAML. */
export function openExpressions(node: ScalarNode): Node {
  const { value } = node;
  if (typeof value !== 'string' || !value.includes('{{')) return node;
  const holes = expressionsOf(value);
  return holes.length > 0 ? withHoles(node, value, holes) : node;
}

type Range = Pick<Expression, 'start' | 'end' | 'name'>;

function withHoles(node: ScalarNode, value: string, holes: readonly Range[]): Node {
  const parts: (string | Hole)[] = [];
  let at = 0;
  for (const { start, end, name } of holes) {
    if (start > at) parts.push(value.slice(at, start));
    parts.push({ name });
    at = end;
  }
  if (at < value.length) parts.push(value.slice(at));
  const [only] = parts;
  const tag = node.tag === undefined ? {} : { tag: node.tag };
  if (parts.length === 1 && typeof only === 'object') return { ...unknown(only.name, node.span), ...tag };
  const offsets = node.offsets ? { offsets: collapsed(node.offsets, holes) } : {};
  return { kind: 'template', parts, span: node.span, ...offsets, ...tag };
}

/** The offsets of a text in which each hole is one character. */
function collapsed(offsets: OffsetMap, holes: readonly Range[]): OffsetMap {
  const from: number[] = [];
  const to: number[] = [];
  let removed = 0;
  let next = 0;
  const cuts = new Set([...offsets.from, ...holes.flatMap((h) => [h.start, h.end])]);
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    for (let hole = holes[next]; hole && hole.end <= cut; hole = holes[++next]) removed += hole.end - hole.start - 1;
    const within = holes[next];
    if (within && within.start < cut) continue;
    from.push(cut - removed);
    to.push(placeOf(offsets, cut));
  }
  return { from, to };
}
