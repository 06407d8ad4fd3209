/** Keys and certificates made while the tests run: none is committed. */
import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** A PEM block, or what looks like one. */
export const block = (label: string, body: string): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----`;
const lines = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{64})(?=.)/g, '$1\n');
export const pem = (label: string, bytes: Uint8Array): string => block(label, lines(bytes));

/** DER: tag, length, content. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(6, Buffer.from(hex, 'hex'));
const integer = (n: number): Buffer => der(2, Buffer.from([n]));
const name = (common: string, organisation: string): Buffer =>
  sequence(
    der(0x31, sequence(oid('55040a'), der(0x0c, Buffer.from(organisation)))),
    der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common)))),
  );
const extension = (id: string, value: Buffer): Buffer => sequence(oid(id), der(4, value));
const utcTime = (date: string): Buffer => der(0x17, Buffer.from(`${date.replace(/[-:T]/g, '').slice(2, 14)}Z`));

export interface CertificateText {
  readonly subject: string;
  readonly issuer?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A certificate for a fresh P-256 key, signed by itself; with a client's and a server's usages and two names. */
export function makeCertificate({ subject, issuer = subject, from = '2026-01-01T00:00:00', to = '2027-01-01T00:00:00' }: CertificateText) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid('2a8648ce3d040302'));
  const extensions = sequence(
    extension('551d13', sequence(der(1, Buffer.from([0xff])))),
    extension('551d0f', der(3, Buffer.from([7, 0x80]))),
    extension('551d25', sequence(oid('2b06010505070301'), oid('2b06010505070302'))),
    extension('551d11', sequence(der(0x82, Buffer.from('ci.example.org')), der(0x86, Buffer.from('spiffe://example.org/ci')))),
  );
  const tbs = sequence(
    der(0xa0, integer(2)),
    integer(7),
    algorithm,
    name(issuer, 'Example, Inc'),
    sequence(utcTime(from), utcTime(to)),
    name(subject, 'Example, Inc'),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  );
  const bytes = sequence(tbs, algorithm, der(3, Buffer.from([0]), sign('sha256', tbs, privateKey)));
  return { bytes, pem: pem('CERTIFICATE', bytes), privateKey };
}

const field = (bytes: Uint8Array | string): Buffer => {
  const content = Buffer.from(bytes as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
};
const raw = (key: KeyObject): Buffer => createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32);

/** An Ed25519 key as OpenSSH writes it; what a passphrase would lock is noise. */
export function makeOpenSsh(comment: string, cipher = 'none') {
  const { privateKey } = generateKeyPairSync('ed25519');
  const half = raw(privateKey);
  const blob = Buffer.concat([field('ssh-ed25519'), field(half)]);
  const seed = privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32);
  const check = Buffer.from([1, 2, 3, 4, 1, 2, 3, 4]);
  const open = Buffer.concat([
    check,
    field('ssh-ed25519'),
    field(half),
    field(Buffer.concat([seed, half])),
    field(comment),
    Buffer.from([1, 2, 3]),
  ]);
  const locked = cipher === 'none' ? open : open.map((b) => b ^ 0xa5);
  const one = Buffer.from([0, 0, 0, 1]);
  const bytes = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field(cipher),
    field(cipher === 'none' ? 'none' : 'bcrypt'),
    field(''),
    one,
    field(blob),
    field(locked),
  ]);
  return { blob, pem: pem('OPENSSH PRIVATE KEY', bytes), putty: putty(blob, open, comment, cipher) };
}

const part = (title: string, bytes: Uint8Array): string => {
  const written = lines(bytes);
  return `${title}-Lines: ${written.split('\n').length}\n${written}\n`;
};
const putty = (blob: Uint8Array, open: Uint8Array, comment: string, cipher: string): string =>
  `PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: ${cipher}\nComment: ${comment}\n${part('Public', blob)}${part('Private', open)}Private-MAC: ${'0a'.repeat(32)}\n`;

/** A private key packet (RSA, version 4) and a user id packet. */
export function makePgp(user: string, usage: number): string {
  const mpi = (bits: number): Buffer => Buffer.concat([Buffer.from([bits >> 8, bits & 255]), Buffer.alloc(Math.ceil(bits / 8), 0xb3)]);
  const key = Buffer.concat([Buffer.from([4, 0x69, 0, 0, 0, 1]), mpi(2048), mpi(17), Buffer.from([usage]), Buffer.alloc(700, 0x5c)]);
  const packet = Buffer.concat([Buffer.from([0x95, key.length >> 8, key.length & 255]), key]);
  const id = Buffer.concat([Buffer.from([0xb4, user.length]), Buffer.from(user)]);
  return block('PGP PRIVATE KEY BLOCK', `Version: GnuPG v2\n\n${lines(Buffer.concat([packet, id]))}\n=abcd`);
}
