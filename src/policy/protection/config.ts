/** What a change takes back in the config and in the rule files that it names. */
import { levels } from '../../model/finding.js';
import type { Source, Span } from '../../model/span.js';
import { builtinPresets, builtinRules } from '../builtin.js';
import type { Config, Override, RuleChoices } from '../config.js';
import { type LoadedConfig, readConfig } from '../load/read-config.js';
import { type RuleInFile, rulesIn } from '../load/read-rules.js';
import type { Path } from '../problem.js';
import type { Setting } from '../rule.js';
import { type GateChange, type GateFiles, gateChange, topOf } from './gate.js';

/** What the workflow or the command line says; it counts before the config, whatever the config says. */
export interface SaidOutside {
  readonly preset?: string | undefined;
  readonly failOn?: Config['failOn'] | undefined;
}

/** One side, and where in it things stand. */
interface Side {
  readonly config: Config;
  readonly rules: ReadonlyMap<string, RuleInFile>;
  /** Where a part of the config stands; the file's start where it says nothing of it. */
  at(path: Path, atKey?: boolean): Span | undefined;
}

const strength = (level: Setting['level']): number => (level === 'off' ? 0 : levels.length - levels.indexOf(level));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Both sides' config and rule files, as far as the change touches them; the config is given in any case. */
export function configChanges(before: GateFiles, after: GateFiles, said: SaidOutside): readonly GateChange[] {
  const [was, is] = [readConfig(before.config), readConfig(after.config)];
  const base = sideOf(was, before, said);
  if (is.errors.length > 0 && after.config)
    return [gateChange('config-unreadable', topOf(after.config), 'the config', { from: 'readable', to: 'unreadable' })];
  const head = sideOf(is, after, said);
  const fallback = after.config ?? before.config ?? after.policies[0] ?? before.policies[0];
  if (!fallback) return [];
  const place = placer(base, head, fallback);
  return [
    ...looserWhole(base.config, head.config, place),
    ...listed(base.config, head.config, place),
    ...looserRules(base, head, place),
    ...looserOverrides(base.config, head.config, place),
  ];
}

function sideOf({ config, file }: LoadedConfig, files: GateFiles, { preset, failOn }: SaidOutside): Side {
  return {
    config: { ...config, preset: preset ?? config.preset, failOn: failOn ?? config.failOn },
    rules: rulesIn(files.policies),
    at: (path, atKey = false) => file?.spanOf({ at: path, atKey, message: '', mend: '' }),
  };
}

type Place = (path: Path, of?: 'head' | 'base', atKey?: boolean) => Span;

const placer =
  (base: Side, head: Side, fallback: Source): Place =>
  (path, of = 'head', atKey = false) =>
    (of === 'head' ? head.at(path, atKey) : base.at(path, atKey)) ?? head.at([]) ?? base.at([]) ?? topOf(fallback);

function looserWhole(was: Config, is: Config, place: Place): readonly GateChange[] {
  const found: GateChange[] = [];
  if (looser(was.failOn, is.failOn))
    found.push(gateChange('fail-on-lowered', place(['fail-on']), 'fail-on', { from: was.failOn, to: is.failOn }));
  if (was.gaps === 'fail' && is.gaps === 'report')
    found.push(gateChange('gaps-no-longer-fail', place(['gaps']), 'gaps', { from: was.gaps, to: is.gaps }));
  if (was.report === 'touched' && is.report === 'introduced')
    found.push(gateChange('params-changed', place(['report']), 'report', { from: was.report, to: is.report }));
  return found;
}

/** `note` fails on most, `never` on nothing. */
const failing: Readonly<Record<Config['failOn'], number>> = { note: 3, warning: 2, error: 1, never: 0 };
/** Whether less fails than before. */
export const looser = (was: Config['failOn'], is: Config['failOn']): boolean => failing[is] < failing[was];

