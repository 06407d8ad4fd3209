/** Exceptions that a change brings with it: in the waivers file and beside declarations. */
import type { Subject } from '../../model/inventory.js';
import type { Source, Span } from '../../model/span.js';
import type { Waiver } from '../config.js';
import type { Plain } from '../load/document.js';
import { readUserFile } from '../load/document.js';
import type { Path } from '../problem.js';
import { idleWaivers, isIgnore } from '../waivers.js';
import { type GateChange, type GateChangeKind, gateChange } from './gate.js';

interface Listed {
  readonly entry: Plain;
  readonly at: Span;
}

/** The entries of a list of exceptions, or of what a baseline accepts. */
function listedIn(source: Source | undefined): readonly Listed[] {
  const file = source && readUserFile(source);
  const data = file?.data;
  const accepted = typeof data === 'object' && data !== null && 'accepted' in data ? data.accepted : undefined;
  const [list, path]: readonly [Plain | undefined, Path] = accepted === undefined ? [data, []] : [accepted, ['accepted']];
  if (!file || !Array.isArray(list)) return [];
  return list.map((entry: Plain, index) => ({ entry, at: file.spanOf({ at: [...path, index], message: '', mend: '' }) }));
}

/** An exception that lasts longer than before is a new one. Broken entries are told by their place, too: they may be mended later. */
export function waiverChanges(before: Source | undefined, after: Source | undefined): readonly GateChange[] {
  const known = new Set(listedIn(before).map(({ entry }) => JSON.stringify(entry)));
  const added = listedIn(after).filter(({ entry }) => !known.has(JSON.stringify(entry)));
  const [first] = added;
  if (first && added.length > mostApart) return [gateChange('waiver-added', first.at, `${added.length} at once`)];
  return added.map(({ entry, at }) => gateChange('waiver-added', at, saidBy(entry)));
}

/** A repository that takes up reviews accepts what stands: hundreds of exceptions are one decision. */
const mostApart = 10;

function saidBy(entry: Plain): string {
  const said = (key: string): string => {
    const value = typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? (entry as Record<string, Plain>)[key] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const whom = said('identity') || said('fingerprint') || 'nobody by name';
  return `${said('rule') || 'no rule'} for ${whom}${said('until') === '' ? '' : ` until ${said('until')}`}`;
}

/** Exceptions that excuse nothing any more, as a look at everything tells. */
export function idleWaiverChanges(...asked: Parameters<typeof idleWaivers>): readonly GateChange[] {
  const { expired, unused } = idleWaivers(...asked);
  const told = (change: GateChangeKind, waivers: readonly Waiver[]) =>
    waivers.flatMap((w) => (w.at ? [gateChange(change, w.at, `${w.rule} for ${w.identity ?? w.fingerprint}`, { to: w.until })] : []));
  return [...told('waiver-expired', expired), ...told('waiver-unused', unused)];
}

/** A subject before, if it was there, and after. */
export interface Pair {
  readonly before: Subject | undefined;
  readonly after: Subject;
}

/** `identity-review: ignore` comments that the change adds beside what it touches. */
export function inlineWaiverChanges(touched: readonly Pair[]): readonly GateChange[] {
  return touched.flatMap(({ before, after }) => {
    const known = new Set((before?.comments ?? []).filter(isIgnore).map((c) => c.text));
    return after.comments
      .filter((comment) => isIgnore(comment) && comment.span.source.side === 'head' && !known.has(comment.text))
      .map(({ span, text }) => gateChange('waiver-added', span, `${ruleIn(text)} for ${after.key}`));
  });
}

const ruleIn = (text: string): string => /ignore\s+([a-z0-9-]{1,80})/.exec(text)?.[1] ?? 'no rule';
