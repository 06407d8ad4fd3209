/** One declaration is one resource, however many units read it: several folders that share a file, or a plan and what it was made of. */
import type { Resource } from '../model/resource.js';
import type { Source } from '../model/span.js';
import type { Reader } from '../readers/reader.js';
import { filledMap } from './filled.js';

/** What one reader made of one unit. */
export interface UnitResources {
  readonly reader: Reader;
  readonly resources: readonly Resource[];
}

interface Known {
  /** Where it stands in the result. */
  readonly at: number;
  readonly written: Resource | undefined;
  told: boolean;
}

/**
 * Readers that look at files beside their own tell what somebody worked out of those (a plan): they fill in what is written there, and
 * cannot contradict it. Two of them that speak of the same declaration tell of two things that come of it (a plan for each stage).
 */
export function distinct(units: readonly UnitResources[]): readonly Resource[] {
  const out: Resource[] = [];
  const seen = new Map<Source, Map<string, Known>>();
  const inOrder = [...units.filter((u) => !u.reader.beside), ...units.filter((u) => u.reader.beside)];
  for (const { reader, resources } of inOrder)
    for (const resource of resources) {
      const { source, start } = resource.span;
      const ofSource = seen.get(source) ?? new Map<string, Known>();
      seen.set(source, ofSource);
      const key = `${start} ${resource.address}`;
      const known = ofSource.get(key);
      if (!known) {
        ofSource.set(key, { at: out.length, written: reader.beside ? undefined : resource, told: false });
        out.push(resource);
      } else if (reader.beside) {
        const whole = known.written ? withValues(known.written, resource) : resource;
        if (known.written && !known.told) out[known.at] = whole;
        else out.push(whole);
        known.told = true;
      }
    }
  return out;
}

const withValues = (written: Resource, told: Resource): Resource => ({ ...written, body: filledMap(written.body, told.body) });
