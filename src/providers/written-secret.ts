/**
 * Tells a secret that was written down from the name of one, a reference to one and a stand-in for one. Names and shapes are judged on the
 * ground floor, once for the house; what a value proves is the business of `credentials/`.
 */
import type { CredentialKind } from '../model/fact.js';
import { secretKindOf } from '../model/secret-name.js';
import { deref, type Node } from '../model/tree.js';
import { isWrittenSecret } from '../model/written-value.js';

export { secretKindOf } from '../model/secret-name.js';
export { isWrittenSecret } from '../model/written-value.js';

/** Longer values are judged by their beginning. */
const longestLook = 4096;

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
