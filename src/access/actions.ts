/** Which action a region of actions holds: with a catalogue a wildcard is no more than what it stands for. */
import type { Budget } from './budget.js';
import type { ActionKind, Catalogue } from './catalogue.js';
import { type Glob, intersects, isHole, written } from './glob.js';
import { belongs, type Region, type Sample, sample } from './sample.js';

/** An action of AWS is `service:name`, so `*:*` is as much as `*`. */
const awsAction: Glob = ['?', '*', ':', '?', '*'];

/** What a reader wants to hear of first. */
const kinds: readonly (ActionKind | undefined)[] = ['permissions', 'write', 'read', 'list', 'tagging', undefined];

const isWord = (g: Glob): boolean => !g.includes('*') && !g.includes('?');

interface Known {
  readonly letters: Glob;
  /** What it can be tied to. */
  readonly arns: readonly Glob[];
}

/** Actions of a permission language. */
export interface Actions {
  /**
   * An action in the region, of several one that the resources fit. Where the catalogue knows what a wildcard takes in, only those count;
   * anything else is looked for letter by letter, and an action that is written out counts even if no catalogue has it.
   */
  readonly sample: (actions: Region, resources: Region) => Sample;
  /** As the catalogue spells it. */
  readonly spelled: (action: Glob) => string;
}

/** For a language of which nothing is known but what is written. */
export const anyActions = (budget: Budget): Actions => ({ sample: (region) => sample(region, budget), spelled: written });

export function awsActions(catalogue: Catalogue, budget: Budget): Actions {
  const answers = new Map<string, readonly Known[]>();
  const matching = (pattern: string): readonly Known[] => {
    const answer = answers.get(pattern) ?? heaviestFirst(pattern, catalogue);
    answers.set(pattern, answer);
    return answer;
  };
  return {
    sample({ within, without }, resources) {
      const word = within.find(isWord);
      if (word) return belongs({ within, without }, word) ? word : 'none';
      const narrowest = within.reduce<Glob>((a, b) => (b.length > a.length ? b : a), ['*']);
      const known = narrowest.some(isHole) ? [] : matching(written(narrowest));
      if (known.length === 0) return sample({ within: [...within, awsAction], without }, budget);
      let other: Glob | undefined;
      for (const { letters, arns } of known) {
        budget.left -= 1 + without.length;
        if (budget.left < 0) return 'unknown';
        if (!belongs({ within, without }, letters)) continue;
        if (fits(arns, resources)) return letters;
        other ??= letters;
      }
      return other ?? 'none';
    },
    spelled: (action) => catalogue.expand(written(action))?.[0] ?? written(action),
  };
}

/** What can be tied to nothing is reached through `*` alone. */
const fits = (arns: readonly Glob[], { within }: Region): boolean =>
  arns.length === 0 ? within.every((g) => g.length === 1 && g[0] === '*') : arns.some((arn) => within.every((g) => intersects(arn, g)));

function heaviestFirst(pattern: string, catalogue: Catalogue): readonly Known[] {
  const names = catalogue.expand(pattern) ?? [];
  const weighed = names.map((name) => ({ name, weight: kinds.indexOf(catalogue.levelOf(name)) }));
  weighed.sort((a, b) => a.weight - b.weight || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return weighed.map(({ name }) => ({ letters: [...name.toLowerCase()], arns: arnsOf(name, catalogue) }));
}

const arnsOf = (name: string, catalogue: Catalogue): readonly Glob[] => (catalogue.resourceTypesOf(name) ?? ['*']).map((arn) => [...arn]);
