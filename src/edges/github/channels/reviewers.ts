/** Asks those who answer for what changes to look at it. */
import { operation } from '../operation.js';
import { at, listOf, textAt } from '../read.js';
import type { Hosted } from '../repository.js';

/** Whom to ask: accounts, and teams of the organisation by their short name. */
export interface Reviewers {
  readonly people: readonly string[];
  readonly teams: readonly string[];
}

const readAsked = (data: unknown): Reviewers | undefined => {
  const people = listOf(at(data, 'users'), (user) => textAt(user, 'login'));
  const teams = listOf(at(data, 'teams'), (team) => textAt(team, 'slug'));
  return people && teams && { people, teams };
};
const asked = operation('GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', 'pull-requests: read', readAsked);
const ask = operation('POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers', 'pull-requests: write', (data) =>
  at(data, 'number') === undefined ? undefined : (true as const),
);

/** Asks those who were not asked yet. Asking twice is as good as asking once. */
export async function requestReviewers({ github, owner, repo }: Hosted, number: number, wanted: Reviewers): Promise<void> {
  const parameters = { owner, repo, pull_number: number };
  const before = await github.ask(asked, parameters);
  const reviewers = wanted.people.filter((login) => !before.people.includes(login));
  const teams = wanted.teams.filter((slug) => !before.teams.includes(slug));
  if (reviewers.length + teams.length === 0) return;
  await github.make(ask, { ...parameters, reviewers, team_reviewers: teams }, async () => undefined);
}
