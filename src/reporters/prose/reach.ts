/** Statements of permission as half a sentence, to complete "it may now …" or, for a guarded resource, "it now lets …". */
import type { Held } from '../../model/change.js';
import { type Condition, type Grant, handle, type System } from '../../model/fact.js';
import { groupBy } from '../../model/group.js';
import type { NamedSet } from '../../model/inventory.js';
import { grantText } from '../../model/signature.js';
import { show } from '../../model/text.js';
import { awsPhrase } from './aws.js';
import { githubPhrase } from './github.js';
import { kubernetesPhrase, untoldByKubernetes } from './kubernetes.js';
import { shortName } from './names.js';
import { conditionsPhrase, principalsPhrase } from './trust.js';
import { code, list } from './words.js';

interface Wording {
  readonly phrase: (g: Grant) => string;
  /** The conditions that the phrase does not tell already. */
  readonly untold: (g: Grant) => readonly Condition[];
}

const all = (g: Grant): readonly Condition[] => g.conditions;

/** For a permission language without words of its own: what is written. */
const asWritten = (g: Grant): string =>
  `use ${list(g.actions.patterns.map((a) => code(show(a))))} on ${list(g.resources.patterns.map((r) => code(show(r))))}`;

const wordings: Readonly<Record<System, Wording>> = {
  aws: { phrase: awsPhrase, untold: all },
  azure: { phrase: asWritten, untold: all },
  gcp: { phrase: asWritten, untold: all },
  kubernetes: { phrase: kubernetesPhrase, untold: untoldByKubernetes },
  github: { phrase: githubPhrase, untold: all },
  terraform: { phrase: asWritten, untold: all },
  credential: { phrase: asWritten, untold: all },
};

/** How many phrases are told before the rest is counted. */
const mostPhrases = 3;

/** What is held of the same things on the other side, so that neither half of a sentence denies the other. */
interface Beside {
  readonly beside: readonly Held[];
  /** Follows a phrase that holds on both sides, one of them more than the other. */
  readonly more: string;
  /** Takes the place of "do anything with" where something is done with it on both sides. */
  readonly anything?: string;
}

/** What the statements let somebody do. `denied` says what a denial among them means here. */
export function reachOf(held: readonly Held[], denied: string, compared?: Beside): string {
  const phrases = phrasesFor(held, denied);
  if (!compared || compared.beside.length === 0) return phrasesOf(phrases);
  const { more, anything } = compared;
  const others = new Set(phrasesFor(compared.beside, denied));
  const told = phrases.map((p) => (anything === undefined ? p : p.replace(/^do anything with/, anything)));
  return phrasesOf(told.map((p) => (others.has(p) ? `${p} ${more}` : p)));
}

function phrasesFor(held: readonly Held[], denied: string): readonly string[] {
  const grants = held.flatMap((h) => ('grant' in h ? [h.grant] : []));
  const sets = held.flatMap((h) => ('set' in h ? [h.set] : []));
  return [...merged(grants).map((g) => grantPhrase(g, denied)), ...setPhrases(sets)];
}

/** Statements that differ in their resources alone are one to a reader. */
const merged = (grants: readonly Grant[]): readonly Grant[] =>
  [...groupBy(grants, sameButResources).values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const patterns = [first, ...more].flatMap((g) => g.resources.patterns);
    return [{ ...first, resources: { ...first.resources, patterns } }];
  });

/** Equal for statements that may be merged; "all but a" and "all but b" may not. */
const sameButResources = (g: Grant): string =>
  grantText({ ...g, resources: g.resources.negated ? g.resources : { patterns: [], negated: false } });

/** Several phrases as one; a comma cannot part what has commas in it. */
function phrasesOf(phrases: readonly string[]): string {
  const all = [...new Set(phrases)];
  if (all.length === 0) return 'do nothing';
  if (all.length < 2 || !all.slice(0, mostPhrases).some((p) => /,| and /.test(p))) return list(all, mostPhrases);
  const shown = all.length > mostPhrases ? [...all.slice(0, mostPhrases - 1), `${all.length - mostPhrases + 1} more`] : all;
  return `${shown.slice(0, -1).join('; ')}; and ${shown.at(-1)}`;
}

function grantPhrase(grant: Grant, denied: string): string {
  const { phrase, untold } = wordings[grant.system];
  const conditions = untold(grant);
  return [
    ...(grant.principals ? [principalsPhrase(grant.principals)] : []),
    phrase(grant),
    ...(conditions.length > 0 ? [conditionsPhrase(conditions)] : []),
    ...(grant.effect === 'deny' ? [`(${denied})`] : []),
  ].join(' ');
}

function setPhrases(sets: readonly NamedSet[]): readonly string[] {
  const [described, called] = [sets.filter(isSetting), sets.filter((s) => !isSetting(s))];
  const names = (role: NamedSet['role']): readonly string[] => [
    ...new Set(called.filter((s) => s.role === role).map((s) => code(shortName(show(s.name))))),
  ];
  const [given, limits] = [names('give'), names('limit')];
  return [
    ...new Set(described.map((s) => `do ${show(s.name)}`)),
    ...(given.length > 0 ? [`do what ${list(given)} ${given.length === 1 ? 'allows' : 'allow'}`] : []),
    ...(limits.length > 0 ? [`go beyond ${list(limits)}`] : []),
  ];
}

/** Without a block of permissions a job has "whatever … allows": a description and no name. */
const isSetting = (s: NamedSet): boolean => s.handles.includes(handle('github', 'permissions', 'default'));
