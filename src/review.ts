/** The story: collect → read → interpret → assemble → compare → judge. One plain value comes out; rendering and delivery are other doors. */
import { annotate } from './access/annotate.js';
import { catalogueFor } from './access/catalogue/load.js';
import { makeDifferences } from './access/difference.js';
import { openedPaths } from './access/graph/opened.js';
import { collect } from './collect/collect.js';
import { Reading, type ReadSide } from './collect/read.js';
import { sightedOn } from './collect/sighted.js';
import { conclude } from './conclude.js';
import type { CustomFamily } from './credentials/custom.js';
import { makeDetector } from './credentials/sight.js';
import { assemble } from './inventory/assemble.js';
import { type Comparison, compare } from './inventory/compare.js';
import { interpret, meaningsOf } from './inventory/interpret.js';
import { type Literal, withLiterals } from './inventory/literals.js';
import { alike } from './model/alike.js';
import { type Finding, levels } from './model/finding.js';
import { type Gap, gapPath, gapText } from './model/gap.js';
import { groupBy } from './model/group.js';
import type { IdentityKey, Inventory, Subject } from './model/inventory.js';
import type { Outcome, OutcomeRule } from './model/outcome.js';
import { makeVault } from './model/redact.js';
import type { FilePath, Side, Source } from './model/span.js';
import { type OwnershipSources, own } from './ownership/own.js';
import { parseFormerRegistry, registryPath } from './ownership/registry.js';
import type { ActiveRule } from './policy/activate.js';
import type { Config, FailOn, Waiver } from './policy/config.js';
import { gapsOf, judge } from './policy/judge.js';
import type { GateChange } from './policy/protection/gate.js';
import { idleWaiverChanges, inlineWaiverChanges } from './policy/protection/waivers.js';
import { introduced, settle } from './policy/settle.js';
import { inlineWaivers } from './policy/waivers.js';
import type { ChangeSource, Digest, KeyTools } from './ports.js';
import { providers } from './providers/index.js';
import { readers } from './readers/index.js';
import { syntaxes } from './syntax/index.js';

/** Everything a review rests on besides the change itself. */
export interface Terms {
  readonly config: Config;
  readonly rules: readonly ActiveRule[];
  readonly waivers: readonly Waiver[];
  readonly ownership: OwnershipSources;
  /** Repositories of policies that the rules come from. */
  readonly policies?: Outcome['policies'];
  /** What the change does to config, policies, exceptions and the workflows that run the review. */
  readonly gates?: readonly GateChange[];
  /** Families of credentials that policies declare. */
  readonly families?: readonly CustomFamily[];
  /** The repository's own key for digests of values, in hex; it comes with the baseline. */
  readonly salt?: string;
}

export interface Request {
  readonly mode: Outcome['mode'];
  readonly source: ChangeSource;
  readonly terms: Terms;
  /** RFC 3339. */
  readonly now: string;
  readonly digest: Digest;
  /** For the fingerprints of keys that stand in files. */
  readonly keyTools?: KeyTools;
  readonly version: string;
}

const meanings = meaningsOf(providers);
const told = (attribute: string): string | undefined => providers.find((p) => p.attributes[attribute])?.attributes[attribute]?.told;

export async function review({ mode, source, terms, now, digest, keyTools, version }: Request): Promise<Outcome> {
  const vault = makeVault(digest);
  const detector = makeDetector({ custom: terms.families ?? [], ...(keyTools && { keyTools }) });
  const collected = await collect(source, readers, terms.config.ignore);
  const reading = new Reading(collected, syntaxes);

  const registryBefore = parseFormerRegistry(await textAt(source, 'base', registryPath));
  const inventoryOf = (side: Side, { resources }: ReadSide, literals: readonly Literal[]): Inventory => {
    const { facts, ...interpreted } = interpret(resources, providers, meanings, vault);
    return assemble(side, { ...interpreted, facts: withLiterals(facts, literals, vault) });
  };
  const before = await reading.side('base');
  const after = await reading.side('head');
  const [seenBefore, seenAfter] = [await sightedOn('base', collected, detector), await sightedOn('head', collected, detector)];
  const sides = { base: inventoryOf('base', before, seenBefore.found), head: inventoryOf('head', after, seenAfter.found) };
  const catalogue = await catalogueFor(Object.values(sides));
  const base = own(annotate(sides.base, catalogue), { ...terms.ownership, registry: registryBefore });
  const head = own(annotate(sides.head, catalogue), terms.ownership);

  const hints = { moves: after.moves, renames: collected.renames };
  const comparison = compare(base, head, hints, { ...makeDifferences(catalogue), told });
  const opened = openedPaths(base, head, comparison.atHead, catalogue);
  const { findings, gaps: notEstablished } = mode === 'inventory' ? noVerdict : judgeChange(comparison, terms, now, mode);
  const gaps = [
    ...collected.gaps,
    ...oncePerSide(before.gaps, [...collected.files.gaps, ...after.gaps, ...seenAfter.gaps, ...head.gaps]).filter(
      inChange(collected.changed, comparison),
    ),
    ...notEstablished,
    ...opened.gaps,
  ];

  return conclude(
    {
      frame: {
        tool: { name: 'identity-review', version },
        mode,
        now,
        base: source.base,
        head: source.head,
        coverage: collected.coverage(),
        ...(terms.policies && { policies: terms.policies }),
      },
      verdict: failed(findings, gaps, terms.config) ? 'fail' : 'pass',
      counts: comparison.counts,
      identities: mode === 'review' ? spokenOf(comparison, findings) : [...head.subjects.values()].filter(isIdentity),
      changes: mode === 'review' ? comparison.changes : [],
      findings,
      paths: mode === 'inventory' ? [] : opened.paths,
      gaps,
      rules: rulesOf(findings, terms.rules),
    },
    vault,
  );
}

