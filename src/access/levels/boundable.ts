/** Which actions of a statement of AWS are as wide as they are written: the others have no resource that they could be tied to. */
import type { Grant } from '../../model/fact.js';
import { literal, type Text } from '../../model/text.js';
import type { Catalogue } from '../catalogue.js';
import { levelOfVerb } from './aws-actions.js';

const answers = new WeakMap<Catalogue, Map<string, boolean>>();

/** Those that change something and can be tied to resources. What a catalogue does not know counts, unless by its words it only reads. */
export function boundableIn({ actions: { patterns, negated } }: Grant, catalogue: Catalogue): readonly Text[] {
  const known = answers.get(catalogue) ?? new Map<string, boolean>();
  answers.set(catalogue, known);
  return negated
    ? []
    : patterns.filter((p) => {
        const written = literal(p)?.toLowerCase();
        if (written === undefined) return true;
        const answer = known.get(written) ?? isBoundable(written, catalogue);
        known.set(written, answer);
        return answer;
      });
}

function isBoundable(pattern: string, catalogue: Catalogue): boolean {
  // Every service has some, and none has to be opened to know it.
  if (pattern === '*' || pattern === '*:*') return true;
  const names = catalogue.expand(pattern);
  if (!names) return !['lists', 'reads'].includes(levelOfVerb(pattern));
  return names.some((name) => {
    const kind = catalogue.levelOf(name);
    return kind !== 'list' && kind !== 'read' && catalogue.resourceTypesOf(name)?.length !== 0;
  });
}
