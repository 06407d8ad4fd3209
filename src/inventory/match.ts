/** Which subject at head is which at base: by key, by declared move, by address, by renamed file, by name, and at last by what it is made of. */
import { handleAt } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import type { Inventory, Subject } from '../model/inventory.js';
import type { Move } from '../model/resource.js';
import { credentialText, grantText, trustText } from '../model/signature.js';
import type { FilePath } from '../model/span.js';
import { show } from '../model/text.js';

export interface Matched {
  readonly pairs: readonly (readonly [Subject, Subject])[];
  readonly added: readonly Subject[];
  readonly removed: readonly Subject[];
}

/** What the change itself says about what became what. */
export interface Hints {
  readonly moves: readonly Move[];
  /** Path at base → path at head. */
  readonly renames: ReadonlyMap<FilePath, FilePath>;
}

type Naming = (s: Subject) => string | undefined;

/** Each way pairs what it can, uniquely on both sides, and leaves the rest to the next. */
export function match(base: Inventory, head: Inventory, hints: Hints): Matched {
  const pairs: [Subject, Subject][] = [];
  let removed: readonly Subject[] = [...base.subjects.values()];
  let added: readonly Subject[] = [...head.subjects.values()];
  for (const [nameAtBase, nameAtHead] of waysOf(hints)) {
    const left = unique(removed, nameAtBase);
    const right = unique(added, nameAtHead);
    const found = [...left].flatMap(([name, was]) => {
      const is = right.get(name);
      return is ? [[was, is] as [Subject, Subject]] : [];
    });
    const gone = new Set(found.flat());
    pairs.push(...found);
    removed = removed.filter((s) => !gone.has(s));
    added = added.filter((s) => !gone.has(s));
  }
  return { pairs, added, removed };
}

function waysOf({ moves, renames }: Hints): readonly (readonly [Naming, Naming])[] {
  const moved = new Map<string, string>(moves.map((m) => [handleAt(m.from), handleAt(m.to)]));
  const same = (naming: Naming) => [naming, naming] as const;
  const inFile = (s: Subject, path: FilePath | undefined) => path && `${path} ${s.label}`;
  return [
    // A literal credential is its value: what moved to another file is not new, what took its place is.
    same((s) => (s.provider === 'credential' && s.kind !== 'external' ? addressOf(s) : undefined)),
    same((s) => s.key),
    [(s) => moved.get(addressOf(s)), addressOf],
    same(addressOf),
    [(s) => inFile(s, renames.get(s.head.source.path)), (s) => inFile(s, s.head.source.path)],
    same((s) => (s.fullName ? s.name : undefined)),
    same(substance),
  ];
}

const addressOf = (s: Subject): string => s.handles[0] ?? s.key;

/** Only what is of one type can be the same thing; what is declared is never what was only named, and the other way round. */
function unique(subjects: readonly Subject[], naming: Naming): ReadonlyMap<string, Subject> {
  const groups = groupBy(subjects, (s) => {
    const name = naming(s);
    return name === undefined ? undefined : [s.category, s.kind === 'external', s.type, name].join(' ');
  });
  const found = new Map<string, Subject>();
  for (const [name, group] of groups) if (name !== undefined && group.length === 1 && group[0]) found.set(name, group[0]);
  return found;
}

/** What it is made of; a single statement is too little to know anything by. */
function substance(s: Subject): string | undefined {
  const parts = [
    ...s.grants.map(grantText),
    ...s.trust.map(trustText),
    ...s.credentials.map(credentialText),
    ...s.namedSets.map((n) => `${n.role} ${show(n.name)}`),
  ];
  return parts.length < 2 || s.kind === 'external' ? undefined : parts.sort().join('\n');
}
