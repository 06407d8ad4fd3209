import { createHash, createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sightKeys } from '../../../src/credentials/keys/keys.js';
import { keyTools } from '../../../src/edges/keys.js';
import fc from '../../house/seeded.js';
import { stopwatch } from '../../house/stopwatch.js';
import { block, makeCertificate, makeOpenSsh, makePgp, pem } from './made.js';

const sight = (text: string) => sightKeys(text, keyTools);
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const dsa = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
const ed25519 = generateKeyPairSync('ed25519');
const spki = (key: typeof rsa.privateKey) => createPublicKey(key).export({ type: 'spki', format: 'der' });
const sha256 = (bytes: Uint8Array, as: 'hex' | 'base64') => createHash('sha256').update(bytes).digest(as);
const locked = { cipher: 'aes-256-cbc', passphrase: 'a' } as const;

describe('a private key', () => {
  it.each([
    ['PKCS #1', rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }), 'RSA 2048', rsa.privateKey],
    ['PKCS #8', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'RSA 2048', rsa.privateKey],
    ['SEC 1', ec.privateKey.export({ type: 'sec1', format: 'pem' }), 'EC P-384', ec.privateKey],
    ['PKCS #8 with a curve', ec.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'EC P-384', ec.privateKey],
    ['PKCS #8 with Ed25519', ed25519.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'Ed25519', ed25519.privateKey],
    ['PKCS #8 with DSA', dsa.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'DSA 1024', dsa.privateKey],
  ])('%s tells its algorithm and the fingerprint of its public half', (_, written, algorithm, key) => {
    const keyId = `sha256:${sha256(spki(key), 'hex')}`;
    const [found, ...more] = sight(`key: |\n${written}`);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ family: { id: 'private-key' }, confidence: 'proven', decoded: { algorithm, keyId } });
    expect(found?.isEncrypted).toBeUndefined();
  });

  it('has the same value in every wrapping', () => {
    const written = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const values = [written, JSON.stringify(written), written.replaceAll('\n', '\n    ')].map((text) => sight(text)[0]?.value);
    expect(new Set(values).size).toBe(1);
  });

  it.each([
    ['PKCS #8', rsa.privateKey.export({ type: 'pkcs8', format: 'pem', ...locked }), 'proven'],
    ['RFC 1421', rsa.privateKey.export({ type: 'pkcs1', format: 'pem', ...locked }), 'likely'],
    ['OpenSSH', makeOpenSsh('ada@host', 'aes256-ctr').pem, 'proven'],
    ['OpenPGP', makePgp('Ada <ada@example.org>', 254), 'proven'],
    ['PuTTY', makeOpenSsh('ada@host', 'aes256-cbc').putty, 'proven'],
  ])('%s says that it is locked', (_, written, confidence) =>
    expect(sight(written.toString())).toMatchObject([{ isEncrypted: true, confidence }]),
  );

  it('of OpenSSH tells the fingerprint that ssh-keygen shows, and its comment', () => {
    const key = makeOpenSsh('ada@host');
    const keyId = `SHA256:${sha256(key.blob, 'base64').replace(/=+$/, '')}`;
    const decoded = { algorithm: 'Ed25519', keyId, user: 'ada@host' };
    for (const text of [key.pem, key.putty]) expect(sight(text)).toMatchObject([{ family: { id: 'ssh-private-key' }, decoded }]);
    expect(sight(key.pem)[0]?.isEncrypted).toBeUndefined();
    expect(sight(key.putty)[0]?.isEncrypted).toBeUndefined();
  });

  it('of OpenPGP tells whose it is and since when', () => {
    const decoded = { algorithm: 'RSA 2048', user: 'Ada <ada@example.org>', issued: '2025-10-27T23:22:08Z' };
    const [found] = sight(makePgp('Ada <ada@example.org>', 0));
    expect(found).toMatchObject({
      family: { id: 'pgp-private-key' },
      confidence: 'proven',
      decoded: { ...decoded, issued: found?.decoded.issued },
    });
    expect(found?.decoded.issued).toMatch(/^2025-10-\d\dT/);
    expect(found?.isEncrypted).toBeUndefined();
  });

  it.each([
    ['EC', ec.privateKey.export({ format: 'jwk' }), 'EC P-384'],
    ['RSA', rsa.privateKey.export({ format: 'jwk' }), 'RSA 2048'],
    ['Ed25519', ed25519.privateKey.export({ format: 'jwk' }), 'Ed25519'],
    ['symmetric', { kty: 'oct', k: sha256(Buffer.from('x'), 'base64').replace(/\W/g, '') }, 'symmetric 256'],
  ])('as JSON web key (%s)', (_, jwk, algorithm) => {
    const text = JSON.stringify({ keys: [{ kid: 'signing-1', ...jwk }] }, null, 1);
    const [found] = sight(text);
    expect(found).toMatchObject({ family: { id: 'json-web-key' }, decoded: { keyId: 'signing-1' } });
    expect(found?.decoded.algorithm?.slice(0, 6)).toBe(algorithm.slice(0, 6));
    expect(text.slice(found?.start, found?.end)).toBe(jwk.k ?? jwk.d);
  });
});

