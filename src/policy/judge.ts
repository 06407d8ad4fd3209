/** Rules × subjects → findings, and gaps for what could not be established. */
import type { Change } from '../model/change.js';
import type { Finding } from '../model/finding.js';
import { type Gap, gap } from '../model/gap.js';
import { groupBy } from '../model/group.js';
import type { IdentityKey, Subject } from '../model/inventory.js';
import type { Span } from '../model/span.js';
import type { ActiveRule, Applied } from './activate.js';
import { fingerprintOf } from './fingerprint.js';
import { newsOf } from './news.js';
import { byPlace } from './order.js';
import type { GateChange } from './protection/gate.js';
import type { Rule, Target } from './rule.js';
import { suggestionFor } from './suggestions.js';
import { dayOf } from './time.js';
import { isUnknown } from './truth.js';
import type { Focus, Scene } from './vocabulary/field.js';
import { targetInfo } from './vocabulary/index.js';
import { type Surroundings, surroundingsOf, whereOf } from './where.js';

export interface Judgeable {
  /** The subjects that the change touches, as they stand on the side that is judged. */
  readonly subjects: Iterable<Subject>;
  /** Empty when there is nothing to compare with. */
  readonly changes: readonly Change[];
  /** What happened to the gate's own files; findings about them name no identity. */
  readonly gates?: readonly GateChange[];
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

/** Everything that a rule on the target looks at in one subject. Changes and the gate are looked at apart from subjects. */
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

class Judge {
  readonly #findings = new Map<string, Finding>();
  readonly #doubts = new Map<string, Doubt>();
  readonly #toldValues = new Set<string>();
  readonly #around: Surroundings;

  constructor(
    subjects: readonly Subject[],
    private readonly isLasting: boolean,
  ) {
    this.#around = surroundingsOf(subjects);
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
      subject: scene.focus.is === 'gate' ? undefined : key,
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

/** Something that is looked at apart from the subjects under judgement. */
type Apart = readonly [Subject, Focus];

/** Pure: the same subjects, changes, rules and day give the same findings in the same order. */
export function judge({ subjects, changes, gates = [], rules, now, isLasting = false }: Judgeable): Judged {
  const today = dayOf(now);
  if (today === undefined) throw new Error(`the clock gives no date: ${now}`);
  const all = [...subjects];
  const news = newsOf(changes);
  const bench = new Judge(all, isLasting);
  const ofChanges = changes.flatMap((change): Apart[] => {
    const subject = change.after ?? change.before;
    return subject ? [[subject, { is: 'change', change }]] : [];
  });
  const ofGates = gates.map((gate): Apart => [gate.subject, { is: 'gate', gate }]);
  const stages = new Map<Target, Stage>();
  for (const active of rules) {
    const { rule } = active;
    const stage = stages.get(rule.on) ?? stageOf(rule.on, all);
    stages.set(rule.on, stage);
    for (const [subject, focuses] of stage) {
      const applied = active.applies(subject);
      if (applied) for (const focus of focuses) bench.look(rule, applied, { subject, focus, news, today });
    }
    for (const [subject, focus] of rule.on === 'change' ? ofChanges : rule.on === 'gate' ? ofGates : []) {
      const applied = active.applies(subject);
      if (applied) bench.look(rule, applied, { subject, focus, news, today });
    }
  }
  return bench.result();
}
