/** What access is gained and lost, with the request that proves it: "write `logs`, such as `s3:DeleteObject` on `arn:aws:s3:::logs/x`". */
import type { Change, Held, Witness } from '../../model/change.js';
import { show } from '../../model/text.js';
import { reachOf } from './reach.js';
import { code, list } from './words.js';

type AccessChange = Extract<Change, { readonly gained: readonly Held[] }>;

/** What a denial means among what is gained, and among what is lost. */
export const undenied = 'no longer denied';
export const denied = 'now denied';

/** Completes "it may now …". */
export const gainedPhrase = ({ gained, had = [], gains }: AccessChange): string =>
  `${reachOf(gained, undenied, { beside: had, more: 'in more ways' })}${proof(gains, gained)}`;

/** Completes "it may no longer …". What stays of it is not said to be gone. */
export const lostPhrase = ({ lost, keeps = [], loses }: AccessChange): string =>
  `${reachOf(lost, denied, { beside: keeps, more: 'in every way', anything: 'do everything with' })}${proof(loses, lost)}`;

/** What it could do before with that on which more is gained; where that is nothing, all that it could do. */
export function beforePhrase(c: AccessChange): string {
  const { gained, had = [], before } = c;
  const isDenial = (h: Held): boolean => 'grant' in h && h.grant.effect === 'deny';
  if ((c.after ?? c.before)?.category === 'guardrail' && gained.every(isDenial)) return 'denied';
  const isLimit = (h: Held): boolean => 'set' in h && h.set.role === 'limit';
  if (gained.every(isLimit)) return `only within ${gained.length === 1 ? 'it' : 'them'}`;
  const held: readonly Held[] = [
    ...(before?.grants ?? []).filter((g) => g.effect === 'allow').map((grant) => ({ grant })),
    ...(before?.namedSets ?? []).filter((set) => set.role === 'give').map((set) => ({ set })),
  ];
  const told = had.length > 0 ? had : held;
  return told.length === 0 ? 'nothing' : reachOf(told, denied);
}

/** What is left of that on which something is lost. */
export const stillPhrase = ({ keeps = [] }: AccessChange): string => (keeps.length === 0 ? '' : `; still: ${reachOf(keeps, denied)}`);

/** The phrase names AWS actions by what they do; elsewhere it names them, and only a wildcard needs an example. */
function proof(witness: Witness | undefined, held: readonly Held[]): string {
  if (!witness) return '';
  const grants = held.flatMap((h) => ('grant' in h ? [h.grant] : []));
  const isOpen = grants.some((g) => [...g.actions.patterns, ...g.resources.patterns].some((p) => show(p).includes('*')));
  if (!isOpen && grants.length > 0 && grants.every((g) => g.system !== 'aws')) return '';
  const { action, resource, scope, conditions } = witness;
  return `, such as ${code(action)} on ${code(resource.replace(/^(core\/|url:)/, ''))}${scope ? ` in ${code(scope.replace(/^namespace\//, ''))}` : ''}${carrying(conditions)}`;
}

/** " with `key` `value` and without `other`". */
export function carrying(conditions: Witness['conditions']): string {
  const [carried, left] = [conditions.filter((c) => c.values.length > 0), conditions.filter((c) => c.values.length === 0)];
  return [
    ...(carried.length > 0 ? [` with ${list(carried.map((c) => `${code(c.key)} ${list(c.values.map(code))}`))}`] : []),
    ...(left.length > 0 ? [` without ${list(left.map((c) => code(c.key)))}`] : []),
  ].join(' and');
}
