/** From what is asked for to an open change: which commits are compared, where they are read from, and whose config counts. */
import { type Access, type Checkout, openCheckout } from '../edges/actions/checkout.js';
import { EdgeError } from '../edges/edge-error.js';
import { isCommitId } from '../edges/git/revisions.js';
import { openGit } from '../edges/git.js';
import { openApi } from '../edges/github/api-source.js';
import type { Manner } from '../edges/github/client.js';
import { ApiError } from '../edges/github/failure.js';
import { comparisonOf, type Hosted } from '../edges/github/repository.js';
import type { ChangeSource } from '../ports.js';
import type { Asked } from './action-event.js';
import { type Tree, treeOf } from './tree.js';

export interface OpenChange {
  readonly mode: 'review' | 'scan';
  readonly source: ChangeSource;
  /** The base as it stands today, not as it was when the branch left it: an old branch does not bring back old config. */
  readonly trusted: Tree;
  readonly notices: readonly string[];
  close(): Promise<void>;
}

/** Where a change may be read from. */
export interface Places {
  readonly workspace: string;
  readonly access: Access;
  /** The repository on GitHub; undefined without a token. */
  readonly hosted: Hosted | undefined;
  /** Number of the pull request, where there is one. */
  readonly pull: number | undefined;
}

/** The sides as they are to be opened. */
interface Sides {
  readonly base: string | null;
  readonly head: string;
  /** The change is from this very base to this very head. */
  readonly exact: boolean;
  /** The base as it stands today. */
  readonly today: string | null;
}

/**
 * Opens the change in the checkout of the job; what it lacks is fetched from its own origin, once. Where git cannot answer the change is read
 * through the API, and where that cannot either, the error says what both have said.
 */
export async function openChange(asked: Asked, places: Places): Promise<OpenChange> {
  try {
    return await openAsked(asked, places);
  } catch (error) {
    const { ifGone, base } = asked;
    if (ifGone === undefined || !isGone(error, base)) throw error;
    const change = await openChange(ifGone, places);
    return { ...change, notices: [insteadOf(asked, ifGone), ...change.notices] };
  }
}

async function openAsked(asked: Asked, places: Places): Promise<OpenChange> {
  const { workspace, hosted } = places;
  try {
    const checkout = await openCheckout(workspace);
    return await inGit(workspace, await sidesOf(asked, checkout, places));
  } catch (error) {
    if (!(error instanceof EdgeError) || error instanceof ApiError || !noAnswer.includes(error.code)) throw error;
    if (hosted === undefined) throw error;
    return await throughApi(asked, hosted, places.pull, error);
  }
}

/** What git says when it cannot answer; anything else is wrong wherever the change is read from. */
const noAnswer: readonly EdgeError['code'][] = ['git-missing', 'no-repository', 'shallow', 'unknown-revision', 'empty-repository'];

async function inGit(workspace: string, { base, head, exact, today }: Sides): Promise<OpenChange> {
  const source = await openGit(workspace, { base, head, exact });
  const { notices } = source;
  if (base === null || today === null)
    return { mode: 'scan', source, trusted: treeOf(source, 'head'), notices, close: () => source.close() };
  const trusted = await openGit(workspace, { base: null, head: today });
  return {
    mode: 'review',
    source,
    trusted: treeOf(trusted, 'head'),
    notices,
    close: async () => void (await Promise.all([source.close(), trusted.close()])),
  };
}

async function throughApi(asked: Asked, hosted: Hosted, pull: number | undefined, why: EdgeError): Promise<OpenChange> {
  const { base, baseIs } = asked;
  // What is checked out has no name on GitHub.
  if (asked.head === 'HEAD') throw why;
  try {
    const source = await openApi(hosted, { base, head: asked.head, exact: baseIs === 'state', pull });
    const notices = [`The change is read through GitHub's API. ${why.message}`];
    if (base === null) return { mode: 'scan', source, trusted: treeOf(source, 'head'), notices, close: () => source.close() };
    const today = await openApi(hosted, { base: null, head: base, exact: true });
    return { mode: 'review', source, trusted: treeOf(today, 'head'), notices, close: async () => {} };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new EdgeError(
      error.failure.kind === 'not-found' ? 'unknown-revision' : why.code,
      `${why.message} Reading the change through GitHub's API failed, too: ${error.message}`,
    );
  }
}

