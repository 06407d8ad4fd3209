/** Who can reach whom: the identities of one side as a graph, and the ways through it that the change opens. Made by `access/graph`. */
import type { AccessLevel, IdentityKey } from './inventory.js';
import type { Span } from './span.js';

/** One step: `from` can act as `to`, or through it. */
export interface AccessEdge {
  readonly from: IdentityKey;
  readonly to: IdentityKey;
  /** Completes "FROM … TO": `becomes`, `runs as`. */
  readonly how: string;
  readonly via: string;
  readonly at: Span;
  /** False where the files leave open whether the step can be taken (the trust is in another account, a limit is not known). */
  readonly isCertain: boolean;
  /** Whoever comes this way gets less than the far end has: within a session policy. */
  readonly isLimited?: boolean;
}

/** A way from an identity that somebody outside starts to what it can do in the end. At least one step. */
export interface AccessPath {
  readonly steps: readonly AccessEdge[];
  /** What the last identity amounts to, and the statement that makes it so. */
  readonly level: AccessLevel;
  readonly reach: string;
}
