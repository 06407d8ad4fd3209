/**
 * What a pattern of a claim's value lets in. A wildcard swallows separators too, so only what stands before it ties a token to an owner or
 * a project, while a known key behind it still asks for what it names: no issuer writes a separator into a value.
 */
import type { AdmissionWidth } from '../model/admission.js';
import type { Text } from '../model/text.js';
import type { Bound, Grammar, Issuer } from './issuers.js';

/** A value with its wildcards and holes as characters of private use, so that the rest can be cut with plain string functions. */
export type Pattern = string;
const run = '\uE000';
const one = '\uE001';
const hole = '\uE002';

/** No token has a longer value. A longer pattern is not read, and may be any. */
const longest = 10_000;

/** `open`: what the files leave open stands for any run of characters, not for one value. A reference to something declared never does. */
export function patternOf({ parts }: Text, wildcards: boolean, open: boolean): Pattern {
  const unknown = open && wildcards ? run : hole;
  if (parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0) > longest) return wildcards ? run : hole;
  return parts
    .map((part) => {
      if (typeof part === 'string') return marked(part.replace(/[\uE000-\uE002]/g, ' '), wildcards);
      return part.to === undefined ? unknown : hole;
    })
    .join('');
}
const marked = (part: string, wildcards: boolean): string => (wildcards ? part.replaceAll('*', run).replaceAll('?', one) : part);
const isWild = (value: Pattern): boolean => value.includes(run) || value.includes(one);
/** What it says, where nothing is open. */
const plain = (value: Pattern): string | undefined => (isWild(value) || value.includes(hole) ? undefined : value);

/** One value, values that begin alike, any value. */
const extents = ['one', 'alike', 'any'] as const;
type Extent = (typeof extents)[number];
const runExtents = ['one', 'alike', 'refs', 'pull-requests', 'any'] as const;
type RunExtent = (typeof runExtents)[number];

/** What tokens are let in, by how far they differ in each respect. */
export interface Reach {
  readonly owner: Extent;
  readonly project: Extent;
  readonly run: RunExtent;
  /** Only by way of a workflow that is named. */
  readonly code: boolean;
  /** Some claim ties it to something. */
  readonly tied: boolean;
  /** A number that lasts is among what it is tied to. */
  readonly numbered: boolean;
  /** Claims that are asked for. */
  readonly asked: readonly string[];
  readonly names: { readonly owner?: string; readonly project?: string; readonly environment?: string };
}

/** All tokens of an issuer at an address. */
export const everything = (issuer: Issuer, host: string | undefined): Reach => ({
  owner: issuer.owned?.test(host ?? '') ? 'one' : 'any',
  project: 'any',
  run: issuer.runs ?? 'any',
  code: false,
  tied: false,
  numbered: false,
  asked: [],
  names: {},
});

const narrower = <E extends string>(order: readonly E[], a: E, b: E): E => (order.indexOf(a) <= order.indexOf(b) ? a : b);

/** What both let in. */
export const meet = (a: Reach, b: Reach): Reach => ({
  owner: narrower(extents, a.owner, b.owner),
  project: narrower(extents, a.project, b.project),
  run: narrower(runExtents, a.run, b.run),
  code: a.code || b.code,
  tied: a.tied || b.tied,
  numbered: a.numbered || b.numbered,
  asked: [...a.asked, ...b.asked],
  names: { ...a.names, ...b.names },
});

/** What either lets in. Names of one of several are none. */
export const join = (a: Reach, b: Reach): Reach => ({
  owner: narrower(extents, a.owner, b.owner) === a.owner ? b.owner : a.owner,
  project: narrower(extents, a.project, b.project) === a.project ? b.project : a.project,
  run: narrower(runExtents, a.run, b.run) === a.run ? b.run : a.run,
  code: a.code && b.code,
  tied: a.tied && b.tied,
  numbered: a.numbered && b.numbered,
  asked: [...new Set([...a.asked, ...b.asked])],
  names: {},
});

