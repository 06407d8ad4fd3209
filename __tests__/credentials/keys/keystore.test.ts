import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sightKeystore } from '../../../src/credentials/keys/keystore.js';
import { keyTools } from '../../../src/edges/keys.js';
import { der, makeCertificate, makePgp } from './made.js';

const sight = (bytes: Uint8Array) => sightKeystore(bytes, keyTools);
const number = (value: number, size: number) => {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntBE(value, Math.max(0, size - 6), Math.min(6, size));
  return bytes;
};

describe('a binary file', () => {
  const jks = Buffer.concat([
    Buffer.from('feedfeed00000002', 'hex'),
    number(1, 4),
    number(1, 4),
    number(6, 2),
    Buffer.from('deploy'),
    number(1_700_000_000_000, 8),
  ]);
  const pkcs12 = der(
    0x30,
    der(2, Buffer.from([3])),
    der(0x30, der(6, Buffer.from('2a864886f70d010701', 'hex')), der(0xa0, Buffer.alloc(900, 7))),
  );

  it.each([
    ['JKS', jks, { user: 'deploy', issued: '2023-11-14T22:13:20Z' }],
    ['PKCS #12', pkcs12, {}],
    ['KeePass', Buffer.concat([Buffer.from('03d9a29a67fb4bb5', 'hex'), Buffer.alloc(100)]), {}],
  ])('of the format %s is a locked store', (algorithm, bytes, decoded) =>
    expect(sight(bytes)).toMatchObject({ family: { id: 'key-store' }, isEncrypted: true, decoded: { algorithm, ...decoded } }),
  );

  it('of git-crypt is encrypted', () =>
    expect(sight(Buffer.from('\0GITCRYPT\0abc'))).toMatchObject({ family: { id: 'encrypted-secrets' }, isEncrypted: true }));

  it('may be a key, a certificate or a key ring', () => {
    const key = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' });
    expect(sight(key)).toMatchObject({ family: { id: 'private-key' }, decoded: { algorithm: 'Ed25519' } });
    expect(sight(makeCertificate({ subject: 'ci' }).bytes)).toMatchObject({ family: { id: 'certificate' } });
    const ring = Buffer.from(makePgp('Ada', 0).split('\n').slice(3, -2).join(''), 'base64');
    expect(sight(ring)).toMatchObject({ family: { id: 'pgp-private-key' }, decoded: { user: 'Ada' } });
  });

  it('is mostly nothing', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(100),
      Buffer.from('89504e470d0a1a0a', 'hex'),
      jks.subarray(0, 3),
      pkcs12.subarray(0, 40),
    ])
      expect(sight(bytes)).toBeUndefined();
    expect(sight(jks.subarray(0, 8))).toMatchObject({ decoded: { algorithm: 'JKS' } });
  });
});