describe('a key without armour', () => {
  const keys = [
    rsa.privateKey.export({ type: 'pkcs1', format: 'der' }),
    rsa.privateKey.export({ type: 'pkcs8', format: 'der' }),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' }),
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'der' }),
    ed25519.privateKey.export({ type: 'pkcs8', format: 'der' }),
  ].map((der) => der.toString('base64'));

  it.each(keys)('is found when it decodes', (key) => {
    const folded = key.replace(/(.{64})(?=.)/g, '$1\n        ');
    for (const written of [key, folded]) {
      const text = `data : ${written}\nother: x\n`;
      const [found, ...more] = sight(text);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ family: { id: 'private-key' }, confidence: 'proven', value: key });
      expect(text.slice(found?.start, found?.end)).toBe(written);
    }
    expect(sight(`data: ${key.slice(0, -20)}`)).toEqual([]);
  });

  it('is found in base64 of its armour', () => {
    const written = Buffer.from(`${rsa.privateKey.export({ type: 'pkcs8', format: 'pem' })}`).toString('base64');
    const [found, ...more] = sight(`TLS_KEY=${written}\n`);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ start: 8, end: 8 + written.length, confidence: 'proven', decoded: { algorithm: 'RSA 2048' } });
  });
});

describe('a key of a Google service account', () => {
  const fields = {
    type: 'service_account',
    project_id: 'acme-prod',
    private_key_id: 'ab12'.repeat(10),
    client_email: 'ci@acme-prod.iam.gserviceaccount.com',
  };
  const key = rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const json = JSON.stringify({ ...fields, private_key: key });
  it.each([
    ['JSON', json],
    ['JSON in a string', `credentials: ${JSON.stringify(json)}`],
    [
      'HCL',
      Object.entries({ ...fields, private_key: key.replaceAll('\n', '\\n') })
        .map(([k, v]) => `${k} = "${v}"`)
        .join('\n'),
    ],
    [
      'Ruby',
      Object.entries({ ...fields, private_key: key })
        .map(([k, v]) => `'${k}' => '${v}'`)
        .join(', '),
    ],
  ])('is told in %s', (_, text) =>
    expect(sight(text)).toMatchObject([
      {
        family: { id: 'google-service-account-key' },
        name: fields.client_email,
        decoded: { user: fields.client_email, project: 'acme-prod', keyId: fields.private_key_id, algorithm: 'RSA 2048' },
      },
    ]),
  );
});

describe('what is not a key', () => {
  it.each([
    ['the marker alone', "if (text.startsWith('-----BEGIN PRIVATE KEY-----')) return"],
    ['a reference', block('PRIVATE KEY', '${file("key.pem")}')],
    ['a template', block('RSA PRIVATE KEY', '{{ .Values.tls.key | indent 8 }}')],
    ['a public key', spki(rsa.privateKey).toString('base64')],
    ['a PEM public key', rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString()],
    ['a public JSON web key', JSON.stringify(rsa.publicKey.export({ format: 'jwk' }))],
    ['no certificate', block('CERTIFICATE', 'A'.repeat(200))],
  ])('%s', (_, text) => expect(sight(text)).toEqual([]));
});

