import { describe, expect, it } from '@jest/globals';
import { noCatalogue } from '../../../src/access/catalogue.js';
import { edgesOf } from '../../../src/access/graph/edges.js';
import { newPaths, pathsOf } from '../../../src/access/graph/paths.js';
import type { IdentityKey, Inventory, Link, Subject } from '../../../src/model/inventory.js';
import { at, grant, subject, t } from '../make.js';

const role = subject({ key: 'aws:role:deploy' as IdentityKey, grants: [grant('s3:*')], access: { level: 'admin', reasons: [] } });
const link = (limit?: string): Link => ({
  relation: 'assumes',
  to: role.key,
  end: { handles: [], name: t('deploy') },
  external: false,
  via: 'log-in',
  span: at,
  ...(limit !== undefined && { limit }),
});
const jobWith = (...links: readonly Link[]): Subject =>
  subject({ key: 'github:job:deploy' as IdentityKey, kind: 'pipeline', provider: 'github', type: 'github.job', handles: [], links });
const graphOf = (...links: readonly Link[]) => {
  const inventory: Inventory = { side: 'head', subjects: new Map([jobWith(...links), role].map((s) => [s.key, s])), gaps: [] };
  const { edges } = edgesOf(inventory, noCatalogue);
  return { edges, paths: pathsOf(inventory, edges).paths };
};
const within = link('a session policy');
const opened = (before: ReturnType<typeof graphOf>, after: ReturnType<typeof graphOf>) =>
  newPaths(before.paths, after.paths, (key) => key).length;

describe('a session policy', () => {
  it('leaves open how much of the role is reached', () => {
    expect(graphOf(within).edges).toMatchObject([{ how: 'becomes within a session policy', isCertain: false, isLimited: true }]);
  });

  it('limits nobody who also comes without it', () => {
    expect(graphOf(within, link()).paths).toMatchObject([{ steps: [{ how: 'becomes', isCertain: true }] }]);
  });

  it('opens a way when it is taken away, and none when it is put there', () => {
    expect(opened(graphOf(within), graphOf(link()))).toBe(1);
    expect(opened(graphOf(link()), graphOf(within))).toBe(0);
    expect(opened(graphOf(within), graphOf(within))).toBe(0);
  });
});
