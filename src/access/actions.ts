/** Which action a region of actions holds: with a catalogue a wildcard is no more than what it stands for. */
import type { Budget } from './budget.js';
import type { ActionKind, Catalogue } from './catalogue.js';
import { type Glob, intersects, isHole, written } from './glob.js';
import { belongs, type Region, type Sample, sample } from './sample.js';

/** The character, not the wildcard: what is asked for where no one thing is meant. */
const everything: Glob = ['$*'];

/** An action of AWS is `service:name`, so `*:*` is as much as `*`. */
const awsAction: Glob = ['?', '*', ':', '?', '*'];

/** What a reader wants to hear of first: what a service is known for, and of that what does most. */
const services = ['iam', 's3', 'kms', 'lambda', 'ec2'];
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
  /** What such an action is done to, as patterns to take an example from, the plainest first. */
  readonly things: (action: Glob) => readonly Glob[];
}

/** What to name first in a language without a catalogue. Others may exist, so they say nothing of what a wildcard takes in. */
const wellKnown: Readonly<Record<'kubernetes' | 'other', { readonly actions: readonly string[]; readonly things: readonly string[] }>> = {
  kubernetes: {
    actions: ['create', 'update', 'patch', 'delete', 'get', 'list', 'watch', 'impersonate', 'bind', 'escalate'],
    things: ['core/secrets', 'core/pods', 'apps/deployments'],
  },
  other: { actions: ['write', 'read'], things: [] },
};

/** For a language of which nothing is known but what is written, and a few names for examples. */
export function anyActions(language: keyof typeof wellKnown, budget: Budget): Actions {
  const { actions, things } = wellKnown[language];
  const words = actions.map((a) => [...a]);
  const examples = [...things.map((thing) => [...thing]), everything];
  return {
    sample: (region) => words.find((word) => belongs(region, word)) ?? sample(region, budget),
    spelled: written,
    things: () => examples,
  };
}

export function awsActions(catalogue: Catalogue, budget: Budget): Actions {
  const answers = new Map<string, readonly Known[]>();
  const matching = (pattern: string): readonly Known[] => {
    const answer = answers.get(pattern) ?? heaviestFirst(pattern, catalogue);
    answers.set(pattern, answer);
    return answer;
  };
  const bestOf = (pool: readonly Known[], actions: Region, resources: Region): Sample | undefined => {
    const suits = fitting(resources);
    let best: { readonly letters: Glob; readonly how: number } | undefined;
    for (const { letters, arns } of pool) {
      budget.left -= 1 + actions.without.length;
      if (budget.left < 0) return 'unknown';
      if (!belongs(actions, letters)) continue;
      const how = suits(arns);
      if (how === bestFit) return letters;
      if (how > (best?.how ?? -1)) best = { letters, how };
    }
    return best?.letters;
  };
  return {
    sample({ within, without }, resources) {
      const word = within.find(isWord);
      if (word) return belongs({ within, without }, word) ? word : 'none';
      const narrowest = within.reduce<Glob>((a, b) => (b.length > a.length ? b : a), ['*']);
      const pools = narrowest.some(isHole) ? [] : poolsOf(narrowest);
      const inAll = { within: [...within, awsAction], without };
      if (!pools.some((pool) => matching(pool).length > 0)) return sample(inAll, budget);
      for (const pool of pools) {
        const found = bestOf(matching(pool), { within, without }, resources);
        if (found) return found;
      }
      return 'none';
    },
    spelled: (action) => catalogue.expand(written(action))?.[0] ?? written(action),
    things: (action) => thingsOf(catalogue.resourceTypesOf(written(action))),
  };
}

/** Where to look, in this order: a pattern that spans services is looked for in those first that everybody knows. */
const poolsOf = (pattern: Glob): readonly string[] =>
  pattern.includes(':') ? [written(pattern)] : [...services.map((s) => `${s}:*`), written(pattern)];

/** 2: things of as many parts as the resource has · 1: things that it may be · 0: other things. */
const bestFit = 2;

function fitting({ within }: Region): (arns: readonly Glob[]) => number {
  const isAll = within.every((g) => g.length === 1 && g[0] === '*');
  if (isAll) return () => bestFit;
  const parts = (g: Glob): number => g.reduce((n, s) => n + (s === '/' ? 1 : 0), 0);
  const most = Math.max(...within.map(parts));
  return (arns) => {
    const possible = arns.filter((arn) => within.every((g) => intersects(arn, g)));
    return possible.length === 0 ? 0 : possible.some((arn) => parts(arn) === most) ? bestFit : 1;
  };
}

function heaviestFirst(pattern: string, catalogue: Catalogue): readonly Known[] {
  const names = catalogue.expand(pattern) ?? [];
  const known = (name: string): number =>
    (services.indexOf(name.slice(0, name.indexOf(':'))) + services.length + 1) % (services.length + 1);
  const weighed = names.map((name) => ({ name, weight: kinds.indexOf(catalogue.levelOf(name)), known: known(name) }));
  weighed.sort((a, b) => a.known - b.known || a.weight - b.weight || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return weighed.map(({ name }) => ({ letters: [...name.toLowerCase()], arns: arnsOf(name, catalogue) }));
}

const arnsOf = (name: string, catalogue: Catalogue): readonly Glob[] => (catalogue.resourceTypesOf(name) ?? ['*']).map((arn) => [...arn]);

/** An account, a region and a partition for an example. */
const examples = ['arn', 'aws', '*', 'us-east-1', '123456789012'];

/** What can be tied to nothing is asked for on `*` itself. */
function thingsOf(arns: readonly string[] | undefined): readonly Glob[] {
  if (arns?.length === 0) return [everything];
  const plainest = [...(arns ?? [])].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const placed = plainest.map((arn) =>
    arn
      .split(':')
      .map((field, i) => (field === '*' && i < 5 ? (examples[i] ?? field) : field))
      .join(':'),
  );
  return [...[...placed, ...plainest].map((arn) => [...arn]), everything];
}
