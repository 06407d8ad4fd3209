/** Conditions asked for by key. */
import type { Condition } from '../../model/fact.js';
import { literal, type Text } from '../../model/text.js';
import { matchesGlob } from '../glob.js';
import { strings, texts, type Value } from '../value.js';

/**
 * Operators under which the values widen or say nothing of who comes in: a `StringNotEquals` names those who stay out, `Null` only asks for
 * presence. Their values must not pass for what the condition lets in.
 */
const lettingIn = (operator: string): boolean =>
  !/not(equals|like)|notipaddress|arnnot|^null$/i.test(operator.replace(/^for(all|any)\w*:/i, ''));

/** All values of the narrowing conditions whose key matches; keys are compared without case, `*` stands for any run. */
export const conditionValues = (conditions: readonly Condition[], key: string): Value =>
  texts(
    conditions.filter((c) => lettingIn(c.operator) && matchesGlob([c.key], key, { ignoreCase: true }) === true).flatMap((c) => c.values),
  );

/** Conditions that hold as well where the key is absent narrow nothing by themselves. */
const alsoWithoutKey = (operator: string): boolean => /^forallvalues:|ifexists$/i.test(operator);

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

const narrows = ({ operator, key, values }: Condition): boolean =>
  lettingIn(operator) && !alsoWithoutKey(operator) && !values.some((value) => asksNothing(key, value));

/** Keys without which nobody comes in: those asked for by a value that has to be there and is not any value. */
export const narrowingKeys = (conditions: readonly Condition[]): Value => strings(conditions.filter(narrows).map((c) => c.key));
