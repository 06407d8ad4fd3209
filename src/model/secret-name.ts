/** Which names say that what is written under them is a secret. */
import type { CredentialKind } from './fact.js';

/** Longer names are no names. */
const longestName = 200;

/** Phrases in the words of a name, the most telling first. */
const phrases: readonly (readonly [phrase: RegExp, kind: CredentialKind])[] = [
  [/\b(private|ssh|rsa|deploy|host|tls) ?(key|pem)\b/, 'private-key'],
  [/\b(signing|hmac|cosign) ?(key|secret)\b|\bwebhook secret\b/, 'signing-key'],
  [/\b(access|account|storage|batch|sas) ?key\b/, 'access-key'],
  [/\b(password|passwd|passphrase|pwd)\b|\bpass$/, 'password'],
  [/\b(token|bearer|pat)\b/, 'token'],
  [/\b(secret|api ?key|app ?key|auth ?key|master ?key|encryption ?key|client ?key|service ?key|credential|credentials)\b/, 'secret'],
  [/\b(connection ?string|kubeconfig|dockerconfigjson|dockercfg|htpasswd)\b/, 'secret'],
];

/** Last words that make a name speak about a secret (its place, its age, whose it is) instead of holding one. */
const aboutWords = new Set(
  (
    'name names path paths file files filename dir directory url uri endpoint host hostname port address arn id ids ref refs reference type kind ' +
    'format mode method ttl age expiry expiration expires lifetime duration timeout interval days hours minutes seconds length size count limit max ' +
    'min enabled disabled required optional header headers prefix suffix policy policies version provider store backend engine manager mount ' +
    'namespace bucket region audience issuer algorithm scope scopes role roles user username owner description label labels hash checksum digest ' +
    'fingerprint regex pattern template placeholder help usage in by for from to env var variable key selector class rotation'
  ).split(' '),
);
/** Last words that do hold a secret although they are among the above. */
const holders =
  /\b(api|access|account|private|secret|signing|encryption|master|auth|app|ssh|rsa|deploy|host|hmac|storage|batch|sas|client|service|cosign|tls) key$/;

/** `awsSecretAccessKey`, `AWS_SECRET_ACCESS_KEY`, `aws-secret-access-key` → `aws secret access key`. */
export const wordsOfName = (name: string): string =>
  name
    .slice(0, longestName)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();

/** What kind of secret a thing of this name holds; undefined when the name does not say that it holds one. */
export function secretKindOf(name: string): CredentialKind | undefined {
  const words = wordsOfName(name);
  const last = words.slice(words.lastIndexOf(' ') + 1);
  if (/\bpublic\b/.test(words) || (aboutWords.has(last) && !holders.test(words))) return undefined;
  return phrases.find(([phrase]) => phrase.test(words))?.[1];
}
