/** OpenSSH private keys and public blobs (PROTOCOL.key): cipher, type and public half stand in the open even when the key is locked. */
import { bitLength, latin1, numberAt, printable } from './bytes.js';

export interface SshKey {
  readonly algorithm: string;
  readonly isEncrypted: boolean;
  /** The public key as SSH sends it; its SHA-256 is the fingerprint that `ssh-keygen -l` shows. */
  readonly blob: Uint8Array;
  /** Often `user@host`; inside the locked part, so only keys without a passphrase tell. */
  readonly comment?: string;
}

/** Reads strings with a length of four bytes before them, one after the other. */
function reader(bytes: Uint8Array, from: number) {
  let at = from;
  return {
    number(): number | undefined {
      const value = numberAt(bytes, at, 4);
      at += 4;
      return value;
    },
    field(): Uint8Array | undefined {
      const length = numberAt(bytes, at, 4);
      if (length === undefined || at + 4 + length > bytes.length) return undefined;
      at += 4 + length;
      return bytes.subarray(at - length, at);
    },
  };
}

const curves: Readonly<Record<string, string>> = { nistp256: 'EC P-256', nistp384: 'EC P-384', nistp521: 'EC P-521' };

/** `RSA 3072` from a public key as SSH sends it. */
export function algorithmOfBlob(blob: Uint8Array): string | undefined {
  const read = reader(blob, 0);
  const type = latin1(read.field() ?? new Uint8Array());
  const second = read.field();
  if (/^ssh-rsa$/.test(type)) {
    const modulus = read.field();
    return second && modulus ? `RSA ${bitLength(modulus)}` : undefined;
  }
  if (type === 'ssh-dss') return second && `DSA ${bitLength(second)}`;
  const [, security, curve = ''] = /^(sk-)?(?:ssh|ecdsa-sha2)-([a-z0-9]{1,20})(?:@openssh\.com)?$/.exec(type) ?? [];
  const name = curve === 'ed25519' ? 'Ed25519' : curves[curve];
  return name && (security ? `${name} on a security key` : name);
}

/** How many private numbers stand before the comment, by the type's name. */
function skipPrivate(type: string, read: ReturnType<typeof reader>): void {
  const fields = type === 'ssh-rsa' ? 6 : type === 'ssh-dss' ? 5 : type === 'ssh-ed25519' ? 2 : 3;
  for (let i = 0; i < fields; i++) read.field();
}

const magic = 'openssh-key-v1\0';

/** Undefined when the bytes are not an OpenSSH private key. */
export function readOpenSsh(bytes: Uint8Array): SshKey | undefined {
  if (latin1(bytes.subarray(0, magic.length)) !== magic) return undefined;
  const read = reader(bytes, magic.length);
  const cipher = read.field();
  const kdf = read.field();
  const options = read.field();
  const count = read.number();
  const blob = read.field();
  const algorithm = blob && algorithmOfBlob(blob);
  if (!cipher || !kdf || !options || count !== 1 || !algorithm) return undefined;
  const isEncrypted = latin1(cipher) !== 'none';
  const locked = read.field();
  const comment = isEncrypted || !locked ? undefined : commentOf(locked);
  return { algorithm, isEncrypted, blob, ...(comment && { comment }) };
}

function commentOf(open: Uint8Array): string | undefined {
  // Two equal check numbers tell that the part is not locked.
  if (numberAt(open, 0, 4) !== numberAt(open, 4, 4)) return undefined;
  const read = reader(open, 8);
  skipPrivate(latin1(read.field() ?? new Uint8Array()), read);
  return printable(latin1(read.field() ?? new Uint8Array())) || undefined;
}
