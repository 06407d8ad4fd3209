import { describe, expect, it } from '@jest/globals';
import { withCheck } from '../../src/credentials/checksums.js';
import { makeDetector } from '../../src/credentials/sight.js';
import type { Sighting } from '../../src/credentials/sighting.js';

const detector = makeDetector({});
const sight = (text: string, path = 'settings.conf'): readonly Sighting[] => detector.sight(text, path).found;
const brief = (text: string, path?: string): readonly string[] => sight(text, path).map((s) => `${s.family.id} ${s.confidence}`);
const random = 'q7Xw2Kd9Lm4Rt8Vz1Bn6Hs3P';

describe('a value that only its name makes a credential', () => {
  it.each([
    ['code', `const apiToken = '${random}';`],
    ['a type between', `let apiToken: string = "${random}";`],
    ['Go', `var apiToken string = "${random}"`],
    ['YAML', `api_token: ${random}`],
    ['JSON', `{"api_token": "${random}"}`],
    ['JSON in JSON', `{"body": "{\\"api_token\\": \\"${random}\\"}"}`],
    ['ini', `api.token = ${random}`],
    ['shell', `export API_TOKEN=${random}`],
    ['a command line', `deploy --api-token ${random} --now`],
    ['an address', `https://api.internal/v1?api_token=${random}&page=2`],
    ['XML', `<apiToken>\n    ${random}\n</apiToken>`],
    ['attributes', `<add key="ApiToken" value="${random}" />`],
    ['PHP', `'api_token' => '${random}',`],
    ['Ruby', `:api_token => "${random}"`],
    ['a call', `System.setProperty("API_TOKEN", "${random}")`],
    ['a list of variables', `- name: API_TOKEN\n  value: ${random}`],
    ['the default of a variable', `API_TOKEN = os.getenv("SERVICE", "${random}")`],
    ['a line within a string', `{"config.ini": "API_TOKEN=${random}\\nDEBUG=1"}`],
  ])('is found in %s', (_, text) => {
    expect(sight(text).map((s) => [s.value, s.confidence])).toEqual([[random, 'possible']]);
    expect(text.slice(sight(text)[0]?.start, sight(text)[0]?.end)).toBe(random);
  });

  it.each([
    ['a reference', 'api_token: ${API_TOKEN}'],
    ['an expression', 'const apiToken = config.get("api.token");'],
    ['a placeholder', 'api_token: your-api-token-here'],
    ['a path', 'token_file: /var/run/secrets/token'],
    ['a word that only begins so', 'tokenizer: bert-base-uncased-2018'],
    ['what is public', `public_key: ${random}`],
    ['what protects a page', `csrf_token: ${random}`],
    ['a list of what a policy grants', '["iam:CreateAccessKey", "iam:UpdateAccessKey", "s3:*"]'],
    ['a list of functions', `openssl_private_key|${random}|openssl_seal`],
    ['an algorithm', "id_token_alg: 'A128CBC-HS256'"],
    ['a mask', 'api_token: ":****"'],
    ['a release', 'notes: io.jsonwebtoken:jjwt-impl-0.11.2'],
  ])('is not %s', (_, text) => {
    expect(sight(text).filter((s) => s.confidence !== 'doubtful')).toEqual([]);
  });

  it('is lowered by its place, and not looked for in what a tool wrote', () => {
    const text = `api_token: ${random}`;
    expect(brief(text, 'docs/setup.md')).toEqual(['generic-token doubtful']);
    expect(brief(text, 'package-lock.json')).toEqual([]);
    expect(brief(`var a={};${'a.b=1;'.repeat(300)}a.apiToken="${random}";${'a.b=1;'.repeat(300)}`, 'app.js')).toEqual([]);
  });
});

