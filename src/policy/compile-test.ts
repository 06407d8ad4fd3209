/** A test of a rule file → a predicate over a field's value. All that can be wrong with the test is found here, before anything is judged. */
import { type Comparable, fits, type OperatorName, operandDoc, operatorNames, operatorOf, type Predicate } from './operators.js';
import type { Path, Report } from './problem.js';
import type { Match, ParamRef, ParamValue, Plain, Target, Test } from './rule.js';
import { suggest } from './spelling.js';
import { durationOf, namedDay } from './time.js';
import { allOf, anyOf, type Truth } from './truth.js';
import type { FieldInfo, Scene } from './vocabulary/field.js';
import type { Vocabulary } from './vocabulary/index.js';

/** What a test is compiled against: the values of the rule's parameters are put in their places now. */
export interface Compiling {
  readonly vocabulary: Vocabulary;
  readonly target: Target;
  readonly params: Readonly<Record<string, ParamValue>>;
  readonly report: Report;
  /** Loaded only when some rule has an expression; see `cel.ts`. */
  readonly cel: CelCompiler | undefined;
}

/** A checked expression as a predicate; undefined when it was reported. */
export type CelCompiler = (expression: string, at: Path, to: Compiling) => ((scene: Scene) => Truth) | undefined;

/** Compares one operand on one day. */
type Ready = (today: number) => Comparable;

/** What holds of everything while a broken test has been reported: the rule is not going to be used. */
const broken: Predicate = () => false;

const isParamRef = (test: unknown): test is ParamRef =>
  typeof test === 'object' && test !== null && 'param' in test && typeof test.param === 'string';
const isPlain = (test: unknown): test is Plain => typeof test === 'string' || typeof test === 'number' || typeof test === 'boolean';

/** Operators that compare by order, so that a word of a rank is its place. */
const byOrder = new Set<OperatorName>(['lessThan', 'atMost', 'moreThan', 'atLeast']);

class TestCompiler {
  constructor(
    private readonly field: FieldInfo,
    private readonly name: string,
    private readonly to: Compiling,
  ) {}

  /** `test` has passed the schema, which lets any nesting of plain values, lists and maps through. */
  compile(test: Test, at: Path): Predicate {
    if (isPlain(test)) return this.comparison('in', [test], at, [at]);
    if (isParamRef(test)) return this.comparison('in', this.valuesOf(test, at), at);
    if (Array.isArray(test)) {
      const values: readonly unknown[] = test;
      const places = values.map((_, i) => [...at, i]);
      return values.every(isPlain)
        ? this.comparison('in', values, at, places)
        : this.fail(at, 'A list of alternatives holds plain values.', '');
    }
    const parts = Object.entries(test).map(([name, operand]) => this.operator(name, operand, [...at, name]));
    return (value, today) => allOf(parts, (part) => part(value, today));
  }

  private operator(name: string, operand: unknown, at: Path): Predicate {
    const known = operatorNames.find((n) => n === name);
    if (!known) return this.fail(at, `There is no operator \`${name}\`.`, suggest(name, operatorNames), true);
    const operator = operatorOf(known);
    if (!fits(operator, this.field.type)) {
      const possible = operatorNames.filter((n) => fits(operatorOf(n), this.field.type));
      return this.fail(
        at,
        `\`${name}\` does not fit \`${this.name}\`, which is a ${this.field.type}.`,
        `Use ${possible.join(', ')}.`,
        true,
      );
    }
    if (operator.takes === 'flag') {
      if (typeof operand !== 'boolean') return this.fail(at, `\`${name}\` takes true or false.`, '');
      return (value) => operator.test(value, operand);
    }
    if (operator.takes === 'test') {
      const inner = new TestCompiler(known === 'not' ? this.field : { ...this.field, type: 'string' }, this.name, this.to);
      const predicate = inner.compile(operand as Test, at);
      return (value, today) => operator.test(value, predicate, today);
    }
    if (isParamRef(operand)) return this.comparison(known, this.valuesOf(operand, at), at);
    const values: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
    if (operator.takes === 'operand' && Array.isArray(operand))
      return this.fail(at, `\`${name}\` takes one value.`, 'Use `in` for several.');
    const places = Array.isArray(operand) ? values.map((_, i) => [...at, i]) : [at];
    return values.every(isPlain) ? this.comparison(known, values, at, places) : this.fail(at, `\`${name}\` takes plain values.`, '');
  }

