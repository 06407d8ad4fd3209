/**
 * Tells a secret that was written down from the name of one, a reference to one and a stand-in for one. It looks at names and at the shape
 * of a value, never at what a value proves: families of tokens with their checksums are the business of `credentials/`.
 */
import type { CredentialKind } from '../model/fact.js';
import { deref, type Node } from '../model/tree.js';

/** Longer names are no names; longer values are judged by their beginning. */
const longestName = 200;
const longestLook = 4096;

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
const wordsOf = (name: string): string =>
  name
    .slice(0, longestName)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();

/** What kind of secret a thing of this name holds; undefined when the name does not say that it holds one. */
export function secretKindOf(name: string): CredentialKind | undefined {
  const words = wordsOf(name);
  const last = words.slice(words.lastIndexOf(' ') + 1);
  if (/\bpublic\b/.test(words) || (aboutWords.has(last) && !holders.test(words))) return undefined;
  return phrases.find(([phrase]) => phrase.test(words))?.[1];
}

/** Values that are a secret under any name. */
const unmistakable: readonly (readonly [start: RegExp, kind: CredentialKind])[] = [
  [
    /^\s*-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){0,9}(?:[A-Za-z0-9+/]{16}|Proc-Type|Version|Comment)/,
    'private-key',
  ],
  [
    /^(?:ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9]{20}|^github_pat_[A-Za-z0-9_]{20}|^glpat-[\w-]{16}|^xox[abeprs]-[\w-]{10}|^npm_[A-Za-z0-9]{30}/,
    'token',
  ],
  [/^(?:AKIA|ASIA)(?![A-Z2-7]*EXAMPLE)[A-Z2-7]{16}$/, 'access-key'],
];

/** A place where the value will be put by something else. */
const reference =
  /\$\{|\$\(|\{\{|^\$[A-Za-z_]\w*$|^ENC\[|^(?:op|vault|awssm|gcpsm|azurekv|secretref|ref\+\w+|bws|doppler|infisical):|^(?:##|@@|__|%)[\w.-]+(?:##|@@|__|%)$|^<[^<>]*>$|^\[[^[\]]*\]$|^arn:|^(?:env|valueFrom|file):/i;
/** Something that points instead of being: a path, a web address without a password in it. */
const pointer = /^(?:~|\.{1,2})?\/[\w.@-]+(?:\/[\w.@-]+)*\/?$|^[A-Za-z]:\\|^[a-z][a-z0-9+.-]*:\/\/[^@\s]*$/;
/** Sentences that tell a reader to put something here. */
const invitation =
  /^(?:your|replace|insert|enter|put|add|set|change|fill|update)(?:[-_ ]?(?:your|with|this|me|it|here|in|the|a|by|value))*(?:[-_ .]|$)|^to[-_ ]?(?:do|be[-_ ])/i;
const standIn =
  /change[-_ ]?(?:me|it|this)|place[-_ ]?holder|example|sample|dummy|fake|redacted|removed|masked|hidden|not[-_ ]?(?:set|used|real|a[-_ ]secret)|unset|undefined|null|none|nil|todo|tbd|fixme|n\/a|insecure|x{3,}|\*{3,}|\.{3,}/gi;
const plain = /^(?:true|false|yes|no|on|off|enabled?|disabled?|required|optional|default|inherit|auto|write|read|-?\d{1,4})$/i;

/** Is this text a secret itself? Not when it is empty, refers to one, stands in for one or points to one. */
export function isWrittenSecret(value: string): boolean {
  const text = value.slice(0, longestLook).trim();
  if (text.length < 3 || plain.test(text) || /^(.)\1*$/.test(text)) return false;
  if (reference.test(text) || pointer.test(text) || invitation.test(text)) return false;
  // A stand-in word inside a real password must not hide it: what is left has to be short.
  const left = text.replace(standIn, '').replace(/[^A-Za-z0-9]/g, '');
  return left.length === text.replace(/[^A-Za-z0-9]/g, '').length || left.length >= 8;
}

/** The kind of secret that a value is under any name, e.g. a PEM private key. */
const unmistakableKind = (value: string): CredentialKind | undefined =>
  unmistakable.find(([start]) => start.test(value.slice(0, longestLook)))?.[1];

/** The text that an author wrote; undefined for references, templates, maps, booleans and nothing. */
export function writtenText(node: Node | undefined): string | undefined {
  const at = node && deref(node);
  if (at?.kind !== 'scalar') return undefined;
  return typeof at.value === 'string' ? at.value : typeof at.value === 'number' ? String(at.value) : undefined;
}

/** The kind of secret that is written under a name; undefined when there is none. */
export function writtenSecretKind(name: string, value: string | undefined): CredentialKind | undefined {
  if (value === undefined) return undefined;
  const kind = unmistakableKind(value) ?? secretKindOf(name);
  return kind && isWrittenSecret(value) ? kind : undefined;
}
