/** What rules may ask of one trust statement: who may become the subject. */
import { type Admission, type AdmissionWidth, admissionWidths, issuerKinds } from '../../model/admission.js';
import { type Principal, systems, type Trust } from '../../model/fact.js';
import { literal, show } from '../../model/text.js';
import { boolean, notKnown, number, string, strings, texts, type Value } from '../value.js';
import { conditionValues, narrowingKeys, needlessPatterns } from './condition.js';
import { defineNoun, isNew, type Row } from './field.js';
import { principalKinds } from './principal.js';

/** The number of an account that is let in as a whole: alone, or as the account's root. */
const wholeAccount = /^(?:arn:[a-z0-9-]+:iam::)?(\d{12})(?::root)?$/;
const numbered = ({ kind, value }: Principal): readonly string[] =>
  wholeAccount.exec((kind === 'account' && literal(value)) || '')?.slice(1) ?? [];

const place = (width: AdmissionWidth): number => admissionWidths.indexOf(width);
const admitted = ({ admits }: Trust): readonly Admission[] => admits ?? [];
const isOpen = ({ width, atMost }: Admission): boolean => width !== atMost;
/** What has to be known before it is told how wide an admission is: whoever missed it says so. */
function openIn({ by }: Admission): Value {
  const open = by?.parts.find((part) => typeof part !== 'string');
  return notKnown((typeof open === 'object' ? open.why : undefined) ?? `how wide \`${by ? show(by) : 'the condition'}\` is`);
}

/** What a statement lets in that is this wide, as written. What may be that wide is not known to be narrower. */
function ofWidth(t: Trust, width: string): Value {
  const certain = admitted(t).filter((a) => a.width === width);
  if (certain.length > 0) return texts(certain.flatMap((a) => a.by ?? []));
  const possible = admitted(t).find(
    (a) => isOpen(a) && admissionWidths.some((w) => w === width && place(w) > place(a.width) && place(w) <= place(a.atMost)),
  );
  return possible ? openIn(possible) : strings([]);
}

/** The widest; unknown where something open may be wider still. */
function widest(t: Trust): Value {
  const known = Math.max(-1, ...admitted(t).map((a) => place(a.width)));
  const open = admitted(t).find((a) => place(a.atMost) > known);
  return open ? openIn(open) : string(admissionWidths[known]);
}

function conditionSize({ conditions }: Trust): number {
  const audiences = conditionValues(conditions, '*:aud');
  return audiences.is === 'list' ? audiences.items.length : 0;
}

const kinds = ['anyone', 'account', 'identity', 'service', 'federated', 'group'] as const;

