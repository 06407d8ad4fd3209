import { describe, expect, it } from '@jest/globals';
import { annotate } from '../../src/access/annotate.js';
import { loadCatalogue } from '../../src/access/catalogue/load.js';
import { limitedBy } from '../../src/access/limited.js';
import type { HeldGrant, NamedSet } from '../../src/model/inventory.js';
import { show } from '../../src/model/text.js';
import { deny, grant, patterns, set, subject } from './make.js';

const catalogue = await loadCatalogue();
const words = (g: HeldGrant): string =>
  `${g.actions.negated ? 'all but ' : ''}${g.actions.patterns.map(show).join('+')} on ${g.resources.patterns.map(show).join('+')}`;

describe('what a limit lets through', () => {
  it.each<[string, HeldGrant, HeldGrant[], string[]]>([
    ['the narrower of two patterns', grant('*'), [grant('s3:Get*', 'arn:aws:s3:::logs/*')], ['s3:Get* on arn:aws:s3:::logs/*']],
    ['its own where it is narrower', grant('s3:GetObject'), [grant('s3:*')], ['s3:GetObject on *']],
    ['its own where they only overlap', grant('s3:*Object'), [grant('s3:Get*')], ['s3:*Object on *']],
    ['nothing of what the limit does not name', grant('iam:*'), [grant('s3:*')], []],
    ['a part for each statement', grant('*'), [grant('s3:*'), grant('sqs:*')], ['s3:* on *', 'sqs:* on *']],
    ['all but what is left out', grant(['iam:*', 's3:*']), [grant([], '*', { actions: patterns('iam:*', true) })], ['s3:* on *']],
    [
      'what is left out on both sides',
      grant([], '*', { actions: patterns('iam:*', true) }),
      [grant([], '*', { actions: patterns('sts:*', true) })],
      ['all but iam:*+sts:* on *'],
    ],
  ])('%s', (_, held, limit, expected) => {
    expect(limitedBy(held, limit).map(words)).toEqual(expected);
  });
});

describe('an identity within a boundary', () => {
  const levelOf = (grants: readonly HeldGrant[], ...namedSets: readonly NamedSet[]) => {
    const s = subject({ grants, namedSets });
    return annotate({ side: 'head', subjects: new Map([[s.key, s]]), gaps: [] }, catalogue).subjects.get(s.key)?.access.level;
  };
  const limit = (...content: readonly HeldGrant[]) => set('arn:aws:iam::111111111111:policy/limit', { role: 'limit', content });

  it.each<[string, HeldGrant[], NamedSet[], string]>([
    ['is no administrator', [grant('*')], [limit(grant('s3:ListBucket'))], 'lists'],
    ['is one where the boundary allows all', [grant('*')], [limit(grant('*'))], 'admin'],
    ['is denied what the boundary denies', [grant('*')], [limit(grant(['iam:*', 's3:ListBucket']), deny('iam:*'))], 'lists'],
    ['counts as it is where the boundary is not known', [grant('*')], [set('limit', { role: 'limit' })], 'admin'],
    ['of AWS, by its name', [grant('*')], [set('arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess', { role: 'limit' })], 'reads'],
    ['holds AWS policies within it too', [], [set('arn:aws:iam::aws:policy/AdministratorAccess'), limit(grant('s3:ListBucket'))], 'lists'],
  ])('%s', (_, grants, sets, expected) => {
    expect(levelOf(grants, ...sets)).toBe(expected);
  });
});
