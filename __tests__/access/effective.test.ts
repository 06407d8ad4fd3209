import { describe, expect, it } from '@jest/globals';
import { effectiveOf, reaches } from '../../src/access/effective.js';
import type { HeldGrant, NamedSet } from '../../src/model/inventory.js';
import { show } from '../../src/model/text.js';
import { condition, deny, grant, patterns, principal, set, subject, t } from './make.js';

const app = 'arn:aws:iam::111111111111:role/app';
const admin = 'arn:aws:iam::111111111111:role/admin';
const mfa = condition('Bool', 'aws:MultiFactorAuthPresent', 'false');
const limit = (...content: readonly HeldGrant[]): NamedSet => set('limit', { role: 'limit', content });
const passing = (grants: readonly HeldGrant[], ...namedSets: readonly NamedSet[]) =>
  effectiveOf(subject({ grants, namedSets })).allowing('iam:PassRole');

/** Which of two roles may be passed. */
const passed = (grants: readonly HeldGrant[], ...sets: readonly NamedSet[]): readonly string[] =>
  [app, admin].filter((role) => passing(grants, ...sets).some((a) => reaches(a, t(role)))).map((role) => role.split('/')[1] ?? '');

describe('what is left of what is allowed', () => {
  it.each<[string, HeldGrant[], NamedSet[], string[]]>([
    ['all of it', [grant('iam:*')], [], ['app', 'admin']],
    ['what is named', [grant('iam:PassRole', app)], [], ['app']],
    ['a hole may be any', [grant('iam:PassRole', '<var.role>')], [], ['app', 'admin']],
    ['not what is denied', [grant('iam:*'), deny('iam:PassRole', admin)], [], ['app']],
    ['not what is denied by leaving out', [grant('iam:*'), deny([], admin, { actions: patterns('s3:*', true) })], [], ['app']],
    ['nothing, all denied', [grant('iam:*'), deny('*')], [], []],
    ['nothing, denied on the same target', [grant('iam:PassRole', app), deny('iam:*', `${app}*`)], [], []],
    ['all, where another action is denied', [grant('iam:*'), deny('iam:Create*')], [], ['app', 'admin']],
    ['what the boundary lets through', [grant('*')], [limit(grant('iam:PassRole', app))], ['app']],
    ['nothing that the boundary does not name', [grant('*')], [limit(grant('s3:*'))], []],
    ['nothing that the boundary denies', [grant('*')], [limit(grant('*'), deny('iam:*', admin))], ['app']],
    ['what both boundaries let through', [grant('*')], [limit(grant('iam:*')), limit(grant('*', app))], ['app']],
    ['nothing, of a resource that lets others in', [grant('iam:*', '*', { principals: [principal('anyone')] })], [], []],
  ])('%s', (_, grants, sets, expected) => {
    expect(passed(grants, ...sets)).toEqual(expected);
  });

  it('a denial under a condition is noted, and does not take away', () => {
    const [allowed] = passing([grant('iam:*'), deny('iam:*', '*', { conditions: [mfa] })]);
    expect(allowed?.unless.flatMap((g) => g.conditions.map((c) => c.key))).toEqual(['aws:MultiFactorAuthPresent']);
  });

  it('what the boundary asks for must hold as well', () => {
    const service = condition('StringEquals', 'iam:PassedToService', 'ecs-tasks.amazonaws.com');
    const [allowed] = passing([grant('iam:*')], limit(grant('*', '*', { conditions: [service] })));
    expect(allowed?.conditions.map((c) => c.key)).toEqual(['iam:PassedToService']);
    expect(allowed?.doubts).toEqual([]);
  });

  it('what a set gives by name counts where its statements are known, and is a doubt where not', () => {
    const team = set('team');
    const known = effectiveOf(subject({ namedSets: [team] }), { statementsOf: () => [grant('iam:PassRole', app)] });
    expect(known.allowing('iam:PassRole').map(({ grant: g }) => `${g.via} ${g.resources.patterns.map(show)}`)).toEqual([
      `team (attachment) ${app}`,
    ]);
    expect(known.doubts).toEqual([]);
    expect(effectiveOf(subject({ namedSets: [team] })).doubts.map((d) => d.because)).toEqual([
      'what team allows (attachment) is not known from the files',
    ]);
  });
});
