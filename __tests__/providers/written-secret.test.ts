import { describe, expect, it } from '@jest/globals';
import { awsRoleNamed } from '../../src/providers/cloud-names.js';
import { isWrittenSecret, secretKindOf, writtenSecretKind } from '../../src/providers/written-secret.js';
import { stopwatch } from '../house/stopwatch.js';

describe('the name of a secret', () => {
  it.each([
    ['DB_PASSWORD', 'password'],
    ['dbPassword', 'password'],
    ['POSTGRES_PASS', 'password'],
    ['api-token', 'token'],
    ['AWS_SECRET_ACCESS_KEY', 'access-key'],
    ['azure_storage_key', 'access-key'],
    ['clientSecret', 'secret'],
    ['OPENAI_API_KEY', 'secret'],
    ['APIKEY', 'secret'],
    ['sshPrivateKey', 'private-key'],
    ['JWT_SIGNING_KEY', 'signing-key'],
    ['.dockerconfigjson', 'secret'],
  ])('%s says %s', (name, kind) => expect(secretKindOf(name)).toBe(kind));

  it.each([
    'SECRET_NAME',
    'secretName',
    'PASSWORD_FILE',
    'TOKEN_URL',
    'token-format',
    'PASSWORD_MIN_LENGTH',
    'SECRET_ARN',
    'PUBLIC_KEY',
    'cache-key',
    'AWS_ACCESS_KEY_ID',
    'tokenizer',
    'MAX_TOKENS',
    'secrets',
    'compass',
    '',
  ])('%s says nothing', (name) => expect(secretKindOf(name)).toBeUndefined());
});

describe('a value', () => {
  it.each(['hunter2', 'S3cr3t!', 'correct horse battery', '12345', 'a$b', 'Pa55-example-Word-9fQx', 'https://ada:pw@example.org'])(
    '%s is written',
    (value) => expect(isWrittenSecret(value)).toBe(true),
  );

  it.each([
    '',
    'xx',
    'true',
    '3600',
    '********',
    'xxxxxxxx',
    'changeme',
    'CHANGE-ME!',
    'your-api-key',
    'REPLACE_WITH_TOKEN',
    'example',
    '<token>',
    '${TOKEN}',
    '$(TOKEN)',
    '$TOKEN',
    '{{ .Values.token }}',
    'ENC[AES256_GCM,data:x]',
    'op://vault/item/field',
    'vault:secret/data/x#y',
    'ref+awsssm://x',
    '##TOKEN##',
    'arn:aws:secretsmanager:eu-west-1:1:secret:x',
    '/run/secrets/token',
    './token.txt',
    'https://example.org/oauth/token',
  ])('%s is not', (value) => expect(isWrittenSecret(value)).toBe(false));

  it('can be a secret under any name', () => {
    expect(writtenSecretKind('thing', `ghp_${'a1B2'.repeat(9)}`)).toBe('token');
    expect(writtenSecretKind('thing', 'AKIAIOSFODNN7ABCDEFG')).toBe('access-key');
    expect(writtenSecretKind('thing', 'AKIAIOSFODNN7EXAMPLE')).toBeUndefined();
    expect(writtenSecretKind('thing', '-----BEGIN CERTIFICATE-----')).toBeUndefined();
    expect(writtenSecretKind('thing', 'hunter2')).toBeUndefined();
  });

  it('that is long or repetitive takes no time', () => {
    const spent = stopwatch();
    for (const piece of ['your-', 'a/', 'x', '_-', '<', '${', 'change', 'with your the a by ', "-----BEGIN '"]) {
      isWrittenSecret(piece.repeat(100_000));
      isWrittenSecret(`replace${piece.repeat(100_000)}!`);
      writtenSecretKind(`secret${piece.repeat(100_000)}`, 'x'.repeat(10_000));
    }
    expect(spent()).toBeLessThan(5_000);
  });
});

describe('an AWS role', () => {
  it.each([
    ['arn:aws:iam::123456789012:role/ci', ['aws:role:ci']],
    ['arn:aws-us-gov:iam::123456789012:role/a/b/ci', ['aws:role:ci']],
    ['arn:aws:iam::*:role/ci', ['aws:role:ci']],
    ['arn:aws:iam::123456789012:user/ci', []],
    ['ci', []],
    ['arn:aws:iam::1:role/', []],
  ])('%s', (arn, handles) => expect(awsRoleNamed(arn)).toEqual(handles));
});