/** A pattern of the subject. */
export function subjectReach(issuer: Issuer, host: string | undefined, value: Pattern): Reach {
  const all = everything(issuer, host);
  const pieces = issuer.subject.is === 'pairs' ? pairsIn(issuer, issuer.subject.separator, value) : placesIn(issuer.subject, value);
  const reach = pieces.reduce((so, [claim, bound, piece]) => meet(so, tied(bound, claim, piece)), all);
  // A whole value that this issuer does not write is nobody's, or of a form that is not known here: one at most.
  return pieces.length === 0 && !isWild(value) ? { ...reach, owner: 'one', project: 'one', run: 'one', tied: true } : reach;
}

/** Whether it is a whole value of which nothing is open, and no subject that this issuer writes. */
export const isForeign = ({ subject, claims }: Issuer, value: Pattern): boolean =>
  plain(value) !== undefined &&
  (subject.is === 'pairs'
    ? !value.split(subject.separator).some((token) => Object.hasOwn(claims, token) || token.startsWith('repo_property_'))
    : !subject.begins.some((begin) => value.startsWith(begin)));

/** A pattern of a claim of its own. A claim that is not known ties to nothing. */
export function claimReach(issuer: Issuer, host: string | undefined, claim: string, value: Pattern): Reach {
  const bound = boundOf(issuer, claim);
  return bound ? meet(everything(issuer, host), tied(bound, claim, value)) : everything(issuer, host);
}

/** Marks that owners give to their repositories are claims as well. */
function boundOf({ claims, others }: Issuer, claim: string): Bound | undefined {
  if (Object.hasOwn(claims, claim)) return claims[claim];
  if (claim.startsWith('repo_property_')) return 'label';
  return ofEvery.has(claim) ? undefined : others;
}
/** What all tokens of an issuer have alike, or have of their own each time. */
const ofEvery: ReadonlySet<string> = new Set(['iss', 'aud', 'exp', 'iat', 'nbf', 'jti', 'typ']);

const ofRuns: readonly Bound[] = ['ref', 'environment', 'run', 'flag', 'free'];
/** Whether a claim speaks of an owner or a project; any other is up to whoever starts a run in a place of his own. */
export const saysWhose = (issuer: Issuer, claim: string): boolean => !ofRuns.includes(boundOf(issuer, claim) ?? 'project');

type Piece = readonly [claim: string, bound: Bound, value: Pattern];

function pairsIn(issuer: Issuer, separator: string, value: Pattern): readonly Piece[] {
  const tokens = value.split(separator).map((token) => (token.startsWith(`pull_request${run}`) ? 'pull_request' : token));
  const ends = (token: string | undefined): boolean => token === undefined || isWild(token) || boundOf(issuer, token) !== undefined;
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const claim = tokens[i] ?? '';
    const bound = boundOf(issuer, claim);
    if (bound === undefined) continue;
    const start = i + 1;
    // What follows a key is its value even where it spells a key; then all up to the next key, or to what is open.
    if (bound !== 'flag') for (i++; !ends(tokens[i + 1]); ) i++;
    pieces.push([claim, bound, tokens.slice(start, i + 1).join(separator)]);
  }
  return pieces;
}

function placesIn({ begins, separator, places }: Extract<Grammar, { readonly is: 'places' }>, value: Pattern): readonly Piece[] {
  const begin = begins.find((b) => value.startsWith(b));
  if (begin === undefined) return [];
  const tokens = value.slice(begin.length).split(separator);
  const last = places.length - 1;
  return places.map((bound, i): Piece => {
    const token = i === last ? tokens.slice(i).join(separator) : tokens[i];
    return ['sub', bound, token || (i === 0 ? '' : run)];
  });
}

const nothing: Reach = { owner: 'any', project: 'any', run: 'any', code: false, tied: false, numbered: false, asked: [], names: {} };

