/** Patterns of Go's `regexp` (RE2) → a program for `pattern.ts`. What is not in the part of the syntax that is known here gives no program. */
import { anyOf, type CharacterTest, folded, not, perlClasses, posixClasses, range, unicodeClass } from './pattern-classes.js';
import { type Assertion, emit, type Instruction, type Piece, type Program, Unsupported } from './pattern-program.js';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly U: boolean;
}

const deepest = 50;
const mostRepeats = 1_000;

/** The program of a pattern; undefined for one that is wrong, too long or uses what is not known here. */
export function compile(pattern: string): Program | undefined {
  try {
    const parser = new Parser([...pattern]);
    const piece = parser.whole();
    const instructions: Instruction[] = [];
    emit({ kind: 'group', index: 0, inner: piece }, instructions);
    instructions.push({ op: 'match' });
    return { instructions, groups: parser.groups };
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

class Parser {
  readonly groups: (string | undefined)[] = [];
  #at = 0;
  #depth = 0;
  #flags: Flags = { i: false, m: false, s: false, U: false };

  constructor(private readonly pattern: readonly string[]) {}

  whole(): Piece {
    const piece = this.#alternatives();
    if (this.#at < this.pattern.length) throw new Unsupported();
    return piece;
  }

  #peek(ahead = 0): string | undefined {
    return this.pattern[this.#at + ahead];
  }

  #take(text: string): boolean {
    if (![...text].every((c, i) => this.#peek(i) === c)) return false;
    this.#at += text.length;
    return true;
  }

  #next(): string {
    const c = this.#peek();
    if (c === undefined) throw new Unsupported();
    this.#at++;
    return c;
  }

  #alternatives(): Piece {
    if (++this.#depth > deepest) throw new Unsupported();
    const outer = this.#flags;
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    this.#flags = outer;
    this.#depth--;
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'either', options };
  }

  #sequence(): Piece {
    const parts: Piece[] = [];
    for (let c = this.#peek(); c !== undefined && c !== '|' && c !== ')'; c = this.#peek()) {
      const atom = this.#atom();
      parts.push(this.#repeated(atom));
    }
    return { kind: 'sequence', parts };
  }

  #repeated(atom: Piece): Piece {
    const counts = this.#counts();
    if (!counts) return atom;
    const lazy = this.#take('?') !== this.#flags.U;
    if (this.#counts()) throw new Unsupported();
    return { kind: 'repeat', inner: atom, ...counts, lazy };
  }

  #counts(): { readonly least: number; readonly most: number } | undefined {
    if (this.#take('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (this.#take('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
    if (this.#take('?')) return { least: 0, most: 1 };
    const written = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.pattern.slice(this.#at, this.#at + 12).join(''));
    if (!written) return undefined;
    this.#at += written[0].length;
    const least = Number(written[1]);
    const most = written[2] === undefined ? least : written[3] ? Number(written[3]) : Number.POSITIVE_INFINITY;
    if (least > mostRepeats || most < least || (most !== Number.POSITIVE_INFINITY && most > mostRepeats)) throw new Unsupported();
    return { least, most };
  }

  #atom(): Piece {
    const c = this.#next();
    switch (c) {
      case '(':
        return this.#group();
      case '[':
        return this.#character(this.#class());
      case '\\':
        return this.#escape();
      case '.':
        return { kind: 'character', test: this.#flags.s ? () => true : (code) => code !== 10 };
      case '^':
        return { kind: 'assert', what: this.#flags.m ? 'line-begin' : 'begin' };
      case '$':
        return { kind: 'assert', what: this.#flags.m ? 'line-end' : 'end' };
      case '*':
      case '+':
      case '?':
        throw new Unsupported();
      default:
        return this.#character(literal(c));
    }
  }

  #character(test: CharacterTest): Piece {
    return { kind: 'character', test: this.#flags.i ? folded(test) : test };
  }

  #group(): Piece {
    let index: number | undefined;
    if (!this.#take('?')) index = this.groups.push(undefined);
    else if (this.#take('P<') || this.#take('<')) index = this.groups.push(this.#until('>'));
    else if (!this.#flagged()) return { kind: 'empty' };
    const outer = this.#flags;
    const inner = this.#alternatives();
    this.#flags = this.#outerFlags ?? outer;
    this.#outerFlags = undefined;
    if (!this.#take(')')) throw new Unsupported();
    return index === undefined ? inner : { kind: 'group', index, inner };
  }

  /** The flags around a group that sets its own. */
  #outerFlags: Flags | undefined;

  /** `i)` sets flags from here on: false. `i:` sets them for the group that follows: true. */
  #flagged(): boolean {
    const before = this.#flags;
    let on = true;
    for (let c = this.#next(); ; c = this.#next()) {
      if (c === '-') on = false;
      else if (c === 'i' || c === 'm' || c === 's' || c === 'U') this.#flags = { ...this.#flags, [c]: on };
      else if (c === ')') return false;
      else if (c === ':') {
        this.#outerFlags = before;
        return true;
      } else throw new Unsupported();
    }
  }

  #until(end: string): string {
    let text = '';
    for (let c = this.#next(); c !== end; c = this.#next()) text += c;
    if (!/^\w+$/.test(text)) throw new Unsupported();
    return text;
  }

  #escape(): Piece {
    const c = this.#peek();
    const assertion = c === undefined ? undefined : assertions[c];
    if (assertion) {
      this.#at++;
      return { kind: 'assert', what: assertion };
    }
    return this.#character(this.#escapedSet() ?? literal(this.#escapedCharacter()));
  }

  /** `\d`, `\p{L}` and their kind; undefined when a single character is escaped here. */
  #escapedSet(): CharacterTest | undefined {
    const c = this.#peek() ?? '';
    const perl = perlClasses[c];
    if (perl) {
      this.#at++;
      return perl;
    }
    if (c !== 'p' && c !== 'P') return undefined;
    this.#at++;
    const named = unicodeClass(this.#take('{') ? this.#until('}') : this.#next());
    if (!named) throw new Unsupported();
    return c === 'p' ? named : not(named);
  }

  #escapedCharacter(): string {
    const c = this.#next();
    const control = controls[c];
    if (control !== undefined) return control;
    if (c === 'x') {
      const digits = this.#take('{') ? this.#until('}') : this.#next() + this.#next();
      if (!/^[0-9A-Fa-f]{1,6}$/.test(digits) || Number.parseInt(digits, 16) > 0x10ffff) throw new Unsupported();
      return String.fromCodePoint(Number.parseInt(digits, 16));
    }
    if (/[\w\s]/.test(c)) throw new Unsupported();
    return c;
  }

  #class(): CharacterTest {
    const negated = this.#take('^');
    const tests: CharacterTest[] = [];
    for (let first = true; first || this.#peek() !== ']'; first = false) tests.push(this.#member());
    this.#at++;
    const test = anyOf(tests);
    // Case is folded before the set is turned round, or nothing would be outside of it.
    return negated ? not(this.#flags.i ? folded(test) : test) : test;
  }

  #member(): CharacterTest {
    if (this.#take('[:')) {
      const negated = this.#take('^');
      const named = posixClasses[this.#until(':')];
      if (!named || !this.#take(']')) throw new Unsupported();
      return negated ? not(named) : named;
    }
    const set = this.#peek() === '\\' ? this.#classSet() : undefined;
    if (set) return set;
    const low = this.#classCharacter();
    if (this.#peek() !== '-' || this.#peek(1) === ']') return literal(low);
    this.#at++;
    const [from, to] = [low.codePointAt(0) ?? 0, this.#classCharacter().codePointAt(0) ?? 0];
    if (to < from) throw new Unsupported();
    return range(from, to);
  }

  #classSet(): CharacterTest | undefined {
    this.#at++;
    const set = this.#escapedSet();
    if (!set) this.#at--;
    return set;
  }

  #classCharacter(): string {
    return this.#take('\\') ? this.#escapedCharacter() : this.#next();
  }
}

const literal = (character: string): CharacterTest => {
  const wanted = character.codePointAt(0);
  return (code) => code === wanted;
};

const assertions: Readonly<Record<string, Assertion>> = { A: 'begin', z: 'end', b: 'boundary', B: 'no-boundary' };
const controls: Readonly<Record<string, string>> = { a: '\x07', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
