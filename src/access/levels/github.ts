/** GitHub token permissions; `id-token: write` reaches nothing by itself, the roles that trust it are links. */
import type { Grant } from '../../model/fact.js';
import type { AccessLevel } from '../../model/inventory.js';
import { show } from '../../model/text.js';
import type { Ranking } from './level.js';

/** Write on these changes what others will run or who may run it. */
const strong = ['contents', 'actions', 'packages', 'deployments', 'pages', 'attestations', 'workflows', 'administration'];

function level(grant: Grant): AccessLevel {
  const resources = grant.resources.patterns.map(show);
  const writes = grant.actions.patterns.some((a) => ['write', '*'].includes(show(a)));
  if (!writes) return 'reads';
  if (resources.includes('*')) return 'admin';
  const real = resources.filter((r) => r !== 'id-token');
  if (real.length === 0) return 'none';
  return real.some((r) => strong.includes(r)) ? 'writes-infrastructure' : 'writes';
}

export const github: Ranking = {
  level,
  breadth: (grant) => (grant.resources.patterns.some((r) => show(r) === '*') ? 'everything' : 'exact'),
  named: () => 'unknown',
};
