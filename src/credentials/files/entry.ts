/** What the grammars of credential files have in common: a text becomes named values with exact places, whatever the syntax. */

/** Where a value stands: the keys, elements or sections around it, innermost first. */
export interface Scope {
  readonly key: string;
  readonly parent?: Scope;
}

/** One named value. */
export interface Entry {
  readonly scope: Scope | undefined;
  /** Elements of a list are called `*`, attributes of XML `@name`. */
  readonly key: string;
  /** Escapes are undone, and quotes are not in it. */
  readonly value: string;
  /** Place of the value as written, without its quotes. */
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** Reads a text in one pass. Total: what does not fit is passed over, since the reader of the format reports it. */
export type Grammar = (text: string) => readonly Entry[];

/** Nobody nests what matters deeper. */
const deepest = 12;

/** Keys around an entry, outermost first, and its own. */
export function pathOf(entry: Entry): readonly string[] {
  const path = [entry.key];
  for (let at = entry.scope; at && path.length < deepest; at = at.parent) path.unshift(at.key);
  return path;
}

/** The entries of each scope, so that a secret finds who it belongs to. */
export function byScope(entries: readonly Entry[]): ReadonlyMap<Scope | undefined, readonly Entry[]> {
  const groups = new Map<Scope | undefined, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.scope);
    if (group) group.push(entry);
    else groups.set(entry.scope, [entry]);
  }
  return groups;
}
