/** `policy check|test|docs [PATH]`: is a folder of policies right, do its examples hold, its pages. */

import { makeDetector } from '../credentials/sight.js';
import { version } from '../data/version.js';
import { fixedClock, systemClock } from '../edges/clock.js';
import { randomKeyDigest } from '../edges/digest.js';
import { fromMemory } from '../edges/memory.js';
import { policyFiles } from '../edges/policy-files.js';
import { parseCodeowners } from '../ownership/codeowners.js';
import { ownershipKeys } from '../ownership/keys.js';
import { parseRegistry } from '../ownership/registry.js';
import { activate } from '../policy/activate.js';
import { type Checked, checkPolicies } from '../policy/check.js';
import { defaultConfig } from '../policy/config.js';
import { catalogue } from '../policy/docs.js';
import { type ExampleResult, type RunExample, testExamples } from '../policy/examples.js';
import type { DeclaredFamily } from '../policy/load/read-families.js';
import { celFor } from '../policy/load/read-rules.js';
import type { Rule } from '../policy/rule.js';
import { makeVocabulary, mergeAttributes } from '../policy/vocabulary/index.js';
import { providers } from '../providers/index.js';
import { count, list } from '../reporters/prose/words.js';
import { review, type Terms } from '../review.js';
import type { Io } from './io.js';
import type { Options } from './options.js';
import { TermsError } from './terms-error.js';
import { UsageError } from './usage-error.js';

const attributes = mergeAttributes(providers.map((p) => p.attributes));

export async function policy(options: Options, io: Io): Promise<number> {
  const [verb, path, ...more] = options.words;
  if (!verb || !Object.hasOwn(verbs, verb) || path === undefined || more.length > 0)
    throw new UsageError('policy takes check, test or docs, and the folder of the policies.');
  const checked = await checkPolicies(policyFiles(path), attributes, false);
  if (checked.errors.length > 0) throw new TermsError(checked.errors);
  return (verbs[verb] as Verb)(checked, options, io);
}

type Verb = (checked: Checked, options: Options, io: Io) => Promise<number>;

const verbs: Readonly<Record<string, Verb>> = {
  check: async ({ rules, families, unproven }, _options, io) => {
    for (const id of unproven) io.note(`${id}: has no example that finds, or none that passes.`);
    const what = [count(rules.length, 'rule'), ...(families.length > 0 ? [count(families.length, 'family', 'families')] : [])];
    io.out(`${list(what)} without an error; ${unproven.length} of them do not prove themselves by examples.\n`);
    return 0;
  },
  test: async ({ rules, families }, options, io) => {
    const now = (options.now === undefined ? systemClock() : fixedClock(options.now)).now();
    const results = [...(await testExamples(rules, exampleRunner(now))), ...families.flatMap(familyResults)];
    const failed = results.filter((r) => r.failure !== undefined);
    for (const { rule, example, failure } of failed) io.out(`${rule}: "${example}": ${failure}\n`);
    io.out(`${results.length - failed.length} passed, ${failed.length} failed\n`);
    return failed.length > 0 ? 1 : 0;
  },
  docs: async ({ rules }, _options, io) => {
    io.out(catalogue(rules));
    return 0;
  },
};

/** Whether a family finds what its examples say, by itself. */
function familyResults(family: DeclaredFamily): readonly ExampleResult[] {
  const detector = makeDetector({ custom: [family] });
  return family.examples.map(({ title, text, expect, path = 'example.txt' }) => {
    const isFound = detector.sight(text, path).found.some((s) => s.family.id === family.id && s.confidence !== 'doubtful');
    const failure = expect === 'finds' ? 'it should find something, and finds nothing.' : 'it should pass, and finds something.';
    return { rule: family.id, example: title, failure: isFound === (expect === 'finds') ? undefined : failure };
  });
}

/** Scans an example's files with one rule switched on, as if all of them were new. */
export function exampleRunner(now: string): RunExample {
  const vocabulary = makeVocabulary(attributes);
  const ownership = { keys: ownershipKeys({}), registry: parseRegistry(undefined), codeowners: parseCodeowners(undefined) };
  return async (rule, files) => {
    const terms: Terms = { config: defaultConfig, rules: await alone(rule, vocabulary), waivers: [], ownership };
    const outcome = await review({ mode: 'scan', source: fromMemory({}, files), terms, now, digest: randomKeyDigest(), version });
    return outcome.findings;
  };
}

const alone = async (rule: Rule, vocabulary: ReturnType<typeof makeVocabulary>) =>
  activate([rule], { alone: {} }, { ...defaultConfig, preset: 'alone' }, { vocabulary, cel: await celFor([rule]) }, (problem) => {
    throw new Error(`the rule ${rule.id} was checked before: ${problem.message}`);
  });
