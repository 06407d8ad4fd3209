/** Conditions asked for by key. */
import { holdsWithoutKey, namesWhoComesIn } from '../../model/condition.js';
import type { Condition } from '../../model/fact.js';
import { literal, type Text } from '../../model/text.js';
import { matchesGlob } from '../glob.js';
import { strings, texts, type Value } from '../value.js';

const wild = /[*?]/;
const isPlain = (value: Text): boolean => value.parts.every((part) => typeof part === 'string' && !wild.test(part));

/** Keys that are compared as patterns though no value of theirs is one. */
export const needlessPatterns = (conditions: readonly Condition[]): Value =>
  strings(
    conditions
      .filter((c) => /like/i.test(c.operator) && namesWhoComesIn(c) && c.values.length > 0 && c.values.every(isPlain))
      .map((c) => c.key),
  );

/** All values of the narrowing conditions whose key matches; keys are compared without case, `*` stands for any run. */
export const conditionValues = (conditions: readonly Condition[], key: string): Value =>
  texts(conditions.filter((c) => namesWhoComesIn(c) && matchesGlob([c.key], key, { ignoreCase: true }) === true).flatMap((c) => c.values));

/** Principals of any account: whoever has an account of his own can make one of that name. */
const anyonesArn = /^(\*|arn:[^:]*:(iam|sts)::[*?][^:]*(:.*)?)$/;
const anyAddress = /^(0\.0\.0\.0|::|0:0:0:0:0:0:0:0)\/0$/;

/** Nothing at all, any run of characters, any principal, any address: such a value asks for nothing. */
function asksNothing(key: string, value: Text): boolean {
  const written = literal(value);
  if (written === undefined) return false;
  if (/^[*?]*$/.test(written)) return true;
  return (/^aws:principalarn$/i.test(key) && anyonesArn.test(written)) || (/ip$/i.test(key) && anyAddress.test(written));
}

const narrows = (condition: Condition): boolean =>
  namesWhoComesIn(condition) && !holdsWithoutKey(condition) && !condition.values.some((value) => asksNothing(condition.key, value));

/** Keys without which nobody comes in: those asked for by a value that has to be there and is not any value. */
export const narrowingKeys = (conditions: readonly Condition[]): Value => strings(conditions.filter(narrows).map((c) => c.key));

/** Keys of conditions whose values name who stays out. */
export const excludingKeys = (conditions: readonly Condition[]): Value =>
  strings(conditions.filter((c) => !namesWhoComesIn(c) && !/^null$/i.test(c.operator)).map((c) => c.key));
