/** Whom a change concerns: the owners who answer for the identities in it. */
import type { Outcome } from '../model/outcome.js';

/** GitHub takes fifteen requests for one pull request. */
const most = 15;
const account = /^@([A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))$/;
const team = /^@([A-Za-z0-9-]{1,39})\/([\w.-]{1,100})$/;

/** Owners as GitHub knows them (`@name`, `@organisation/team`) of everything that changes, before others; nobody reviews what they wrote. */
export function reviewersOf(
  { identities, changes }: Outcome,
  organisation: string,
  author: string | undefined,
): { readonly people: readonly string[]; readonly teams: readonly string[] } {
  const changed = new Set(changes.map((c) => c.identity));
  const owners = identities.flatMap(({ key, owner }) => (owner && changed.has(key) ? owner.value.split(/[\s,]+/) : []));
  const same = (a: string, b: string | undefined): boolean => a.toLowerCase() === b?.toLowerCase();
  const people = owners.flatMap((o) => account.exec(o)?.[1] ?? []).filter((login) => !same(login, author));
  const teams = owners.flatMap((o) => {
    const [, of, slug] = team.exec(o) ?? [];
    return of !== undefined && slug !== undefined && same(of, organisation) ? [slug] : [];
  });
  const unique = (names: readonly string[]) => [...new Set(names)].sort();
  const chosen = unique(teams).slice(0, most);
  return { teams: chosen, people: unique(people).slice(0, most - chosen.length) };
}
