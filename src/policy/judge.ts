/** Rules × subjects → findings, and gaps for what could not be established. */
import type { Change } from '../model/change.js';
import type { Finding } from '../model/finding.js';
import { type Gap, gap } from '../model/gap.js';
import { groupBy } from '../model/group.js';
import type { Escalation, HeldGrant, IdentityKey, Subject } from '../model/inventory.js';
import type { Span } from '../model/span.js';
import type { ActiveRule, Applied } from './activate.js';
import type { CompiledRule } from './compile-rule.js';
import { fingerprintOf } from './fingerprint.js';
import { newsOf } from './news.js';
import { byPlace } from './order.js';
import type { Rule, Target } from './rule.js';
import { suggestionFor } from './suggestions.js';
import { dayOf } from './time.js';
import { isUnknown } from './truth.js';
import type { Focus, Scene } from './vocabulary/field.js';
import { targetInfo } from './vocabulary/index.js';

export interface Judgeable {
  /** The subjects that the change touches, as they stand on the side that is judged. */
  readonly subjects: Iterable<Subject>;
  /** Empty when there is nothing to compare with. */
  readonly changes: readonly Change[];
  readonly rules: readonly ActiveRule[];
  /** RFC 3339. */
  readonly now: string;
  /** Digests of values are the same in every run, so that fingerprints may hold them. */
  readonly isLasting?: boolean;
}

/** A rule that could not be established: neither a finding nor a pass. */
export interface Doubt {
  readonly rule: string;
  readonly subject: IdentityKey;
  /** What would have to be known. */
  readonly why: string;
  readonly at: Span;
  /** As a finding of the rule would have it. */
  readonly fingerprint: string;
}

export interface Judged {
  /** In the order of their places. Not yet compared with the other side, not yet waived. */
  readonly findings: readonly Finding[];
  readonly doubts: readonly Doubt[];
  /** All doubts, told once for each place and reason. */
  readonly gaps: readonly Gap[];
}

const subjectOnly: readonly Focus[] = [{ is: 'subject' }];

/** Everything that a rule on the target looks at in one subject. Changes are looked at apart from their subjects. */
function focusesOf(target: Target, subject: Subject): readonly Focus[] {
  switch (target) {
    case 'identity':
    case 'permission-set':
    case 'resource':
    case 'subject':
      return subjectOnly;
    case 'grant':
      return subject.grants.map((grant) => ({ is: 'grant', grant }));
    case 'permission-set-ref':
      return subject.namedSets.map((set) => ({ is: 'set', set }));
    case 'trust':
      return subject.trust.map((trust) => ({ is: 'trust', trust }));
    case 'credential':
      return subject.credentials.map((credential) => ({ is: 'credential', credential }));
    case 'link':
      return subject.links.map((link) => ({ is: 'link', link }));
    case 'escalation':
      return (subject.access.escalations ?? []).map((escalation) => ({ is: 'escalation', escalation }));
    case 'change':
    case 'gate':
      return [];
  }
}

/** The subjects that have something for rules on one target, and that. Many rules share a target. */
type Stage = readonly (readonly [Subject, readonly Focus[]])[];