const rows: readonly Row<Trust>[] = [
  { name: 'system', type: 'string', words: systems, doc: 'Whose trust language it speaks.', get: (t) => string(t.system) },
  { name: 'effect', type: 'string', words: ['allow', 'deny'], doc: 'Whether it lets in or keeps out.', get: (t) => string(t.effect) },
  { name: 'principals', type: 'list', doc: 'Who is let in, as written.', get: (t) => texts(t.principals.map((p) => p.value)) },
  {
    name: 'principalKinds',
    type: 'list',
    words: kinds,
    doc: 'Kinds of who is let in.',
    get: (t) => principalKinds(t.principals),
  },
  {
    name: 'accounts',
    type: 'list',
    doc: 'Numbers of the accounts that are let in as a whole, where the file writes the number.',
    get: (t) => strings(t.principals.flatMap(numbered)),
  },
  { name: 'negated', type: 'boolean', doc: 'Everybody but the principals is let in (`NotPrincipal`).', get: (t) => boolean(t.negated) },
  {
    name: 'providers',
    type: 'list',
    doc: 'Federated identity providers that are let in, as written.',
    get: (t) => texts(t.principals.filter((p) => p.kind === 'federated').map((p) => p.value)),
  },
  { name: 'actions', type: 'list', ignoreCase: true, doc: 'Ways in, e.g. `sts:AssumeRole`.', get: (t) => texts(t.actions.patterns) },
  { name: 'conditioned', type: 'boolean', doc: 'It has a condition.', get: (t) => boolean(t.conditions.length > 0) },
  {
    name: 'conditions',
    type: 'list',
    ignoreCase: true,
    doc: 'Keys of its conditions.',
    get: (t) => strings(t.conditions.map((c) => c.key)),
  },
  {
    name: 'narrowedBy',
    type: 'list',
    ignoreCase: true,
    doc: 'Keys of its conditions without which nobody comes in: negated operators, `Null`, `ForAllValues`, `IfExists` and values that are anything do not count.',
    get: (t) => narrowingKeys(t.conditions),
  },
  {
    name: 'operators',
    type: 'list',
    ignoreCase: true,
    doc: 'Operators of its conditions.',
    get: (t) => strings(new Set(t.conditions.map((c) => c.operator))),
  },
  {
    name: 'condition.<key>',
    type: 'list',
    doc: 'Values that the conditions on a key let in; the key may hold `*`.',
    get: (t, _, key) => conditionValues(t.conditions, key),
    keys: (t) => t.conditions.map((c) => c.key),
  },
  {
    name: 'subjects',
    type: 'list',
    doc: "Values of the conditions on a token's `sub` claim.",
    get: (t) => conditionValues(t.conditions, '*:sub'),
  },
  {
    name: 'audiences',
    type: 'list',
    doc: "Values of the conditions on a token's `aud` claim.",
    get: (t) => conditionValues(t.conditions, '*:aud'),
  },
  {
    name: 'externalIds',
    type: 'list',
    doc: 'External ids that are demanded.',
    get: (t) => conditionValues(t.conditions, 'sts:ExternalId'),
  },
  {
    name: 'issuers',
    type: 'list',
    words: issuerKinds,
    doc: 'Whose tokens it takes: kinds of outside issuers.',
    get: (t) => strings(new Set(admitted(t).map((a) => a.issuer))),
  },
  {
    name: 'width',
    type: 'rank',
    words: admissionWidths,
    doc: "The widest that it lets in of an issuer's token holders: an owner is an organization or a cluster, a project a repository or a namespace.",
    get: widest,
  },
  {
    name: 'admits.<key>',
    type: 'list',
    doc: `What lets in token holders of exactly this width (${admissionWidths.join(', ')}), as written.`,
    get: (t, _, key) => ofWidth(t, key),
    keys: () => admissionWidths,
  },
  {
    name: 'claims',
    type: 'list',
    doc: 'Claims of the token that it asks for, as far as they say anything of whose token it is or of how it came about.',
    get: (t) => strings(new Set(admitted(t).flatMap((a) => a.claims))),
  },
  {
    name: 'chosen',
    type: 'list',
    doc: 'Claims that it asks for though whoever starts a run can choose them, and none that says whose run it is.',
    get: (t) => strings(new Set(admitted(t).flatMap((a) => (a.width === 'anyone' ? a.chosen : [])))),
  },
  {
    name: 'byName',
    type: 'list',
    doc: 'What names an owner or a project by its name alone, though its number would last.',
    get: (t) => texts(admitted(t).flatMap((a) => (a.byName && a.by ? [a.by] : []))),
  },
  {
    name: 'projects',
    type: 'list',
    doc: 'Projects whose runs it lets in, each by its own name.',
    get: (t) => strings(new Set(admitted(t).flatMap((a) => a.project ?? []))),
  },
  {
    name: 'audienceCount',
    type: 'number',
    doc: 'How many audiences it takes.',
    get: (t) => number(conditionSize(t)),
  },
  {
    name: 'needlessPatterns',
    type: 'list',
    ignoreCase: true,
    doc: 'Keys that are compared as patterns (`StringLike`) though no value of theirs has a wildcard.',
    get: (t) => needlessPatterns(t.conditions),
  },
  {
    name: 'neverMet',
    type: 'list',
    doc: 'Subjects that no token has: of another form than those of the issuer, or with a wildcard that is compared as it is written.',
    get: (t) => texts(admitted(t).flatMap((a) => (a.never && a.by ? [a.by] : []))),
  },
  { name: 'isNew', type: 'boolean', doc: 'This change adds or widens it.', get: (t, scene) => boolean(isNew(t, scene)) },
];

export const trustFields = defineNoun('trust', ({ focus }) => (focus.is === 'trust' ? focus.trust : undefined), rows);
