/** A policy as it stands in a file → what a subject holds. */
import type { HeldGrant, NamedSet, Subject } from '../../../src/model/inventory.js';
import { condition, deny, grant, patterns, set } from '../make.js';
import type { Policies, PolicyStatement } from '../oracle.js';

function granted(s: PolicyStatement): HeldGrant {
  const make = s.Effect === 'Deny' ? deny : grant;
  const list = (value: PolicyStatement['Action']) => [value ?? []].flat();
  return make([], [], {
    actions: patterns(list(s.NotAction ?? s.Action), s.NotAction !== undefined),
    resources: patterns(list(s.NotResource ?? s.Resource), s.NotResource !== undefined),
    conditions: Object.entries(s.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => condition(operator, key, values)),
    ),
  });
}

const boundary = (statements: readonly PolicyStatement[]): NamedSet =>
  set('arn:aws:iam::111122223333:policy/limit', { role: 'limit', via: 'permissions boundary', content: statements.map(granted) });

/** What an identity with these policies holds. */
export const grantOf = ({ identity, boundary: limit }: Policies): Partial<Subject> => ({
  grants: identity.map(granted),
  namedSets: limit ? [boundary(limit)] : [],
});