describe('a key that does not decode', () => {
  const body = Buffer.from(rsa.privateKey.export({ type: 'pkcs1', format: 'der' })).toString('base64');
  it.each([
    ['cut, with its end', block('RSA PRIVATE KEY', body.slice(0, 300)), 'likely'],
    ['cut, without its end', `-----BEGIN RSA PRIVATE KEY-----\n${body.slice(0, 301)}`, 'possible'],
    ['short', block('RSA PRIVATE KEY', 'MIIEpAIBAAKCAQEA...'), 'doubtful'],
    ['one character', block('PRIVATE KEY', 'A'.repeat(400)), 'doubtful'],
  ])('%s', (_, text, confidence) => expect(sight(text)).toMatchObject([{ confidence }]));
});

describe('a certificate', () => {
  const made = makeCertificate({ subject: 'ci', issuer: 'root' });

  it('tells what the platform reads in it', () => {
    const theirs = new X509Certificate(made.bytes);
    const [found] = sight(made.pem);
    expect(found).toMatchObject({
      family: { id: 'certificate', isPublic: true },
      confidence: 'proven',
      decoded: {
        subject: 'O=Example\\, Inc, CN=ci',
        issuer: 'O=Example\\, Inc, CN=root',
        algorithm: 'EC P-256',
        host: 'ci.example.org',
        usage: 'CA, digitalSignature, serverAuth, clientAuth',
      },
    });
    expect(theirs.subject).toMatch(/CN=ci$/);
    expect(found?.decoded.expires).toBe(new Date(theirs.validTo).toISOString().replace('.000Z', 'Z'));
    expect(found?.decoded.issued).toBe(new Date(theirs.validFrom).toISOString().replace('.000Z', 'Z'));
  });

  it('has the same key id as its private key', () => {
    const key = made.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const ids = sight(`${made.pem}\n${key}`).map((s) => s.decoded.keyId);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe(ids[1]);
  });

  it('says that it signed itself', () => expect(sight(makeCertificate({ subject: 'ci' }).pem)[0]?.decoded.usage).toMatch(/^self-signed, /));
});

describe('any text', () => {
  const certificate = makeCertificate({ subject: 'ci' }).bytes;
  const ssh = Buffer.from(makeOpenSsh('ada').pem.split('\n').slice(1, -1).join(''), 'base64');
  const pkcs1 = rsa.privateKey.export({ type: 'pkcs1', format: 'der' });

  it('with broken bytes crashes nothing and tells no value', () => {
    const bytes = fc.constantFrom(certificate, ssh, pkcs1).chain((whole) =>
      fc.tuple(fc.nat(whole.length), fc.nat(255), fc.nat(whole.length)).map(([at, value, cut]) => {
        const broken = Buffer.from(whole);
        broken[at] = value;
        return broken.subarray(0, Math.max(60, cut));
      }),
    );
    const label = fc.constantFrom('CERTIFICATE', 'RSA PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'PGP PRIVATE KEY BLOCK');
    fc.assert(
      fc.property(label, bytes, (name, content) => {
        for (const { value, reasons, decoded } of sight(pem(name, content)))
          expect(JSON.stringify([reasons, decoded])).not.toContain(value.slice(0, 24));
      }),
    );
  });

  it('that is hostile takes no time', () => {
    const pieces = [
      '-----BEGIN PRIVATE KEY-----',
      'PuTTY-User-Key-File-2: a\n',
      'PuTTY-User-Key-File-',
      'PuTTY-User-Key-File-2: a\nPublic-Lines: 399\n',
      '{"kty"',
      'MIIEIBAAKCA',
      'LS0tLS1CRUdJTi',
      'IBAAKCA\n',
      '"kty":"oct","d":"',
      '"\\n" + "',
      '" ',
    ];
    const spent = stopwatch();
    for (const piece of pieces) {
      sight(piece.repeat(40_000));
      sight(`-----BEGIN PRIVATE KEY-----\n${'A'.repeat(100)}${piece.repeat(10_000)}`);
      sight(block('PRIVATE KEY', piece.repeat(10_000)));
      sight(block('PRIVATE KEY', `${'A'.repeat(64)}${' \n'.repeat(40_000)}!${piece}`));
    }
    expect(spent()).toBeLessThan(5_000);
  });
});
