import { defineProvider } from '../entity.js';
import { job } from './job.js';

/** What GitHub Actions workflows mean for identities. */
export const github = defineProvider({
  id: 'github',
  title: 'GitHub Actions',
  entities: [job],
  attributes: {
    tokenPermissions: {
      type: 'string',
      doc: 'How the permissions of the job’s token are given: `explicit`, `read-all`, `write-all`, `default` when the repository’s settings decide, or `caller` when only other workflows start it and so decide.',
    },
    permissionsLevel: { type: 'string', doc: 'Where the permissions are written: `job`, `workflow`, or `default` when nowhere.' },
    idToken: { type: 'boolean', doc: 'The job can ask for OIDC tokens, for any audience. Unknown when a calling workflow decides.' },
    triggers: { type: 'list', doc: 'The events that start the workflow.', told: 'triggers' },
    outsiderTriggers: {
      type: 'list',
      doc: 'Those of the triggers that people without write access can cause and that run with the repository’s own token and secrets.',
    },
    forkTriggers: {
      type: 'list',
      doc: 'Those of the triggers that run code of a fork, with a token that reads at most and without secrets.',
    },
    environment: { type: 'string', doc: 'The deployment environment of the job; absent when it names none.', told: 'environment' },
    runner: { type: 'string', doc: '`hosted`, `self-hosted` when any run of the job may be, or `unknown`.', told: 'runner' },
    jobs: { type: 'number', doc: 'How many jobs the workflow has.' },
    reusable: { type: 'boolean', doc: 'The job calls a reusable workflow.' },
    secrets: { type: 'list', doc: 'Names of the secrets the job reads, in upper case, without its own token.' },
    wholeSecretsContext: {
      type: 'boolean',
      doc: 'The job reads all secrets at once, or one whose name is computed.',
      told: 'reading of all secrets',
    },
    secretsInherit: { type: 'boolean', doc: 'The job passes all its secrets to the workflow it calls.', told: 'passing on of all secrets' },
    persistsCredentials: {
      type: 'boolean',
      doc: 'A checkout leaves its token behind for all later steps.',
      told: 'checkout token left behind',
    },
    checksOutPullRequest: {
      type: 'boolean',
      doc: 'A checkout takes what the author of a pull request decides.',
      told: 'checkout of the pull request',
    },
    appTokenScoped: {
      type: 'boolean',
      doc: 'All GitHub App tokens the job makes name their permissions, and their repositories beyond this one.',
      told: 'limited GitHub App token',
    },
    appTokenKept: { type: 'boolean', doc: 'A GitHub App token the job makes outlives the job.' },
    unpinnedActionsWithSecrets: {
      type: 'list',
      doc: 'Actions that are handed a secret and are not pinned to a full commit id.',
      told: 'unpinned actions with secrets',
    },
  },
  unsupported: [],
});
