/** From what is asked for to an open change: which commits are compared, and whose config counts. */
import { type Access, type Checkout, openCheckout } from '../edges/actions/checkout.js';
import { EdgeError } from '../edges/edge-error.js';
import { openGit } from '../edges/git.js';
import type { ChangeSource } from '../ports.js';
import { type Asked, isCommitId } from './action-event.js';
import { type Tree, treeOf } from './tree.js';

export interface OpenChange {
  readonly mode: 'review' | 'scan';
  readonly source: ChangeSource;
  /** The base as it stands today, not as it was when the branch left it: an old branch does not bring back old config. */
  readonly trusted: Tree;
  readonly notices: readonly string[];
  close(): Promise<void>;
}

/** Two commits, or one that is new as a whole. */
interface Sides {
  readonly base: string | null;
  readonly head: string;
  /** The change is from this very base to this very head. */
  readonly exact: boolean;
}

/** Opens the change in the checkout of the job; fetches the commits that it lacks, once, from the checkout's own origin. */
export async function openChange(asked: Asked, workspace: string, access: Access): Promise<OpenChange> {
  const checkout = await openCheckout(workspace);
  const { base, head, exact } = await sidesOf(asked, checkout);
  await fetched([base, head], checkout, access);
  const source = await openGit(workspace, { base, head, exact });
  if (base === null) return { mode: 'scan', source, trusted: treeOf(source, 'head'), notices: source.notices, close: () => source.close() };
  const today = await openGit(workspace, { base: null, head: base });
  return {
    mode: 'review',
    source,
    trusted: treeOf(today, 'head'),
    notices: source.notices,
    close: async () => void (await Promise.all([source.close(), today.close()])),
  };
}

/**
 * A pull request is checked out as the merge of its head into its target. Where history is cut off, nobody can tell where the branch left
 * the target, and comparing the two tips would blame the change for all that happened on the target since. The merge and its first parent
 * differ by the change and nothing else.
 */
async function sidesOf({ base, head, baseIs }: Asked, checkout: Checkout): Promise<Sides> {
  if (baseIs === 'target' && checkout.shallow) {
    const merge = await checkout.head();
    const [target, merged, ...more] = merge?.parents ?? [];
    if (merge && target !== undefined && merged === head && more.length === 0) return { base: target, head: merge.id, exact: true };
  }
  return { base, head, exact: baseIs === 'state' };
}

/** Names are left to git: what a name means somewhere else is not for this job to say. */
async function fetched(revisions: readonly (string | null)[], checkout: Checkout, access: Access): Promise<void> {
  const ids = revisions.filter((revision) => revision !== null).filter(isCommitId);
  const { missing, why } = await checkout.need(ids, access);
  if (missing.length === 0) return;
  const mend = checkout.shallow
    ? 'Set fetch-depth: 0 in actions/checkout.'
    : 'Check that actions/checkout has checked out this repository.';
  throw new EdgeError(
    checkout.shallow ? 'shallow' : 'unknown-revision',
    `The checkout lacks ${missing.map((id) => `commit ${id}`).join(' and ')}, and fetching failed: ${why}. ${mend}`,
  );
}
