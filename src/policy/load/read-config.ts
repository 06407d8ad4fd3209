/** `.github/identity-review.yml` → Config. */

import { type ConfigFile, type ConfigFileChoices, validateConfig } from '../../data/validators.js';
import type { ConfigError } from '../../model/config-error.js';
import { ownershipFields } from '../../model/inventory.js';
import type { Source } from '../../model/span.js';
import { type Config, defaultConfig, type RuleChoices } from '../config.js';
import { kebab } from '../kebab.js';
import { into, readUserFile, type UserFile } from './document.js';
import { shapeProblems } from './shape-errors.js';

export interface LoadedConfig {
  /** The defaults where the file does not say or cannot be read. */
  readonly config: Config;
  readonly errors: readonly ConfigError[];
  /** Where it stands; undefined when there is no file. */
  readonly file: UserFile | undefined;
}

/** A bare level is a choice of a level and nothing else. */
export const choicesOf = (choices: ConfigFileChoices | undefined): RuleChoices =>
  Object.fromEntries(Object.entries(choices ?? {}).map(([id, choice]) => [id, typeof choice === 'string' ? { level: choice } : choice]));

/** Without a file: the defaults. */
export function readConfig(source: Source | undefined): LoadedConfig {
  if (!source) return { config: defaultConfig, errors: [], file: undefined };
  const file = readUserFile(source);
  const errors = [...file.errors];
  const data = file.data ?? {};
  if (validateConfig(data)) return { config: configOf(data), errors, file };
  for (const problem of shapeProblems(validateConfig.errors ?? [])) into(errors, file)(problem);
  return { config: defaultConfig, errors, file };
}

const configOf = (data: ConfigFile): Config => ({
  preset: data.preset ?? defaultConfig.preset,
  policies: data.policies ?? [],
  failOn: data['fail-on'] ?? defaultConfig.failOn,
  gaps: data.gaps ?? defaultConfig.gaps,
  report: data.report ?? defaultConfig.report,
  rules: choicesOf(data.rules),
  overrides: (data.overrides ?? []).map((o) => ({ ...o, rules: choicesOf(o.rules) })),
  ownership: Object.fromEntries(
    ownershipFields.flatMap((field) => {
      const keys = data.ownership?.[kebab(field)];
      return keys ? [[field, keys] as const] : [];
    }),
  ),
  ignore: data.ignore ?? [],
});
