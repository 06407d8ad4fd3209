import { describe, expect, it } from '@jest/globals';
import { terminal } from '../../src/reporters/terminal.js';
import { changeOf, credentialOf, findingOf, gapOf, identityOf, outcomeOf, placeOf } from './outcomes.js';

const plainly = (...[outcome]: Parameters<typeof terminal.render>): string => terminal.render(outcome, { color: false });

const outcome = outcomeOf({
  changes: [
    changeOf({ change: 'identity-removed', statement: 'Robot `old` is gone.', location: placeOf('old.yml', 3, { side: 'base' }) }),
    changeOf({
      change: 'identity-added',
      statement: 'New pipeline `ci`: writes, no owner.',
      location: placeOf('.github/workflows/ci.yml', 8),
    }),
    changeOf(),
  ],
  findings: [
    findingOf({
      level: 'note',
      rule: 'no-review-date',
      message: 'Nothing says when ci is looked at again.',
      fix: 'Give it a review date.',
      controls: [],
    }),
    findingOf({ related: [{ message: 'attached here', location: placeOf('infra/attach.tf', 7) }] }),
    findingOf({ rule: 'ownerless', waived: { until: '2027-01-31', by: 'ops', reason: 'moving' }, level: 'warning' }),
  ],
  gaps: [
    gapOf({ count: 2 }),
    gapOf({ kind: 'too-large', reason: 'the file is larger than 4 MB', location: { path: placeOf('big.json').path } }),
  ],
  summary: { identities: { added: 1, removed: 1, changed: 1 }, findings: { error: 1, warning: 0, note: 1, waived: 1 }, gaps: 3 },
  coverage: { files: { considered: 5, read: 4, skipped: 1 }, bytes: 1000 },
});

describe('the terminal', () => {
  it('tells changes, findings with line and fix, exceptions and gaps', () => {
    expect(plainly(outcome, { color: false })).toBe(`Changes
  ! \`deploy\` may now write every S3 bucket; before: read \`reports\`.
    infra/deploy.tf:12
  + New pipeline \`ci\`: writes, no owner.
    .github/workflows/ci.yml:8
  - Robot \`old\` is gone.
    old.yml:3 (base)

Findings
  error   infra/deploy.tf:12  deploy may do everything (* on *).
          fix: Name the actions and resources that the workload needs.
          grant-is-admin · owasp-nhi-5, nist-ac-6
          infra/attach.tf:7  attached here
  note    infra/deploy.tf:12  Nothing says when ci is looked at again.
          fix: Give it a review date.
          no-review-date

Waived
  infra/deploy.tf:12  ownerless, until 2027-01-31 by ops: moving

Not established
  not known from the files: the value of var.region
    infra/main.tf:4 and 1 more place
  cut at a limit: the file is larger than 4 MB
    big.json

FAIL  1 error, 0 warnings, 1 note, 1 waived  |  identities: 1 added, 1 changed, 1 removed  |  4 of 5 files read, 3 gaps
`);
  });

  it('colours the same words', () => {
    const coloured = terminal.render(outcome, { color: true });
    expect(coloured).toContain('\u001b[31m!\u001b[0m `deploy` may now write');
    expect(coloured).toContain('\u001b[31merror   \u001b[0m\u001b[1minfra/deploy.tf:12\u001b[0m  deploy may do everything');
    expect(coloured).toContain('\u001b[1m\u001b[31mFAIL\u001b[0m\u001b[0m  1 error');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is taken off
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plainly(outcome, { color: false }));
  });

  it('says so when nothing happened', () => {
    expect(plainly(outcomeOf(), { color: false })).toBe(
      'No identity changes.\n\nPASS  0 errors, 0 warnings, 0 notes  |  identities: 0 added, 0 changed, 0 removed  |  2 of 2 files read\n',
    );
  });

  it('lists the inventory', () => {
    const identities = [
      identityOf({ credentials: [credentialOf(), credentialOf({ name: 'console password' })] }),
      identityOf({ key: 'github:job:ci', kind: 'pipeline', name: 'ci', owner: null, access: { level: 'unknown', because: [] } }),
    ];
    expect(plainly(outcomeOf({ mode: 'inventory', identities }), { color: false })).toBe(`2 identities
  deploy  workload identity, writes
    aws:role:deploy  infra/deploy.tf:12
    owner: team-platform (tag owner); credentials: access key, console password
  ci  pipeline, reach not known from the files
    github:job:ci  infra/deploy.tf:12
    owner: none

2 of 2 files read
`);
    expect(plainly(outcomeOf({ mode: 'inventory' }), { color: false })).toBe('No identities were found.\n\n2 of 2 files read\n');
  });

  it('cuts long lists, growing reach first and errors never', () => {
    const many = plainly(
      outcomeOf({
        changes: [
          ...Array.from({ length: 45 }, (_, i) => changeOf({ change: 'link-removed', statement: `lesser ${i}.` })),
          ...Array.from({ length: 5 }, (_, i) => changeOf({ statement: `growth ${i}.` })),
        ],
        findings: [
          ...Array.from({ length: 50 }, (_, i) => findingOf({ level: 'note', message: `remark ${i}.` })),
          ...Array.from({ length: 60 }, (_, i) => findingOf({ message: `mistake ${i}.` })),
        ],
        gaps: Array.from({ length: 12 }, (_, i) => gapOf({ reason: `reason ${i}` })),
      }),
      { color: false },
    );
    const times = (pattern: RegExp): number => [...many.matchAll(pattern)].length;
    expect(times(/growth \d/g)).toBe(5);
    expect(times(/lesser \d/g)).toBe(35);
    expect(many).toContain('  and 10 more changes (--format json lists them all)');
    expect(times(/mistake \d/g)).toBe(60);
    expect(times(/remark \d/g)).toBe(0);
    expect(many).toContain('  and 50 more findings (--format json lists them all)');
    expect(many).toContain('  and 4 more gaps (--format json lists them all)');
  });
});
