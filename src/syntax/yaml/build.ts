/** Events → positioned trees: aliases and merge keys resolved within a budget, keys always strings, duplicates kept. */
import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import type { Gap } from '../../model/gap.js';
import { type Source, type Span, span } from '../../model/span.js';
import { show, textOf } from '../../model/text.js';
import { type Entry, list, map, type Node, type ScalarNode, scalar, unknown } from '../../model/tree.js';
import { type AliasBudget, Aliases } from './aliases.js';
import { isMergeKey, merged } from './merge.js';
import { behindIndicator, blockHeader, endOfBrackets, isSpace } from './places.js';
import { decode, resolve } from './scalar.js';

/** Where the characters of a scalar that stands as it is begin. */
const atZero: readonly number[] = [0];

/** A text whose events are at hand, and its place in the file. */
export interface Placed {
  readonly source: Source;
  readonly text: string;
  /** From an offset of `text` to the offset of the source. */
  readonly place: (offset: number) => number;
  /** What stands for a scalar with holes; undefined when the scalar has none. */
  readonly holes?: (node: ScalarNode) => Node | undefined;
}

export interface Built {
  readonly roots: readonly Node[];
  readonly gaps: readonly Gap[];
  /** Ranges of all scalars in `text`, as start, end, start, end …: a `#` in them is no comment. */
  readonly scalars: readonly number[];
}

/** Makes the trees of all documents in the events. */
export const build = (events: readonly Event[], at: Placed, budget: AliasBudget): Built => new Builder(at, budget).build(events);

type Properties = Pick<ScalarEvent, 'anchorStart' | 'anchorEnd' | 'tagStart' | 'tagEnd'>;

interface Frame {
  /** Undefined for a document. */
  readonly event: SequenceEvent | MappingEvent | undefined;
  /** Keys and values of a map in turn. */
  readonly items: Node[];
  /** How many nodes it is so far, itself included, when every alias in it is written out. */
  size: number;
  /** True when the source has a closing bracket for it. */
  readonly bracketed: boolean;
}

class Builder {
  readonly #at: Placed;
  readonly #roots: Node[] = [];
  readonly #gaps: Gap[] = [];
  readonly #scalars: number[] = [];
  readonly #stack: Frame[] = [];
  readonly #aliases: Aliases;
  /** Offset behind everything that was read so far. */
  #end = 0;

  constructor(at: Placed, budget: AliasBudget) {
    this.#at = at;
    this.#aliases = new Aliases(budget, this.#gaps);
  }

  build(events: readonly Event[]): Built {
    for (let i = 0; i < events.length; i++) {
      const event = events[i];
      switch (event?.type) {
        case EVENT_ID.DOCUMENT:
          this.#aliases.forget();
          this.#stack.push({ event: undefined, items: [], size: 1, bracketed: false });
          break;
        case EVENT_ID.SEQUENCE:
        case EVENT_ID.MAPPING:
          this.#open(event, events[i + 1]);
          break;
        case EVENT_ID.SCALAR:
          this.#add(this.#scalar(event), 1, event);
          break;
        case EVENT_ID.ALIAS:
          this.#addAlias(event);
          break;
        case EVENT_ID.POP:
          this.#close();
          break;
      }
    }
    return { roots: this.#roots, gaps: this.#gaps, scalars: this.#scalars };
  }

  #open(event: SequenceEvent | MappingEvent, next: Event | undefined): void {
    const flow = event.style === COLLECTION_STYLE.FLOW;
    // A pair in a flow sequence (`[a: b]`, `[{a: b}: c]`) is a map that starts where its key starts and has no brackets of its own.
    const pair = (next?.type === EVENT_ID.MAPPING || next?.type === EVENT_ID.SEQUENCE) && next.start === event.start;
    const opener = this.#at.text[event.start];
    this.#stack.push({ event, items: [], size: 1, bracketed: flow && !pair && (opener === '[' || opener === '{') });
    this.#aliases.open(this.#anchorOf(event));
    this.#reach(event);
    this.#end = Math.max(this.#end, flow && !pair ? event.start + 1 : event.start);
  }

  #close(): void {
    const frame = this.#stack.pop();
    if (!frame) return;
    const { event, items } = frame;
    if (!event) {
      const root = items[0];
      if (root) this.#roots.push(root);
      return;
    }
    if (frame.bracketed) this.#end = endOfBrackets(this.#at.text, this.#end);
    const at = this.#span(event.start, this.#end);
    const node = event.type === EVENT_ID.SEQUENCE ? list(items, at) : map(this.#entries(items), at);
    this.#add(tagged(node, this.#tagOf(event)), frame.size, event);
  }

