/** Where a finding stands: on the line that a reviewer must change, with the places that explain it. */
import type { Finding } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import type { Escalation, HeldGrant, IdentityKey, Subject } from '../model/inventory.js';
import type { Span } from '../model/span.js';
import type { CompiledRule } from './compile-rule.js';
import type { Scene } from './vocabulary/field.js';

/** The line that a reviewer must change, and the places that explain it. */
interface Where {
  readonly at: Span;
  readonly related: Finding['related'];
}

const sameSpan = (a: Span, b: Span): boolean => a.source.path === b.source.path && a.start === b.start && a.end === b.end;
const only = (at: Span): Where => ({ at, related: [] });

/** The statements that make an identity as strong as it is; so many are told. */
const toldReasons = 5;
const reasonsOf = ({ access }: Subject): Finding['related'] =>
  access.reasons.slice(0, toldReasons).map(({ level, because, at }) => ({ message: `Amounts to ${level}: ${because}.`, at }));

/** Where the subjects that are judged are tied to others: for a person who has to part them. */
type Ties = ReadonlyMap<IdentityKey, Finding['related']>;

function tiesOf(subjects: readonly Subject[]): Ties {
  const ties = new Map<IdentityKey, Finding['related'][number][]>();
  for (const { name, links } of subjects)
    for (const { to, span } of links) {
      const known = ties.get(to) ?? [];
      ties.set(to, known);
      if (known.length < toldReasons) known.push({ message: `${name} uses it here.`, at: span });
    }
  return ties;
}

/** What a place is chosen by, besides the scene. */
export interface Surroundings {
  readonly judged: ReadonlySet<IdentityKey>;
  readonly ties: Ties;
}

const within = (inner: Span, outer: Span): boolean =>
  inner.source.path === outer.source.path && outer.start <= inner.start && inner.end <= outer.end;

/** A statement may stand in a document of its own, which the subject takes in. */
const takenIn = (at: Span, subject: Subject): Where =>
  within(at, subject.span) ? only(at) : { at, related: [{ message: `${subject.name} takes it in here.`, at: subject.head }] };

/**
 * A statement that came by a permission set is wrong where it is written when that set is under review too, else where it was given: the
 * set may stand in a file that the change does not touch.
 */
function ofGrant({ span, given, from }: HeldGrant, subject: Subject, judged: Surroundings['judged']): Where {
  if (sameSpan(span, given)) return takenIn(span, subject);
  return from === undefined || judged.has(from)
    ? { at: span, related: [{ message: `Given to ${subject.name} here.`, at: given }] }
    : { at: given, related: [{ message: 'The statement that is given.', at: span }] };
}

const allowedAt = (steps: Escalation['steps']): Finding['related'] =>
  [...groupBy(steps, ({ grant }) => grant)].map(([{ span }, of]) => ({
    message: `${of.map((s) => s.action).join(', ')} ${of.length > 1 ? 'are' : 'is'} allowed here.`,
    at: span,
  }));

/** The statement that is to be cut; beside it those that it works together with, and what they lead to. */
function ofEscalation({ steps, cut, target }: Escalation, subject: Subject, judged: Surroundings['judged']): Where {
  // What is kept elsewhere is no place to show; whoever may take it over is.
  if (target.isElsewhere) return { at: subject.head, related: allowedAt(steps) };
  const needed = steps.find((s) => s.action === cut.action);
  const place = needed ? ofGrant(needed.grant, subject, judged) : only(subject.head);
  const others = allowedAt(steps.filter((s) => s !== needed));
  const end = target.at ? [{ message: `It leads to ${target.name}.`, at: target.at }] : [];
  const isShown = [place.at, ...place.related.map((r) => r.at)].some((at) => sameSpan(at, subject.head));
  const holder = isShown ? [] : [{ message: `${subject.name} holds ${others.length > 0 ? 'all of them' : 'it'}.`, at: subject.head }];
  return { at: place.at, related: [...place.related, ...others, ...end, ...holder] };
}

/** Where a finding of the rule stands in this scene. */
export function whereOf(
  { subject, focus }: Scene,
  { asksForAccess, asksForUsers, attribute }: CompiledRule,
  { judged, ties }: Surroundings,
): Where {
  switch (focus.is) {
    case 'subject': {
      const written = attribute === undefined ? undefined : subject.attributes[attribute];
      const users = asksForUsers ? (ties.get(subject.key) ?? []) : [];
      return { at: written?.span ?? subject.head, related: [...(asksForAccess ? reasonsOf(subject) : []), ...users] };
    }
    case 'grant':
      return ofGrant(focus.grant, subject, judged);
    case 'escalation':
      return ofEscalation(focus.escalation, subject, judged);
    case 'trust':
      return takenIn(focus.trust.span, subject);
    case 'credential':
      // A value that was recognised stands where it stands, whoever speaks of it.
      return focus.credential.recognised ? only(focus.credential.span) : takenIn(focus.credential.span, subject);
    case 'link':
      return only(focus.link.span);
    case 'set':
      return only(focus.set.span);
    case 'change':
      return only(focus.change.at);
    case 'gate':
      return only(focus.gate.at);
  }
}

/** What the places of findings about these subjects are chosen by. */
export const surroundingsOf = (subjects: readonly Subject[]): Surroundings => ({
  judged: new Set(subjects.map((s) => s.key)),
  ties: tiesOf(subjects),
});
