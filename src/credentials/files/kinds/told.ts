/** Whose a secret is, as the tables of files say it. */
import { printable } from '../../keys/bytes.js';
import type { Around } from '../kind.js';

/** One fact, where it is known. */
export const told = (
  name: 'host' | 'user' | 'project' | 'account' | 'application' | 'organisation' | 'subject' | 'keyId',
  value: string | undefined,
) => (value === undefined || value === '' ? {} : { [name]: printable(value) });

/** Who the secret belongs to, under the first of these keys beside it. */
export const user =
  (...keys: readonly string[]) =>
  (a: Around) =>
    told(
      'user',
      keys.map((k) => a.beside(k)).find((v) => v !== undefined),
    );

/** The section that a secret stands in names whose it is. */
export const profile = (a: Around) => told('subject', a.within());