  #add(node: Node, size: number, event: Properties): void {
    const anchor = this.#anchorOf(event);
    if (anchor !== undefined) this.#aliases.set(anchor, { node, size });
    this.#push(node, size);
  }

  #push(node: Node, size: number): void {
    const frame = this.#stack.at(-1);
    if (!frame) return;
    frame.items.push(node);
    frame.size += size;
  }

  #entries(items: readonly Node[]): readonly Entry[] {
    const entries: Entry[] = [];
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = items[i];
      const value = items[i + 1];
      if (!key || !value) break;
      entries.push({ key: this.#key(key), value: this.#valueUnder(key, value) });
    }
    return entries.some((e) => isMergeKey(e.key)) ? merged(entries) : entries;
  }

  /**
   * Keys are the strings that are written: a number as a key (an account id in a mapping table) must be found as it stands. A key that is a map
   * or a list is its source text.
   */
  #key(node: Node): ScalarNode {
    if (node.kind === 'scalar' && typeof node.value === 'string') return node;
    const { source, start, end } = node.span;
    const text = textOf(node);
    return tagged(scalar(text ? show(text) : source.text.slice(start, end), node.span), node.tag);
  }

  /** A template's line that stands among the entries of a map: nobody knows what it writes there. */
  #valueUnder(key: Node, value: Node): Node {
    const written = value.span.end > value.span.start;
    return key.kind === 'unknown' && value.kind === 'scalar' && !written ? unknown(key.why, value.span) : value;
  }

  #scalar(event: ScalarEvent): Node {
    const { text, place, holes } = this.#at;
    const tag = this.#tagOf(event);
    this.#reach(event);
    if (event.valueStart < 0) return tagged(scalar(null, this.#placeOfNothing(event)), tag);
    const decoded = event.fast ? undefined : decode(text, event, place);
    const value = decoded ? decoded.value : text.slice(event.valueStart, event.valueEnd);
    const span = this.#scalarSpan(event);
    const isKey = this.#atKey();
    const resolved = isKey ? value : resolve(value, event.style, tag);
    if (typeof resolved !== 'string') return tagged(scalar(resolved, span), tag);
    // Nothing is ever embedded in a key, and keys are half of all scalars.
    if (isKey && !holes) return tagged(scalar(resolved, span), tag);
    const offsets = decoded ? decoded.offsets : { from: atZero, to: [place(event.valueStart)] };
    const node: ScalarNode = { kind: 'scalar', value: resolved, span, offsets };
    return tagged(holes?.(node) ?? node, tag);
  }

  #atKey(): boolean {
    const frame = this.#stack.at(-1);
    return frame?.event?.type === EVENT_ID.MAPPING && frame.items.length % 2 === 0;
  }

  #placeOfNothing(event: Properties): Span {
    const announced = event.tagStart < 0 && event.anchorStart < 0 && this.#stack.at(-1)?.event !== undefined;
    if (announced) this.#end = behindIndicator(this.#at.text, this.#end);
    return this.#span(this.#end, this.#end);
  }

  /** Quotes belong to a scalar, and so does the header of a block scalar; the line breaks behind a block scalar do not. */
  #scalarSpan(event: ScalarEvent): Span {
    const { text } = this.#at;
    let { valueStart: start, valueEnd: end } = event;
    if (event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK) {
      this.#scalars.push(start, end);
      start = blockHeader(text, start);
      while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    } else {
      if (event.style !== SCALAR_STYLE.PLAIN) {
        start--;
        end++;
      }
      this.#scalars.push(start, end);
    }
    this.#end = Math.max(end, start);
    return this.#span(start, this.#end);
  }

  #addAlias(event: AliasEvent): void {
    const { text } = this.#at;
    this.#end = Math.max(this.#end, event.anchorEnd);
    const name = text.slice(event.anchorStart, event.anchorEnd);
    const { node, size } = this.#aliases.resolve(name, this.#span(event.anchorStart - 1, event.anchorEnd));
    this.#push(node, size);
  }

  #reach(event: Properties): void {
    this.#end = Math.max(this.#end, event.tagEnd, event.anchorEnd);
  }

  #anchorOf(event: Properties): string | undefined {
    return event.anchorStart < 0 ? undefined : this.#at.text.slice(event.anchorStart, event.anchorEnd);
  }

  #tagOf(event: Properties): string | undefined {
    return event.tagStart < 0 ? undefined : this.#at.text.slice(event.tagStart, event.tagEnd);
  }

  #span(start: number, end: number): Span {
    return span(this.#at.source, this.#at.place(start), this.#at.place(end));
  }
}

const tagged = <N extends Node>(node: N, tag: string | undefined): N => (tag === undefined ? node : { ...node, tag });
