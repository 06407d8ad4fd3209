/** The files that `init` writes. */
import type { OutcomeIdentity } from '../model/outcome.js';
import { jsonText, plain } from './escape.js';

export const starterWorkflow = `name: identity-review
on:
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  review:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0, persist-credentials: false }
      - uses: identity-review/identity-review@v0
`;

export const starterConfig = `# What identity-review judges, and how strictly. Read from the base of each change.
preset: recommended
fail-on: error
`;

/** JSON strings are YAML strings, whatever the name holds. */
export function starterRegistry(identities: readonly OutcomeIdentity[]): string {
  const ownerless = identities.filter((i) => !i.owner && i.kind !== 'external');
  const entries = ownerless.map(
    (i) =>
      `  # ${plain(i.name)}: fill in and uncomment.\n  # - identity: ${jsonText(i.key).trim()}\n  #   owner:\n  #   purpose:\n  #   review-by:\n`,
  );
  return `# Owners, purposes and dates of identities that cannot carry them where they are declared.\nidentities: []\n${entries.join('')}`;
}
