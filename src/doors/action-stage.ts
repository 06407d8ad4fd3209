/** Where the Action plays: its repository on GitHub, as far as there is a token to speak with, and the pull request it runs for. */
import type { Runtime } from '../edges/actions/runtime.js';
import { openGitHub } from '../edges/github/client.js';
import type { Hosted } from '../edges/github/repository.js';
import { type PullRequest, pullRequestOf } from './action-event.js';

export interface Stage {
  /** Nothing is loaded or sent before the first question. */
  readonly hosted: Hosted | undefined;
  readonly pull: PullRequest | undefined;
}

/** One client for the whole run, so that its patience is one. */
export function stageOf({ event, apiUrl, repository }: Runtime, token: string | undefined): Stage {
  const hosted =
    token === undefined || repository === undefined ? undefined : { ...repository, github: openGitHub({ door: 'action', apiUrl, token }) };
  return { hosted, pull: pullRequestOf(event) };
}