describe('a password', () => {
  it.each([
    ['in an address', 'postgres://app:h4rd2Guess@db.internal/shop', 'database-address', 'h4rd2Guess'],
    ['escaped in an address', 'amqp://app:h4rd%212Guess@mq.internal', 'database-address', 'h4rd!2Guess'],
    ['of curl', 'curl -s -u "deploy:h4rd2Guess" https://ci.internal/api', 'command-password', 'h4rd2Guess'],
    ['of a database user', "CREATE USER app IDENTIFIED BY 'h4rd2Guess';", 'sql-password', 'h4rd2Guess'],
    ['of a role', "ALTER ROLE app WITH LOGIN PASSWORD 'h4rd2Guess';", 'sql-password', 'h4rd2Guess'],
    ['of a login', 'new NetworkCredential("deploy", "h4rd2Guess")', 'command-password', 'h4rd2Guess'],
    ['of a directory', 'new DirectoryEntry("LDAP://dc.internal", "corp\\\\deploy", "h4rd2Guess")', 'command-password', 'h4rd2Guess'],
    ['of a request', "requests.get(url, auth=('deploy', 'h4rd2Guess'))", 'command-password', 'h4rd2Guess'],
    ['in a sentence', "# the password for user 'app' is 'h4rd2Guess'", 'told-password', 'h4rd2Guess'],
    ['of two words on a line of settings', 'password = purple_kettle', 'generic-password', 'purple_kettle'],
    ['in a connection string', 'Server=db;User ID=app;Password=h4rd2Guess;', 'database-password', 'h4rd2Guess'],
  ])('%s is found', (_, text, family, value) => {
    expect(sight(text).map((s) => [s.family.id, s.value])).toEqual([[family, value]]);
  });
});

describe('a token', () => {
  const token = 'npm_q7Xw2Kd9Lm4Rt8Vz1Bn6Hs3PcJfYgT0aBcDe';
  it('is found within base64 and within escapes, once', () => {
    expect(brief(`x: ${btoa(token)}`, 'a.txt')).toEqual(['npm-access-token possible']);
    expect(brief(`data: "key%3D${token.replaceAll('_', '%5F')}"`, 'a.txt')).toEqual(['npm-access-token possible']);
    expect(brief(`"${token.replaceAll('_', '\\u005f')}"`, 'a.txt')).toEqual(['npm-access-token possible']);
    expect(sight(`NPM_TOKEN: ${btoa(token)}`)[0]?.value).toBe(token);
  });

  it('stands after an escape of the string it is in', () => {
    expect(brief(`"a\\n${token}"`)).toEqual(['npm-access-token possible']);
  });

  it('is lowered by its place, and not when its checksum holds', () => {
    const live = `sk_live_${random}`;
    expect([brief(`x: ${live}`, 'a.txt'), brief(`x: ${live}`, 'docs/a.md')]).toEqual([
      ['stripe-secret-key likely'],
      ['stripe-secret-key possible'],
    ]);
    const issued = withCheck('base62-crc32', token);
    expect(brief(`x: ${issued}`, 'docs/a.md')).toEqual(['npm-access-token proven']);
  });

  it('is lowered where a word is glued to it, and found after the colours of a terminal', () => {
    expect(brief(`x: ${withCheck('base62-crc32', token)}extra`, 'a.txt')).toEqual(['npm-access-token possible']);
    expect(brief(`\\u001b[94m${token}\\u001b[0m`, 'a.txt')).toEqual(['npm-access-token possible']);
  });

  it('is found wherever it stands in base64, when it is a key', () => {
    const key = '"kty": "EC", "crv": "P-256", "d": "q7Xw2Kd9Lm4Rt8Vz1Bn6Hs3PcJfYgT0aBcDeq7Xw2Kd"';
    for (const before of ['', ' ', '  '])
      expect(brief(`keys: ${btoa(`${before}keys: [{${key}}]`)}`, 'a.txt')).toEqual(['json-web-key proven']);
  });

  it('that is signed with a word is no token', () => {
    const jwt = `${btoa('{"alg":"HS256","typ":"JWT"}')}.${btoa('{"iss":"https://issuer.internal","iat":1700000000}')}`.replaceAll('=', '');
    expect(brief(`x: ${jwt}.signature`, 'a.txt')).toEqual(['json-web-token doubtful']);
  });

  it('is not a part of a longer word', () => {
    expect(brief(`x${token} ${token}x`, 'a.txt').filter((f) => f.startsWith('npm'))).toEqual([]);
  });
});

