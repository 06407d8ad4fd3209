/** Stable names: the same identity has the same key in every run, on both sides, however its file is arranged. */
import type { SubjectFact } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import type { IdentityKey } from '../model/inventory.js';
import { isHole, show } from '../model/text.js';

const isNamed = (s: SubjectFact): boolean => s.name !== undefined && !isHole(s.name) && show(s.name) !== '';

/** What a subject is called: its literal name, else how its author labelled it. */
export const nameOf = (s: SubjectFact): string => (s.name && isNamed(s) ? show(s.name) : s.label);

const bare = (s: SubjectFact): string => `${s.type.replace('.', ':')}:${nameOf(s)}`;
const scoped = (s: SubjectFact): string => `${bare(s)}@${s.scope || '.'}`;

/** A name that the files tell is enough; a label is only unique within its scope. */
const short = (s: SubjectFact): string => (isNamed(s) || s.scope === '' ? bare(s) : scoped(s));

/** Where two share a key, both say where they stand; where that is not enough, also under which label. */
const wordings = [short, scoped, (s: SubjectFact) => `${scoped(s)}#${s.label}`];

/** A key for each subject, no two alike, whatever order the subjects come in. */
export function keysOf(subjects: readonly SubjectFact[]): ReadonlyMap<SubjectFact, IdentityKey> {
  const keys = new Map<SubjectFact, IdentityKey>();
  const taken = new Set<string>();
  const give = (s: SubjectFact, key: string): void => {
    keys.set(s, key as IdentityKey);
    taken.add(key);
  };
  let open: readonly SubjectFact[] = subjects;
  for (const wording of wordings) {
    const left: SubjectFact[] = [];
    for (const [key, group] of groupBy(open, wording)) {
      const [first, ...others] = group;
      if (first && others.length === 0 && !taken.has(key)) give(first, key);
      else for (const s of group) left.push(s);
    }
    open = left;
  }
  const numbers = new Map<string, number>();
  for (const s of [...open].sort(byPlace)) {
    const key = `${scoped(s)}#${s.label}`;
    let number = numbers.get(key) ?? 1;
    while (taken.has(numbered(key, number))) number++;
    numbers.set(key, number);
    give(s, numbered(key, number));
  }
  return keys;
}

const numbered = (key: string, number: number): string => (number === 1 ? key : `${key}~${number}`);

/** Nothing but their place tells these apart. */
function byPlace(a: SubjectFact, b: SubjectFact): number {
  const [x, y] = [a.head.source.path, b.head.source.path];
  return x < y ? -1 : x > y ? 1 : a.head.start - b.head.start;
}
