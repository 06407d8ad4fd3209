import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { sightFile } from '../../../src/credentials/files/index.js';
import { keyTools } from '../../../src/edges/keys.js';
import { stopwatch } from '../../house/stopwatch.js';
import { makeCertificate } from '../keys/made.js';

const sight = (path: string, text: string) => sightFile(text, path, keyTools)?.found;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
/** A value that looks like chance, another for each seed. */
const made = (seed: string): string => createHash('sha256').update(seed).digest('base64').replace(/\W/g, 'x').slice(0, 32);
const pem = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const certificate = makeCertificate({ subject: 'ada' });
const secret = made('secret');

interface Case {
  readonly path: string;
  /** `S` stands for the secret, once. */
  readonly text: (value: string) => string;
  readonly family: string;
  readonly decoded?: Readonly<Record<string, string>>;
  readonly confidence?: string;
  readonly wrap?: (value: string) => string;
}

const cases: readonly Case[] = [
  {
    path: '.npmrc',
    text: (s) => `registry=https://r.acme.org/\n//r.acme.org/:_authToken=${s}\n`,
    family: 'npm-registry-token',
    decoded: { host: 'r.acme.org' },
  },
  {
    path: 'a/.npmrc',
    text: (s) => `//r.acme.org/:_auth="${s}"`,
    family: 'package-registry-password',
    decoded: { host: 'r.acme.org', user: 'ada' },
    wrap: (s) => base64(`ada:${s}`),
  },
  { path: '.npmrc', text: (s) => `//r.acme.org/:_password=${s}`, family: 'package-registry-password', wrap: base64 },
  { path: '.yarnrc.yml', text: (s) => `npmScopes:\n  acme:\n    npmAuthToken: "${s}"\n`, family: 'npm-registry-token' },
  {
    path: '.pypirc',
    text: (s) => `[distutils]\nindex-servers = pypi\n\n[pypi]\nusername = ada\npassword = ${s}\n`,
    family: 'pypi-password',
    decoded: { user: 'ada' },
  },
  { path: '.cargo/credentials.toml', text: (s) => `[registry]\ntoken = "${s}"\n`, family: 'crates-registry-token' },
  { path: '.gem/credentials', text: (s) => `---\n:rubygems_api_key: ${s}\n`, family: 'rubygems-key' },
  {
    path: 'settings.xml',
    text: (s) =>
      `<settings><servers><server>\n<id>nexus</id><username>ada</username><password>${s}</password>\n</server></servers></settings>`,
    family: 'package-registry-password',
    decoded: { user: 'ada', host: 'nexus' },
  },
  {
    path: 'NuGet.Config',
    text: (s) =>
      `<configuration><packageSourceCredentials><acme><add key="Username" value="ada" /><add key="ClearTextPassword" value="${s}" /></acme></packageSourceCredentials></configuration>`,
    family: 'package-registry-password',
    decoded: { host: 'acme' },
  },
  {
    path: 'auth.json',
    text: (s) => JSON.stringify({ 'http-basic': { 'repo.acme.org': { username: 'ada', password: s } } }),
    family: 'package-registry-password',
    decoded: { user: 'ada', host: 'repo.acme.org' },
  },
  {
    path: '.netrc',
    text: (s) => `machine api.acme.org\n  login ada\n  password ${s}\n`,
    family: 'host-password',
    decoded: { host: 'api.acme.org', user: 'ada' },
  },
  {
    path: '.pgpass',
    text: (s) => `db.acme.org:5432:app:ada:${s}\n`,
    family: 'database-password',
    decoded: { host: 'db.acme.org', user: 'ada' },
  },
  { path: '.my.cnf', text: (s) => `[client]\nuser=ada\npassword="${s}"\n`, family: 'database-password', decoded: { user: 'ada' } },
  {
    path: '.docker/config.json',
    text: (s) => JSON.stringify({ auths: { 'ghcr.io': { auth: s } } }),
    family: 'container-registry-login',
    decoded: { host: 'ghcr.io', user: 'ada' },
    wrap: (s) => base64(`ada:${s}`),
  },
  {
    path: '.aws/credentials',
    text: (s) => `[deploy]\naws_access_key_id = AKIA${'Q7'.repeat(8)}\naws_secret_access_key = ${s}\n`,
    family: 'aws-secret-access-key',
    decoded: { subject: 'deploy', keyId: `AKIA${'Q7'.repeat(8)}` },
  },
  { path: '.s3cfg', text: (s) => `[default]\naccess_key = abc\nsecret_key = ${s}\n`, family: 'aws-secret-access-key' },
  {
    path: 'rclone.conf',
    text: (s) => `[remote]\ntype = s3\nsecret_access_key = ${s}\n`,
    family: 'object-storage-key',
    decoded: { subject: 'remote' },
  },
  {
    path: 'adc.json',
    text: (s) => JSON.stringify({ type: 'authorized_user', client_id: 'id-1', refresh_token: s }),
    family: 'google-user-credentials',
    decoded: { application: 'id-1' },
  },
  {
    path: 'client_secret.json',
    text: (s) => JSON.stringify({ web: { client_id: 'id-1', auth_uri: 'x', client_secret: s } }),
    family: 'google-oauth-client-secret',
  },
  {
    path: 'sp.json',
    text: (s) => JSON.stringify({ clientId: 'app-1', clientSecret: s, tenantId: 'tenant-1', subscriptionId: 'sub-1' }),
    family: 'azure-service-principal-secret',
    decoded: { application: 'app-1', organisation: 'tenant-1', account: 'sub-1' },
  },
  {
    path: 'web.publishsettings',
    text: (s) => `<publishData><publishProfile publishUrl="a.acme.org" userName="ada" userPWD="${s}"/></publishData>`,
    family: 'host-password',
    decoded: { user: 'ada', host: 'a.acme.org' },
  },
  {
    path: 'kubeconfig',
    text: (s) => `apiVersion: v1\nclusters: []\ncurrent-context: a\nusers:\n- name: ada\n  user:\n    token: ${s}\n`,
    family: 'kubeconfig-token',
    decoded: { user: 'ada' },
  },
  {
    path: 'secret.yaml',
    text: (s) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: ${s}\n`,
    family: 'kubernetes-secret-value',
    wrap: base64,
    confidence: 'possible',
  },
  {
    path: 'secret.yml',
    text: (s) => `kind: Secret\nstringData:\n  password: "${s}"\n  user: ada\n`,
    family: 'kubernetes-secret-value',
    confidence: 'possible',
  },
  {
    path: 'terraform.tfstate',
    text: (s) => JSON.stringify({ resources: [{ type: 'aws_iam_access_key', name: 'ci', instances: [{ attributes: { secret: s } }] }] }),
    family: 'terraform-state-secret',
    decoded: { subject: 'aws_iam_access_key.ci' },
    confidence: 'possible',
  },
  {
    path: 'home/.config/gh/hosts.yml',
    text: (s) => `github.com:\n    user: ada\n    oauth_token: ${s}\n`,
    family: 'tool-token',
    decoded: { host: 'github.com', user: 'ada' },
  },
  { path: '.vault-token', text: (s) => `${s}\n`, family: 'tool-token' },
  { path: '.vault_pass', text: (s) => s, family: 'tool-token' },
  {
    path: '.config/glab-cli/config.yml',
    text: (s) => `hosts:\n  gitlab.acme.org:\n    token: ${s}\n    user: ada\n`,
    family: 'tool-token',
    decoded: { host: 'gitlab.acme.org', user: 'ada' },
  },
  {
    path: 'credentials.tfrc.json',
    text: (s) => JSON.stringify({ credentials: { 'app.acme.org': { token: s } } }),
    family: 'tool-token',
    decoded: { host: 'app.acme.org' },
  },
  {
    path: '.snowflake/connections.toml',
    text: (s) => `[prod]\naccount = "acme-1"\nuser = "ada"\npassword = "${s}"\n`,
    family: 'database-password',
    decoded: { account: 'acme-1', user: 'ada' },
  },
  {
    path: 'profiles.yml',
    text: (s) => `app:\n  outputs:\n    dev:\n      host: db.acme.org\n      user: ada\n      password: ${s}\n`,
    family: 'database-password',
    decoded: { host: 'db.acme.org', user: 'ada' },
  },
  {
    path: 'sitemanager.xml',
    text: (s) => `<Server><Host>ftp.acme.org</Host><User>ada</User><Pass encoding="base64">${s}</Pass></Server>`,
    family: 'host-password',
    decoded: { host: 'ftp.acme.org' },
    wrap: base64,
  },
  {
    path: 'pull-secret.json',
    text: (s) => JSON.stringify({ auths: { 'quay.io': { auth: s } } }),
    family: 'container-registry-login',
    decoded: { host: 'quay.io', user: 'ada' },
    wrap: (s) => base64(`ada:${s}`),
  },
  { path: '.databrickscfg', text: (s) => `[DEFAULT]\nhost = https://x.acme.org\ntoken = ${s}\n`, family: 'tool-token' },
  { path: 'config/master.key', text: (s) => s, family: 'application-secret-key' },
  {
    path: 'wp-config.php',
    text: (s) => `<?php\ndefine('DB_USER', 'ada');\ndefine( 'DB_PASSWORD', '${s}' );\n`,
    family: 'database-password',
    decoded: { user: 'ada' },
  },
  {
    path: 'config/database.yml',
    text: (s) => `production:\n  username: ada\n  password: "${s}"\n`,
    family: 'database-password',
    decoded: { user: 'ada' },
  },
  ...[
    { path: '.env', text: (s: string) => `export DB_PASSWORD='${s}'\n` },
    { path: 'prod.auto.tfvars', text: (s: string) => `db_password = "${s}"\n` },
    { path: 'Dockerfile', text: (s: string) => `FROM x\nENV A=b \\\n    DB_PASSWORD="${s}"\n` },
    { path: 'Dockerfile', text: (s: string) => `ENV DB_PASSWORD ${s}\n` },
    { path: 'compose.yaml', text: (s: string) => `services:\n  db:\n    environment:\n      - DB_PASSWORD=${s}\n` },
    { path: 'compose.yaml', text: (s: string) => `services:\n  db:\n    environment:\n      DB_PASSWORD: ${s}\n` },
    { path: 'application.properties', text: (s: string) => `app.password=${s}\n` },
    { path: 'taskdefinition.json', text: (s: string) => JSON.stringify({ environment: [{ name: 'DB_PASSWORD', value: s }] }) },
    {
      path: 'Web.config',
      text: (s: string) => `<configuration><appSettings><add key="AdminPassword" value="${s}"/></appSettings></configuration>`,
    },
  ].map((c) => ({ ...c, family: 'generic-password', confidence: 'possible' })),
  {
    path: 'application.yml',
    text: (s) => `spring:\n  datasource:\n    username: ada\n    password: ${s}\n`,
    family: 'database-password',
    decoded: { user: 'ada' },
  },
  {
    path: 'appsettings.json',
    text: (s) => JSON.stringify({ ConnectionStrings: { Main: `Server=db.acme.org;Database=app;User Id=ada;Password=${s};` } }),
    family: 'database-password',
    decoded: { user: 'ada', host: 'db.acme.org' },
    confidence: 'possible',
  },
  {
    path: 'local.settings.json',
    text: (s) => JSON.stringify({ Values: { Store: `AccountName=acme;AccountKey=${s}==;EndpointSuffix=core` } }),
    family: 'azure-connection-string',
    decoded: { host: 'acme' },
    confidence: 'possible',
    wrap: (s) => s,
  },
  {
    path: '.env',
    text: (s) => `BUS="Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=${s}"`,
    family: 'azure-connection-string',
    decoded: { user: 'root' },
    confidence: 'possible',
  },
  {
    path: 'gradle.properties',
    text: (s) => `jdbcUrl=jdbc:mysql://db.acme.org/app?user=ada&password=${s}\n`,
    family: 'database-password',
    decoded: { user: 'ada' },
    confidence: 'possible',
  },
];

describe('a credential file', () => {
  it.each(cases)('$path holds a $family', ({ path, text, family, decoded = {}, confidence = 'likely', wrap = (s) => s }) => {
    const written = text(wrap(secret));
    const found = sight(path, written) ?? [];
    expect(found).toMatchObject([{ family: { id: family }, confidence, decoded }]);
    const [only] = found;
    expect(only?.value.replace(/=+$/, '')).toBe(secret);
    expect(written.slice(only?.start, only?.end).replace(/=+$/, '')).toBe(wrap(secret).replace(/=+$/, ''));
    expect(JSON.stringify([only?.reasons, only?.decoded, only?.name])).not.toContain(secret.slice(0, 8));
  });

  it.each(cases)('$path that refers or stands in holds nothing', ({ path, text, wrap = (s) => s }) => {
    for (const value of ['${SECRET}', 'changeme', '<your-secret>', 'REPLACE_ME', '{{ secret }}', ''])
      expect(sight(path, text(wrap(value))) ?? []).toEqual([]);
  });
});

describe('a key in a credential file', () => {
  const google = (key: string) =>
    JSON.stringify(
      {
        type: 'service_account',
        project_id: 'acme',
        private_key_id: 'abc',
        private_key: key,
        client_email: 'ci@acme.iam.gserviceaccount.com',
      },
      null,
      2,
    );

  it('of Google tells the service account', () => {
    const text = google(pem);
    const [found, ...more] = sight('keys/ci.json', text) ?? [];
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      family: { id: 'google-service-account-key', replacement: 'gcp-federation' },
      confidence: 'proven',
      decoded: { user: 'ci@acme.iam.gserviceaccount.com', project: 'acme', keyId: 'abc', algorithm: 'EC P-256' },
    });
    expect(text.slice(found?.start, found?.end)).toBe(JSON.stringify(pem).slice(1, -1));
  });

  it('of Google that stands in is nothing', () => {
    expect(sight('key.json', google('-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n'))).toEqual([]);
    expect(sight('key.json', google('${private_key}'))).toEqual([]);
  });

  it('of a kubeconfig tells the user, its certificate until when', () => {
    const text = [
      'apiVersion: v1',
      'clusters: []',
      'current-context: a',
      'users:',
      '- name: ada',
      '  user:',
      `    client-certificate-data: ${base64(certificate.pem)}`,
      `    client-key-data: ${base64(pem)}`,
    ].join('\n');
    expect(sight('kubeconfig.yaml', text)).toMatchObject([
      { family: { id: 'kubeconfig-client-certificate', isPublic: true }, decoded: { user: 'ada', expires: '2027-01-01T00:00:00Z' } },
      { family: { id: 'kubeconfig-client-key' }, confidence: 'proven', decoded: { user: 'ada' } },
    ]);
  });
});

