/** Sentences about literal credentials: what somebody wrote down, and what is left to do when it is gone. */
import type { Credential } from '../../model/fact.js';
import type { Subject } from '../../model/inventory.js';
import { show } from '../../model/text.js';
import { code, list } from './words.js';

/** A subject that is nothing but a value in a file. */
export const isLiteral = (s: Subject | undefined): s is Subject => s?.provider === 'credential' && s.kind !== 'external';

/** Follows `New … NAME: `. */
export function literalIntroduction({ credentials }: Subject): string {
  const [first] = credentials;
  if (!first) return 'written in the file';
  const places = credentials.length > 1 ? ` at ${credentials.length} places` : '';
  const parts = [`${first.name} written in the file${places}`, ...told(first)];
  return parts.join(', ');
}

function told({ recognised, expires }: Credential): readonly string[] {
  const decoded = Object.entries(recognised?.decoded ?? {}).map(([what, value]) => `${what} ${code(value)}`);
  return [
    ...(decoded.length > 0 ? [list(decoded, 3)] : []),
    ...(recognised?.issued === undefined ? [] : [`issued ${recognised.issued.slice(0, 10)}`]),
    ...(expires ? [`ends ${show(expires).slice(0, 10)}`] : []),
  ];
}

/** Completes the sentence about a value that is in no file any more. */
export const literalGone = ({ head }: Subject): string =>
  `is no longer written in ${code(head.source.path)}; revoke it, since it stays in the history`;