/** The first way that leads to commits which are here or can be had. */
async function sidesOf(asked: Asked, checkout: Checkout, { access, hosted }: Places): Promise<Sides> {
  const { base, head, baseIs } = asked;
  const tips: Sides = { base, head, exact: baseIs === 'state', today: base };
  const ways = baseIs === 'state' || !checkout.shallow ? [tips] : await shallowWays(asked, tips, checkout, hosted);
  const failures: EdgeError[] = [];
  for (const way of ways) {
    const found = await had(way, checkout, access);
    if (!(found instanceof EdgeError)) return found;
    failures.push(found);
  }
  // The tips come last and take more than the way before them, which says best what is missing.
  throw failures.at(-2) ?? failures.at(-1) ?? new Error('there is always a way');
}

/** Where history is cut off only GitHub knows where a branch left its target. Two tips would blame it for all that came there since. */
async function shallowWays(asked: Asked, tips: Sides, checkout: Checkout, hosted: Hosted | undefined): Promise<readonly Sides[]> {
  const merge = asked.baseIs === 'target' ? await mergeOf(asked, checkout) : undefined;
  // What is checked out has its name here alone: GitHub's HEAD is its default branch.
  const head = asked.head === 'HEAD' ? (await checkout.head())?.id : asked.head;
  const left = hosted && head !== undefined ? await mergeBaseOf(asked.base, head, hosted, merge ? 'once' : 'patiently') : undefined;
  return [left, merge, tips].filter((way) => way !== undefined);
}

/** Nobody waits for an answer that the checkout can do without. */
async function mergeBaseOf(base: string | null, head: string, hosted: Hosted, manner: Manner): Promise<Sides | undefined> {
  if (base === null) return undefined;
  try {
    const found = await comparisonOf(hosted, base, head, manner);
    return { base: found.mergeBase, head, exact: true, today: found.base };
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

/**
 * A pull request is checked out as the merge of its head into its target. The merge and its first parent differ by the change and nothing
 * else; lines are those of the merge.
 */
async function mergeOf({ head }: Asked, checkout: Checkout): Promise<Sides | undefined> {
  const merge = await checkout.head();
  const [target, merged, ...more] = merge?.parents ?? [];
  if (!merge || target === undefined || merged !== head || more.length > 0) return undefined;
  return { base: target, head: merge.id, exact: true, today: target };
}

/** The sides, once their commits are here. Names are left to git: what a name means somewhere else is not for this job to say. */
async function had(sides: Sides, checkout: Checkout, access: Access): Promise<Sides | EdgeError> {
  const ids = [sides.base, sides.head, sides.today].filter((revision) => revision !== null).filter(isCommitId);
  const { missing, why, gone } = await checkout.need([...new Set(ids)], access);
  if (missing.length === 0) return sides;
  const mend = checkout.shallow
    ? 'Set fetch-depth: 0 in actions/checkout.'
    : 'Check that actions/checkout has checked out this repository.';
  return new EdgeError(
    gone ? 'unknown-revision' : 'shallow',
    `The checkout lacks ${missing.map((id) => `commit ${id}`).join(' and ')}, and fetching failed: ${why}. ${mend}`,
  );
}

/** A commit is gone when whoever was asked does not have it; a name also when there is nobody to ask. */
function isGone(error: unknown, base: string | null): boolean {
  if (!(error instanceof EdgeError) || base === null) return false;
  return error.code === 'unknown-revision' || (error.code === 'shallow' && !isCommitId(base));
}

function insteadOf({ base }: Asked, instead: Asked): string {
  const what =
    base !== null && isCommitId(base) ? 'The commit that was here before the push is gone' : 'The default branch is not in this checkout';
  return instead.base === null
    ? `${what}: everything is judged as new. With fetch-depth: 0 in actions/checkout only what the branch brings in is.`
    : `${what}: the branch is compared with ${instead.base}.`;
}
