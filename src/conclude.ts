/** The last step of the story: everything that was found becomes one plain value, with lines instead of spans, without a secret. */
import type { Change } from './model/change.js';
import type { Condition } from './model/fact.js';
import type { Finding } from './model/finding.js';
import { type Gap, gapText } from './model/gap.js';
import type { AccessPath } from './model/graph.js';
import { groupBy } from './model/group.js';
import type { Escalation, Sourced, Subject } from './model/inventory.js';
import type {
  Outcome,
  OutcomeChange,
  OutcomeCondition,
  OutcomeEscalation,
  OutcomeFinding,
  OutcomeGap,
  OutcomeIdentity,
  OutcomePath,
  OutcomeRule,
  OutcomeSourced,
} from './model/outcome.js';
import type { Vault } from './model/redact.js';
import { type FilePath, locate } from './model/span.js';
import { show } from './model/text.js';
import { statement } from './reporters/prose/statement.js';

export interface Conclusion {
  readonly frame: Pick<Outcome, 'tool' | 'mode' | 'now' | 'base' | 'head' | 'coverage' | 'policies'>;
  readonly verdict: Outcome['verdict'];
  readonly counts: Outcome['summary']['identities'];
  readonly identities: readonly Subject[];
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly paths: readonly AccessPath[];
  readonly gaps: readonly Gap[];
  readonly rules: readonly OutcomeRule[];
}

export function conclude(c: Conclusion, vault: Vault): Outcome {
  const gaps = gapsOf(c.gaps);
  const counted = (level: Finding['level']) => c.findings.filter((f) => f.level === level && !f.waived).length;
  const outcome: Outcome = {
    format: 'identity-review/1',
    tool: c.frame.tool,
    mode: c.frame.mode,
    now: c.frame.now,
    base: c.frame.base,
    head: c.frame.head,
    verdict: c.verdict,
    summary: {
      identities: c.counts,
      findings: {
        error: counted('error'),
        warning: counted('warning'),
        note: counted('note'),
        waived: c.findings.filter((f) => f.waived).length,
      },
      gaps: gaps.reduce((n, g) => n + g.count, 0),
    },
    identities: c.identities.map(identityOf),
    changes: c.changes.map(changeOf),
    findings: c.findings.map((f) => findingOf(f, vault)),
    paths: c.paths.slice(0, mostPaths).map(pathOf),
    gaps,
    coverage: c.frame.coverage,
    ...(c.frame.policies && c.frame.policies.length > 0 ? { policies: c.frame.policies } : {}),
    rules: c.rules,
  };
  return scrubbed(outcome, vault) as Outcome;
}

/** More ways than anybody reads are not told; they are ranked. */
const mostPaths = 100;

/** Every string once more through the vault: a secret that also stands in a description does not come out by that door. */
function scrubbed(value: unknown, vault: Vault): unknown {
  if (typeof value === 'string') return vault.scrub(value);
  if (Array.isArray(value)) return value.map((v) => scrubbed(v, vault));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, scrubbed(v, vault)]));
}

const changeOf = (c: Change): OutcomeChange => ({
  change: c.change,
  identity: c.subject,
  statement: statement(c),
  ...witnessOf(c),
  location: locate(c.at),
});

/** The proof of what is gained comes before that of what is lost. */
function witnessOf(c: Change): Pick<OutcomeChange, 'witness'> {
  const proof = 'gains' in c || 'loses' in c ? (c.gains ?? c.loses) : undefined;
  if (!proof) return {};
  const { principal = null, action, resource, scope = null, conditions } = proof;
  const allowedAt = 'gains' in c && c.gains ? 'head' : 'base';
  return { witness: { allowedAt, principal, action, resource, scope, conditions } };
}

const pathOf = ({ steps, level, reach }: AccessPath): OutcomePath => ({
  steps: steps.map(({ from, to, how, via, at, isCertain }) => ({ from, to, how, via, certain: isCertain, location: locate(at) })),
  level,
  reach,
});

