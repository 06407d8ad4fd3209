/** What the vault hid, and what is a secret by its shape, comes out of no other string. */

import { describe, expect, it } from '@jest/globals';
import { makeVault, withoutTokens } from '../../src/model/redact.js';
import { filePath, span } from '../../src/model/span.js';
import { stopwatch } from '../house/stopwatch.js';

const at = span({ path: filePath('a'), side: 'head', text: '' }, 0, 0);
const letters = 'aZ09'.repeat(20);

describe('withoutTokens', () => {
  it.each([
    `ghp_${letters}`,
    `github_pat_11AB_${letters}`,
    `glpat-${letters}`,
    `xoxb-1234-${letters}`,
    `npm_${letters}`,
    `sk_live_${letters}`,
    `AIza${letters.slice(0, 35)}`,
    `AKIA${'Q2'.repeat(8)}`,
    `eyJ${letters}.eyJ${letters}.${letters}`,
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${letters}\n-----END OPENSSH PRIVATE KEY-----`,
    `-----BEGIN PRIVATE KEY-----\n${letters}`,
  ])('takes %j out', (token) => {
    expect(withoutTokens(`uses ${token}`)).toBe('uses [redacted]');
    expect(withoutTokens(`"${token}" and "${token}"`)).not.toContain(token.slice(8));
  });

  it.each([
    'arn:aws:iam::111122223333:role/AKIA',
    'ghp_short',
    'eyJ.eyJ',
    'AKIAQ2Q2',
    'npm_config_cache',
    'sk_test',
    '-----BEGIN CERTIFICATE-----',
  ])('leaves %j alone', (text) => expect(withoutTokens(text)).toBe(text));

  it('is quick on what nearly is one', () => {
    const spent = stopwatch();
    for (const start of ['-----BEGIN PRIVATE KEY-----', 'eyJ', '-eyJ', ' eyJaaaaaaaaaa.', 'xoxb-', 'github_pat_'])
      withoutTokens(start.repeat(20_000));
    withoutTokens('a'.repeat(1_000_000));
    expect(spent()).toBeLessThan(5_000);
  });
});

describe('the vault', () => {
  it('takes what it hid out of other strings, unless it cannot be told from a word', () => {
    const vault = makeVault(String);
    vault.hide('correct horse', 'password', at);
    vault.hide('short', 'pin', at);
    vault.hide('password', 'password', at);
    expect(vault.scrub('the password is correct horse, in short')).toBe('the password is [redacted password], in short');
  });
});
