/** Whether whoever holds a statement can meet its conditions on the way to more rights. */
import type { Condition } from '../../model/fact.js';
import type { HeldGrant, Subject } from '../../model/inventory.js';
import { literal, show, type Text } from '../../model/text.js';
import { glob, intersects } from '../glob.js';
import { setTakesIn, type Thing } from './thing.js';

/** What a statement is to be used for. */
export interface Use {
  readonly me: Subject;
  /** What the action is done to; undefined: anything, or something that the holder makes itself. */
  readonly thing?: Thing;
  /** True where the holder makes the resource and gives it the tags that are asked for. */
  readonly isOwnMaking: boolean;
  /** Service principals to which a role may have to be passed. */
  readonly services: readonly string[];
  /** Whether a policy that is named this way gives (or, as a boundary, leaves) enough to take the account. */
  readonly isStrongPolicy: (name: Text) => boolean;
}

interface Operator {
  readonly isNegative: boolean;
  readonly isPattern: boolean;
  readonly isIfExists: boolean;
  readonly isVacuous: boolean;
  readonly base: string;
}

function operatorOf({ operator }: Condition): Operator {
  const lower = operator.toLowerCase();
  const base = lower.replace(/^for(any|all)values?:/, '').replace(/ifexists$/, '');
  return {
    isNegative: base.includes('not'),
    isPattern: base.includes('like') || base.startsWith('arn'),
    isIfExists: lower.endsWith('ifexists'),
    isVacuous: lower.startsWith('forallvalues:'),
    base,
  };
}

const matches = (value: Text, isPattern: boolean, actual: string): boolean => {
  const written = literal(value);
  if (!isPattern && written !== undefined) return written.toLowerCase() === actual.toLowerCase();
  return intersects(glob(value, true), [...actual.toLowerCase()]);
};

/** A value of the request that is known, or one of several that the holder may choose from. */
function compares(condition: Condition, choices: readonly string[]): boolean {
  const { isNegative, isPattern } = operatorOf(condition);
  return choices.some((actual) => isNegative !== condition.values.some((v) => matches(v, isPattern, actual)));
}

/** Policies that an unlimited holder would choose, one after the other. */
const strongPolicies = ['AdministratorAccess', 'IAMFullAccess', 'PowerUserAccess'].map((name) => `arn:aws:iam::aws:policy/${name}`);

function allowsStrongPolicy(condition: Condition, { isStrongPolicy }: Use): boolean {
  if (operatorOf(condition).isNegative) return compares(condition, strongPolicies);
  return condition.values.some((v) => isStrongPolicy(v));
}

function onTags(condition: Condition, subject: Subject | undefined): boolean {
  const { isNegative, isIfExists } = operatorOf(condition);
  const key = condition.key.slice(condition.key.indexOf('/') + 1).toLowerCase();
  const tag = subject?.tags.find((t) => t.key.toLowerCase() === key);
  const value = literal(tag?.value);
  if (tag !== undefined && value === undefined) return false;
  return value === undefined ? isNegative || isIfExists : compares(condition, [value]);
}

function onHolder(condition: Condition, { me }: Use): boolean {
  const key = condition.key.toLowerCase();
  if (key === 'aws:username') return me.type !== 'aws.user' || compares(condition, [me.name]);
  const { isNegative } = operatorOf(condition);
  const noun = me.type === 'aws.user' ? 'user' : 'role';
  return isNegative !== condition.values.some((v) => intersects(glob(v, true), [...`arn:*:iam::*:${noun}/${me.name}`.toLowerCase()]));
}

/** A day that has surely passed: the tables of this program were made later. */
const longAgo = Date.parse('2026-01-01T00:00:00Z');

/** "Before a day that has passed" never comes again. */
function onTime(condition: Condition): boolean {
  const { base, isNegative } = operatorOf(condition);
  if (isNegative || !base.includes('lessthan')) return true;
  return !condition.values.every((v) => {
    const written = literal(v);
    const time = written === undefined ? Number.NaN : /^\d+$/.test(written) ? Number(written) * 1000 : Date.parse(written);
    return time < longAgo;
  });
}

type Test = (condition: Condition, use: Use) => boolean;

/**
 * By key in lower case, first match first. What only says how, when and from where a request comes is met by whoever has the identity;
 * a key that is not known is not taken for met.
 */
const tests: readonly (readonly [RegExp, Test])[] = [
  [/^iam:passedtoservice$/, (c, use) => compares(c, use.services)],
  [/^iam:(policyarn|permissionsboundary)$/, allowsStrongPolicy],
  [/^[a-z0-9-]+:resourcetag\//, (c, use) => use.isOwnMaking || onTags(c, use.thing?.subject)],
  [/^aws:principaltag\//, (c, use) => onTags(c, use.me)],
  [/^aws:(principalarn|username)$/, onHolder],
  [/^aws:(currenttime|epochtime|tokenissuetime)$/, onTime],
  [/^aws:(requesttag\/.*|tagkeys|requestedregion|securetransport|sourceip|vpcsourceip|sourcevpce?|useragent|referer)$/, () => true],
  [/^aws:(multifactorauth(present|age)|calledvia(first|last)?|viaawsservice|sourceidentity|federatedprovider|userid)$/, () => true],
  [/^aws:(principal|resource)(orgid|orgpaths|account|type|isawsservice)$/, () => true],
];

function isMet(condition: Condition, use: Use): boolean {
  const key = condition.key.toLowerCase();
  const { base, isNegative, isIfExists, isVacuous } = operatorOf(condition);
  if (base === 'null') return !/tag\//.test(key) || use.isOwnMaking;
  // A role without a boundary has no such key.
  if (key === 'iam:permissionsboundary' && (isNegative || isIfExists || isVacuous)) return true;
  const test = tests.find(([pattern]) => pattern.test(key))?.[1];
  return test ? test(condition, use) : isNegative || isIfExists;
}

/** What would have to hold for a denial not to apply. */
function opposite(condition: Condition): Condition {
  const { operator, values } = condition;
  if (/^null$/i.test(operator))
    return { ...condition, values: values.map((v) => ({ ...v, parts: [show(v) === 'true' ? 'false' : 'true'] })) };
  const plain = operator.replace(/^for(any|all)values?:/i, '').replace(/ifexists$/i, '');
  const opposed = /not/i.test(plain) ? plain.replace(/not/i, '') : plain.replace(/^(string|arn|numeric|date|ip)/i, '$1Not');
  return { ...condition, operator: opposed };
}

/** Whether the holder gets past a denial that does not always apply: on another resource, or by failing at least one of its conditions. */
export function avoids({ conditions, resources }: HeldGrant, use: Use): boolean {
  const { thing, me } = use;
  const isElsewhere = thing ? !setTakesIn(resources, thing, me) : !resources.negated && resources.patterns.every((p) => show(p) !== '*');
  // Without conditions it is its actions that are not known.
  return isElsewhere || conditions.length === 0 || conditions.some((c) => isMet(opposite(c), use));
}

/** Whether all conditions can be met. */
export const meetsAll = (conditions: readonly Condition[], use: Use): boolean => conditions.every((c) => isMet(c, use));
