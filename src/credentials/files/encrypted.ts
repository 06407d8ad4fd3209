/** Secrets that are kept encrypted in a file: told, so that their owner is known, and nothing to fail. */
import { fileFamilies } from '../families/files.js';
import type { Sighting } from '../sighting.js';

const beginnings: readonly (readonly [mark: string, by: string])[] = [
  ['$ANSIBLE_VAULT;', 'Ansible Vault'],
  ['age-encryption.org/v1', 'age'],
  ['-----BEGIN AGE ENCRYPTED FILE-----', 'age'],
  ['-----BEGIN PGP MESSAGE-----', 'OpenPGP'],
];
/** Marks of formats whose values are encrypted one by one. */
const within: readonly (readonly [mark: string, also: RegExp, by: string])[] = [
  ['ENC[AES256_GCM,', /sops|ENC\[/, 'SOPS'],
  ['$ANSIBLE_VAULT;', /!vault/, 'Ansible Vault'],
  ['kind: SealedSecret', /encryptedData:/, 'Sealed Secrets'],
];
/** In lower case: what those formats are kept in. */
const mayBe = /\.(?:ya?ml|json|env|ini|enc|toml|properties)(?:\.\w{1,20})?$|(?:^|\/)\.env[\w.-]*$/;
const longestMark = 80;

/** At most one find for a file. */
export function sightEncrypted(text: string, path: string): readonly Sighting[] {
  const start = text.search(/\S/);
  const first = beginnings.find(([mark]) => start >= 0 && text.startsWith(mark, start));
  if (first) return [found(text, start, first[1])];
  if (!mayBe.test(path)) return [];
  for (const [mark, also, by] of within) {
    const at = text.indexOf(mark);
    if (at >= 0 && also.test(text)) return [found(text, at, by)];
  }
  return [];
}

function found(text: string, start: number, by: string): Sighting {
  const next = text.indexOf('\n', start);
  const end = Math.min(next < 0 ? text.length : next, start + longestMark);
  return {
    family: fileFamilies.encrypted,
    start,
    end,
    value: text.slice(start, end).trimEnd(),
    confidence: 'proven',
    reasons: [`encrypted by ${by}`],
    decoded: { algorithm: by },
    isEncrypted: true,
  };
}
