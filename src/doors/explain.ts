/** `explain RULE | IDENTITY-KEY [PATH]`: why a rule exists and how to satisfy it, or all that is known of an identity and why. */
import { printable } from '../edges/edge-error.js';
import { builtinRules } from '../policy/builtin.js';
import { explainIdentity, explainRule } from '../reporters/explain.js';
import { meant } from './choice.js';
import type { Io } from './io.js';
import type { Options } from './options.js';
import { outcomeOf } from './run-review.js';
import { UsageError } from './usage-error.js';

export async function explain(options: Options, io: Io): Promise<number> {
  const [word, ...path] = options.words;
  if (word === undefined) throw new UsageError('explain takes the id of a rule or the key of an identity.');
  const rule = builtinRules.find((r) => r.id === word);
  if (rule) {
    io.out(explainRule(rule));
    return 0;
  }
  // A key holds a colon (`aws:role:ci`), the id of a rule never does.
  if (!word.includes(':'))
    throw new UsageError(
      `There is no rule "${printable(word)}".${meant(
        word,
        builtinRules.map((r) => r.id),
      )}`,
    );
  const { identities } = await outcomeOf('inventory', { ...options, words: path }, io);
  const identity = identities.find((i) => i.key === word);
  if (!identity)
    throw new UsageError(
      `There is no identity "${printable(word)}" here.${meant(
        word,
        identities.map((i) => i.key),
      )}`,
    );
  io.out(explainIdentity(identity));
  return 0;
}