describe('a Docker configuration in a Kubernetes Secret', () => {
  it('tells host and user of the login in it', () => {
    const inner = JSON.stringify({ auths: { 'ghcr.io': { auth: base64(`ada:${secret}`) } } });
    const text = `kind: Secret\ntype: kubernetes.io/dockerconfigjson\ndata:\n  .dockerconfigjson: ${base64(inner)}\n`;
    const [found, ...more] = sight('pull.yaml', text) ?? [];
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      family: { id: 'container-registry-login' },
      value: secret,
      confidence: 'likely',
      decoded: { host: 'ghcr.io', user: 'ada' },
    });
    expect(text.slice(found?.start, found?.end)).toBe(base64(inner));
  });
});

describe('what is locked', () => {
  it('is a hash in htpasswd', () => {
    const text = `ada:$2y$05$${'abcDEF12'.repeat(6)}\nbob:$apr1$abcdefgh$${'a1B2'.repeat(5)}\n`;
    expect(sight('.htpasswd', text)).toMatchObject([
      { isEncrypted: true, decoded: { user: 'ada', algorithm: 'bcrypt' } },
      { isEncrypted: true, decoded: { user: 'bob', algorithm: 'MD5 (apr1)' } },
    ]);
  });

  it.each([
    ['group_vars/vault.yml', '$ANSIBLE_VAULT;1.1;AES256\n6238\n', 'Ansible Vault'],
    ['vars.yml', 'db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6238\n', 'Ansible Vault'],
    ['secrets.enc.yaml', 'password: ENC[AES256_GCM,data:abc,type:str]\nsops:\n  version: 3\n', 'SOPS'],
    ['sealed.yaml', 'kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB\n', 'Sealed Secrets'],
  ])('%s is encrypted', (path, text, algorithm) =>
    expect(sight(path, text)).toMatchObject([
      { family: { id: 'encrypted-secrets', isPublic: true }, isEncrypted: true, decoded: { algorithm } },
    ]),
  );
});

