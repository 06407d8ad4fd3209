/** What rules may ask of one trust statement: who may become the subject. */
import { type Principal, systems, type Trust } from '../../model/fact.js';
import { literal } from '../../model/text.js';
import { boolean, string, strings, texts } from '../value.js';
import { conditionValues, narrowingKeys } from './condition.js';
import { defineNoun, isNew, type Row } from './field.js';
import { principalKinds } from './principal.js';

/** The number of an account that is let in as a whole: alone, or as the account's root. */
const wholeAccount = /^(?:arn:[a-z0-9-]+:iam::)?(\d{12})(?::root)?$/;
const numbered = ({ kind, value }: Principal): readonly string[] =>
  wholeAccount.exec((kind === 'account' && literal(value)) || '')?.slice(1) ?? [];

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
  { name: 'isNew', type: 'boolean', doc: 'This change adds or widens it.', get: (t, scene) => boolean(isNew(t, scene)) },
];

export const trustFields = defineNoun('trust', ({ focus }) => (focus.is === 'trust' ? focus.trust : undefined), rows);