const findingOf = (f: Finding, vault: Vault): OutcomeFinding => ({
  rule: f.rule,
  level: f.level,
  theme: f.theme,
  message: f.message,
  fix: f.fix,
  identity: f.subject ?? null,
  location: locate(f.at),
  related: f.related.map((r) => ({ message: r.message, location: locate(r.at) })),
  controls: f.controls,
  fingerprint: f.fingerprint,
  waived: f.waived ?? null,
  ...suggestionOf(f.suggestion, vault),
});

/** Lines with something hidden in them are not repeated, and could not be taken over without it. */
const suggestionOf = (edit: Finding['suggestion'], vault: Vault): Pick<OutcomeFinding, 'suggestion'> =>
  edit && vault.scrub(edit.text) === edit.text ? { suggestion: { location: locate(edit.at), replacement: edit.text } } : {};

/** The same gap in the same file is one row with a count, standing at its first place. */
function gapsOf(gaps: readonly Gap[]): readonly OutcomeGap[] {
  const rows = [...groupBy(gaps, gapText)].map(([key, group]) => ({ key, group }));
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  return rows.flatMap(({ group: [first, ...more] }) =>
    first ? [{ kind: first.kind, reason: first.reason, location: placeOf(first), count: more.length + 1 }] : [],
  );
}

const placeOf = ({ at }: Gap): OutcomeGap['location'] =>
  at === undefined ? null : typeof at === 'string' ? { path: at as FilePath } : locate(at);

const conditionsOf = (conditions: readonly Condition[]): readonly OutcomeCondition[] =>
  conditions.map((c) => ({ operator: c.operator, key: c.key, values: c.secret ? c.values.map(() => '[redacted]') : c.values.map(show) }));

const sourcedOf = (s: Sourced): OutcomeSourced => ({ value: s.value, source: s.source, location: locate(s.span) });

const escalationOf = (e: Escalation): OutcomeEscalation => ({
  paths: [e.path, ...e.alike],
  name: e.name,
  target: e.target.subject ?? e.target.name,
  reach: e.reach,
  steps: e.steps.map(({ action, grant }) => ({ action, via: grant.via, location: locate(grant.span) })),
  cut: e.cut.advice,
  doubts: e.doubts,
});

function identityOf(s: Subject): OutcomeIdentity {
  const { owner, ...metadata } = s.ownership;
  return {
    key: s.key,
    kind: s.kind ?? 'external',
    provider: s.provider,
    type: s.type,
    name: s.name,
    location: locate(s.head),
    owner: owner ? sourcedOf(owner) : null,
    metadata: Object.fromEntries(Object.entries(metadata).map(([field, value]) => [field, sourcedOf(value)])),
    credentials: s.credentials.map((c) => ({
      kind: c.kind,
      name: c.name,
      origin: c.origin,
      lifetime: c.lifetime,
      expires: c.expires ? show(c.expires) : null,
      rotatedBy: c.rotatedBy ?? null,
      location: locate(c.span),
    })),
    grants: s.grants.map((g) => ({
      effect: g.effect,
      actions: g.actions.patterns.map(show),
      notActions: g.actions.negated,
      resources: g.resources.patterns.map(show),
      notResources: g.resources.negated,
      scope: show(g.scope),
      conditions: conditionsOf(g.conditions),
      via: g.via,
      level: g.level,
      location: locate(g.span),
    })),
    permissionSets: s.namedSets.map((n) => ({ name: show(n.name), role: n.role, via: n.via, location: locate(n.span) })),
    trust: s.trust.map((t) => ({
      effect: t.effect,
      principals: t.principals.map((p) => ({ kind: p.kind, value: show(p.value) })),
      actions: t.actions.patterns.map(show),
      conditions: conditionsOf(t.conditions),
      location: locate(t.span),
    })),
    links: s.links.map((l) => ({ relation: l.relation, to: l.to, external: l.external, via: l.via, location: locate(l.span) })),
    access: {
      level: s.access.level,
      because: s.access.reasons.map((r) => r.because),
      ...(s.access.escalations && { escalations: s.access.escalations.map(escalationOf) }),
      ...(s.access.harmless && { harmless: s.access.harmless }),
    },
  };
}
