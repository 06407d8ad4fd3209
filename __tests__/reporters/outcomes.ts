/** Outcomes for tests: each part has a sensible default, the numbers of the summary follow from the parts. */
import { changeKinds } from '../../src/model/change.js';
import { credentialKinds, identityKinds, systems } from '../../src/model/fact.js';
import { levels, themes } from '../../src/model/finding.js';
import { gapKinds } from '../../src/model/gap.js';
import { accessLevels, ownershipFields } from '../../src/model/inventory.js';
import type {
  Outcome,
  OutcomeChange,
  OutcomeFinding,
  OutcomeGap,
  OutcomeIdentity,
  OutcomeRule,
  OutcomeSourced,
} from '../../src/model/outcome.js';
import { filePath, type Location } from '../../src/model/span.js';

export const placeOf = (path = 'infra/deploy.tf', startLine = 12, more: Partial<Location> = {}): Location => ({
  path: filePath(path),
  side: 'head',
  startLine,
  startColumn: 3,
  endLine: startLine,
  endColumn: 20,
  ...more,
});

export const findingOf = (more: Partial<OutcomeFinding> = {}): OutcomeFinding => ({
  rule: 'grant-is-admin',
  level: 'error',
  theme: 'least-privilege',
  message: 'deploy may do everything (* on *).',
  fix: 'Name the actions and resources that the workload needs.',
  identity: 'aws:role:deploy',
  location: placeOf(),
  related: [],
  controls: ['owasp-nhi-5', 'nist-ac-6'],
  fingerprint: '0123456789abcdef',
  waived: null,
  ...more,
});

export const changeOf = (more: Partial<OutcomeChange> = {}): OutcomeChange => ({
  change: 'access-widened',
  identity: 'aws:role:deploy',
  statement: '`deploy` may now write every S3 bucket; before: read `reports`.',
  location: placeOf(),
  ...more,
});

export const gapOf = (more: Partial<OutcomeGap> = {}): OutcomeGap => ({
  kind: 'unresolved',
  reason: 'the value of var.region',
  location: placeOf('infra/main.tf', 4),
  count: 1,
  ...more,
});

export const sourcedOf = (value: string, source = 'tag owner'): OutcomeSourced => ({ value, source, location: placeOf() });

export const identityOf = (more: Partial<OutcomeIdentity> = {}): OutcomeIdentity => ({
  key: 'aws:role:deploy',
  kind: 'workload-identity',
  provider: 'aws',
  type: 'aws.role',
  name: 'deploy',
  location: placeOf(),
  owner: sourcedOf('team-platform'),
  metadata: {},
  credentials: [],
  grants: [],
  permissionSets: [],
  trust: [],
  links: [],
  access: { level: 'writes', because: ['inline policy'] },
  ...more,
});

export const ruleOf = (more: Partial<OutcomeRule> = {}): OutcomeRule => ({
  id: 'grant-is-admin',
  title: 'A statement gives full control',
  level: 'error',
  theme: 'least-privilege',
  why: 'Whoever holds any credential of this identity owns the whole system.',
  fix: 'Name the actions and resources that the workload needs.',
  controls: ['owasp-nhi-5', 'nist-ac-6'],
  ...more,
});

export const credentialOf = (more: Partial<OutcomeIdentity['credentials'][number]> = {}): OutcomeIdentity['credentials'][number] => ({
  kind: 'access-key',
  name: 'access key',
  origin: 'generated',
  lifetime: 'static',
  expires: null,
  rotatedBy: null,
  location: placeOf(),
  ...more,
});

