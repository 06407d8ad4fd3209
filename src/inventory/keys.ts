/** Stable names: the same identity has the same key in every run, on both sides, however its file is arranged. */
import type { SubjectFact } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import type { IdentityKey } from '../model/inventory.js';
import { isHole, show } from '../model/text.js';

/** What a subject is called: its literal name, else how its author labelled it. */
export const nameOf = (s: SubjectFact): string => (s.name && !isHole(s.name) && show(s.name) !== '' ? show(s.name) : s.label);

/** A name that the files tell is enough; a label is only unique within its scope. */
const shortKey = (s: SubjectFact): string => {
  const named = s.name !== undefined && !isHole(s.name);
  return `${s.type.replace('.', ':')}:${nameOf(s)}${named || s.scope === '' ? '' : `@${s.scope}`}`;
};

/** Where two share a key, both say where they stand; where that is not enough, also under which label, and at last in which order. */
export function keysOf(subjects: readonly SubjectFact[]): ReadonlyMap<SubjectFact, IdentityKey> {
  const keys = new Map<SubjectFact, IdentityKey>();
  const wordings = [shortKey, (s: SubjectFact) => `${shortKey(s)}@${s.scope}`, (s: SubjectFact) => `${shortKey(s)}@${s.scope}#${s.label}`];
  let open: readonly SubjectFact[] = subjects;
  for (const wording of wordings) {
    const groups = groupBy(open, wording);
    for (const [key, group] of groups)
      for (const [i, s] of group.entries()) keys.set(s, (i === 0 ? key : `${key}~${i + 1}`) as IdentityKey);
    open = [...groups.values()].flatMap((group) => (group.length > 1 ? group : []));
  }
  return keys;
}
