/** Sets of characters in the patterns of Go's `regexp`, as tests of one code point. */

export type CharacterTest = (code: number) => boolean;

const within =
  (...ranges: readonly (readonly [number, number])[]): CharacterTest =>
  (code) =>
    ranges.some(([low, high]) => code >= low && code <= high);
const between = (low: string, high = low): readonly [number, number] => [low.charCodeAt(0), high.charCodeAt(0)];

export const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);
export const anyOf =
  (tests: readonly CharacterTest[]): CharacterTest =>
  (code) =>
    tests.some((test) => test(code));
export const range = (low: number, high: number): CharacterTest => within([low, high]);

const digit = within(between('0', '9'));
const space = within(between('\t', '\n'), between('\f', '\r'), between(' '));
export const word: CharacterTest = within(between('0', '9'), between('A', 'Z'), between('_'), between('a', 'z'));

/** `\d` and its kind. */
export const perlClasses: Readonly<Record<string, CharacterTest>> = {
  d: digit,
  D: not(digit),
  s: space,
  S: not(space),
  w: word,
  W: not(word),
};

/** `[:alpha:]` and its kind. */
export const posixClasses: Readonly<Record<string, CharacterTest>> = {
  alnum: within(between('0', '9'), between('A', 'Z'), between('a', 'z')),
  alpha: within(between('A', 'Z'), between('a', 'z')),
  ascii: within([0, 127]),
  blank: within(between('\t'), between(' ')),
  cntrl: within([0, 31], [127, 127]),
  digit,
  graph: within(between('!', '~')),
  lower: within(between('a', 'z')),
  print: within(between(' ', '~')),
  punct: within(between('!', '/'), between(':', '@'), between('[', '`'), between('{', '~')),
  space: within(between('\t', '\r'), between(' ')),
  upper: within(between('A', 'Z')),
  word,
  xdigit: within(between('0', '9'), between('A', 'F'), between('a', 'f')),
};

/** The general categories that `\p{…}` may name. Scripts are not known here. */
const category = /^(?:C|Cc|Cf|L|Ll|Lm|Lo|Lt|Lu|M|Mc|Me|Mn|N|Nd|Nl|No|P|Pc|Pd|Pe|Pf|Pi|Po|Ps|S|Sc|Sk|Sm|So|Z|Zl|Zp|Zs)$/;

/** `\p{name}`; undefined for a name that is not known. */
export function unicodeClass(name: string): CharacterTest | undefined {
  if (!category.test(name)) return undefined;
  const pattern = new RegExp(`^\\p{${name}}$`, 'u');
  return (code) => pattern.test(String.fromCodePoint(code));
}

/** The set without regard to case. */
export const folded =
  (test: CharacterTest): CharacterTest =>
  (code) => {
    if (test(code)) return true;
    const character = String.fromCodePoint(code);
    return [character.toLowerCase(), character.toUpperCase()].some((c) => c !== character && test(c.codePointAt(0) ?? code));
  };
