/** Every known path, made and stopped: each of its actions in a statement of its own, then the same with one of them denied. */

import { beforeAll, describe, expect, it } from '@jest/globals';
import { annotate } from '../../../src/access/annotate.js';
import { loadCatalogue } from '../../../src/access/catalogue/load.js';
import type { Catalogue } from '../../../src/access/catalogue.js';
import { type Path, paths } from '../../../src/access/escalation/paths.js';
import { awsEscalations } from '../../../src/data/aws-escalations.js';
import type { HeldGrant, IdentityKey, Link, Subject } from '../../../src/model/inventory.js';
import { stopwatch } from '../../house/stopwatch.js';
import { at, deny, grant, handles, principal, subject, t, trust } from '../make.js';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await loadCatalogue();
});

const key = (name: string) => name as IdentityKey;
const named = (noun: string, name: string, more: Partial<Subject> = {}): Subject =>
  subject({
    key: key(`aws:${noun}:${name}`),
    type: `aws.${noun}`,
    name,
    fullName: t(name),
    handles: handles(`at:infra#${noun}.${name}`, `aws:${noun}:${name}`),
    ...more,
  });

const everyone = trust([principal('account', 'arn:aws:iam::111111111111:root')]);
const anyService = trust([principal('service', 'ec2.amazonaws.com'), principal('service', 'lambda.amazonaws.com')]);
const runsAs = (to: IdentityKey): Link => ({
  relation: 'runs-as',
  to,
  end: { handles: [], name: t(to) },
  external: false,
  via: 'test',
  span: at,
});

/** What the path is to get at, besides everything. */
const boss = named('role', 'boss', { grants: [grant('*')], trust: [everyone, anyService] });

/** The actor of a path, and what else has to be there. */
function worldFor(path: Path, grants: readonly HeldGrant[]): readonly Subject[] {
  const isUsers = path.by === 'principal' && ['user', 'group'].includes(path.gives?.noun ?? path.becomes[0]?.noun ?? '');
  const actor = named(isUsers ? 'user' : 'role', 'actor', { grants });
  const workload =
    path.by === 'entering' ? [named(path.through.slice('aws.'.length), 'thing', { category: 'resource', links: [runsAs(boss.key)] })] : [];
  return [actor, boss, ...workload];
}

function found(path: Path, grants: readonly HeldGrant[]): readonly string[] {
  const subjects = new Map(worldFor(path, grants).map((s) => [s.key, s]));
  const { subjects: judged } = annotate({ side: 'head', subjects, gaps: [] }, catalogue);
  const actor = [...judged.values()].find((s) => s.name === 'actor');
  return (actor?.access.escalations ?? []).flatMap((e) => [e.path, ...e.alike]);
}

describe('the table of known paths', () => {
  it('is whole', () => {
    expect(awsEscalations).toHaveLength(81);
    expect(paths).toHaveLength(81);
    expect(paths.filter((p) => p.by === 'service').map((p) => p.id)).toEqual(['aws-rhino-23', 'aws-rhino-25']);
    expect(paths.filter((p) => p.by === 'passing' && p.services.length === 0)).toEqual([]);
  });

  describe.each(paths.map((p) => [p.id, p] as const))('%s', (id, path) => {
    const statements = path.required.map((action) => grant(action));

    it('is found where each action is allowed by a statement of its own', () => {
      expect(found(path, statements)).toContain(id);
    });

    it('is found where wildcards and NotAction take its actions in', () => {
      const services = [...new Set(path.required.map((a) => a.slice(0, a.indexOf(':'))))];
      expect(
        found(
          path,
          services.map((s) => grant(`${s}:*`)),
        ),
      ).toContain(id);
    });

    it.each(path.required)('is stopped by a denial of %s', (action) => {
      expect(found(path, [...statements, deny(action)])).not.toContain(id);
    });

    it('is stopped where what is allowed is out of reach', () => {
      expect(
        found(
          path,
          path.required.map((action) => grant(action, 'arn:aws:s3:::elsewhere')),
        ),
      ).not.toContain(id);
    });
  });
});

describe('a hostile change', () => {
  it('is followed as far as it goes, and the rest is a gap', () => {
    const wide = Array.from({ length: 120 }, (_, i) => `arn:aws:iam::111111111111:role/${'a*'.repeat(20)}${i}`);
    const roles = Array.from({ length: 200 }, (_, i) => {
      const grants = i % 2 ? [grant('*')] : [grant('iam:PassRole', wide), grant(['lambda:*', 'ecs:*', 'glue:*'])];
      return named('role', `${'a'.repeat(40)}${i}`, { grants, trust: [anyService] });
    });
    const spent = stopwatch();
    const { gaps } = annotate({ side: 'head', subjects: new Map(roles.map((s) => [s.key, s])), gaps: [] }, catalogue);
    expect(gaps.map((g) => g.kind)).toEqual(['too-large']);
    expect(spent()).toBeLessThan(60_000);
  });
});
