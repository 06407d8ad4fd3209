/** The channels that need GitHub's API. Each asks for nothing unless it is wanted, and says what it needs when it may not. */

import { mayBeJobToken } from '../edges/github/channels/author.js';
import { deliverCheckRun } from '../edges/github/channels/check-run.js';
import { deliverComment } from '../edges/github/channels/comment.js';
import { requestReviewers } from '../edges/github/channels/reviewers.js';
import { deliverSuggestions } from '../edges/github/channels/suggestions.js';
import type { Hosted } from '../edges/github/repository.js';
import type { Outcome } from '../model/outcome.js';
import { checkRun } from '../reporters/check-run.js';
import { comment, isDue, markerOf } from '../reporters/comment.js';
import { count } from '../reporters/prose/words.js';
import type { Budget, RenderOptions } from '../reporters/reporter.js';
import { reviewersOf } from '../reporters/reviewers.js';
import { suggestionsOf } from '../reporters/suggestions.js';
import type { PullRequest } from './action-event.js';
import type { ActionInputs } from './action-inputs.js';
import type { Stage } from './action-stage.js';
import { UsageError } from './usage-error.js';

/** A way to tell people; what it returns are further words for the log. */
export interface Channel {
  readonly name: string;
  deliver(): Promise<string | undefined> | string | undefined;
}

/** What the channels share. */
export interface Speaking {
  readonly outcome: Outcome;
  readonly inputs: ActionInputs;
  readonly stage: Stage;
  /** Names this attempt of this run. */
  readonly run: string;
  /** Where the rest of what is cut stands. */
  readonly rest: Omit<Budget, 'bytes'>;
  readonly urlOf: NonNullable<RenderOptions['urlOf']>;
}

/** The check run, with as many annotations as there are. */
export async function sayInCheckRun({ outcome, inputs, stage, run, urlOf, rest }: Speaking): Promise<undefined> {
  const headSha = stage.pull?.head ?? outcome.head.commit;
  if (headSha === null) throw new UsageError('There is no commit that a check run could stand at.');
  const where = { name: inputs.checkName, headSha, externalId: `identity-review:${run}` };
  await deliverCheckRun(hostedIn(stage), where, checkRun(outcome, urlOf, rest));
}

/** The comment, the suggestions and the request for reviewers, where they are wanted. */
export function pullRequestChannels(speaking: Speaking): readonly Channel[] {
  const { inputs, stage } = speaking;
  const to = (use: (hosted: Hosted, pull: PullRequest) => Promise<string | undefined>) => async () => {
    const hosted = hostedIn(stage);
    if (!stage.pull) throw new UsageError('This event has no pull request.');
    return use(hosted, stage.pull);
  };
  const all: readonly (Channel & { readonly wanted: boolean })[] = [
    {
      name: 'the comment',
      wanted: inputs.comment !== 'never',
      deliver: to((hosted, pull) => sayInComment(speaking, hosted, pull)),
    },
    { name: 'the suggestions', wanted: inputs.suggestions, deliver: to((hosted, pull) => suggest(speaking, hosted, pull)) },
    {
      name: 'the request for reviewers',
      wanted: inputs.requestReviewers,
      deliver: to((hosted, pull) => callOwners(speaking, hosted, pull)),
    },
  ];
  return all.filter(({ wanted }) => wanted);
}

function hostedIn({ hosted }: Stage): Hosted {
  if (!hosted) throw new UsageError('It takes a github-token.');
  return hosted;
}

/** One comment for each name of the check: several jobs of a workflow do not write over each other. */
async function sayInComment({ outcome, inputs, urlOf, rest }: Speaking, hosted: Hosted, { number }: PullRequest): Promise<undefined> {
  const marker = markerOf(inputs.checkName);
  const content = { marker, body: comment(outcome, marker, urlOf, rest), due: isDue(inputs.comment, outcome) };
  await deliverComment(hosted, number, content, mayBeJobToken(inputs.token ?? ''));
}

async function suggest({ outcome, inputs }: Speaking, hosted: Hosted, pull: PullRequest): Promise<string | undefined> {
  const without = await deliverSuggestions(hosted, pull, suggestionsOf(outcome), mayBeJobToken(inputs.token ?? ''));
  if (without === 0) return undefined;
  return `Suggestions that are not shown because the change does not touch their lines: ${count(without, 'suggestion')}.`;
}

async function callOwners({ outcome }: Speaking, hosted: Hosted, { number, author }: PullRequest): Promise<undefined> {
  const wanted = reviewersOf(outcome, hosted.owner, author);
  if (wanted.people.length + wanted.teams.length > 0) await requestReviewers(hosted, number, wanted);
}
