/**
 * The checks that issuers build into their tokens, by name. Each one is proven against published tokens (docs/measurements.md); none needs a network.
 * A check that holds proves that a value was issued; one that fails lowers, it never hides: many a fixture is made up.
 */
const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c >>> 0;
});

/** CRC-32 (IEEE) of an ASCII text. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) crc = (crc >>> 8) ^ (table[(crc ^ text.charCodeAt(i)) & 255] as number);
  return (crc ^ 0xffffffff) >>> 0;
}

const upperFirst = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const lowerFirst = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const base32Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A number in the positional system of an alphabet, filled with its zero to a width. */
function inBase(alphabet: string, number: number, width: number): string {
  let out = '';
  for (let n = number; n > 0; n = Math.floor(n / alphabet.length)) out = `${alphabet[n % alphabet.length]}${out}`;
  return out.padStart(width, alphabet[0]);
}

const swapped = (n: number): number => (((n & 255) << 24) | ((n & 0xff00) << 8) | ((n >>> 8) & 0xff00) | (n >>> 24)) >>> 0;
const hex = (n: number): string => n.toString(16).padStart(8, '0');
const afterPrefix = (value: string): number => value.lastIndexOf('_', value.length - 8) + 1;

/** The first part is what is covered, the second what the check must be, the third what stands there. */
type Check = (value: string) => readonly [expected: string, found: string];

const tail = (value: string, length: number): readonly [string, string] => [value.slice(0, -length), value.slice(-length)];

const checks = {
  /** GitHub, npm, Vercel: over what follows the prefix. */
  'base62-crc32': (value) => {
    const [head, check] = tail(value.slice(afterPrefix(value)), 6);
    return [inBase(upperFirst, crc32(head), 6), check];
  },
  /** Deno Deploy: over the prefix too. */
  'base62-crc32-whole': (value) => {
    const [head, check] = tail(value, 6);
    return [inBase(upperFirst, crc32(head), 6), check];
  },
  /** Apify: over the prefix too, lower-case letters first. */
  'base62-lower-crc32-whole': (value) => {
    const [head, check] = tail(value, 6);
    return [inBase(lowerFirst, crc32(head), 6), check];
  },
  /** Cloudflare, Zuplo: over what stands between prefix and check. */
  'hex-crc32-body': (value) => {
    const [head, check] = tail(value, 8);
    return [hex(crc32(head.slice(head.indexOf('_') + 1).replace(/_$/, ''))), check];
  },
  /** Atlassian: over all that stands before. */
  'hex-crc32-whole': (value) => {
    const [head, check] = tail(value, 8);
    return [hex(crc32(head)), check.toLowerCase()];
  },
  /** Grafana: over prefix and body, the bytes of the number turned round. */
  'hex-crc32-little-endian': (value) => {
    const [head, check] = tail(value, 8);
    return [hex(swapped(crc32(head.replace(/_$/, '')))), check];
  },
  /** GitLab's routable tokens: over all that stands before. */
  'base36-crc32': (value) => {
    const [head, check] = tail(value, 7);
    return [crc32(head).toString(36).padStart(7, '0'), check];
  },
  /** Confluent: base64 of the number's bytes, lowest first. */
  'base64-crc32': (value) => {
    const [head, check] = tail(value.slice(4), 6);
    return [base64Of(crc32(head)), check];
  },
  /** NATS: CRC-16 over the bytes before it, lowest byte first, in base32. */
  'base32-crc16': (value) => {
    const bits = [...value].map((c) => base32Digits.indexOf(c).toString(2).padStart(5, '0')).join('');
    const covered = bits.slice(0, Math.floor(bits.length / 8) * 8 - 16);
    const crc = crc16(covered.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
    const check = [crc & 255, crc >>> 8].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const whole = `${covered}${check}`.padEnd(bits.length, '0');
    const text = (whole.match(/.{5}/g) ?? []).map((five) => base32Digits[Number.parseInt(five, 2)]).join('');
    return [text.slice(-4), value.slice(-4)];
  },
} satisfies Readonly<Record<string, Check>>;

/** CRC-16 (XMODEM). */
function crc16(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let k = 0; k < 8; k++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc;
}

function base64Of(number: number): string {
  const bytes = [number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24];
  const bits = bytes.map((b) => b.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: 6 }, (_, i) => base64Digits[Number.parseInt(bits.slice(i * 6, i * 6 + 6).padEnd(6, '0'), 2)]).join('');
}

export type ChecksumName = keyof typeof checks;
export const checksumNames = Object.keys(checks) as readonly ChecksumName[];

/** True where the check built into the value holds. */
export function holds(name: ChecksumName, value: string): boolean {
  const [expected, found] = checks[name](value);
  return expected === found;
}

/** The value with its last characters replaced by the right check; tests make valid tokens with it. */
export function withCheck(name: ChecksumName, value: string): string {
  const [expected, found] = checks[name](value);
  return value.slice(0, value.length - found.length) + expected;
}
