import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { base64Of, findPem } from '../../../src/credentials/keys/pem.js';
import fc from '../../house/seeded.js';
import { stopwatch } from '../../house/stopwatch.js';

const privateKey = (passphrase?: string): string =>
  generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }) },
  }).privateKey;

const block = (label: string, body: string): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
/** The open beginning of an OpenSSH key file. */
const openSsh = (cipher: string): string =>
  block(
    'OPENSSH PRIVATE KEY',
    Buffer.from(`openssh-key-v1\0\0\0\0${String.fromCharCode(cipher.length)}${cipher}\0\0\0\x04none`).toString('base64'),
  );

const labels = (text: string): readonly string[] => findPem(text).map((b) => b.label);

describe('finding blocks', () => {
  it('gives label and place and nothing of the body', () => {
    const key = privateKey().trim();
    const body = { start: 7 + 27, end: 7 + key.length - 25 };
    expect(findPem(`before\n${key}\nafter`)).toEqual([
      { label: 'PRIVATE KEY', start: 7, end: 7 + key.length, encrypted: false, body, isWhole: true },
    ]);
  });

  it.each([
    ['Windows line ends', (pem: string) => pem.replaceAll('\n', '\r\n')],
    ['indentation', (pem: string) => pem.replaceAll('\n', '\n      ')],
    ['a JSON string', (pem: string) => JSON.stringify({ key: pem })],
    ['one line', (pem: string) => pem.replaceAll('\n', ' ')],
    [
      'concatenated strings',
      (pem: string) =>
        pem
          .split('\n')
          .map((l) => `"${l}\\n"`)
          .join(' +\n'),
    ],
  ])('in %s', (_, written) => {
    expect(findPem(written(privateKey('secret')))).toMatchObject([{ label: 'ENCRYPTED PRIVATE KEY', encrypted: true }]);
  });

  it('keeps the order of several', () => {
    const text = [block('CERTIFICATE', 'AAAA'), block('CERTIFICATE', 'BBBB'), block('RSA PRIVATE KEY', 'CCCC')].join('\n');
    expect(labels(text)).toEqual(['CERTIFICATE', 'CERTIFICATE', 'RSA PRIVATE KEY']);
    expect(
      findPem(text)
        .map((b) => text.slice(b.start, b.end))
        .join('\n'),
    ).toBe(text);
  });

  it.each([
    ['no end', '-----BEGIN CERTIFICATE-----\nAAAA\n'],
    ['no beginning', 'AAAA\n-----END CERTIFICATE-----'],
    ['another end', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END PRIVATE KEY-----'],
    ['no label', '-----BEGIN -----\nAAAA\n-----END -----'],
  ])('finds none with %s', (_, text) => expect(findPem(text)).toEqual([]));

  it.each([
    ['markers far apart', block('CERTIFICATE', 'A'.repeat(200_000)), 16_000],
    ['no end', `-----BEGIN CERTIFICATE-----\n${'A'.repeat(100)}\n]}, and more`, 102],
    ['another end', `-----BEGIN CERTIFICATE-----\n${'A'.repeat(100)}\n-----END PRIVATE KEY-----`, 101],
  ])('follows a body with %s', (_, text, length) => {
    const [found, ...others] = findPem(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ isWhole: false, start: 0 });
    expect(Math.abs((found?.end ?? 0) - 27 - length)).toBeLessThan(5);
  });

  it('takes the same base64 out of every wrapping', () => {
    const key = privateKey().trim();
    const lines = key.split('\n');
    const inner = lines.slice(1, -1).join('');
    const wrapped = [
      key,
      key.replaceAll('\n', '\r\n'),
      JSON.stringify(key),
      lines.map((l) => `# ${l}`).join('\n'),
      lines.map((l) => `  "${l}\\n" +`).join('\n'),
      lines.map((l) => `'${l}',`).join('\n'),
      lines.map((l) => `"${l}" . "\\n"`).join(' .\n'),
    ];
    for (const text of wrapped) {
      const [found] = findPem(text);
      expect(found && base64Of(text.slice(found.body.start, found.body.end))).toBe(inner);
    }
  });

  it('begins anew at a second beginning', () => {
    expect(findPem(`-----BEGIN CERTIFICATE-----\n${block('CERTIFICATE', 'AAAA')}`)).toMatchObject([{ start: 28 }]);
  });
});

describe('a passphrase', () => {
  it.each([
    ['PKCS #8 without', privateKey(), false],
    ['PKCS #8 with', privateKey('secret'), true],
    ['RFC 1421 with', block('RSA PRIVATE KEY', 'Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA'), true],
    ['RFC 1421 without', block('RSA PRIVATE KEY', 'AAAA'), false],
    ['OpenSSH without', openSsh('none'), false],
    ['OpenSSH with', openSsh('aes256-ctr'), true],
    ['OpenSSH with, in a JSON string', JSON.stringify(openSsh('aes256-ctr')), true],
    ['OpenSSH without, in a JSON string', JSON.stringify(openSsh('none')), false],
  ])('%s', (_, text, encrypted) => expect(findPem(text)).toMatchObject([{ encrypted }]));
});

describe('any text', () => {
  it('gives blocks that are ordered, apart and inside', () => {
    const pieces = fc.constantFrom('-----', 'BEGIN ', 'END ', 'RSA', ' ', '\n', '\\n', 'AAAA', '-', block('RSA', 'x'));
    fc.assert(
      fc.property(fc.array(pieces), (tokens) => {
        const text = tokens.join('');
        let last = 0;
        for (const { start, end, label, isWhole } of findPem(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          if (isWhole) expect(text.slice(start, end)).toMatch(new RegExp(`^-----BEGIN ${label}-----[^]*-----END ${label}-----$`));
          last = end;
        }
      }),
    );
  });

  it.each(['-', '-----BEGIN ', '-----BEGIN A', '-----BEGIN RSA PRIVATE KEY-----', `${block('A', '')}\n`])(
    'repeated %j is read in one pass',
    (piece) => {
      const spent = stopwatch();
      findPem(piece.repeat(100_000));
      expect(spent()).toBeLessThan(5_000);
    },
  );
});