interface Verdict {
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
}
const noVerdict: Verdict = { findings: [], gaps: [] };

/** Both sides are judged by the same rules, so that only what the change brings in is told. */
function judgeChange(
  { touched, changes }: Comparison,
  { rules, waivers, config, gates = [], salt }: Terms,
  now: string,
  mode: Request['mode'],
): Verdict {
  const isLasting = salt !== undefined;
  // What only moved within its file is judged alike on both sides: everything about it would cancel out.
  const relevant = config.report === 'introduced' ? touched.filter(({ before, after }) => !before || !stayed(before, after)) : touched;
  const subjects = relevant.map((t) => t.after);
  // What was so before counts under today's name: a renamed identity brings in nothing new.
  const then = relevant.flatMap(({ before, after }): Subject[] => (before ? [{ ...before, key: after.key }] : []));
  const head = judge({ subjects, changes, rules, now, isLasting });
  const base = judge({ subjects: then, changes: [], rules, now, isLasting });
  // Which exceptions excuse nothing is known only after a look at everything.
  const gateNews =
    mode === 'review' ? [...gates, ...inlineWaiverChanges(relevant)] : idleWaiverChanges(head.findings, waivers, now, isLasting);
  const ofGate = judge({ subjects: [], changes: [], gates: gateNews, rules, now });
  // A change cannot excuse itself: an exception beside a declaration stands once it is merged.
  const inline = inlineWaivers(mode === 'review' ? then : subjects);
  const findings = settle({
    head: [...head.findings, ...ofGate.findings],
    base: base.findings,
    report: config.report,
    waivers: [...waivers, ...inline.waivers],
    now,
    isLasting,
  });
  const doubts = config.report === 'introduced' ? introduced(head.doubts, base.doubts) : head.doubts;
  return { findings, gaps: [...gapsOf(doubts), ...ofGate.gaps, ...inline.gaps] };
}

/** Rules may be set by path, so a file of another name is a difference. */
const stayed = (before: Subject, after: Subject): boolean => before.head.source.path === after.head.source.path && alike(before, after);

function failed(findings: readonly Finding[], gaps: readonly Gap[], config: Config): boolean {
  const limit: FailOn = config.failOn;
  if (limit === 'never') return false;
  const counts = levels.slice(0, levels.indexOf(limit) + 1);
  return findings.some((f) => !f.waived && counts.includes(f.level)) || (config.gaps === 'fail' && gaps.length > 0);
}

const isIdentity = (s: Subject): boolean => s.category === 'identity';

/** The identities that the report names, each once: those of the changes and those of the findings. */
function spokenOf({ touched, changes }: Comparison, findings: readonly Finding[]): readonly Subject[] {
  const named = new Set<IdentityKey | undefined>([
    ...changes.flatMap((c) => (c.change === 'identity-removed' ? [] : [c.subject])),
    ...findings.map((f) => f.subject),
  ]);
  const standing = touched.map((t) => t.after).filter((s) => named.has(s.key));
  // What is gone may live on in name, as an identity outside the files.
  const gone = changes.flatMap((c) => (c.change === 'identity-removed' && c.before && !named.has(c.before.key) ? [c.before] : []));
  return [...standing, ...gone].filter(isIdentity).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** What is not known matters where the change is: in the files it touches, and in the declarations of what it changes through them. */
function inChange(files: ReadonlySet<string>, { touched }: Comparison): (gap: Gap) => boolean {
  const declarations = groupBy(
    touched.map((t) => t.after.span),
    (span) => span.source,
  );
  return (gap) => {
    const { kind, at } = gap;
    if (at === undefined || files.has(gapPath(gap))) return true;
    // What was cut while the change was worked out is told wherever the limit was met: a part of the change itself may be missing.
    if (typeof at === 'object' && kind === 'too-large') return true;
    return typeof at === 'object' && (declarations.get(at.source) ?? []).some((d) => d.start <= at.start && at.end <= d.end);
  };
}

/** What was not known before and is not known now is told as it is now. */
function oncePerSide(before: readonly Gap[], now: readonly Gap[]): readonly Gap[] {
  const known = new Set(now.map(gapText));
  return [...now, ...before.filter((g) => !known.has(gapText(g)))];
}

async function textAt(source: ChangeSource, side: Side, path: FilePath): Promise<Source | undefined> {
  const [content] = await source.read(side, [path]);
  return content?.kind === 'text' ? { path, side, text: content.text } : undefined;
}

function rulesOf(findings: readonly Finding[], rules: readonly ActiveRule[]): readonly OutcomeRule[] {
  const named = new Set(findings.map((f) => f.rule));
  return rules
    .filter(({ rule }) => named.has(rule.id))
    .map(({ rule: { id, title, level, theme, why, fix, controls } }) => ({ id, title, level, theme, why, fix, controls }));
}
