/** JSON with comments and trailing commas → positioned tree. Lenient where files in the wild are; never throws. */
import type { Span } from '../model/span.js';
import { type Comment, type Entry, list, map, type Node, type OffsetMap, type ScalarNode, scalar } from '../model/tree.js';
import { DecodedText } from './decoded.js';
import { exactNumber } from './number.js';
import { literalWords } from './scanner.js';
import { limits } from './syntax.js';

/** Why reading stopped and where, as an offset of the text that was handed in. Holds no source text. */
export interface JsonError {
  readonly kind: 'unparsed' | 'too-large';
  readonly message: string;
  readonly start: number;
}

export interface JsonText {
  /** What could be read; undefined when there is no value at all. After an error it is what stood before it. */
  readonly root: Node | undefined;
  readonly comments: readonly Comment[];
  readonly error: JsonError | undefined;
  /** The first thing that was read and that JSON proper does not allow: a comment, a comma after the last member, a tab in a string. */
  readonly liberty: JsonError | undefined;
}

/**
 * Reads a JSON document that may be a part of another file: `at` turns a range of `text` into the span that each node gets.
 * A string node has `offsets` exactly when its characters stand in one piece there.
 */
export const parseJsonText = (text: string, at: (start: number, end: number) => Span): JsonText => new JsonReader(text, at).read();

const code = (character: string): number => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const lineFeed = 10;
const carriageReturn = 13;
const byteOrderMark = 0xfeff;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /[A-Za-z]+/y;
const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** After the first error every step gives back what it has and the text is not looked at again. */
class JsonReader {
  #position = 0;
  #error: JsonError | undefined;
  #liberty: JsonError | undefined;
  readonly #comments: Comment[] = [];

  constructor(
    readonly text: string,
    readonly at: (start: number, end: number) => Span,
  ) {}

  read(): JsonText {
    this.#skip();
    const root = this.#position < this.text.length ? this.#value(0) : undefined;
    this.#skip();
    if (this.#position < this.text.length) this.#fail('there is text after the end of the document');
    return { root, comments: this.#comments, error: this.#error, liberty: this.#liberty };
  }

  #fail(message: string, start = this.#position, kind: JsonError['kind'] = 'unparsed'): undefined {
    this.#error ??= { kind, message, start };
    return undefined;
  }

  #allow(message: string, start: number): void {
    this.#liberty ??= { kind: 'unparsed', message, start };
  }

  #value(depth: number): Node | undefined {
    if (depth > limits.depth) return this.#fail(`nested deeper than ${limits.depth} levels`, this.#position, 'too-large');
    switch (this.text[this.#position]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        return this.#string();
      default:
        return this.#number() ?? this.#word();
    }
  }

