import { describe, expect, it } from '@jest/globals';
import { makeDetector } from '../../../src/credentials/sight.js';
import { filePath } from '../../../src/model/span.js';
import { readFamilies } from '../../../src/policy/load/read-families.js';
import { stopwatch } from '../../house/stopwatch.js';

const read = (text: string) => readFamilies([{ path: filePath('acme.yml'), side: 'base', text }]);
const family = (pattern: string) => `families:
  - id: acme-token
    title: Acme deploy token
    provider: acme
    kind: token
    markers: [acme_]
    pattern: '${pattern}'
    decode: [{field: account, split: _, part: 1}]
    replacement: Log in with the job's own identity.
`;

describe('families of credentials in a policy file', () => {
  it('are found where their marker stands, and tell what they carry', async () => {
    const { families, errors } = await read(family('acme_[0-9]{4}_[a-z0-9]{24}'));
    expect(errors).toEqual([]);
    const detector = makeDetector({ custom: families });
    const value = `acme_4711_${'q7zk2mxw9lr4vt8bn3hs6jd1'}`;
    const { found } = detector.sight(`deploy --token ${value}\n`, 'deploy.sh');
    expect(found.map((s) => [s.family.id, s.value, s.confidence, s.decoded])).toEqual([
      ['acme-token', value, 'likely', { account: '4711' }],
    ]);
    expect(detector.sight('acme_4711_short', 'deploy.sh').found).toEqual([]);
  });

  it('tell a broken pattern at its place', async () => {
    const { families, errors } = await read(family('acme_[0-9'));
    expect(families).toEqual([]);
    expect(errors.map((e) => `${e.file}:${e.line} ${e.message}`)).toEqual([
      expect.stringContaining('acme.yml:7 The pattern cannot be read'),
    ]);
  });

  it('take linear time for a pattern that would not end elsewhere', async () => {
    const { families } = await read(family('acme_(a|a)*(a|a)*(a|a)*b'));
    const text = `acme_${'a'.repeat(400)}\n`.repeat(200);
    const spent = stopwatch();
    expect(makeDetector({ custom: families }).sight(text, 'x').found).toEqual([]);
    expect(spent()).toBeLessThan(20_000);
  });
});
