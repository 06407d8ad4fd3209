/** Which action a region of actions holds: with a catalogue a wildcard is no more than what it stands for. */
import type { Budget } from './budget.js';
import type { ActionKind, Catalogue } from './catalogue.js';
import { type Glob, intersects, isHole, longest, written } from './glob.js';
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
  readonly things: readonly Thing[];
}

/** A sort of thing, by the ARN pattern that its kind has. */
interface Thing {
  readonly arn: string;
  readonly glob: Glob;
  readonly fields: Fields;
  /** How many parts its name has. */
  readonly slashes: number;
}

/** The six fields of an ARN pattern; undefined where a wildcard cuts it off before. */
type Fields = readonly Glob[] | undefined;

/** Actions of a permission language. */
export interface Actions {
  /**
   * An action in the region. Where the catalogue knows what a wildcard takes in, only those count; anything else is looked for letter by
   * letter, and an action that is written out counts even if no catalogue has it.
   */
  readonly sample: (actions: Region) => Sample;
  /** A few actions of the region that the resources fit, for an example. */
  readonly fitting: (actions: Region, resources: Region) => readonly Glob[];
  /** As the catalogue spells it. */
  readonly spelled: (action: Glob) => string;
  /** What such an action is done to within a region, as patterns to take an example from, the plainest first. */
  readonly things: (action: Glob, resources: Region) => readonly Glob[];
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
    fitting: () => [],
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
  /** The known actions that the narrowest pattern takes in; undefined when the catalogue knows none. */
  const poolOf = (within: readonly Glob[]): readonly (readonly Known[])[] | undefined => {
    const narrowest = within.reduce<Glob>((a, b) => (b.length > a.length ? b : a), ['*']);
    const own = narrowest.some(isHole) || narrowest.length > longest ? [] : matching(written(narrowest));
    if (own.length === 0) return undefined;
    // A pattern that spans services is looked for in those first that everybody knows.
    return narrowest.includes(':') ? [own] : [...services.map((s) => matching(`${s}:*`)), own];
  };
  return {
    sample(actions) {
      const { within, without } = actions;
      const word = within.find(isWord);
      if (word) return belongs(actions, word) ? word : 'none';
      const pools = poolOf(within);
      if (!pools) return sample({ within: [...within, awsAction], without }, budget);
      for (const { letters } of inTurn(pools)) {
        budget.left -= 1 + without.length;
        if (budget.left < 0) return 'unknown';
        if (belongs(actions, letters)) return letters;
      }
      return 'none';
    },
    fitting(actions, resources) {
      const suits = suiting(resources);
      const found: Glob[] = [];
      for (const { letters, things } of inTurn(poolOf(actions.within) ?? [])) {
        budget.left--;
        if (budget.left < 0 || found.length === mostExamples) break;
        if (suits(things) && belongs(actions, letters)) found.push(letters);
      }
      return found;
    },
    spelled: (action) => catalogue.expand(written(action))?.[0] ?? written(action),
    things: (action, { within }) =>
      thingsOf(catalogue.resourceTypesOf(written(action))).filter((thing) => within.every((g) => isSuchAThing(thingOf(thing), thingOf(g)))),
  };
}

const mostExamples = 4;

function* inTurn<T>(lists: readonly (readonly T[])[]): Generator<T> {
  for (const list of lists) yield* list;
}

/** Whether one of these sorts of things is what the resources are, down to the number of their parts. */
function suiting({ within }: Region): (things: readonly Thing[]) => boolean {
  const isAll = within.every((g) => g.length === 1 && g[0] === '*');
  const resources = within.map(thingOf);
  const most = Math.max(...resources.map((r) => r.slashes));
  // Most actions of a service are about the same few sorts of things.
  const answers = new Map<string, boolean>();
  const isOne = (thing: Thing): boolean => {
    const answer = answers.get(thing.arn) ?? (thing.slashes === most && resources.every((r) => isSuchAThing(thing, r)));
    answers.set(thing.arn, answer);
    return answer;
  };
  return (things) => isAll || things.some(isOne);
}

/** Whether a resource may be a thing of this sort: field by field, since no `*` of an ARN stands for a field that is empty. */
function isSuchAThing(thing: Thing, resource: Thing): boolean {
  const [mine, its] = [thing.fields, resource.fields];
  if (!mine || !its) return intersects(thing.glob, resource.glob);
  return its.every((field, i) => intersects(i < 5 && isAny(mine[i]) ? something : (mine[i] ?? []), field));
}

const something: Glob = ['?', '*'];
const isAny = (g: Glob | undefined): boolean => g?.length === 1 && g[0] === '*';

const thingOf = (g: Glob): Thing => ({
  arn: g.join(''),
  glob: g,
  fields: fieldsOf(g),
  slashes: g.reduce((n, s) => n + (s === '/' ? 1 : 0), 0),
});

function fieldsOf(g: Glob): Fields {
  const fields: Glob[] = [];
  let from = 0;
  while (fields.length < 5) {
    const at = g.indexOf(':', from);
    if (at < 0) return undefined;
    fields.push(g.slice(from, at));
    from = at + 1;
  }
  return [...fields, g.slice(from)];
}

function heaviestFirst(pattern: string, catalogue: Catalogue): readonly Known[] {
  const names = catalogue.expand(pattern) ?? [];
  const known = (name: string): number =>
    (services.indexOf(name.slice(0, name.indexOf(':'))) + services.length + 1) % (services.length + 1);
  const weighed = names.map((name) => ({ name, weight: kinds.indexOf(catalogue.levelOf(name)), known: known(name) }));
  weighed.sort((a, b) => a.known - b.known || a.weight - b.weight || a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
  return weighed.map(({ name }) => ({ letters: [...name.toLowerCase()], things: arnsOf(name, catalogue).map(thingOf) }));
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