  #object(depth: number): Node {
    const start = this.#position;
    const entries: Entry[] = [];
    this.#members('}', () => {
      if (this.text.charCodeAt(this.#position) !== quote) return this.#fail('expected a key in double quotes');
      const key = this.#string();
      this.#skip();
      if (!key || this.text[this.#position] !== ':') return this.#fail("expected ':' after a key");
      this.#position++;
      this.#skip();
      const value = this.#value(depth + 1);
      if (value) entries.push({ key, value });
    });
    return map(entries, this.at(start, this.#position));
  }

  #array(depth: number): Node {
    const start = this.#position;
    const items: Node[] = [];
    this.#members(']', () => {
      const item = this.#value(depth + 1);
      if (item) items.push(item);
    });
    return list(items, this.at(start, this.#position));
  }

  /** What stands between the brackets, with commas between the members and perhaps one after the last. */
  #members(closer: string, member: () => void): void {
    this.#position++;
    for (;;) {
      this.#skip();
      if (this.text[this.#position] === closer) break;
      member();
      if (this.#error) return;
      this.#skip();
      if (this.text[this.#position] === ',') this.#comma(closer);
      else if (this.text[this.#position] !== closer) {
        this.#fail(this.#position < this.text.length ? `expected ',' or '${closer}'` : `'${closer}' is missing at the end of the text`);
        return;
      }
    }
    this.#position++;
  }

  /** A comma between members, or one too many before the end. */
  #comma(closer: string): void {
    const start = this.#position++;
    this.#skip();
    if (this.text[this.#position] === closer) this.#allow(`a comma stands before '${closer}'`, start);
  }

  #string(): ScalarNode | undefined {
    const { text } = this;
    const start = this.#position;
    let i = start + 1;
    let decoded: DecodedText | undefined;
    let copied = i;
    for (; ; i++) {
      const c = text.charCodeAt(i);
      if (c === quote) break;
      // NaN: the end of the text. Other control characters are let through: tools that write JSON by hand leave tabs in it.
      if (c === lineFeed || c === carriageReturn || Number.isNaN(c)) return this.#fail('a string has no end', start);
      if (c < 32) this.#allow('a control character stands in a string', i);
      if (c !== backslash) continue;
      decoded ??= new DecodedText();
      decoded.copy(text, copied, i);
      const length = this.#escape(decoded, i);
      if (length === 0) return this.#fail('unknown escape sequence', i);
      i += length - 1;
      copied = i + 1;
    }
    decoded?.copy(text, copied, i);
    this.#position = i + 1;
    const at = this.at(start, this.#position);
    const node = scalar(decoded ? decoded.value : text.slice(start + 1, i), at);
    // A span of another length: this text is a decoded part of another file, and the pieces of the two do not line up.
    if (at.end - at.start !== this.#position - start) return node;
    return { ...node, offsets: decoded ? shifted(decoded.offsets, at.start - start) : { from: [0], to: [at.start + 1] } };
  }

  /** Length of the escape sequence at the backslash; 0 when there is none of that name. */
  #escape(decoded: DecodedText, at: number): number {
    const name = this.text[at + 1] ?? '';
    if (name === 'u') {
      const digits = this.text.slice(at + 2, at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) return 0;
      decoded.put(String.fromCharCode(Number.parseInt(digits, 16)), at);
      return 6;
    }
    const simple = simpleEscapes.get(name);
    if (simple === undefined) return 0;
    decoded.put(simple, at);
    return 2;
  }

  #number(): ScalarNode | undefined {
    const written = matchAt(numberPattern, this.text, this.#position);
    if (written === '') return undefined;
    const start = this.#position;
    this.#position += written.length;
    return scalar(exactNumber(written), this.at(start, this.#position));
  }

  #word(): ScalarNode | undefined {
    const written = matchAt(wordPattern, this.text, this.#position);
    const value = literalWords.get(written);
    if (value === undefined) return this.#fail('expected a value');
    const start = this.#position;
    this.#position += written.length;
    return scalar(value, this.at(start, this.#position));
  }

  /** Passes over white space and comments. */
  #skip(): void {
    const { text } = this;
    while (!this.#error) {
      const c = text.charCodeAt(this.#position);
      if (c === 32 || (c >= 9 && c <= 13) || c === byteOrderMark) this.#position++;
      else if (c !== 47 || !this.#comment()) return;
    }
  }

  #comment(): boolean {
    const { text } = this;
    const start = this.#position;
    const opener = text[start + 1];
    if (opener === '/' || opener === '*') this.#allow('JSON has no comments', start);
    if (opener === '/') {
      this.#position = lineEnd(text, start);
      this.#comments.push({ text: text.slice(start + 2, this.#position).trim(), span: this.at(start, this.#position) });
      return true;
    }
    if (opener !== '*') return false;
    const close = text.indexOf('*/', start + 2);
    if (close === -1) {
      this.#fail('a comment has no end');
      return false;
    }
    this.#position = close + 2;
    this.#comments.push({ text: text.slice(start + 2, close).trim(), span: this.at(start, this.#position) });
    return true;
  }
}

const shifted = (offsets: OffsetMap, by: number): OffsetMap => ({ from: offsets.from, to: offsets.to.map((o) => o + by) });

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? '';
}

function lineEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && text.charCodeAt(i) !== lineFeed && text.charCodeAt(i) !== carriageReturn) i++;
  return i;
}
