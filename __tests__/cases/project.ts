/** An outcome as a person checks it: one line for each statement, what is empty left out. */
import type { Outcome, OutcomeCondition, OutcomeIdentity } from '../../src/model/outcome.js';

type Place = NonNullable<Outcome['gaps'][number]['location']> | Outcome['changes'][number]['location'];
const placeOf = (at: Place): string =>
  `${'side' in at && at.side === 'base' ? 'base:' : ''}${at.path}${'startLine' in at ? `:${at.startLine}` : ''}`;

const conditionsOf = (conditions: readonly OutcomeCondition[]): string =>
  conditions.length === 0 ? '' : ` if ${conditions.map((c) => `${c.key} ${c.operator} ${c.values.join('|')}`).join(' and ')}`;
const scopeOf = (scope: string): string => (scope === '*' ? '' : ` in ${scope}`);
const set = (values: readonly string[], negated = false): string => `${negated ? 'all but ' : ''}${values.join(' ')}`;

/**
 * What identities are and may do. `lean` leaves out what differs between spellings of the same thing: how, where and in which order it
 * is written, and the name that each spelling has for what only the account knows.
 */
export function identitiesOf(outcome: Outcome, lean = false): Readonly<Record<string, unknown>> {
  return Object.fromEntries(outcome.identities.map((i) => [i.key, lean ? unspelled(identityOf(i, lean)) : identityOf(i, lean)]));
}

const unspelled = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.map((line) => String(line).replace(/<[^<>]+>/g, '<not in the files>')).sort() : value,
    ]),
  );

function identityOf(i: OutcomeIdentity, lean: boolean): Readonly<Record<string, unknown>> {
  const via = (how: string) => (lean ? '' : ` (${how})`);
  return filled({
    kind: i.kind,
    ...(lean ? {} : { at: placeOf(i.location) }),
    access: i.access.level,
    owner: i.owner && `${i.owner.value} (${i.owner.source})`,
    metadata: Object.entries(i.metadata).map(([field, { value, source }]) => `${field}: ${value} (${source})`),
    credentials: i.credentials.map(
      (c) => `${c.kind} ${c.name}, ${c.origin}, ${c.lifetime}${c.rotatedBy ? `, rotated by ${c.rotatedBy}` : ''}`,
    ),
    grants: i.grants.map(
      (g) =>
        `${g.effect} ${set(g.actions, g.notActions)} on ${set(g.resources, g.notResources)}${scopeOf(g.scope)}${conditionsOf(g.conditions)}: ${g.level}${via(g.via)}`,
    ),
    permissionSets: i.permissionSets.map((s) => `${s.role} ${s.name}${via(s.via)}`),
    trust: i.trust.map(
      (t) => `${t.effect} ${t.principals.map((p) => `${p.kind} ${p.value}`).join(' ')} to ${set(t.actions)}${conditionsOf(t.conditions)}`,
    ),
    links: i.links.map((l) => `${l.relation} ${l.to}${l.external ? ', not in the files' : ''}${via(l.via)}`),
  });
}

export const gapsOf = (outcome: Outcome): readonly string[] =>
  outcome.gaps.map((g) => `${g.kind} ${g.location ? placeOf(g.location) : ''}: ${g.reason}${g.count > 1 ? ` (${g.count} times)` : ''}`);

/** What a case expects. */
export function project(outcome: Outcome): Readonly<Record<string, unknown>> {
  const { added, removed, changed } = outcome.summary.identities;
  return {
    counts: `${added} added, ${removed} removed, ${changed} changed`,
    ...filled({
      changes: outcome.changes.map((c) => `${c.change} ${c.identity} at ${placeOf(c.location)}: ${c.statement}`),
      gaps: gapsOf(outcome),
      identities: identitiesOf(outcome),
    }),
  };
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && (Array.isArray(value) ? value : Object.keys(value)).length === 0);

const filled = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));
