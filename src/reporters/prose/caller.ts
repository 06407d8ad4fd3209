/** Somebody who proves that more come in: ", such as `repo:acme/app:pull_request`". */
import type { Witness } from '../../model/change.js';
import type { Trust } from '../../model/fact.js';
import { show } from '../../model/text.js';
import { carrying } from './access.js';
import { code } from './words.js';

const isSubject = (key: string): boolean => /:sub$/i.test(key);
/** Whom a token is meant for tells nothing of who has it, and an ARN that is asked for is the caller's own. */
const goesWithout = (key: string): boolean => isSubject(key) || /:aud$|^aws:principalarn$/i.test(key);

/** The example, where the words before it leave open who is meant. */
export function callerPhrase(witness: Witness | undefined, statements: readonly Trust[]): string {
  if (!witness) return '';
  const { principal = '', conditions } = witness;
  const subject = conditions.find((c) => isSubject(c.key))?.values[0];
  const others = conditions.filter((c) => !goesWithout(c.key));
  if (!statements.some(isOpen) && others.every((c) => c.values.length > 0)) return '';
  return `, such as ${code(subject ?? principal)}${carrying(others)}`;
}

/** Whether a statement lets in more than those whom it names. */
const isOpen = ({ principals, negated, conditions }: Trust): boolean =>
  negated ||
  principals.some((p) => p.kind === 'anyone' || p.kind === 'account') ||
  conditions.some((c) => c.values.some((v) => /[*?]/.test(show(v)))) ||
  (principals.some((p) => p.kind === 'federated') && !conditions.some((c) => isSubject(c.key)));
