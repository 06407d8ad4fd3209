/** What rules may ask of one permission statement, and of a permission set that is known by name alone. */
import { type Condition, systems } from '../../model/fact.js';
import { accessLevels, breadths, type HeldGrant, type NamedSet } from '../../model/inventory.js';
import { isHole } from '../../model/text.js';
import { boolean, string, strings, texts, type Value, words } from '../value.js';
import { conditionValues, excludingKeys, narrowingKeys } from './condition.js';
import { defineNoun, isNew, type Row } from './field.js';
import { openIn } from './missing.js';
import { anyoneAmong, principalKinds } from './principal.js';

const broadest = [...breadths].reverse();

/** The values of its principals; none for a statement that is not a resource's own policy. */
const principals = (g: HeldGrant): Value => texts((g.principals ?? []).map((p) => p.value));
const keys = (conditions: readonly Condition[]): Value => strings(conditions.map((c) => c.key));

const narrowed = ({ conditions }: HeldGrant): boolean => {
  const narrowing = narrowingKeys(conditions);
  return narrowing.is === 'list' && narrowing.items.length > 0;
};

/** A resource that another resource of the files names is one resource, whatever its name turns out to be; any other hole may be `*`. */
function everywhere(g: HeldGrant): Value {
  if (g.breadth !== 'unknown') return boolean(breadths.indexOf(g.breadth) <= breadths.indexOf('service'));
  const open = g.resources.patterns.find((p) => isHole(p) && p.parts.every((part) => typeof part !== 'string' && part.to === undefined));
  return open ? openIn([g], 'how much the resources take in') : boolean(false);
}

