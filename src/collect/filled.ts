/** A value as it is written, with what only somebody else could tell (a plan) filled in. What is written always counts. */
import { deref, type Entry, get, type MapNode, type Node, type TemplateNode } from '../model/tree.js';
import { openDocument } from '../syntax/embedded.js';

/** `told` is the value at the same place as somebody else tells it. Nothing is added that is not written, only what is written and not known. */
export const filledMap = (written: MapNode, told: Node): MapNode => ({
  ...written,
  entries: written.entries.map(({ key, value }): Entry => ({ key, value: filled(value, get(told, String(key.value))) })),
});

/** The same for any value. */
export function filled(written: Node, told: Node | undefined): Node {
  if (!told) return written;
  switch (written.kind) {
    case 'unknown':
      return told.kind === 'unknown' ? written : told;
    case 'template':
      return fits(written, told) ? told : inDocument(written, told);
    case 'reference': {
      // Where it leads stays known: the join needs it.
      const value = written.value ? filled(written.value, told) : told.kind === 'unknown' || told.kind === 'reference' ? undefined : told;
      return value ? { ...written, value } : written;
    }
    case 'map':
      return deref(told).kind === 'scalar' ? inDocument(written, told) : filledMap(written, told);
    case 'list': {
      const other = deref(told);
      if (other.kind === 'scalar') return inDocument(written, told);
      if (other.kind !== 'list' || other.items.length !== written.items.length) return written;
      return { ...written, items: written.items.map((item, i) => filled(item, other.items[i])) };
    }
    case 'scalar':
    case 'redacted':
      return written;
  }
}

/** A policy is written as a document, with holes in it, and told as the text that it becomes. */
function inDocument(written: Node, told: Node): Node {
  const [ours, theirs] = [openDocument(written), openDocument(told)];
  if (!('document' in ours && 'document' in theirs)) return written;
  const { document } = ours;
  return document.kind === 'map' || document.kind === 'list' ? filled(document, theirs.document) : written;
}

/** Whether a text is what the template says with something in its holes. Each piece is taken where it comes first, the last one at the end. */
function fits({ parts }: TemplateNode, told: Node): boolean {
  const at = deref(told);
  if (at.kind !== 'scalar' || typeof at.value !== 'string') return false;
  const text = at.value;
  let from = 0;
  for (const [i, part] of parts.entries()) {
    if (typeof part !== 'string') continue;
    const last = i === parts.length - 1;
    const found = last ? text.length - part.length : text.indexOf(part, from);
    if (found < from || (i === 0 && found > 0) || !text.startsWith(part, found)) return false;
    from = found + part.length;
  }
  return typeof parts.at(-1) !== 'string' || from === text.length;
}