function stageOf(target: Target, subjects: readonly Subject[]): Stage {
  const { category } = targetInfo[target];
  return subjects.flatMap((subject) => {
    const focuses = category && subject.category !== category ? [] : focusesOf(target, subject);
    return focuses.length > 0 ? [[subject, focuses] as const] : [];
  });
}

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
interface Surroundings {
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

/** The line a reviewer must change. */
function whereOf(
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

class Judge {
  readonly #findings = new Map<string, Finding>();
  readonly #doubts = new Map<string, Doubt>();
  readonly #toldValues = new Set<string>();
  readonly #around: Surroundings;

  constructor(
    subjects: readonly Subject[],
    private readonly isLasting: boolean,
  ) {
    this.#around = { judged: new Set(subjects.map((s) => s.key)), ties: tiesOf(subjects) };
  }

  look(rule: Rule, { level, compiled }: Applied, scene: Scene): void {
    const truth = compiled.violates(scene);
    if (truth === false) return;
    const { at, related } = whereOf(scene, compiled, this.#around);
    const { id, theme, controls } = rule;
    const { key } = scene.subject;
    const fingerprint = fingerprintOf(id, key, scene.focus, this.isLasting);
    if (isUnknown(truth)) {
      if (!this.#doubts.has(fingerprint))
        this.#doubts.set(fingerprint, { rule: id, subject: key, why: truth.unknown.join('; '), at, fingerprint });
      return;
    }
    const value = scene.focus.is === 'credential' ? scene.focus.credential.value?.digest : undefined;
    // Each place of a value is a line to change, and each value a credential to revoke.
    const one = value === undefined ? fingerprint : [fingerprint, value, at.source.path, at.start].join('\n');
    if (this.#findings.has(one) || this.#isTold(id, scene, at)) return;
    const message = compiled.message(scene);
    const suggestion = rule.suggest && suggestionFor(rule.suggest, scene, at);
    this.#findings.set(one, {
      rule: id,
      level,
      theme,
      message,
      fix: compiled.fix(scene),
      subject: key,
      at,
      related,
      controls,
      fingerprint,
      ...(value !== undefined && { value }),
      ...(suggestion && { suggestion }),
      waived: undefined,
    });
  }

  /** A value that is written once is one thing to mend, however many use it: the first of them speaks. */
  #isTold(rule: string, { focus }: Scene, { source, start, end }: Span): boolean {
    if (focus.is !== 'credential' || focus.credential.value === undefined) return false;
    const place = [rule, source.path, start, end].join('\n');
    const told = this.#toldValues.has(place);
    this.#toldValues.add(place);
    return told;
  }

  result(): Judged {
    const doubts = [...this.#doubts.values()].sort(byPlace);
    return { findings: [...this.#findings.values()].sort(byPlace), doubts, gaps: gapsOf(doubts) };
  }
}

/** So many rules and subjects are told by name before the rest is counted. */
const mostNamed = 4;

const named = (all: Iterable<string>, what: string): string => {
  const names = [...new Set(all)];
  const rest = names.length - mostNamed;
  return rest > 1 ? `${names.slice(0, mostNamed).join(', ')} and ${rest} more ${what}` : names.join(', ');
};

/** One gap for each place and reason, which names the rules that it leaves open, and whom they are about. */
export function gapsOf(doubts: readonly Doubt[]): readonly Gap[] {
  const groups = groupBy(doubts, ({ at, why }) => [at.source.side, at.source.path, at.start, at.end, why].join('\n'));
  return [...groups].flatMap(([, group]) => {
    const [first] = group;
    if (!first) return [];
    const rules = named(
      group.map((d) => d.rule),
      'rules',
    );
    const subjects = named(
      group.map((d) => d.subject),
      'subjects',
    );
    return [gap('unresolved', `${rules} could not be established for ${subjects}: ${first.why}`, first.at)];
  });
}

/** Pure: the same subjects, changes, rules and day give the same findings in the same order. */
export function judge({ subjects, changes, rules, now, isLasting = false }: Judgeable): Judged {
  const today = dayOf(now);
  if (today === undefined) throw new Error(`the clock gives no date: ${now}`);
  const all = [...subjects];
  const news = newsOf(changes);
  const bench = new Judge(all, isLasting);
  const stages = new Map<Target, Stage>();
  for (const active of rules) {
    const { rule } = active;
    const stage = stages.get(rule.on) ?? stageOf(rule.on, all);
    stages.set(rule.on, stage);
    for (const [subject, focuses] of stage) {
      const applied = active.applies(subject);
      if (applied) for (const focus of focuses) bench.look(rule, applied, { subject, focus, news, today });
    }
    if (rule.on === 'change') {
      for (const change of changes) {
        const subject = change.after ?? change.before;
        const applied = subject && active.applies(subject);
        if (applied) bench.look(rule, applied, { subject, focus: { is: 'change', change }, news, today });
      }
    }
  }
  return bench.result();
}
