/** Repositories as a job finds them: a pull request merged into its target, whole or shallow. */
import { newFolder, newRepository, repositoryAt, type TestRepository } from '../edges/repository.js';

/** One identity and one error: nobody owns it. */
export const bot = `resource "aws_iam_user" "bot" {
  name = "bot"
}
`;

/** Without a finding: it says who owns it, and until when. */
export const older = `# identity-review: owner=platform purpose="metrics" review-by=2027-01-01
resource "aws_iam_user" "older" {
  name = "older"
}
`;

export interface PullRequest {
  readonly origin: TestRepository;
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  readonly payload: unknown;
}

type Files = Parameters<TestRepository['commit']>[0];

/**
 * Branch `feature` leaves `main`, which goes on with `meanwhile`; `merge` is what GitHub makes of both and what is checked out. A fork's
 * commits are in the repository of the target, as on GitHub.
 */
export function pullRequest(before: Files, change: Files, meanwhile: Files = { 'docs/later.md': 'later' }, fork = false): PullRequest {
  const origin = newRepository();
  origin.commit(before);
  origin.git('checkout', '--quiet', '-b', 'feature');
  const head = origin.commit(change);
  origin.git('checkout', '--quiet', 'main');
  const base = origin.commit(meanwhile);
  origin.git('checkout', '--quiet', '-b', 'merge');
  origin.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  const payload = {
    pull_request: {
      number: 7,
      base: { sha: base, ref: 'main', repo: { full_name: 'acme/shop' } },
      head: { sha: head, ref: 'feature', repo: { full_name: fork ? 'stranger/shop' : 'acme/shop', fork } },
    },
  };
  return { origin, base, head, merge: origin.git('rev-parse', 'HEAD'), payload };
}

/** What actions/checkout leaves with fetch-depth: 1. */
export function shallowClone(origin: TestRepository, branch: string): TestRepository {
  const path = newFolder();
  origin.git('clone', '--quiet', '--depth=1', `--branch=${branch}`, `file://${origin.path}`, path);
  return repositoryAt(path);
}