describe('other files', () => {
  it.each(['src/app.ts', 'package.json', 'README.md', 'values.yaml'])('%s is left to others', (path) =>
    expect(sight(path, `password = "${secret}"`)).toBeUndefined(),
  );
});

describe('any file', () => {
  const paths = [
    '.npmrc',
    'settings.xml',
    'terraform.tfstate',
    'kubeconfig',
    'compose.yaml',
    '.netrc',
    '.pgpass',
    'Dockerfile',
    'wp-config.php',
    '.env',
    '.htpasswd',
  ];
  const pieces = [
    'a',
    '"',
    '{',
    '[{"a":',
    '<a ',
    '<a>',
    '<![CDATA[',
    '<!--',
    '- - ',
    '- a: ',
    'a: {',
    'password ',
    'password=;',
    ':',
    '\\',
    '=a;',
    'ENV ',
    "'a'=>",
    '#\n',
    '\u0000p\u0000',
    ' \n',
    'current-context:clusters:',
  ];
  it.each(paths)('%s that is hostile takes no time', (path) => {
    const spent = stopwatch();
    for (const piece of pieces) sight(path, `current-context: clusters:\n${piece.repeat(Math.ceil(300_000 / piece.length))}`);
    expect(spent()).toBeLessThan(5_000);
  });

  it('of long words in long lines takes no time', () => {
    const spent = stopwatch();
    const long = 'a'.repeat(19_000);
    for (const line of [`k: {${long}`, `ENV ${long}`, `<a ${long}>`, `'${long}`, `${long}:${long}`])
      for (const path of paths) sight(path, `${line}\n`.repeat(10));
    expect(spent()).toBeLessThan(5_000);
  });

  it('of UTF-16 that was read as something else is read', () => {
    expect(sight('.env', `T\0O\0K\0E\0N\0=\0${[...secret].join('\0')}`) ?? []).toEqual([]);
    expect(sight('.env', `\ufeffDB_PASSWORD=${secret}\n`)).toMatchObject([{ value: secret }]);
  });

  it('of one line of 10 MB takes no time', () => {
    const spent = stopwatch();
    sight('.env', `TOKEN=${'a'.repeat(10_000_000)}`);
    sight('appsettings.json', `{"a":"${'password=;'.repeat(1_000_000)}"}`);
    expect(spent()).toBeLessThan(5_000);
  });
});
