/** OpenPGP private keys (RFC 4880, RFC 9580): whose they are, since when, and whether a passphrase locks them. */
import { numberAt, printable } from './bytes.js';

export interface PgpKey {
  readonly algorithm: string;
  readonly isEncrypted: boolean;
  readonly created: string;
  /** `Ada <ada@example.org>`. */
  readonly user?: string;
}

interface Packet {
  readonly tag: number;
  readonly body: Uint8Array;
  readonly next: number;
}

function packetAt(bytes: Uint8Array, at: number): Packet | undefined {
  const head = bytes[at];
  if (head === undefined || head < 0x80) return undefined;
  if ((head & 0x40) === 0) {
    const size = [1, 2, 4][head & 3];
    const length = size === undefined ? undefined : numberAt(bytes, at + 1, size);
    return length === undefined || size === undefined ? undefined : packet((head >> 2) & 15, bytes, at + 1 + size, length);
  }
  const first = bytes[at + 1] ?? 0;
  if (first < 192) return packet(head & 63, bytes, at + 2, first);
  if (first < 224) return packet(head & 63, bytes, at + 3, (first - 192) * 256 + (bytes[at + 2] ?? 0) + 192);
  const long = numberAt(bytes, at + 2, 4);
  return first === 255 && long !== undefined ? packet(head & 63, bytes, at + 6, long) : undefined;
}

const packet = (tag: number, bytes: Uint8Array, from: number, length: number): Packet | undefined =>
  from + length > bytes.length ? undefined : { tag, body: bytes.subarray(from, from + length), next: from + length };

/** Public numbers of an algorithm: `m` with a length in bits before it, `o` a curve, `k` the parameters of a key derivation, `32` so many bytes. */
const fields: Readonly<Record<number, readonly [name: string, layout: string]>> = {
  1: ['RSA', 'mm'],
  2: ['RSA', 'mm'],
  3: ['RSA', 'mm'],
  16: ['ElGamal', 'mmm'],
  17: ['DSA', 'mmmm'],
  18: ['ECDH', 'omk'],
  19: ['ECDSA', 'om'],
  22: ['EdDSA', 'om'],
  25: ['X25519', '3'],
  27: ['Ed25519', '3'],
};

/** After the public half stands one byte: zero when the private half is open. */
function readKey(body: Uint8Array): Omit<PgpKey, 'user'> | undefined {
  const [version, created, algorithm] = [body[0], numberAt(body, 1, 4), body[5] ?? 0];
  const [name, layout] = fields[algorithm] ?? [];
  if (created === undefined || (version !== 4 && version !== 6) || !name || !layout) return undefined;
  let at = version === 6 ? 10 : 6;
  let bits = '';
  for (const field of layout) {
    const size = numberAt(body, at, 2) ?? 0;
    if (field === 'm') {
      if (bits === '' && layout.startsWith('m')) bits = ` ${size}`;
      at += 2 + Math.ceil(size / 8);
    } else at += field === '3' ? 32 : 1 + (body[at] ?? 0);
  }
  const usage = body[at];
  return usage === undefined
    ? undefined
    : { algorithm: `${name}${bits}`, isEncrypted: usage !== 0, created: new Date(created * 1000).toISOString().replace('.000Z', 'Z') };
}

const mostPackets = 200;

/** Undefined when the bytes do not begin with a private key packet. */
export function readPgp(bytes: Uint8Array): PgpKey | undefined {
  const first = packetAt(bytes, 0);
  const key = first?.tag === 5 ? readKey(first.body) : undefined;
  if (!first || !key) return undefined;
  let next = packetAt(bytes, first.next);
  for (let i = 0; next && next.tag !== 13 && i < mostPackets; i++) next = packetAt(bytes, next.next);
  const user = next?.tag === 13 ? printable(new TextDecoder().decode(next.body.subarray(0, 300))) : '';
  return { ...key, ...(user !== '' && { user }) };
}
