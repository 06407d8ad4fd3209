/** Permissions of a job's token as half a sentence: "read and write `contents`". */
import type { Grant } from '../../model/fact.js';
import { show } from '../../model/text.js';
import { code, list } from './words.js';

/** What the token lets its job do. */
export function githubPhrase(g: Grant): string {
  const names = g.resources.patterns.map(show);
  const access = list(g.actions.patterns.map(show));
  if (names.includes('*')) return `${access} everything in the repository`;
  // The one permission that is not about the repository: it lets the job log in elsewhere.
  const login = names.filter((n) => n === 'id-token').map(() => 'ask for an OIDC token');
  const others = names.filter((n) => n !== 'id-token').map(code);
  return list([...(others.length > 0 ? [`${access} ${list(others)}`] : []), ...login]);
}