export function outcomeOf(more: Partial<Outcome> = {}): Outcome {
  const findings = more.findings ?? [];
  const open = findings.filter((f) => !f.waived);
  const at = (level: OutcomeFinding['level']): number => open.filter((f) => f.level === level).length;
  const rules = [...new Set(findings.map((f) => f.rule))].map((id) => ruleOf({ id }));
  return {
    format: 'identity-review/1',
    tool: { name: 'identity-review', version: '0.1.0' },
    mode: 'review',
    now: '2026-11-21T09:00:00Z',
    base: { ref: 'main', commit: '1111111111111111111111111111111111111111' },
    head: { ref: 'topic', commit: '2222222222222222222222222222222222222222' },
    verdict: at('error') > 0 ? 'fail' : 'pass',
    summary: {
      identities: { added: 0, removed: 0, changed: 0 },
      findings: { error: at('error'), warning: at('warning'), note: at('note'), waived: findings.length - open.length },
      gaps: (more.gaps ?? []).reduce((n, g) => n + g.count, 0),
    },
    identities: [],
    changes: [],
    findings,
    paths: [],
    gaps: [],
    coverage: { files: { considered: 2, read: 2, skipped: 0 }, bytes: 1234 },
    rules,
    ...more,
  };
}

const of = <T>(all: readonly T[], i: number, otherwise: T): T => all[i % all.length] ?? otherwise;

/** One of each: every closed word of the model occurs, and every field that may be null is once null and once not. */
export function everyKind(said = 'x'): Outcome {
  const where = placeOf(`dir/${said}.tf`);
  const condition = { operator: 'StringLike', key: said, values: [said] };
  const reaches = [...accessLevels, 'unknown'] as const;
  const identities = [...identityKinds.keys()].map((i) =>
    identityOf({
      key: `aws:role:${said}${i}`,
      kind: of(identityKinds, i, 'robot'),
      provider: of(systems, i, 'aws'),
      name: said,
      location: where,
      owner: i % 2 ? null : sourcedOf(said, said),
      metadata: Object.fromEntries(ownershipFields.filter((f) => f !== 'owner').map((f) => [f, sourcedOf(said, `tag ${said}`)])),
      credentials: credentialKinds.map((kind, k) =>
        credentialOf({ kind, name: said, expires: k % 2 ? said : null, rotatedBy: k % 3 ? said : null, location: where }),
      ),
      grants: (['allow', 'deny'] as const).map((effect) => ({
        effect,
        actions: [said],
        notActions: false,
        resources: [said],
        notResources: true,
        scope: said,
        conditions: [condition],
        via: said,
        level: of(reaches, i, 'none'),
        location: where,
      })),
      permissionSets: (['give', 'limit'] as const).map((role) => ({ name: said, role, via: said, location: where })),
      trust: [
        { effect: 'allow', principals: [{ kind: 'anyone', value: said }], actions: [said], conditions: [condition], location: where },
      ],
      links: [{ relation: 'assumes', to: said, external: true, via: said, location: where }],
      access: { level: of(reaches, i, 'none'), because: [said, said] },
    }),
  );
  const findings = themes.flatMap((theme, t) =>
    levels.map((level, l) =>
      findingOf({
        rule: `${said}-${theme}`,
        level,
        theme,
        message: said,
        fix: said,
        identity: l === 0 ? null : said,
        location: placeOf(`dir/${said}.tf`, 1 + t, { side: t % 2 ? 'base' : 'head', endLine: t + 1 + l }),
        related: [{ message: said, location: where }],
        controls: [said],
        fingerprint: `${t}${l}`,
        ...(l === 0 ? { suggestion: { location: where, replacement: said } } : {}),
        waived: t === 8 ? { until: '2027-01-01', by: said, reason: said } : null,
      }),
    ),
  );
  return outcomeOf({
    verdict: 'fail',
    base: { ref: said, commit: null },
    identities,
    changes: changeKinds.map((change) => changeOf({ change, identity: said, statement: said, location: where })),
    findings,
    gaps: gapKinds.flatMap((kind) => [
      gapOf({ kind, reason: said, location: where }),
      gapOf({ kind, reason: said, location: null, count: 3 }),
      gapOf({ kind, reason: `${said} again`, location: { path: where.path } }),
    ]),
    policies: [{ source: said, commit: said, digest: said }],
    rules: themes.map((theme) => ruleOf({ id: `${said}-${theme}`, theme, title: said, why: said, fix: said, controls: [said] })),
  });
}
