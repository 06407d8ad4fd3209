/** The built-in rules as their files have them, and small reviews in memory to try them on. */
import { readFileSync } from 'node:fs';
import { randomKeyDigest } from '../../src/edges/digest.js';
import { fromMemory } from '../../src/edges/memory.js';
import { policyFiles } from '../../src/edges/policy-files.js';
import type { Outcome } from '../../src/model/outcome.js';
import { filePath, type Source } from '../../src/model/span.js';
import { parseCodeowners } from '../../src/ownership/codeowners.js';
import { ownershipKeys } from '../../src/ownership/keys.js';
import { parseRegistry } from '../../src/ownership/registry.js';
import { activate } from '../../src/policy/activate.js';
import { checkPolicies } from '../../src/policy/check.js';
import { defaultConfig, type RuleChoices } from '../../src/policy/config.js';
import { celFor, readPreset } from '../../src/policy/load/read-rules.js';
import type { Rule } from '../../src/policy/rule.js';
import { makeVocabulary, mergeAttributes } from '../../src/policy/vocabulary/index.js';
import { providers } from '../../src/providers/index.js';
import { review } from '../../src/review.js';

export type Files = Readonly<Record<string, string>>;

const attributes = mergeAttributes(providers.map((p) => p.attributes));
const vocabulary = makeVocabulary(attributes);
const { rules, errors } = await checkPolicies(policyFiles('policies'), attributes, false);
if (errors.length > 0) throw new Error(`the built-in rules are wrong: ${errors.map((e) => e.message).join('; ')}`);

/** All built-in rules, with their examples. */
export const builtin: readonly Rule[] = rules;

/** A preset by its name, checked. */
export function presetNamed(name: string): RuleChoices {
  const path = `policies/presets/${name}.yml`;
  const source: Source = { path: filePath(path), side: 'head', text: readFileSync(path, 'utf8') };
  const { choices, errors: wrong } = readPreset(source);
  if (wrong.length > 0) throw new Error(`${path}: ${wrong.map((e) => e.message).join('; ')}`);
  return choices;
}

const presets = { recommended: presetNamed('recommended'), strict: presetNamed('strict') };
export const now = '2026-11-21T12:00:00Z';

/** What the rules of a preset say of a change from one set of files to another. */
export async function reviewed(base: Files, head: Files, preset: keyof typeof presets = 'recommended'): Promise<Outcome> {
  const active = activate(builtin, presets, { ...defaultConfig, preset }, { vocabulary, cel: await celFor(builtin) }, (problem) => {
    throw new Error(problem.message);
  });
  const codeowners = head['.github/CODEOWNERS'];
  const source: Source | undefined =
    codeowners === undefined ? undefined : { path: filePath('.github/CODEOWNERS'), side: 'head', text: codeowners };
  const ownership = { keys: ownershipKeys({}), registry: parseRegistry(undefined), codeowners: parseCodeowners(source) };
  const terms = { config: defaultConfig, rules: active, waivers: [], ownership };
  return review({ mode: 'review', source: fromMemory(base, head), terms, now, digest: randomKeyDigest(), version: '0' });
}

/** Findings as `level rule`, sorted, each once. */
export const said = (outcome: Outcome): readonly string[] => [...new Set(outcome.findings.map((f) => `${f.level} ${f.rule}`))].sort();
