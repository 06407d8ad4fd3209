import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/model/outcome.js';
import { fitted, type Section } from '../../src/reporters/fit.js';
import { markdown } from '../../src/reporters/markdown.js';
import type { RenderOptions } from '../../src/reporters/reporter.js';
import fc from '../house/seeded.js';
import { liveMarkdown } from './inert.js';
import { changeOf, everyKind, findingOf, gapOf, identityOf, outcomeOf, placeOf } from './outcomes.js';

const render = (outcome: Outcome, options: Partial<RenderOptions> = {}): string => markdown.render(outcome, { color: false, ...options });
const bytes = (text: string): number => new TextEncoder().encode(text).length;
/** Without the joiners, to be readable here. */
const readable = (text: string): string => text.replaceAll('\u2060', '');

describe('Markdown', () => {
  it('tells the verdict, changes, findings by level, exceptions, gaps and coverage', () => {
    const outcome = outcomeOf({
      changes: [
        changeOf({ change: 'identity-removed', statement: 'Robot `old` is gone.', location: placeOf('old.yml', 3, { side: 'base' }) }),
        changeOf(),
      ],
      findings: [
        findingOf({ level: 'note', rule: 'no-review-date', message: 'Nothing says when.', fix: 'Say when.', controls: [] }),
        findingOf({ related: [{ message: 'attached here', location: placeOf('infra/attach.tf', 7) }] }),
        findingOf({ rule: 'ownerless', waived: { until: '2027-01-31', by: 'ops', reason: 'moving' }, level: 'warning' }),
      ],
      gaps: [gapOf({ count: 2 }), gapOf({ kind: 'unreadable', reason: 'no permission', location: null })],
      summary: { identities: { added: 0, removed: 1, changed: 1 }, findings: { error: 1, warning: 0, note: 1, waived: 1 }, gaps: 3 },
    });
    expect(readable(render(outcome))).toBe(`## ❌ Identity review failed

**1 error, 1 note and 1 waived.** Identities: 1 changed, 1 removed.

### Changes (2)

- \`!\` \`deploy\` may now write every S3 bucket; before: read \`reports\`. \`infra/deploy.tf:12\`
- \`-\` Robot \`old\` is gone. \`old.yml:3 (base)\`

### Errors (1)

- \`infra/deploy.tf:12\` **deploy may do everything \\(\\* on \\*\\).**<br>Fix: Name the actions and resources that the workload needs.<br>See \`infra/attach.tf:7\` attached here<br><sub>\`grant-is-admin\` · owasp\\-nhi\\-5, nist\\-ac\\-6</sub>

### Notes (1)

- \`infra/deploy.tf:12\` **Nothing says when.**<br>Fix: Say when.<br><sub>\`no-review-date\`</sub>

### Waived (1)

- \`infra/deploy.tf:12\` \`ownerless\` until 2027\\-01\\-31 by ops: moving

<details><summary>Not established (3)</summary>

- not known from the files: the value of var.region \`infra/main.tf:4\` and 1 more place
- could not be read: no permission

</details>

<sub>2 of 2 files read, 3 gaps · \`111111111111\` → \`222222222222\`</sub>
`);
  });

  it('says so when nothing happened', () => {
    expect(render(outcomeOf({ mode: 'scan', head: { ref: 'topic', commit: null } }))).toBe(
      '## ✅ Identity review passed\n\n**No findings.** No identity was added, changed or removed.\n\n<sub>2 of 2 files read · `topic`</sub>\n',
    );
  });

  it('begins with what many findings have in common', () => {
    const many = [...Array(60).keys()].map((i) =>
      findingOf({ rule: i < 50 ? 'owner-missing' : 'static-user', location: placeOf(`f${i % 7}.tf`) }),
    );
    expect(readable(render(outcomeOf({ findings: many }), { budget: { bytes: 2_000, rest: 'the job summary' } }))).toContain(
      '### Most frequent (2)\n\n- **50 ×** `owner-missing` A statement gives full control, in 7 files\n- **10 ×** `static-user`',
    );
    expect(render(outcomeOf({ findings: many.slice(0, 50) }))).not.toContain('Most frequent');
  });

  it('names the repositories of policies that it went by', () => {
    const policies = [{ source: 'acme/rules@v1', commit: 'c'.repeat(40), digest: `sha256:${'d'.repeat(64)}` }];
    expect(render(outcomeOf({ policies }))).toContain(' · policies `acme/rules@v1` at `cccccccccccc`, `sha256:dddddddddddd`</sub>');
  });

  it('lists the inventory', () => {
    expect(readable(render(outcomeOf({ mode: 'inventory', identities: [identityOf()] })))).toBe(`## Identity inventory: 1 identity

### Identities (1)

- \`deploy\` \`infra/deploy.tf:12\`<br>workload identity, writes; owner team\\-platform (tag owner)

<sub>2 of 2 files read · \`222222222222\`</sub>
`);
  });

  it('links places where the caller knows an address, and only a safe one', () => {
    const outcome = outcomeOf({ findings: [findingOf()] });
    expect(render(outcome, { urlOf: (l) => `https://git.example/${l.path}#L${l.startLine}` })).toContain(
      '[`infra/deploy.tf:12`](https://git.example/infra/deploy.tf#L12)',
    );
    for (const url of ['javascript:alert(1)', 'https://x/a b', 'https://x/)[y](https://evil', 'https://x/`'])
      expect(render(outcome, { urlOf: () => url })).toContain('- `infra/deploy.tf:12` **');
    expect(render(outcome, { urlOf: () => undefined })).toContain('- `infra/deploy.tf:12` **');
  });
});

