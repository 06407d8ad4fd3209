/** `explain RULE | IDENTITY-KEY [PATH]`: why a rule exists and how to satisfy it, or all that is known of an identity and why. */
import { printable } from '../edges/edge-error.js';
import { builtinRules } from '../policy/builtin.js';
import type { Rule } from '../policy/rule.js';
import { explainIdentity, explainRule } from '../reporters/explain.js';
import { meant } from './choice.js';
import type { Io } from './io.js';
import type { Options } from './options.js';
import { outcomeOf, rulesOf } from './run-review.js';
import { UsageError } from './usage-error.js';

export async function explain(options: Options, io: Io): Promise<number> {
  const [word, ...path] = options.words;
  if (word === undefined) throw new UsageError('explain takes the id of a rule or the key of an identity.');
  const at = { ...options, words: path };
  // A key holds a colon (`aws:role:ci`), the id of a rule never does.
  io.out(word.includes(':') ? await identityText(word, at, io) : await ruleText(word, at, io));
  return 0;
}

/** A built-in rule is explained anywhere, also where the configuration is broken. */
async function ruleText(id: string, options: Options, io: Io): Promise<string> {
  const named = (rules: readonly Rule[]) => rules.find((r) => r.id === id);
  const builtin = named(builtinRules);
  if (builtin) return explainRule(builtin);
  const rules = await rulesOf(options, io);
  const rule = named(rules);
  if (rule) return explainRule(rule);
  throw unknown(
    'rule',
    id,
    rules.map((r) => r.id),
  );
}

async function identityText(key: string, options: Options, io: Io): Promise<string> {
  const { identities } = await outcomeOf('inventory', options, io);
  const identity = identities.find((i) => i.key === key);
  if (identity) return explainIdentity(identity);
  throw unknown(
    'identity',
    key,
    identities.map((i) => i.key),
  );
}

const unknown = (what: string, word: string, known: readonly string[]): UsageError =>
  new UsageError(`There is no ${what} "${printable(word)}" here.${meant(word, known)}`);