/** Holders whose claim has such a value, and nothing else said of them. */
function tied(bound: Bound, claim: string, value: Pattern): Reach {
  const base = { ...nothing, asked: value === run ? [] : [claim] };
  const extent = extentOf(value);
  const ties = extent !== 'any';
  const some = { ...base, tied: ties };
  const name = plain(value);
  switch (bound) {
    case 'path':
      return { ...base, ...pathReach(value) };
    case 'owner':
    case 'owner-id':
      return { ...some, owner: extent, numbered: bound === 'owner-id' && ties, names: { ...(name && { owner: name }) } };
    case 'project':
      return { ...some, project: extent, names: { ...(name && { project: name }) } };
    case 'project-id':
      return {
        ...some,
        ...(extent === 'one' && { owner: 'one', project: 'one' }),
        numbered: ties,
        names: { ...(name && { project: name }) },
      };
    case 'identity':
      return ties ? { ...base, owner: 'one', project: 'one', run: extent, tied: true, numbered: true } : base;
    case 'label':
      return ties ? { ...base, project: 'alike', tied: true } : base;
    case 'code':
      return { ...some, ...codeReach(value) };
    case 'flag':
      return { ...base, asked: [claim], run: 'pull-requests' };
    case 'ref':
      return { ...some, run: refExtent(value) };
    case 'environment':
      return { ...some, run: extent === 'any' ? 'refs' : extent, names: { ...(name && { environment: name }) } };
    case 'run':
      return { ...some, run: extent };
    case 'free':
      return base;
  }
}

function extentOf(value: Pattern): Extent {
  if (value.startsWith(run) || value.startsWith(one)) return 'any';
  return isWild(value) ? 'alike' : 'one';
}

/** Of a name with its number behind an `@` only the number may be open: the name is one. */
function nameExtent(value: Pattern): Extent {
  const isNamed = firstWild(value) === value.length - 1 && /^[^@]+@$/.test(value.slice(0, -1));
  return isNamed ? 'one' : extentOf(value);
}
const firstWild = (value: Pattern): number => Math.min(...[run, one].map((w) => value.indexOf(w)).filter((i) => i >= 0));

/** `owner/project`, with groups of groups, and with numbers behind an `@`. */
function pathReach(value: Pattern): Pick<Reach, 'owner' | 'project' | 'tied' | 'numbered' | 'names'> {
  const slash = value.indexOf('/');
  // Without a slash it names no project at all; a hole may hold both.
  const [first, rest] = slash < 0 ? [value, isWild(value) ? run : value] : [value.slice(0, slash), value.slice(slash + 1)];
  const owner = nameExtent(first);
  const project = owner === 'one' ? nameExtent(rest) : 'any';
  const bare = plain(value)?.replaceAll(/@\d+/g, '');
  const numbered = /@\d+$/.test(first) || (owner === 'one' && /@\d+$/.test(rest));
  return { owner, project, tied: owner !== 'any', numbered, names: { ...(bare && slash >= 0 && { project: bare }) } };
}

/** `owner/project/.github/workflows/deploy.yml@ref`: one file is told from any other; short of that, the repository that it is in. */
function codeReach(value: Pattern): Partial<Reach> {
  const [file = ''] = value.split('@');
  if (!isWild(file)) return { code: true };
  const [owner = '', project = run] = file.split('/');
  return { owner: extentOf(owner), project: extentOf(owner) === 'one' ? extentOf(project) : 'any' };
}

/** With and without `refs/heads/`. */
function refExtent(value: Pattern): RunExtent {
  if (value.startsWith('refs/pull/')) return 'pull-requests';
  const extent = extentOf(value.replace(/^refs\/((heads|tags)\/)?/, ''));
  return extent === 'any' ? 'refs' : extent;
}

/** How wide that is, in one word. */
export function widthOf({ owner, project, run: runs, code, tied }: Reach): AdmissionWidth {
  if (code) return runs === 'one' && owner === 'one' && project === 'one' ? 'exact' : 'workflow';
  if (!tied || owner === 'any') return 'anyone';
  if (owner === 'alike') return 'owners-alike';
  if (project !== 'one') return project === 'any' ? 'owner' : 'projects-alike';
  return runWidths[runs];
}
const runWidths: Readonly<Record<RunExtent, AdmissionWidth>> = {
  one: 'exact',
  alike: 'some-refs',
  refs: 'refs',
  'pull-requests': 'pull-requests',
  any: 'project',
};