  /** One comparison with any of several values. */
  private comparison(name: OperatorName, values: readonly Plain[], at: Path, places: readonly Path[] = []): Predicate {
    const operator = operatorOf(name);
    if (operator.takes !== 'operand' && operator.takes !== 'operands') return broken;
    const ready = values.map((value, i) => this.operand(name, value, places[i] ?? at));
    const { field } = this;
    return (value, today) => anyOf(ready, (r) => (r === undefined ? false : operator.test(value, r(today), field, today)));
  }

  private operand(name: OperatorName, raw: Plain, at: Path): Ready | undefined {
    const { type } = this.field;
    switch (type) {
      case 'string':
      case 'list':
      case 'patterns':
        return this.text(name, String(raw), at);
      case 'rank':
        return this.rank(name, raw, at);
      case 'number':
        return typeof raw === 'number' ? () => raw : this.unfit(raw, at);
      case 'boolean':
        return typeof raw === 'boolean' ? () => raw : this.unfit(raw, at);
      case 'duration':
        return this.days(raw, at);
      case 'date':
        return name === 'within' ? this.days(raw, at) : this.date(raw, at);
    }
  }

  private text(name: OperatorName, raw: string, at: Path): Ready | undefined {
    if (raw === '*' && name !== 'is') {
      return this.wrong(
        at,
        '`*` alone matches everything.',
        'Write `{is: "*"}` for the character itself, `{exists: true}` for anything at all.',
      );
    }
    return this.oneOfWords(raw, at) ? () => raw : undefined;
  }

  private rank(name: OperatorName, raw: Plain, at: Path): Ready | undefined {
    const word = String(raw);
    if (!this.oneOfWords(word, at)) return undefined;
    const place = (this.field.words ?? []).indexOf(word);
    return byOrder.has(name) ? () => place : () => word;
  }

  private oneOfWords(word: string, at: Path): boolean {
    const { words } = this.field;
    if (!words || words.includes(word) || (word.includes('*') && this.field.type !== 'rank')) return true;
    this.wrong(at, `\`${this.name}\` is never \`${word}\`.`, suggest(word, words) || `It is one of ${words.join(', ')}.`);
    return false;
  }

  private days(raw: Plain, at: Path): Ready | undefined {
    const days = typeof raw === 'number' ? raw : durationOf(String(raw));
    return days === undefined ? this.wrong(at, `\`${raw}\` is not a duration.`, 'Write one such as `90d`, `12w`, `P90D`.') : () => days;
  }

  private date(raw: Plain, at: Path): Ready | undefined {
    const text = String(raw);
    if (namedDay(text, 0) === undefined) return this.wrong(at, `\`${text}\` is not a date.`, `Write ${operandDoc.date}.`);
    return (today) => namedDay(text, today) ?? today;
  }

  private unfit(raw: Plain, at: Path): undefined {
    return this.wrong(at, `\`${this.name}\` cannot be \`${raw}\`.`, `It takes ${operandDoc[this.field.type]}.`);
  }

  /** The values of a parameter; a list counts as any of its items. */
  private valuesOf(ref: ParamRef, at: Path): readonly Plain[] {
    const value = Object.hasOwn(this.to.params, ref.param) ? this.to.params[ref.param] : undefined;
    if (value === undefined) {
      this.wrong([...at, 'param'], `The rule has no parameter \`${ref.param}\`.`, suggest(ref.param, Object.keys(this.to.params)));
      return [];
    }
    return isPlain(value) ? [value] : value;
  }

  private wrong(at: Path, message: string, mend: string): undefined {
    this.to.report({ at, message, mend });
  }

  private fail(at: Path, message: string, mend: string, atKey = false): Predicate {
    this.to.report({ at, message, mend, atKey });
    return broken;
  }
}

/** All tests of a `match` or `require` map have to hold. */
export function compileMatch(match: Match, at: Path, to: Compiling): (scene: Scene) => Truth {
  const tests = Object.entries(match).flatMap(([name, test]) => {
    const named = to.vocabulary.find(to.target, name);
    if (!named) {
      const names = to.vocabulary.fields(to.target).map((f) => f.name);
      to.report({
        at: [...at, name],
        atKey: true,
        message: `A rule on \`${to.target}\` knows no field \`${name}\`.`,
        mend: suggest(name, names),
      });
      return [];
    }
    const predicate = new TestCompiler(named.field, name, to).compile(test, [...at, name]);
    return [(scene: Scene) => predicate(named.field.read(scene, named.key), scene.today)];
  });
  return (scene) => allOf(tests, (test) => test(scene));
}
