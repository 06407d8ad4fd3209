/** From what started the workflow to the two sides that are to be looked at. */
import type { WorkflowEvent } from '../edges/actions/runtime.js';
import { isCommitId } from '../edges/git/revisions.js';
import { at } from '../edges/github/read.js';
import { UsageError } from './usage-error.js';

/** What is asked for, before anything is known of the checkout. */
export interface Asked {
  /** A revision; null when everything counts as new. */
  readonly base: string | null;
  readonly head: string;
  /**
   * What the base stands for: a branch, so that the change starts where the head left it; a state, so that the change is the difference;
   * or the target of a pull request, whose checkout may be the merge commit that GitHub made.
   */
  readonly baseIs: 'branch' | 'state' | 'target';
  /** What to look at instead when nobody has the base (any more). */
  readonly ifGone?: Asked;
}

/** The pull request that a workflow runs for. */
export interface PullRequest {
  readonly number: number;
  /** The commit that its author pushed; what is checked out may be its merge. */
  readonly head: string;
  /** Login of whoever opened it. */
  readonly author: string | undefined;
}

/** The inputs win over the event, each for its side. Undefined when there is nothing left to look at: a branch was deleted. */
export function askedBy(
  event: WorkflowEvent,
  { baseRef, headRef }: { baseRef: string | undefined; headRef: string | undefined },
): Asked | undefined {
  if (baseRef !== undefined && headRef !== undefined) return { base: baseRef, head: headRef, baseIs: 'branch' };
  const told = toldBy(event);
  if (told === undefined || (baseRef === undefined && headRef === undefined)) return told;
  return { base: baseRef ?? told.base, head: headRef ?? told.head, baseIs: 'branch' };
}

/** The pull request of an event that has one; a merge queue's has none. */
export function pullRequestOf({ payload }: WorkflowEvent): PullRequest | undefined {
  const number = at(payload, 'pull_request', 'number');
  const head = at(payload, 'pull_request', 'head', 'sha');
  if (typeof number !== 'number' || typeof head !== 'string' || !isCommitId(head)) return undefined;
  const author = at(payload, 'pull_request', 'user', 'login');
  return { number, head, author: typeof author === 'string' ? author : undefined };
}

function toldBy({ name, payload }: WorkflowEvent): Asked | undefined {
  // pull_request, pull_request_target, pull_request_review and whatever else carries a pull request.
  if (name.startsWith('pull_request') || at(payload, 'pull_request', 'head', 'sha') !== undefined)
    return {
      base: commit(name, payload, 'pull_request', 'base', 'sha'),
      head: commit(name, payload, 'pull_request', 'head', 'sha'),
      baseIs: 'target',
    };
  if (name === 'merge_group')
    return {
      base: commit(name, payload, 'merge_group', 'base_sha'),
      head: commit(name, payload, 'merge_group', 'head_sha'),
      baseIs: 'state',
    };
  return name === 'push' ? pushed(payload) : { base: null, head: 'HEAD', baseIs: 'state' };
}

/** A new branch, and one whose former commit a forced push has thrown away, are held against the default branch. */
function pushed(payload: unknown): Asked | undefined {
  const before = commit('push', payload, 'before');
  const head = commit('push', payload, 'after');
  if (noCommit.test(head)) return undefined;
  const whole: Asked = { base: null, head, baseIs: 'state' };
  const main = at(payload, 'repository', 'default_branch');
  const isOther = typeof main === 'string' && main !== '' && at(payload, 'ref') !== `refs/heads/${main}`;
  const branch: Asked = isOther ? { base: main, head, baseIs: 'branch', ifGone: whole } : whole;
  return noCommit.test(before) ? branch : { base: before, head, baseIs: 'state', ifGone: branch };
}

/** Git's id for what is not there: the branch is new, or gone. */
const noCommit = /^0+$/;

function commit(event: string, payload: unknown, ...path: readonly string[]): string {
  const id = at(payload, ...path);
  if (typeof id === 'string' && isCommitId(id)) return id;
  throw new UsageError(`The payload of ${event} has no ${path.join('.')}. Name both sides with base-ref and head-ref.`);
}
