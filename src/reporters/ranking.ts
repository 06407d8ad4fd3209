/** What comes first when not everything can. */
import type { ChangeKind } from '../model/change.js';
import { levels } from '../model/finding.js';
import { groupBy } from '../model/group.js';
import type { Outcome, OutcomeChange, OutcomeFinding, OutcomeGap } from '../model/outcome.js';

/** Errors first; within a level the order of the outcome, which is by place. */
export const ranked = (findings: readonly OutcomeFinding[]): readonly OutcomeFinding[] =>
  [...findings].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));

export const open = (o: Outcome): readonly OutcomeFinding[] => ranked(o.findings.filter((f) => !f.waived));
export const waived = (o: Outcome): readonly OutcomeFinding[] => o.findings.filter((f) => f.waived);

/** `+` something came, `-` something went, `!` reach grew, `~` anything else. */
export const signs: Readonly<Record<ChangeKind, '+' | '-' | '!' | '~'>> = {
  'identity-added': '+',
  'identity-removed': '-',
  'identity-renamed': '~',
  'identity-moved': '~',
  'access-widened': '!',
  'access-narrowed': '-',
  'access-changed': '!',
  'trust-widened': '!',
  'trust-narrowed': '-',
  'trust-changed': '!',
  'credential-added': '+',
  'credential-removed': '-',
  'credential-changed': '~',
  'link-added': '+',
  'link-removed': '-',
  'ownership-changed': '~',
  'attribute-changed': '~',
};

const weight: Readonly<Record<ReturnType<typeof signOf>, number>> = { '!': 0, '+': 1, '~': 2, '-': 3 };
export const signOf = (c: OutcomeChange): '+' | '-' | '!' | '~' => signs[c.change];

/** Growing reach first, then what is new. */
export const rankedChanges = (changes: readonly OutcomeChange[]): readonly OutcomeChange[] =>
  [...changes].sort((a, b) => weight[signOf(a)] - weight[signOf(b)]);

export interface GapGroup {
  readonly kind: OutcomeGap['kind'];
  readonly reason: string;
  readonly gaps: readonly OutcomeGap[];
  readonly count: number;
}

/** One row for each reason, most frequent first: a list of every single gap would drown the findings. */
export function gapGroups(gaps: readonly OutcomeGap[]): readonly GapGroup[] {
  return [...groupBy(gaps, (g) => `${g.kind}\n${g.reason}`).values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ kind: first.kind, reason: first.reason, gaps: group, count: group.reduce((n, g) => n + g.count, 0) }] : [];
    })
    .sort((a, b) => b.count - a.count);
}
