/** Conditions asked for by key. */
import type { Condition } from '../../model/fact.js';
import { matchesGlob } from '../glob.js';
import { texts, type Value } from '../value.js';

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
