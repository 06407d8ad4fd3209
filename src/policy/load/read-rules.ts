/** Rule files → rules, checked as far as can be done without files to review. */

import { validatePreset, validateRules } from '../../data/validators.js';
import type { ConfigError } from '../../model/config-error.js';
import type { Source, Span } from '../../model/span.js';
import { checkRule, usesCel } from '../compile-rule.js';
import type { CelCompiler } from '../compile-test.js';
import type { RuleChoices } from '../config.js';
import type { Rule } from '../rule.js';
import type { Vocabulary } from '../vocabulary/index.js';
import { into, readUserFile, type UserFile } from './document.js';
import { choicesOf } from './read-config.js';
import { shapeProblems } from './shape-errors.js';

export interface LoadedRules {
  readonly rules: readonly Rule[];
  readonly errors: readonly ConfigError[];
}

/** CEL is a large module that most runs do not need. */
export const celFor = async (rules: Iterable<Rule>): Promise<CelCompiler | undefined> =>
  [...rules].some(usesCel) ? (await import('../cel.js')).compileCel : undefined;

/** A rule and where it stands. */
interface Placed {
  readonly rule: Rule;
  readonly file: UserFile;
  readonly index: number;
}

function placedIn(source: Source, errors: ConfigError[]): readonly Placed[] {
  const file = readUserFile(source);
  errors.push(...file.errors);
  const { data } = file;
  if (data === undefined) return [];
  if (validateRules(data))
    return (data.rules ?? []).map((rule, index) => ({ rule: { ...rule, controls: rule.controls ?? [] }, file, index }));
  for (const problem of shapeProblems(validateRules.errors ?? [])) into(errors, file)(problem);
  return [];
}

/** Rules of several files. `taken` are ids that exist already. A rule with an error is left out, so nothing half-right is ever applied. */
export async function readRules(
  sources: readonly Source[],
  vocabulary: Vocabulary,
  taken: ReadonlySet<string> = new Set(),
): Promise<LoadedRules> {
  const errors: ConfigError[] = [];
  const placed = sources.flatMap((source) => placedIn(source, errors));
  const cel = await celFor(placed.map((p) => p.rule));
  const seen = new Set(taken);
  const rules: Rule[] = [];
  for (const { rule, file, index } of placed) {
    const report = into(errors, file);
    const before = errors.length;
    if (seen.has(rule.id)) {
      const mend = taken.has(rule.id)
        ? 'Give it another id; to change the built-in rule, use `rules:` of the config.'
        : 'Give it another id.';
      report({ at: ['rules', index, 'id'], message: `There is already a rule \`${rule.id}\`.`, mend });
    }
    seen.add(rule.id);
    for (const problem of checkRule(rule, { vocabulary, cel })) report({ ...problem, at: ['rules', index, ...problem.at] });
    if (errors.length === before) rules.push(rule);
  }
  return { rules, errors };
}

/** A rule as one side has it, before anybody asks whether it is right. */
export interface RuleInFile {
  readonly level: Rule['level'];
  /** What it looks at and asks for. */
  readonly test: readonly unknown[];
  readonly at: Span;
}

/** The rules of some files by id; of what is broken, nothing. */
export function rulesIn(sources: readonly Source[]): ReadonlyMap<string, RuleInFile> {
  const placed = sources.flatMap((source) => placedIn(source, []));
  return new Map(
    placed.map(({ rule: { id, level, on, match, when, require, params }, file, index }) => [
      id,
      { level, test: [on, match, when, require, params], at: file.spanOf({ at: ['rules', index, 'id'], message: '', mend: '' }) },
    ]),
  );
}

/** A preset: rule id → choice. */
export function readPreset(source: Source): { readonly choices: RuleChoices; readonly errors: readonly ConfigError[] } {
  const file = readUserFile(source);
  const errors = [...file.errors];
  const data = file.data ?? {};
  if (validatePreset(data)) return { choices: choicesOf(data), errors };
  for (const problem of shapeProblems(validatePreset.errors ?? [])) into(errors, file)(problem);
  return { choices: {}, errors };
}
