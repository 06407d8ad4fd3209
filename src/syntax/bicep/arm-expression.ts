/** The expression language of ARM templates, as what stands in `"[…]"`. Its trees are those of Bicep: Bicep is compiled to it. */
import type { Span } from '../../model/span.js';
import { DecodedText } from '../decoded.js';
import { exactNumber } from '../number.js';
import { limits } from '../syntax.js';
import type { Expression, StringExpression } from './ast.js';

/** Where characters of the expression stand in the file. */
export type Place = (start: number, end: number) => Span;

/** Undefined when what is written is no expression. */
export function parseArmExpression(text: string, at: Place): Expression | undefined {
  const reader = new ArmExpressionReader(text, at);
  const parsed = reader.expression(0);
  return reader.done ? parsed : undefined;
}

const word = /[A-Za-z_][\w.-]*/y;
const number = /-?\d+/y;
const quote = "'";

class ArmExpressionReader {
  #position = 0;
  #broken = false;

  constructor(
    private readonly text: string,
    private readonly at: Place,
  ) {}

  get done(): boolean {
    this.#skip();
    return !this.#broken && this.#position >= this.text.length;
  }

  expression(depth: number): Expression {
    if (depth > limits.depth) return this.#fail();
    this.#skip();
    const start = this.#position;
    let parsed = this.#term(depth);
    for (let links = 0; !this.#broken; links++) {
      this.#skip();
      if (links > limits.depth) return this.#fail();
      if (this.#take('.')) {
        const safe = this.#take('?');
        const name = this.#match(/[A-Za-z_]\w*/y);
        if (name === '') return this.#fail();
        parsed = { kind: 'access', source: parsed, name, safe, nested: false, span: this.at(start, this.#position) };
      } else if (this.#take('[')) {
        const safe = this.#take('?');
        const key = this.expression(depth + 1);
        this.#skip();
        if (!this.#take(']')) return this.#fail();
        parsed = { kind: 'index', source: parsed, key, safe, span: this.at(start, this.#position) };
      } else break;
    }
    return parsed;
  }

  #term(depth: number): Expression {
    const start = this.#position;
    if (this.text[start] === quote) return this.#string();
    const digits = this.#match(number);
    if (digits !== '') return { kind: 'literal', value: exactNumber(digits), span: this.at(start, this.#position) };
    const name = this.#match(word);
    this.#skip();
    if (name === '' || !this.#take('(')) return this.#fail();
    const args: Expression[] = [];
    this.#skip();
    while (!this.#broken && !this.#take(')')) {
      args.push(this.expression(depth + 1));
      this.#skip();
      if (!this.#take(',') && this.text[this.#position] !== ')') return this.#fail();
      this.#skip();
    }
    return { kind: 'call', on: undefined, name, args, span: this.at(start, this.#position) };
  }

  /** A quote in a string is written twice. */
  #string(): StringExpression {
    const start = this.#position;
    const decoded = new DecodedText();
    let from = start + 1;
    for (;;) {
      const end = this.text.indexOf(quote, from);
      if (end < 0) {
        this.#fail();
        break;
      }
      decoded.copy(this.text, from, end);
      this.#position = end + 1;
      if (this.text[end + 1] !== quote) break;
      decoded.put(quote, end);
      from = end + 2;
    }
    const span = this.at(start, this.#position);
    const offsets = { from: decoded.offsets.from, to: decoded.offsets.to.map((place) => this.at(place, place + 1).start) };
    const parts: StringExpression['parts'] = decoded.value === '' ? [] : [{ kind: 'text', text: decoded.value, offsets, span }];
    return { kind: 'string', parts, span };
  }

  #skip(): void {
    while (/\s/.test(this.text[this.#position] ?? '')) this.#position++;
  }

  #take(written: string): boolean {
    if (this.text[this.#position] !== written) return false;
    this.#position++;
    return true;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.#position += found.length;
    return found;
  }

  #fail(): Expression {
    this.#broken = true;
    this.#position = this.text.length;
    return { kind: 'literal', value: null, span: this.at(0, this.text.length) };
  }
}
