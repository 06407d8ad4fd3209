/** Statements as one normal text: equal texts say the same, whatever the order or layout in the file. Also the stable part of fingerprints. */
import type { Condition, Credential, Grant, PatternSet, Principal, Trust } from './fact.js';
import { show, type Text } from './text.js';

const sorted = (texts: readonly Text[]): string => texts.map(show).sort().join(',');
const patterns = (set: PatternSet): string => `${set.negated ? 'all but ' : ''}${sorted(set.patterns)}`;
const conditions = (list: readonly Condition[]): string =>
  list
    .map((c) => `${c.operator} ${c.key} ${sorted(c.values)}`)
    .sort()
    .join('; ');
const principals = (list: readonly Principal[]): string =>
  list
    .map((p) => `${p.kind} ${show(p.value)}`)
    .sort()
    .join(',');

export const grantText = (g: Grant): string =>
  [
    g.system,
    g.effect,
    patterns(g.actions),
    'on',
    patterns(g.resources),
    'in',
    show(g.scope),
    'if',
    conditions(g.conditions),
    g.principals ? `to ${principals(g.principals)}` : '',
  ]
    .join(' ')
    .trim();

export const trustText = (t: Trust): string =>
  [t.system, t.effect, t.negated ? 'all but' : '', principals(t.principals), patterns(t.actions), 'if', conditions(t.conditions)].join(' ');

/** Without the value: two literals of one name are told apart by their digest, which lives for one run only. */
export const credentialText = (c: Credential): string =>
  [c.kind, c.name, c.origin, c.lifetime, c.expires ? show(c.expires) : '', c.rotatedBy ?? '', c.rotationDays ?? ''].join(' ');
