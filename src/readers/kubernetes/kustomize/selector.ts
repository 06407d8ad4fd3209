/** Which objects a patch is for. */
import { deref, dig, get, type Node, stringOf } from '../../../model/tree.js';
import type { FormerName, Manifest } from '../manifests.js';

/** True, false, or why nobody can tell from the files. */
export type Selects = (manifest: Manifest) => boolean;

/** What a target (`what` in words) selects; a text says why that is not known. */
export function selectorOf(target: Node, what = 'the target of a patch'): Selects | string {
  if (deref(target).kind !== 'map') return `${what} is not known`;
  const checks: Selects[] = [];
  for (const field of ['group', 'version', 'kind'] as const) {
    const wanted = stringOf(get(target, field));
    if (wanted !== undefined) checks.push((m) => typeParts(m)[field] === wanted);
  }
  for (const [field, read] of [
    ['name', nameIn],
    ['namespace', namespaceIn],
  ] as const) {
    const written = get(target, field);
    if (!written) continue;
    const matches = patternOf(stringOf(written));
    if (!matches) return `the ${field} in ${what} is a pattern that is not understood`;
    checks.push((m) => namesOf(m).some((n) => matches(read(n))));
  }
  for (const [field, at] of [
    ['labelSelector', 'labels'],
    ['annotationSelector', 'annotations'],
  ] as const) {
    const written = get(target, field);
    if (!written) continue;
    const matches = requirementsOf(stringOf(written));
    if (!matches) return `the ${field} in ${what} is not understood`;
    checks.push((m) => matches((key) => stringOf(dig(m.body, 'metadata', at, key))));
  }
  return (manifest) => checks.every((check) => check(manifest));
}

const nameIn = ({ name }: FormerName): string => name;
const namespaceIn = ({ namespace }: FormerName): string => namespace ?? 'default';

/** What an object is called, and was called before overlays renamed it. */
export function namesOf({ body, formerly = [] }: Manifest): readonly FormerName[] {
  const name = stringOf(dig(body, 'metadata', 'name'));
  return name === undefined ? formerly : [{ name, namespace: stringOf(dig(body, 'metadata', 'namespace')) }, ...formerly];
}

export function typeParts({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }) {
  const slash = apiVersion.indexOf('/');
  return { group: slash === -1 ? '' : apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1), kind };
}

/** More alternatives than that nobody writes. */
const mostAlternatives = 1000;

/**
 * The expressions that people write here: names, alternatives of names, `.*` for anything. They are matched without a regular expression, as
 * one that a stranger writes can run for ever.
 */
function patternOf(written: string | undefined): ((value: string) => boolean) | undefined {
  if (written === undefined) return undefined;
  if (written === '') return () => true;
  const anchored = written.replace(/^\^/, '').replace(/\$$/, '');
  const grouped = /^\((?:\?:)?([^()]*)\)$/.exec(anchored)?.[1] ?? anchored;
  const alternatives = grouped.split('|');
  if (alternatives.length > mostAlternatives) return undefined;
  const globs = alternatives.map((a) => a.replaceAll('\\.', '.').split(/\.[*+]/));
  if (globs.flat().some((piece) => /[\\*+?()[\]{}^$]/.test(piece))) return undefined;
  return (value) => globs.some((pieces) => matchesInOrder(value, pieces));
}

/** Do the pieces stand in the value in their order, the first at its start and the last at its end? */
function matchesInOrder(value: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  if (rest.length === 0) return value === first;
  const last = rest.pop() ?? '';
  if (!value.startsWith(first) || value.length < first.length + last.length || !value.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = value.indexOf(piece, at);
    if (found === -1 || found + piece.length > value.length - last.length) return false;
    at = found + piece.length;
  }
  return true;
}

type Labels = (key: string) => string | undefined;

/** `app=shop,tier!=web,owner`. Sets (`app in (a, b)`) are not understood. */
function requirementsOf(written: string | undefined): ((labels: Labels) => boolean) | undefined {
  if (written === undefined || /[()]/.test(written)) return undefined;
  const requirements = written.split(',').map((part) => {
    const [, not, key = '', operator, value = ''] = /^\s*(!?)\s*([^\s=!]+)\s*(?:(==?|!=)\s*(\S*)\s*)?$/.exec(part) ?? [];
    if (key === '') return undefined;
    if (operator === undefined) return (labels: Labels) => (labels(key) !== undefined) === (not === '');
    return (labels: Labels) => (labels(key) === value) === (operator !== '!=');
  });
  const all = requirements.flatMap((r) => r ?? []);
  return all.length === requirements.length ? (labels) => all.every((r) => r(labels)) : undefined;
}
