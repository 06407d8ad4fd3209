/** The inline form: `identity-review: owner=@acme/payments purpose="nightly export" review-by=2027-01-01` in a comment beside a declaration. */
import type { Comment } from '../model/tree.js';

const marker = 'identity-review:';

/** `key=value`, `key="several words"`. Each part is bounded, so that a hostile comment costs no more than a look at each character. */
const pair = /(?<![\w.-])([A-Za-z][A-Za-z_.-]{0,40})=(?:"([^"]{0,400})"|([^\s"]{1,400}))/g;

/** Key-value pairs of an inline comment; empty for any other comment and for `ignore …`, which is the policy room's. */
export function inlinePairs(comment: Comment): readonly (readonly [string, string])[] {
  const at = comment.text.indexOf(marker);
  if (at < 0) return [];
  const said = comment.text.slice(at + marker.length).trim();
  if (/^ignore(?:\s|$)/.test(said)) return [];
  return [...said.matchAll(pair)].map((m) => [m[1] ?? '', (m[2] ?? m[3] ?? '').trim()] as const);
}
