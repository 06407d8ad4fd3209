/** GitHub token permissions; `id-token: write` reaches nothing by itself, the roles that trust it are links. */
import type { Grant } from '../../model/fact.js';
import type { AccessLevel } from '../../model/inventory.js';
import { literal, show } from '../../model/text.js';
import { type Ranking, strongest } from './level.js';

/** Write on these changes what others will run or who may run it. */
const strong = ['contents', 'actions', 'packages', 'deployments', 'pages', 'attestations', 'workflows', 'administration'];

function level(grant: Grant): AccessLevel {
  const actions = grant.actions.patterns.map(literal);
  const writes = actions.some((a) => a === 'write' || a === '*');
  if (!writes && actions.includes(undefined)) return 'unknown';
  return strongest(grant.resources.patterns.map((permission) => ofPermission(literal(permission), writes)));
}

function ofPermission(permission: string | undefined, writes: boolean): AccessLevel {
  if (permission === undefined) return 'unknown';
  if (!writes) return 'reads';
  if (permission === '*') return 'admin';
  if (permission === 'id-token') return 'none';
  return strong.includes(permission) ? 'writes-infrastructure' : 'writes';
}

export const github: Ranking = {
  level,
  breadth: (grant) => (grant.resources.patterns.some((r) => show(r) === '*') ? 'everything' : 'exact'),
  named: () => 'unknown',
};