const grantRows: readonly Row<HeldGrant>[] = [
  { name: 'system', type: 'string', words: systems, doc: 'Whose permission language it speaks.', get: (g) => string(g.system) },
  { name: 'effect', type: 'string', words: ['allow', 'deny'], doc: 'Whether it gives or takes away.', get: (g) => string(g.effect) },
  {
    name: 'actions',
    type: 'list',
    ignoreCase: true,
    doc: 'Actions as written; empty for the `NotAction` form.',
    get: (g) => texts(g.actions.negated ? [] : g.actions.patterns),
  },
  {
    name: 'notActions',
    type: 'list',
    ignoreCase: true,
    doc: 'What the `NotAction` form leaves out; empty otherwise.',
    get: (g) => texts(g.actions.negated ? g.actions.patterns : []),
  },
  {
    name: 'resources',
    type: 'list',
    doc: 'Resources as written; empty for the `NotResource` form.',
    get: (g) => texts(g.resources.negated ? [] : g.resources.patterns),
  },
  {
    name: 'notResources',
    type: 'list',
    doc: 'What the `NotResource` form leaves out.',
    get: (g) => texts(g.resources.negated ? g.resources.patterns : []),
  },
  {
    name: 'boundable',
    type: 'list',
    ignoreCase: true,
    doc: 'Those of `actions` that change something and could be tied to resources; all of them where no catalogue tells.',
    get: (g) => texts(g.boundable ?? (g.actions.negated ? [] : g.actions.patterns)),
  },
  {
    name: 'covers',
    type: 'patterns',
    ignoreCase: true,
    doc: 'Actions it takes in, with wildcards and `NotAction` worked out: `iam:*` covers `iam:PassRole`.',
    get: (g) => ({ is: 'patterns', items: g.actions.patterns.map((p) => p.parts), negated: g.actions.negated }),
  },
  {
    name: 'reaches',
    type: 'patterns',
    doc: 'Resources it takes in, with wildcards and `NotResource` worked out.',
    get: (g) => ({ is: 'patterns', items: g.resources.patterns.map((p) => p.parts), negated: g.resources.negated }),
  },
  {
    name: 'scope',
    type: 'string',
    doc: 'Where it holds: `*`, or a Kubernetes namespace as `namespace/<name>`.',
    get: (g) => words(g.scope),
  },
  { name: 'conditioned', type: 'boolean', doc: 'It has a condition.', get: (g) => boolean(g.conditions.length > 0) },
  { name: 'conditions', type: 'list', ignoreCase: true, doc: 'Keys of its conditions.', get: (g) => keys(g.conditions) },
  {
    name: 'condition.<key>',
    type: 'list',
    doc: 'Values of the conditions on a key; the key may hold `*`.',
    get: (g, _, key) => conditionValues(g.conditions, key),
    keys: (g) => g.conditions.map((c) => c.key),
  },
  {
    name: 'narrowedBy',
    type: 'list',
    ignoreCase: true,
    doc: 'Keys of its conditions without which nobody comes in: negated operators, `Null`, `ForAllValues`, `IfExists` and values that are anything do not count.',
    get: (g) => narrowingKeys(g.conditions),
  },
  {
    name: 'leavesOut',
    type: 'list',
    ignoreCase: true,
    doc: 'Keys of its conditions whose values name who or what stays out (`ArnNotEquals`): all others come in.',
    get: (g) => excludingKeys(g.conditions),
  },
  {
    name: 'everywhere',
    type: 'boolean',
    doc: 'It takes in all resources, all of an account, or all of a service or kind.',
    get: everywhere,
  },
  {
    name: 'level',
    type: 'rank',
    words: accessLevels,
    doc: 'What it amounts to.',
    get: (g) => (g.level === 'unknown' ? openIn([g], 'what the statement amounts to') : string(g.level)),
  },
  {
    name: 'breadth',
    type: 'rank',
    words: broadest,
    doc: 'How much its resources take in.',
    get: (g) => (g.breadth === 'unknown' ? openIn([g], 'how much the resources take in') : string(g.breadth)),
  },
  { name: 'principals', type: 'list', doc: 'Who is granted; only in the policy of a resource.', get: principals },
  {
    name: 'principalKinds',
    type: 'list',
    doc: 'Kinds of who is granted.',
    get: (g) => principalKinds(g.principals ?? []),
  },
  {
    name: 'toAnyone',
    type: 'boolean',
    doc: 'Everybody is granted, and no condition has to be met.',
    get: (g) => (narrowed(g) ? boolean(false) : anyoneAmong(g.principals ?? [])),
  },
  { name: 'via', type: 'string', doc: 'How it was given, e.g. `inline policy`.', get: (g) => string(g.via) },
  {
    name: 'from',
    type: 'string',
    doc: 'Key of the permission set that it comes from; absent for an own statement.',
    get: (g) => string(g.from),
  },
  { name: 'isNew', type: 'boolean', doc: 'This change adds or widens it.', get: (g, scene) => boolean(isNew(g, scene)) },
];

const setRows: readonly Row<NamedSet>[] = [
  { name: 'name', type: 'string', doc: 'Name or ARN of the set, whose content is not in the files.', get: (n) => words(n.name) },
  { name: 'role', type: 'string', words: ['give', 'limit'], doc: '`limit` for a permissions boundary.', get: (n) => string(n.role) },
  { name: 'scope', type: 'string', doc: 'Where it holds, when it is narrowed.', get: (n) => words(n.scope) },
  { name: 'via', type: 'string', doc: 'How it was given.', get: (n) => string(n.via) },
  {
    name: 'wholeServices',
    type: 'list',
    doc: "Services of which one of AWS's own policies gives every action on everything, by what it says: `s3`; `*` for all, `most` for all but some.",
    get: (n) => strings(n.wholeServices ?? []),
  },
  { name: 'isNew', type: 'boolean', doc: 'This change gives it.', get: (n, scene) => boolean(isNew(n, scene)) },
];

export const grantFields = defineNoun('grant', ({ focus }) => (focus.is === 'grant' ? focus.grant : undefined), grantRows);
export const setFields = defineNoun('set', ({ focus }) => (focus.is === 'set' ? focus.set : undefined), setRows);
