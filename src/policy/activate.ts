/** Which rules apply, to what, and how strictly: rule default < preset < config < overrides. */
import { Minimatch } from 'minimatch';
import type { Subject } from '../model/inventory.js';
import { type CompiledRule, compileRule, defaultsOf, type Language } from './compile-rule.js';
import type { CelCompiler } from './compile-test.js';
import type { Config, Override, RuleChoice, RuleChoices } from './config.js';
import { paramFits } from './params.js';
import type { Path, Report } from './problem.js';
import type { Rule, Setting } from './rule.js';
import { suggest } from './spelling.js';
import { known } from './value.js';
import { environmentOf } from './vocabulary/environment.js';

/** A rule as this run applies it. */
export interface ActiveRule {
  readonly rule: Rule;
  /** How it is applied to a subject; compiled on first use and `undefined` when it is off. */
  applies(subject: Subject): Applied | undefined;
}

export interface Applied {
  readonly level: Exclude<Setting['level'], 'off'>;
  readonly compiled: CompiledRule;
}

export type Presets = Readonly<Record<string, RuleChoices>>;

const chosen = (setting: Setting, choice: RuleChoice | undefined): Setting =>
  choice ? { level: choice.level ?? setting.level, params: { ...setting.params, ...choice.params } } : setting;

const environmentName = (subject: Subject): string | undefined => {
  const value = environmentOf(subject);
  return value.is === 'text' ? known(value.words) : undefined;
};

/** An override ready to be asked whether it means a subject: both lists, where given, have to have it. */
interface Reach {
  readonly rules: RuleChoices;
  means(subject: Subject): boolean;
}

function reachOf({ paths, environments, rules }: Override): Reach {
  const globs = paths?.map((glob) => new Minimatch(glob, { dot: true }));
  return {
    rules,
    means(subject) {
      if (globs && !globs.some((glob) => glob.match(subject.head.source.path))) return false;
      if (!environments) return true;
      const environment = environmentName(subject);
      return environment !== undefined && environments.includes(environment);
    },
  };
}

const choiceOf = (choices: RuleChoices, id: string): RuleChoice | undefined => (Object.hasOwn(choices, id) ? choices[id] : undefined);

/** One rule's settings; each distinct combination of overrides is made and compiled once. */
class Activated implements ActiveRule {
  private readonly made = new Map<string, Applied | undefined>();

  constructor(
    readonly rule: Rule,
    private readonly base: Setting,
    private readonly overrides: readonly Reach[],
    private readonly language: Language,
  ) {}

  applies(subject: Subject): Applied | undefined {
    const meant = this.overrides.filter((o) => o.means(subject));
    const key = this.overrides.map((o) => (meant.includes(o) ? '1' : '0')).join('');
    if (!this.made.has(key)) this.made.set(key, this.make(meant));
    return this.made.get(key);
  }

  private make(meant: readonly Reach[]): Applied | undefined {
    const { level, params } = meant.reduce((s, o) => chosen(s, choiceOf(o.rules, this.rule.id)), this.base);
    if (level === 'off') return undefined;
    const { vocabulary, cel } = this.language;
    const compiled = compileRule(this.rule, params, { vocabulary, cel: cel && deferred(cel) }, ({ message }) => {
      throw new Error(`rule ${this.rule.id} was activated although it is wrong: ${message}`);
    });
    return { level, compiled };
  }
}

/** What makes the test of an expression when the rest of its rule first holds: each needs an environment of CEL, which few small changes ask for. */
const deferred =
  (cel: CelCompiler): CelCompiler =>
  (...expression) => {
    let test: ReturnType<CelCompiler>;
    return (scene) => {
      test ??= cel(...expression);
      return test?.(scene) ?? false;
    };
  };

/** Off everywhere: no override switches it on. */
const isOff = (id: string, base: Setting, overrides: readonly Reach[]): boolean =>
  base.level === 'off' && overrides.every((o) => (choiceOf(o.rules, id)?.level ?? 'off') === 'off');

/** Rules that are on somewhere, in the order given. What the config says wrong is reported by its path in the config. */
export function activate(
  rules: readonly Rule[],
  presets: Presets,
  config: Config,
  language: Language,
  report: Report,
): readonly ActiveRule[] {
  const known = new Map(rules.map((r) => [r.id, r]));
  const preset = Object.hasOwn(presets, config.preset) ? presets[config.preset] : undefined;
  if (!preset)
    report({ at: ['preset'], message: `There is no preset \`${config.preset}\`.`, mend: suggest(config.preset, Object.keys(presets)) });
  checkChoices(config.rules, ['rules'], known, language, report);
  for (const [i, o] of config.overrides.entries()) checkChoices(o.rules, ['overrides', i, 'rules'], known, language, report);
  const reaches = config.overrides.map(reachOf);
  return rules.flatMap((rule) => {
    const initial: Setting = { level: rule.level, params: defaultsOf(rule) };
    const base = chosen(chosen(initial, preset && choiceOf(preset, rule.id)), choiceOf(config.rules, rule.id));
    const overrides = reaches.filter((o) => Object.hasOwn(o.rules, rule.id));
    return isOff(rule.id, base, overrides) ? [] : [new Activated(rule, base, overrides, language)];
  });
}

/** Names of rules and parameters, and the parameters' values by compiling the rule with them. */
function checkChoices(choices: RuleChoices, at: Path, known: ReadonlyMap<string, Rule>, language: Language, report: Report): void {
  for (const [id, choice] of Object.entries(choices)) {
    const rule = known.get(id);
    if (!rule) report({ at: [...at, id], atKey: true, message: `There is no rule \`${id}\`.`, mend: suggest(id, [...known.keys()]) });
    else checkParams(rule, choice, [...at, id, 'params'], language, report);
  }
}

function checkParams(rule: Rule, choice: RuleChoice, at: Path, language: Language, report: Report): void {
  for (const [name, value] of Object.entries(choice.params ?? {})) {
    const place = [...at, name];
    const param = Object.hasOwn(rule.params ?? {}, name) ? rule.params?.[name] : undefined;
    if (!param) {
      const names = Object.keys(rule.params ?? {});
      const mend = names.length === 0 ? 'It has none.' : suggest(name, names);
      report({ at: place, atKey: true, message: `\`${rule.id}\` has no parameter \`${name}\`.`, mend });
    } else if (!paramFits(param.type, value)) {
      report({ at: place, message: `\`${name}\` of \`${rule.id}\` is a ${param.type}.`, mend: param.doc });
    } else {
      compileRule(rule, { ...defaultsOf(rule), [name]: value }, language, ({ message, mend }) => report({ at: place, message, mend }));
    }
  }
}
