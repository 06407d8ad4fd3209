/** From what started the workflow to the two sides that are to be looked at. */
import type { WorkflowEvent } from '../edges/actions/runtime.js';
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
}

/** The inputs win over the event, each for its side. */
export function askedBy(event: WorkflowEvent, { baseRef, headRef }: { baseRef: string | undefined; headRef: string | undefined }): Asked {
  if (baseRef !== undefined && headRef !== undefined) return { base: baseRef, head: headRef, baseIs: 'branch' };
  const told = toldBy(event);
  if (baseRef === undefined && headRef === undefined) return told;
  return { base: baseRef ?? told.base, head: headRef ?? told.head, baseIs: 'branch' };
}

function toldBy({ name, payload }: WorkflowEvent): Asked {
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
  if (name === 'push') {
    const before = commit(name, payload, 'before');
    return { base: noCommit.test(before) ? null : before, head: commit(name, payload, 'after'), baseIs: 'state' };
  }
  return { base: null, head: 'HEAD', baseIs: 'state' };
}

/** Git's id for what is not there: the branch is new. */
const noCommit = /^0+$/;
const commitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether a revision is the id of a commit, and not a name. */
export const isCommitId = (revision: string): boolean => commitId.test(revision);

function commit(event: string, payload: unknown, ...path: readonly string[]): string {
  const id = at(payload, ...path);
  if (typeof id === 'string' && isCommitId(id)) return id;
  throw new UsageError(`The payload of ${event} has no ${path.join('.')}. Name both sides with base-ref and head-ref.`);
}

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce(
    (v, key) => (typeof v === 'object' && v !== null && Object.hasOwn(v, key) ? (v as Record<string, unknown>)[key] : undefined),
    value,
  );
