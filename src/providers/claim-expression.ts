/**
 * Expressions over a token's claims: CEL of Google's pools, and the small language of Entra's flexible credentials. What lets somebody in is
 * read as alternatives of demands; a part that says something else is one demand whose value is not known, never none.
 */
import type { Text } from '../model/text.js';
import type { Hole } from '../model/tree.js';
import type { Demand } from './admissions.js';

/** How one language spells it. `claimOf` gives the claim that an operand names. */
export interface Language {
  readonly and: string;
  readonly or: string;
  readonly claimOf: (operand: readonly Token[]) => string | undefined;
}

export type Token = { readonly is: 'word' | 'sign'; readonly text: string } | { readonly is: 'string'; readonly value: Text };
/** Demands that all have to be met. */
type Alternative = readonly Demand[];

/** Past these an expression is not followed: it may then let in anybody. */
const most = { length: 10_000, alternatives: 64, depth: 16 };

/** Each alternative lets somebody in by itself. */
export function alternativesOf(expression: Text, language: Language): readonly Alternative[] {
  const length = expression.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  return length > most.length ? [[notKnown(expression)]] : anyOf(tokensOf(expression), { expression, language }, 0);
}

interface Whole {
  readonly expression: Text;
  readonly language: Language;
}

function anyOf(tokens: readonly Token[], whole: Whole, depth: number): readonly Alternative[] {
  const found = splitAt(tokens, whole.language.or).flatMap((part) => allOf(part, whole, depth));
  return found.length > most.alternatives ? [[notKnown(whole.expression)]] : found;
}

function allOf(tokens: readonly Token[], whole: Whole, depth: number): readonly Alternative[] {
  return splitAt(tokens, whole.language.and).reduce<readonly Alternative[]>(
    (so, part) => {
      const choices = termOf(part, whole, depth);
      const product = so.length * choices.length > most.alternatives ? undefined : so.flatMap((a) => choices.map((b) => [...a, ...b]));
      return product ?? so.map((a) => [...a, notKnown(whole.expression)]);
    },
    [[]],
  );
}

function termOf(tokens: readonly Token[], whole: Whole, depth: number): readonly Alternative[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const isWrapped = isSign(first, '(') && isSign(last, ')') && closing(tokens, 0) === tokens.length - 1;
  if (isWrapped && depth < most.depth) return anyOf(tokens.slice(1, -1), whole, depth + 1);
  // Saying who stays out lets in all others.
  if (isSign(first, '!') || tokens.some((t) => isSign(t, '!='))) return [[]];
  return [[comparison(tokens, whole.language) ?? notKnown(whole.expression)]];
}

/** `claim == 'x'`, `claim in ['x', 'y']`, `claim.startsWith('x')`, `claim matches 'x*'`. */
function comparison(tokens: readonly Token[], { claimOf }: Language): Demand | undefined {
  const at = tokens.findIndex((t) => t.is !== 'string' && /^(==|eq|in|matches|\.startsWith)$/.test(t.text));
  const operator = tokens[at];
  if (!operator || operator.is === 'string') return undefined;
  const [left, right] = [tokens.slice(0, at), tokens.slice(at + 1)];
  const isTurned = left.length === 1 && left[0]?.is === 'string' && operator.text === '==';
  const claim = claimOf(isTurned ? right : left);
  const values = (isTurned ? left : right).flatMap((t) => (t.is === 'string' ? [t.value] : []));
  // Whatever stands beside values and the signs around them is not understood.
  const isPlain = (isTurned ? left : right).every((t) => t.is === 'string' || /^[[\](),]$/.test(t.text));
  if (claim === undefined || values.length === 0 || !isPlain) return undefined;
  if (operator.text === '.startsWith') return { claim, values: values.map(openEnded), wildcards: true };
  return { claim, values, wildcards: operator.text === 'matches' };
}

const openEnded = (value: Text): Text => ({ ...value, parts: [...value.parts, '*'] });
const isSign = (token: Token | undefined, text: string): boolean => token?.is === 'sign' && token.text === text;

const notKnown = ({ span }: Text): Demand => ({
  claim: 'sub',
  values: [{ parts: [{ name: 'a part of the condition that is not understood' }], span }],
  wildcards: true,
});

/** At the top level alone. */
function splitAt(tokens: readonly Token[], joint: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.is === 'sign' && /^[([]$/.test(token.text)) depth++;
    if (token.is === 'sign' && /^[)\]]$/.test(token.text)) depth--;
    if (depth === 0 && token.is !== 'string' && token.text === joint) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

/** Where the bracket that opens at `start` closes. */
function closing(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let i = start; i < tokens.length; i++) {
    if (isSign(tokens[i], '(')) depth++;
    if (isSign(tokens[i], ')') && --depth === 0) return i;
  }
  return -1;
}

/** Stands for a hole while the text is cut. */
const mark = '\uE000';
const spelled = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\.startsWith\b|[A-Za-z_][\w]*|\uE000)|(==|!=|&&|\|\||[^\s\w])/g;

function tokensOf(expression: Text): readonly Token[] {
  const holes: Hole[] = expression.parts.filter((part) => typeof part !== 'string');
  const whole = expression.parts.map((part) => (typeof part === 'string' ? part.replaceAll(mark, ' ') : mark)).join('');
  const tokens: Token[] = [];
  for (const [, single, double, word, sign] of whole.matchAll(spelled)) {
    const quoted = single ?? double;
    if (quoted !== undefined) tokens.push({ is: 'string', value: { parts: filled(quoted, holes), span: expression.span } });
    else if (word === mark) tokens.push({ is: 'word', text: holes.shift()?.name ?? '' });
    else if (word !== undefined) tokens.push({ is: 'word', text: word });
    else if (sign !== undefined) tokens.push({ is: 'sign', text: sign });
  }
  return tokens;
}

/** The quoted text with its holes, in their order. */
function filled(quoted: string, holes: Hole[]): Text['parts'] {
  const parts = quoted.split(/(\uE000)/).flatMap((part): readonly (string | Hole)[] => {
    if (part !== mark) return part === '' ? [] : [part];
    const next = holes.shift();
    return next ? [next] : [];
  });
  return parts.length > 0 ? parts : [''];
}