describe('a value after the name of its provider', () => {
  const commit = '8e5e7e5ab8b370d6c329ec480221332ada57f0ab';
  it.each([
    ['of a length nobody knows', 'abuseipdb SECRET q7Xw2Kd9Lm4Rt8V', 'abuseipdb-by-name'],
    ['of twenty letters in no order', 'databoxToken=qTXwbKdPLmjRtHVzNBnHs', 'databox-by-name'],
    ['joined by dashes', 'cloudmersive-secret-key-q7xw2kd9lm4rt8vz1bn6', 'cloudmersive-by-name'],
    ['that somebody counted', 'getresponseKEY=0123456789abcdef0123456789abcdef', 'getresponse-by-name'],
    ['that is a commit, with a word that says token', `github token ${commit}`, 'github-by-name'],
    [
      'in the JSON of a call',
      `"method": "auth.login_with_api_key",\n"params": [\n"10-${random}${random}${random.slice(0, 16)}"`,
      'truenas-by-name',
    ],
    ['that is a digest, without a word that says more', `github: ${commit}`, ''],
    ['that pins an action', `uses: actions/create-github-app-token@${commit}`, ''],
    ['that is a commit in an address', `github.com/acme/vault-token/blob/${commit}/README`, ''],
    ['that is a part of an address', `https://avatars.yandex.net/get-yapic-token/q7Xw2Kd9Lm4Rt8Vz1Bn6Hs3P`, ''],
  ])('%s', (_, text, family) => {
    expect(sight(text).map((s) => s.family.id)).toEqual(family === '' ? [] : [family]);
  });
});

describe('two halves', () => {
  // Shaped like an access key id; its account is made up.
  const id = 'AKIAQ7XW2KD5LM4RT6VZ';
  const secret = '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';
  it('are one sighting, which is the secret', () => {
    const found = sight(`[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`, 'notes.txt');
    expect(found.map((s) => [s.family.id, s.value, s.half?.value, s.decoded.keyId])).toEqual([['aws-secret-access-key', secret, id, id]]);
    expect(found[0]?.decoded.account).toMatch(/^\d{12}$/);
  });

  it('are told apart when the other one is missing', () => {
    expect(sight(`id: ${id}`).map((s) => s.family.id)).toEqual(['aws-access-key-id']);
  });
});

describe('finds', () => {
  it('come by place, and no two overlap', () => {
    const text = Array.from({ length: 50 }, (_, i) => `api_token_${i}: ${random}${i}\nurl: https://app:h4rd${i}Guess@db.internal/x`).join(
      '\n',
    );
    const found = sight(text);
    expect(found.length).toBeGreaterThan(90);
    for (const [i, s] of found.entries()) if (i > 0) expect(s.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
  });

  it('are the same each time', () => {
    const text = `api_token: ${random}\nurl: https://app:h4rd2Guess@db.internal/x`;
    expect(sight(text)).toEqual(makeDetector({}).sight(text, 'settings.conf').found);
  });
});

describe('a family of a policy', () => {
  const custom = {
    id: 'acme-key',
    title: 'Acme key',
    provider: 'acme',
    kind: 'token',
    identity: 'api-key',
    lifetime: 'static',
    replacement: 'two-keys',
    markers: ['acme-'],
    pattern: {
      exec: (window: string) =>
        /acme-\d+-[a-z0-9]{16}/.exec(window) ? ([window.search(/acme-\d/), window.search(/acme-\d/) + 26] as const) : undefined,
    },
    decode: [{ field: 'account', split: '-', part: 1 }],
  } as const;
  it('joins the others', () => {
    const [found] = makeDetector({ custom: [custom] }).sight('x = acme-4711-q7xw2kd9lm4rt8vz', 'a.txt').found;
    expect([found?.family.id, found?.value, found?.decoded.account, found?.confidence]).toEqual([
      'acme-key',
      'acme-4711-q7xw2kd9lm4rt8vz',
      '4711',
      'likely',
    ]);
  });
});