function listed(was: Config, is: Config, place: Place): readonly GateChange[] {
  const added = (before: readonly string[], after: readonly string[]) =>
    after.flatMap((name, index) => (before.includes(name) ? [] : [{ name, index }]));
  return [
    ...added(was.ignore, is.ignore).map(({ name, index }) =>
      gateChange('path-ignored', place(['ignore', index]), name, { from: 'reviewed', to: 'left out' }),
    ),
    ...added(is.policies, was.policies).map(({ name, index }) => {
      const now = is.policies.find((entry) => repositoryIn(entry) !== undefined && repositoryIn(entry) === repositoryIn(name));
      if (now !== undefined) return gateChange('policies-repinned', place(['policies', is.policies.indexOf(now)]), name, { to: now });
      return gateChange('policies-removed', place(['policies', index], is.policies.length === 0 ? 'base' : 'head'), name, {
        from: 'taken in',
        to: 'left out',
      });
    }),
    ...Object.entries(is.ownership).flatMap(([field, keys]) =>
      added(was.ownership[field as keyof Config['ownership']] ?? [], keys ?? []).map(({ name }) =>
        gateChange('owner-key-added', place(['ownership']), `${field} from ${name}`),
      ),
    ),
  ];
}

/** A repository of policies without its revision; undefined for a path. */
const repositoryIn = (entry: string): string | undefined => /^([^@]+\/[^@]+)@[^@]+$/.exec(entry)?.[1];

const choiceOf = (choices: RuleChoices | undefined, id: string) => (choices && Object.hasOwn(choices, id) ? choices[id] : undefined);

/** The level of a rule where no override says otherwise; `off` where there is no such rule. */
function levelOf(id: string, { config, rules }: Side): Setting['level'] {
  const own = builtinRules.find((r) => r.id === id)?.level ?? rules.get(id)?.level;
  const preset = Object.hasOwn(builtinPresets, config.preset) ? builtinPresets[config.preset] : undefined;
  return own === undefined ? 'off' : (choiceOf(config.rules, id)?.level ?? choiceOf(preset, id)?.level ?? own);
}

function looserRules(base: Side, head: Side, place: Place): readonly GateChange[] {
  const found: GateChange[] = [];
  const byPreset: string[] = [];
  for (const id of [...builtinRules.map((r) => r.id), ...base.rules.keys()]) {
    const [was, is] = [levelOf(id, base), levelOf(id, head)];
    const [before, after] = [base.rules.get(id), head.rules.get(id)];
    const chosen = choiceOf(head.config.rules, id) ?? choiceOf(base.config.rules, id);
    if (before && !after) found.push(gateChange('rule-removed', before.at, id, { from: 'there', to: 'gone' }));
    else if (strength(is) < strength(was)) {
      const said = { from: was, to: is };
      if (chosen) found.push(gateChange('rule-weakened', place(['rules', id]), id, said));
      else if (after) found.push(gateChange('rule-weakened', after.at, id, said));
      else byPreset.push(id);
    } else if (before && after && !same(before.test, after.test)) found.push(gateChange('rule-changed', after.at, id));
    if (!same(choiceOf(base.config.rules, id)?.params, choiceOf(head.config.rules, id)?.params))
      found.push(gateChange('params-changed', place(['rules', id]), id));
  }
  const [was, is] = [base.config.preset, head.config.preset];
  if (byPreset.length > 0) found.push(gateChange('preset-weakened', place(['preset']), 'the preset', { from: was, to: is }));
  return found;
}

/** An override that is new and milder than what holds elsewhere, or that was stricter and is gone. */
function looserOverrides(was: Config, is: Config, place: Place): readonly GateChange[] {
  const missing = (those: readonly Override[], from: readonly Override[]) =>
    from.flatMap((override, index) => (those.some((o) => same(o, override)) ? [] : [{ override, index }]));
  const told = (config: Config, side: 'head' | 'base', milder: boolean) => {
    const entries = side === 'head' ? missing(was.overrides, config.overrides) : missing(is.overrides, config.overrides);
    return entries.flatMap(({ override, index }) =>
      Object.entries(override.rules).flatMap(([id, { level }]) => {
        const elsewhere = levelOf(id, { config: { ...config, overrides: [] }, rules: new Map(), at: () => undefined });
        const weaker = level !== undefined && (milder ? strength(level) < strength(elsewhere) : strength(level) > strength(elsewhere));
        const said = milder ? { from: elsewhere, to: level } : { from: level, to: elsewhere };
        return weaker ? [gateChange('rule-weakened', place(['overrides', index], side), `${id} for ${meant(override)}`, said)] : [];
      }),
    );
  };
  const found = [...told(is, 'head', true), ...told(was, 'base', false)];
  // The last one that means a subject wins, so that their order matters; whatever else is different about them may matter, too.
  return found.length > 0 || same(was.overrides, is.overrides) ? found : [gateChange('params-changed', place(['overrides']), 'overrides')];
}

const meant = ({ paths = [], environments = [] }: Override): string => [...paths, ...environments].join(', ') || 'everything';