describe('a budget', () => {
  const large = outcomeOf({
    changes: Array.from({ length: 5_000 }, (_, i) =>
      changeOf({ change: i < 3 ? 'access-widened' : 'link-added', statement: `change ${i}.` }),
    ),
    findings: [
      ...Array.from({ length: 2_000 }, (_, i) => findingOf({ level: 'note', message: `ünïcode ${i}.` })),
      ...Array.from({ length: 20 }, (_, i) => findingOf({ message: `mistake ${i}.` })),
    ],
    gaps: Array.from({ length: 3_000 }, (_, i) => gapOf({ reason: `reason ${i}` })),
  });

  it.each([65_536, 65_535, 1_048_576, 20_000])('of %i bytes holds, keeps errors and says what is left out', (limit) => {
    const out = render(large, { budget: { bytes: limit, rest: 'the job summary' } });
    expect(bytes(out)).toBeLessThanOrEqual(limit);
    // Nearly all of it is used.
    if (limit < 1_000_000) expect(bytes(out)).toBeGreaterThan(limit - 1_000);
    expect([...out.matchAll(/mistake \d/g)].length).toBe(20);
    expect(out).toContain('change 2.');
    expect(liveMarkdown(out)).toEqual([]);
    if (limit < 1_000_000) expect(out).toMatch(/- and \d+ more changes: see the job summary\n/);
    if (limit < 1_000_000) expect(out).toMatch(/- and \d+ more notes: see the job summary\n/);
    expect(out).toContain('</details>');
  });

  it('that holds everything changes nothing', () => {
    expect(render(everyKind(), { budget: { bytes: 10_000_000, rest: 'x' } })).toBe(render(everyKind()));
  });

  it('that holds nothing still holds', () => {
    for (const limit of [0, 1, 30, 100, 400])
      expect(bytes(render(large, { budget: { bytes: limit, rest: 'x' } }))).toBeLessThanOrEqual(limit);
    expect(render(large, { budget: { bytes: 60, rest: 'x' } })).toMatch(/^## ❌ Identity review failed\n/);
  });

  it('is kept whatever the sections are', () => {
    const section = fc.record({
      open: fc.string({ unit: 'binary' }),
      close: fc.string(),
      entries: fc
        .array(fc.record({ text: fc.string({ unit: 'binary' }), rank: fc.nat(3) }))
        .map((all) => all.sort((a, b) => a.rank - b.rank)),
    });
    fc.assert(
      fc.property(fc.array(section), fc.nat(400), (parts, budget) => {
        const sections: Section[] = parts.map((s) => ({ ...s, left: (n) => (n > 0 ? `+${n}` : '') }));
        expect(bytes(fitted(sections, budget))).toBeLessThanOrEqual(Math.max(budget, 0));
      }),
    );
  });
});
