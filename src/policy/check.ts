/** `policy check`: everything that is wrong with a folder of rule files, and what is missing in it. */
import type { ConfigError } from '../model/config-error.js';
import type { Source } from '../model/span.js';
import { builtinRules } from './builtin.js';
import { type DeclaredFamily, readFamilies } from './load/read-families.js';
import { readRules } from './load/read-rules.js';
import type { Rule } from './rule.js';
import { type Attributes, makeVocabulary } from './vocabulary/index.js';

export interface Checked {
  readonly rules: readonly Rule[];
  readonly families: readonly DeclaredFamily[];
  readonly errors: readonly ConfigError[];
  /** Rules and families that do not prove themselves: without an example that finds or one that passes. */
  readonly unproven: readonly string[];
}

const isProven = ({ examples = [] }: Pick<Rule, 'examples'> | DeclaredFamily): boolean =>
  examples.some((e) => e.expect === 'finds') && examples.some((e) => e.expect === 'passes');

/** Beside the built-in rules their ids are taken; the built-in files themselves are checked alone. */
export async function checkPolicies(files: readonly Source[], attributes: Attributes, besideBuiltin = true): Promise<Checked> {
  const taken = new Set(besideBuiltin ? builtinRules.map((r) => r.id) : []);
  const { rules, errors } = await readRules(files, makeVocabulary(attributes), taken);
  const declared = await readFamilies(files);
  const unproven = [...rules, ...declared.families].filter((r) => !isProven(r)).map((r) => r.id);
  return { rules, families: declared.families, errors: [...errors, ...declared.errors], unproven };
}
