/** Everything a run needs of this room, from the user's files: the rules that are on, and the exceptions. */
import { ConfigError } from '../../model/config-error.js';
import type { Source } from '../../model/span.js';
import { type ActiveRule, activate } from '../activate.js';
import { builtinPresets, builtinRules } from '../builtin.js';
import type { Config, Waiver } from '../config.js';
import type { Problem } from '../problem.js';
import type { Rule } from '../rule.js';
import { type Attributes, makeVocabulary } from '../vocabulary/index.js';
import { readBaseline } from './read-baseline.js';
import type { LoadedConfig } from './read-config.js';
import { type DeclaredFamily, readFamilies } from './read-families.js';
import { celFor, readRules } from './read-rules.js';
import { readWaivers } from './read-waivers.js';

export interface PolicyFiles {
  readonly config: LoadedConfig;
  /** A preset given on the command line instead of the config's. */
  readonly preset?: string;
  /** Rule files that `policies` of the config or the command line name. */
  readonly rules: readonly Source[];
  readonly waivers: Source | undefined;
  readonly baseline?: Source | undefined;
  /** What the providers' subjects may carry; `mergeAttributes` joins the tables. */
  readonly attributes: Attributes;
}

export interface Policies {
  readonly config: Config;
  readonly active: readonly ActiveRule[];
  /** All rules there are, also those that are off. */
  readonly rules: readonly Rule[];
  /** Those of the waivers file, and what the baseline accepts. */
  readonly waivers: readonly Waiver[];
  /** Credentials that the policies declare. */
  readonly families: readonly DeclaredFamily[];
  /** Key of the baseline, for digests of values. */
  readonly salt?: string;
  /** Not empty: the run must not go on. */
  readonly errors: readonly ConfigError[];
}

/** Never throws for what a user wrote; all that is wrong is told at once. */
export async function loadPolicies(files: PolicyFiles): Promise<Policies> {
  const vocabulary = makeVocabulary(files.attributes);
  const custom = await readRules(files.rules, vocabulary, new Set(builtinRules.map((r) => r.id)));
  const declared = await readFamilies(files.rules);
  const rules = [...builtinRules, ...custom.rules];
  const config = files.preset === undefined ? files.config.config : { ...files.config.config, preset: files.preset };
  const problems: Problem[] = [];
  const active = activate(rules, builtinPresets, config, { vocabulary, cel: await celFor(rules) }, (p) => problems.push(p));
  const exceptions = readWaivers(
    files.waivers,
    rules.map((r) => r.id),
  );
  const baseline = readBaseline(files.baseline);
  const placed = problems.map((p) => placeOf(p, files));
  return {
    config,
    active,
    rules,
    families: declared.families,
    waivers: [...exceptions.waivers, ...baseline.waivers],
    ...(baseline.salt === undefined ? {} : { salt: baseline.salt }),
    errors: [...files.config.errors, ...custom.errors, ...declared.errors, ...placed, ...exceptions.errors, ...baseline.errors],
  };
}

/** Without a config file, only what the command line says can be wrong. */
function placeOf(problem: Problem, { config: { file }, preset }: PolicyFiles): ConfigError {
  const ofCommandLine = !file || (preset !== undefined && problem.at[0] === 'preset');
  return ofCommandLine ? new ConfigError(problem.message, { file: '--preset', line: 1, column: 1 }, problem.mend) : file.errorOf(problem);
}
