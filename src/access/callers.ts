/**
 * Who asks to become an identity, as a pattern like any other: then a trust statement is a statement of permission whose resources are its
 * principals, and the same search tells two of them apart. An account takes in its identities, and `*` takes in everybody.
 */
import type { Grant, Principal, Trust } from '../model/fact.js';
import { literal, show, type Text } from '../model/text.js';
import type { Hole } from '../model/tree.js';
import { accountOf } from './covers.js';

/** A trust statement as a statement of permission. */
export interface AskedOf extends Grant {
  readonly trust: Trust;
}

const known = new WeakMap<Trust, AskedOf>();

export function askedOf(trust: Trust): AskedOf {
  const { system, effect, principals, negated, actions, conditions, span } = trust;
  // Principals that are not known are somebody, and never the same as anybody who is named.
  const patterns = principals.length > 0 || negated ? principals.map(patternOf) : [{ parts: ['who:', { name: 'not known' }], span }];
  const resources = { patterns, negated };
  const asked = known.get(trust) ?? { trust, system, effect, actions, resources, scope: { parts: ['*'], span }, conditions, via: '', span };
  known.set(trust, asked);
  return asked;
}

/** The part of a trust statement that a part of its pattern form stands for. */
export function trustIn({ trust, actions, resources }: AskedOf): Trust {
  if (trust.negated || trust.principals.length === 0) return { ...trust, actions };
  const whole = known.get(trust)?.resources.patterns ?? [];
  const isKept = (i: number): boolean => whole.slice(i, i + 1).some((p) => resources.patterns.includes(p));
  return { ...trust, actions, principals: trust.principals.filter((_, i) => isKept(i)) };
}

function patternOf({ kind, value }: Principal): Text {
  switch (kind) {
    case 'anyone':
      return { ...value, parts: ['who:*'] };
    case 'account':
      return { ...value, parts: joined(['who:aws/', ...accountParts(value), '/*']) };
    case 'identity':
      return { ...value, parts: joined(['who:aws/', ...accountParts(value), '/', ...value.parts]) };
    default:
      return { ...value, parts: joined([`who:${kind}/`, ...value.parts]) };
  }
}

/** The account of an ARN, with its holes. */
const accountParts = (value: Text): readonly (string | Hole)[] =>
  accountOf(value)
    .split(/(<[^>]*>)/)
    .map((p) => (p.startsWith('<') ? { name: p.slice(1, -1) } : p));

function joined(parts: readonly (string | Hole)[]): readonly (string | Hole)[] {
  const all: (string | Hole)[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (typeof part === 'string' && typeof last === 'string') all.splice(-1, 1, last + part);
    else if (part !== '') all.push(part);
  }
  return all;
}

/** The principal that a word of this language stands for, as AWS would spell it; undefined where it is nobody in particular. */
export function callerIn(word: string): string | undefined {
  const [, kind, account = '', name = ''] = /^who:(?:(aws)\/([^/]*)\/)?(.*)$/s.exec(word) ?? [];
  if (kind !== 'aws') return /^(?:service|federated|group)\/(.+)$/s.exec(name)?.[1];
  return name.includes(':') || name === account ? name : undefined;
}

/** Accounts that nobody has in mind: one of them is left where a few are named. */
const strangers = ['999999999999', '888888888888', '777777777777'];

/** Callers that a reader can picture, within what a pattern takes in: a role of the account, or of somebody else's. */
export function likelyCallers(pattern: Text): readonly Text[] {
  const account = /^who:aws\/([^/]*)\/\*$/.exec(show(pattern))?.[1];
  if (account !== undefined && literal(pattern) === undefined) return [];
  const accounts = account !== undefined ? [account] : literal(pattern) === 'who:*' ? strangers : [];
  return accounts.map((id) => ({ ...pattern, parts: [`who:aws/${id}/arn:aws:iam::${id}:role/any`] }));
}
