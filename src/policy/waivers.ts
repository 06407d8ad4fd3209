/** Exceptions: from the waivers file, and written beside a declaration. An exception that has run out waives nothing. */
import type { Finding, Waived } from '../model/finding.js';
import { type Gap, gap } from '../model/gap.js';
import { groupBy } from '../model/group.js';
import type { Subject } from '../model/inventory.js';
import type { Comment } from '../model/tree.js';
import type { Waiver } from './config.js';
import { matchesGlob } from './glob.js';
import { dayOf } from './time.js';

function means(waiver: Waiver, finding: Finding, isLasting: boolean): boolean {
  if (waiver.rule !== finding.rule || !isForValue(waiver, finding, isLasting)) return false;
  if (waiver.fingerprint !== undefined) return waiver.fingerprint === finding.fingerprint;
  return waiver.identity !== undefined && finding.subject !== undefined && matchesGlob([finding.subject], waiver.identity) === true;
}

/**
 * An exception for a literal value is for that value, not for its line: a new secret in its place must not hide behind it. Only a
 * fingerprint that is made with the repository's own key knows the value.
 */
const isForValue = (waiver: Waiver, { value }: Finding, isLasting: boolean): boolean =>
  value === undefined || (waiver.values?.includes(value) ?? (isLasting && waiver.fingerprint !== undefined));

const stands = ({ until }: Waiver, today: number): boolean => {
  const day = until === undefined ? Number.POSITIVE_INFINITY : dayOf(until);
  return day !== undefined && today <= day;
};

const openEnd = 'it is taken out of the baseline';
const waivedBy = ({ until = openEnd, reason, owner, approver }: Waiver): Waived => ({ until, reason, by: approver ?? owner });
const lastDay = ({ until }: Waiver): string => until ?? '';

/** Marks the findings for which an exception stands on the day; of several, the one that lasts longest. `isLasting` as in `Judgeable`. */
export function applyWaivers(findings: readonly Finding[], waivers: readonly Waiver[], now: string, isLasting = false): readonly Finding[] {
  const today = dayOf(now) ?? Number.POSITIVE_INFINITY;
  const standing = waivers.filter((w) => stands(w, today)).sort((a, b) => (lastDay(a) < lastDay(b) ? 1 : lastDay(a) > lastDay(b) ? -1 : 0));
  return findings.map((finding) => {
    const waiver = standing.find((w) => means(w, finding, isLasting));
    return waiver ? { ...finding, waived: waivedBy(waiver) } : finding;
  });
}

/** Exceptions that excuse nothing: their end is past, or nothing that was found is meant by them. */
export function idleWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  now: string,
  isLasting = false,
): { readonly expired: readonly Waiver[]; readonly unused: readonly Waiver[] } {
  const today = dayOf(now) ?? Number.POSITIVE_INFINITY;
  const byRule = groupBy(findings, (f) => f.rule);
  const isUsed = (w: Waiver): boolean => (byRule.get(w.rule) ?? []).some((f) => means(w, f, isLasting));
  return {
    expired: waivers.filter((w) => !stands(w, today)),
    unused: waivers.filter((w) => stands(w, today) && !isUsed(w)),
  };
}

/** `identity-review: ignore RULE reason="…" until=YYYY-MM-DD [by=…]` */
const ignore = /^identity-review:\s*ignore\s+([a-z0-9-]{1,80})(.*)$/s;
const setting = /(?:^|\s)(reason|until|by)=(?:"([^"\n]{0,500})"|([^\s"]{1,200}))/g;

/** Whether a comment asks for an exception. */
export const isIgnore = (comment: Comment): boolean => /^identity-review:\s*ignore\b/.test(comment.text);

/** Exceptions in the comments beside the subjects' declarations. One without a reason and an end waives nothing and is told. */
export function inlineWaivers(subjects: Iterable<Subject>): { readonly waivers: readonly Waiver[]; readonly gaps: readonly Gap[] } {
  const waivers: Waiver[] = [];
  const gaps: Gap[] = [];
  for (const subject of subjects) {
    for (const comment of subject.comments.filter(isIgnore)) {
      const waiver = parse(comment, subject);
      if (waiver) waivers.push(waiver);
      else
        gaps.push(
          gap(
            'unresolved',
            'An `identity-review: ignore` needs RULE, reason="…" and until=YYYY-MM-DD; this one waives nothing',
            comment.span,
          ),
        );
    }
  }
  return { waivers, gaps };
}

function parse({ text }: Comment, { key, credentials }: Subject): Waiver | undefined {
  const [, rule, rest = ''] = ignore.exec(text) ?? [];
  const found = new Map([...rest.matchAll(setting)].map(([, name, quoted, bare]) => [name, quoted ?? bare ?? '']));
  const reason = found.get('reason')?.trim();
  const until = found.get('until');
  if (!rule || !reason || !until || dayOf(until) === undefined) return undefined;
  // A waiver's identity is a glob; a key that would be read as one must not waive its neighbours.
  if (key.includes('*')) return undefined;
  const owner = found.get('by') ?? 'comment beside the declaration';
  const values = credentials.flatMap((c) => c.value?.digest ?? []);
  return { rule, identity: key, reason, until: until.slice(0, 10), owner, ...(values.length > 0 && { values }) };
}
