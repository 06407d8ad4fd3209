/** AWS: the account is written in an access key id. */
import type { Decoded } from '../sighting.js';
import { bytesOf, known } from './base64.js';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 of the twelve characters after the prefix carries the account number, shifted by seven bits. */
export function awsAccount(value: string): Decoded | undefined {
  let number = 0n;
  for (const c of value.slice(4, 14)) {
    const digit = digits.indexOf(c);
    if (digit < 0) return undefined;
    number = number * 32n + BigInt(digit);
  }
  const account = ((number >> 2n) & 0x7fffffffff80n) >> 7n;
  return account < 1_000_000_000_000n ? { account: String(account).padStart(12, '0'), keyId: value } : undefined;
}

/** A long-lived Bedrock key is base64 of `BedrockAPIKey-<id>-at-<account>:<secret>`. */
export function bedrockKey(value: string): Decoded | undefined {
  const [, user, account] = /(BedrockAPIKey-[\w-]+?)(?:-at-(\d{12}))?:/.exec(bytesOf(value.slice(4)) ?? '') ?? [];
  return user === undefined ? undefined : known<Decoded>({ user, account });
}
