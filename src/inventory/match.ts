/** Which subject at head is which at base: by key, by declared move, by address, by name, and at last by what it is made of. */
import { type Handle, handleAt } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import type { Inventory, Subject } from '../model/inventory.js';
import type { Move } from '../model/resource.js';
import { credentialText, grantText, trustText } from '../model/signature.js';

export interface Matched {
  readonly pairs: readonly (readonly [Subject, Subject])[];
  readonly added: readonly Subject[];
  readonly removed: readonly Subject[];
}

/** Each way pairs what it can, uniquely on both sides, and leaves the rest to the next. */
export function match(base: Inventory, head: Inventory, moves: readonly Move[]): Matched {
  const moved = new Map<Handle, Handle>(moves.map((m) => [handleAt(m.from), handleAt(m.to)]));
  const ownHandle = (s: Subject) => s.handles[0] ?? s.key;
  const ways: readonly [(s: Subject) => string | undefined, (s: Subject) => string | undefined][] = [
    [(s) => `${s.key} ${s.category}`, (s) => `${s.key} ${s.category}`],
    [(s) => moved.get(ownHandle(s) as Handle), (s) => ownHandle(s)],
    [(s) => `${s.type} ${ownHandle(s)}`, (s) => `${s.type} ${ownHandle(s)}`],
    [named, named],
    [substance, substance],
  ];
  const pairs: [Subject, Subject][] = [];
  let removed: readonly Subject[] = [...base.subjects.values()];
  let added: readonly Subject[] = [...head.subjects.values()];
  for (const [keyOfBase, keyOfHead] of ways) {
    const left = unique(removed, keyOfBase);
    const right = unique(added, keyOfHead);
    const found = [...left].flatMap(([key, was]) => {
      const is = right.get(key);
      return is ? [[was, is] as [Subject, Subject]] : [];
    });
    const gone = new Set(found.flat());
    pairs.push(...found);
    removed = removed.filter((s) => !gone.has(s));
    added = added.filter((s) => !gone.has(s));
  }
  return { pairs, added, removed };
}

function unique(subjects: readonly Subject[], keyOf: (s: Subject) => string | undefined): ReadonlyMap<string, Subject> {
  const groups = groupBy(subjects, keyOf);
  const found = new Map<string, Subject>();
  for (const [key, group] of groups) if (key !== undefined && group.length === 1 && group[0]) found.set(key, group[0]);
  return found;
}

const named = (s: Subject): string | undefined => (s.fullName ? `${s.type} ${s.name}` : undefined);

/** What it is made of; too little of that says nothing. */
function substance(s: Subject): string | undefined {
  const parts = [
    ...s.grants.map(grantText),
    ...s.trust.map(trustText),
    ...s.credentials.map(credentialText),
    ...s.namedSets.map((n) => n.via),
  ];
  return parts.length === 0 || s.kind === 'external' ? undefined : `${s.type} ${parts.sort().join('\n')}`;
}
