/** The table of faults, as a page: docs/reliability.md is what the scenarios of faults.test.ts saw. */

/** What one fault did to two jobs: one whose checkout has git's answers, and one without a checkout. */
export interface Row {
  readonly fault: string;
  readonly verdict: string;
  readonly comment: string;
  readonly checkRun: string;
  readonly notices: readonly string[];
  readonly without: string;
}

const intro = `# Reliability

What the Action does when GitHub's API fails. **The verdict comes from the files, not from the API**: with a checkout, git answers, and the worst
fault costs a comment or a check run, never the result. Nothing is posted twice: what makes something new is sent again only when GitHub surely did
nothing (a limit, a conflict) or after looking whether it is there. All waiting and all failed attempts of a run together cost 75 seconds at most.

| setting of the environment | meaning | usual |
| --- | --- | --- |
| \`IDENTITY_REVIEW_API_TIMEOUT\` | seconds for one answer | 20 |
| \`IDENTITY_REVIEW_API_PATIENCE\` | seconds for all pauses and failed attempts of a run | 75 |

## Limits of lists

Without a checkout both sides are listed as trees and compared by blob; \`patch\` is never read. A tree above 100 000 entries or 7 MB is listed
folder by folder; a folder that cannot be listed is a gap in the report, and its changed files come from the pull request (3 000 files at most) or the
comparison (300), which is said too. Files above 5 MB, and more than 400 files, are gaps. With actions/checkout none of these limits is met.

## Faults

Every row is a test (\`__tests__/github/faults.test.ts\`, \`UPDATE=1\` rewrites this page): the Action runs against a server that holds each
request against GitHub's API description and fails as the first column says. The job asks for a comment and a check run. "At first" means
that each kind of request meets the fault once and then succeeds; all others stay.

`;

const head = ['Fault', 'Verdict with a checkout', 'Comment', 'Check run', 'Notices', 'Without a checkout'];

export const pageOf = (rows: readonly Row[]): string =>
  `${intro}${[
    head,
    head.map(() => '---'),
    ...rows.map(({ fault, verdict, comment, checkRun, notices, without }) => [
      fault,
      verdict,
      comment,
      checkRun,
      notices.join('<br>') || '–',
      without,
    ]),
  ]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')}\n`;
