/** What makes a finding the same finding in another run, on the other side, in a renamed file or on a moved line. */
import type { Condition, Credential, Grant, PatternSet, Trust } from '../model/fact.js';
import { show, type Text } from '../model/text.js';
import type { Focus } from './vocabulary/field.js';

const sorted = (texts: Iterable<Text>, ignoreCase = false): readonly string[] =>
  [...new Set([...texts].map((t) => (ignoreCase ? show(t).toLowerCase() : show(t))))].sort();

const set = ({ patterns, negated }: PatternSet, ignoreCase = false): string =>
  `${negated ? 'not ' : ''}${JSON.stringify(sorted(patterns, ignoreCase))}`;

const conditions = (list: readonly Condition[]): string =>
  JSON.stringify(list.map((c) => [c.operator.toLowerCase(), c.key.toLowerCase(), sorted(c.values)].flat().join(' ')).sort());

const grantDetail = (g: Grant): string =>
  [
    g.effect,
    set(g.actions, true),
    set(g.resources),
    show(g.scope),
    conditions(g.conditions),
    JSON.stringify(sorted((g.principals ?? []).map((p) => p.value))),
  ].join('|');

const trustDetail = (t: Trust): string =>
  [t.effect, t.negated, JSON.stringify(sorted(t.principals.map((p) => p.value))), set(t.actions, true), conditions(t.conditions)].join('|');

const credentialDetail = (c: Credential, isLasting: boolean): string =>
  [c.kind, c.name, c.origin, ...(isLasting && c.value ? [c.value.digest] : [])].join('|');

/** What is wrong, spelled without places and in one order. Never holds a secret: credentials are named, not shown. */
function detailOf(focus: Focus, isLasting: boolean): string {
  switch (focus.is) {
    case 'subject':
      return '';
    case 'grant':
      return grantDetail(focus.grant);
    case 'trust':
      return trustDetail(focus.trust);
    case 'credential':
      return credentialDetail(focus.credential, isLasting);
    case 'link':
      return [focus.link.relation, focus.link.to].join('|');
    case 'set':
      return [focus.set.role, show(focus.set.name), focus.set.scope ? show(focus.set.scope) : ''].join('|');
    case 'escalation':
      return [focus.escalation.path, focus.escalation.target.subject ?? focus.escalation.target.name].join('|');
    case 'gate':
      return [focus.gate.change, focus.gate.name, focus.gate.from ?? '', focus.gate.to ?? ''].join('|');
    case 'change':
      return [focus.change.change, focus.change.change === 'ownership-changed' ? focus.change.field : ''].join('|');
  }
}

const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');

/** Not cryptographic: 64 well-mixed bits, enough to tell the findings of one repository apart. Two multiplicative hashes, mixed at the end. */
function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    a = Math.imul(a ^ c, 0x9e3779b1);
    b = Math.imul(b ^ c, 0x5f356495);
  }
  const x = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  const y = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return hex(x) + hex(y);
}

/**
 * 16 hexadecimal digits. With `isLasting`, digests of values are made with the repository's own key and are the same in every run: then the
 * fingerprint of a literal credential is bound to its value.
 */
export const fingerprintOf = (rule: string, key: string, focus: Focus, isLasting = false): string =>
  digest([rule, key, detailOf(focus, isLasting)].join('\n'));
