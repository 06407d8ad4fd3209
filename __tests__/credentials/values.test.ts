import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { judgeValue, type ValueContext } from '../../src/credentials/values.js';
import fc from '../house/seeded.js';
import { stopwatch } from '../house/stopwatch.js';

const judge = (value: string, context: Partial<ValueContext> = {}) => judgeValue(value, { pathClass: 'source', quoted: true, ...context });
const random = (seed: string, encoding: 'hex' | 'base64' = 'base64') => createHash('sha256').update(seed).digest(encoding);

describe('a value is', () => {
  it.each([
    ['reference', '${DB_PASSWORD}'],
    ['reference', '{{ .Values.password }}'],
    ['reference', '${{ secrets.TOKEN }}'],
    ['reference', '%DB_PASSWORD%'],
    ['reference', '$env:TOKEN'],
    ['reference', 'process.env.TOKEN'],
    ['reference', "os.getenv('TOKEN')"],
    ['reference', 'vault:secret/data/app#password'],
    ['reference', 'op://vault/item/field'],
    ['reference', '!Ref Password'],
    ['reference', 'ENC[AES256_GCM,data:abc]'],
    ['reference', 'ENC(abcdef)'],
    ['reference', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x'],
    ['reference', '@Microsoft.KeyVault(SecretUri=https://x)'],
    ['reference', '<your token here>'],
    ['placeholder', 'changeme'],
    ['placeholder', 'your-api-key'],
    ['placeholder', 'xxxxxxxx-xxxx-xxxx'],
    ['placeholder', 'abcabcabcabcabcabc'],
    ['placeholder', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['placeholder', '0000000000000001'],
    ['identifier', '1b4e28ba-2fa1-11d2-883f-0016d3cca427'],
    ['identifier', '1.2.3-beta.4'],
    ['identifier', '2026-11-21T10:00:00Z'],
    ['identifier', '/run/secrets/token'],
    ['identifier', 'https://example.org/oauth/token'],
    ['identifier', 'true'],
    ['identifier', 'accessTokenExpirySeconds'],
    ['identifier', 'ctrl+shift+down'],
    ['identifier', 'utf-8'],
    ['identifier', 'base64'],
    ['identifier', 'HS256'],
    ['identifier', 'gss_krb5_rfc1964_keydata'],
    ['identifier', 'APP-VERSION2-KEY-ID'],
    ['identifier', 'test_divergent_watermark_fetches_its_own'],
    ['identifier', 'service.account.token'],
    ['identifier', 'ada@host.org'],
    ['hash', `sha512-${random('x')}`],
    ['published-example', 'AKIAIOSFODNN7EXAMPLE'],
    ['published-example', '2YotnFZFEjr1zCsicMWpAA'],
    ['word', 'password'],
    ['word', 'qwertyuiop'],
    ['word', 'PersonalAccessToken0124567890'],
    ['word', 'correct horse battery staple'],
    ['word', 'hunter2'],
    ['plausible', 'Tr0ub4dor&3'],
    ['plausible', random('token')],
  ])('%s: %s', (is, value) => expect(judge(value)).toMatchObject({ is }));

  it.each(['getPassword()', 'config.token', 'self.password', "headers['x-token']", 'options?.apiKey', 'ctx->token'])(
    'a reference where it is not quoted: %s',
    (value) => expect(judge(value, { quoted: false })).toMatchObject({ is: 'reference', strength: 0 }),
  );

  it.each([
    ['integrity', random('a')],
    ['commitSha', random('a', 'hex').slice(0, 40)],
    ['etag', random('a', 'hex').slice(0, 32)],
  ])('a checksum under the name %s', (name, value) => expect(judge(value, { name })).toMatchObject({ is: 'hash', strength: 0 }));

  it.each([
    ['password', 'password'],
    ['dbPassword', 'DB_PASSWORD'],
    ['token', 'GITHUB_TOKEN'],
  ])('its own name %s: %s', (name, value) => expect(judge(value, { name })).toMatchObject({ is: 'placeholder' }));
});

describe('a stand-in word', () => {
  it('lowers what is otherwise random and does not hide it', () => {
    const value = random('long one').slice(0, 32);
    expect(judge(value).strength).toBe(3);
    expect(judge(`${value.slice(0, 20)}example${value.slice(20)}`)).toMatchObject({ is: 'plausible', strength: 2 });
  });
});

describe('strength', () => {
  it('is high for what a machine made', () => {
    const values = Array.from({ length: 200 }, (_, i) => [random(`${i}`).slice(0, 40), random(`${i}`, 'hex').slice(0, 32)]).flat();
    const strengths = values.map((v) => judge(v).strength);
    expect(strengths.filter((s) => s === 3).length).toBeGreaterThan(390);
  });
});

describe('any value', () => {
  it('is judged without telling it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), fc.boolean(), (value, quoted) => {
        const { because, strength, is } = judge(value, { quoted });
        expect(because).not.toBe('');
        expect(strength === 0).toBe(!['plausible', 'word'].includes(is));
      }),
    );
  });

  it('that is long takes no time', () => {
    const spent = stopwatch();
    for (const piece of ['a', 'a.', 'ab-', '${', '(', 'a[', 'x.y(', 'password', '1.1.', 'aA', '@a.'])
      for (const quoted of [true, false]) judge(piece.repeat(1_000_000), { quoted, name: piece.repeat(100_000) });
    expect(spent()).toBeLessThan(5_000);
  });
});
