import { describe, expect, it } from '@jest/globals';
import { cluster } from './cluster.js';

const canary = 'k9#Canary-7fQ2zL';
const packed = btoa(canary);
const secret = (rest: string) => cluster(`apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: prod}\n${rest}`);

describe('a Secret', () => {
  it('guards itself and shows only that something is written in it', () => {
    const t = secret(`type: Opaque\nstringData:\n  password: ${canary}\n  username: ada\n`);
    expect(t.subjects).toEqual(['kubernetes.secret resource prod/s kubernetes:Secret:prod/s']);
    expect(t.credentials).toEqual(['password "password" literal static hidden @6']);
    expect(t.text()).not.toContain(canary);
  });

  it('is the same secret in plain text and in base64', () => {
    const plain = secret(`stringData: {token: '${canary}'}\n`);
    const encoded = secret(`data: {token: ${packed}}\n`);
    expect(encoded.credentials).toEqual(plain.credentials);
    const digests = (t: typeof plain) => t.facts.flatMap((f) => (f.fact === 'credential' ? [f.credential.value?.digest] : []));
    expect(digests(encoded)).toEqual(digests(plain));
    expect(encoded.text()).not.toContain(packed);
  });

  it('lets stringData win over data', () => {
    expect(secret(`data: {token: ${packed}}\nstringData: {token: changeme}\n`).credentials).toEqual([]);
  });

  it.each([
    ['kubernetes.io/basic-auth', 'password', 'password'],
    ['kubernetes.io/ssh-auth', 'ssh-privatekey', 'private-key'],
    ['kubernetes.io/tls', 'tls.key', 'private-key'],
    ['kubernetes.io/dockerconfigjson', '.dockerconfigjson', 'password'],
  ])('of type %s holds one under %s', (type, key, kind) => {
    expect(secret(`type: ${type}\ndata: {${key}: ${packed}, other: ${packed}}\n`).credentials).toEqual([
      `${kind} "${key}" literal static hidden @5`,
    ]);
  });

  it('for bootstrapping ends when it says', () => {
    const t = secret(
      `type: bootstrap.kubernetes.io/token\nstringData:\n  token-secret: f395accd246ae52d\n  expiration: 2027-03-10T03:22:11Z\n`,
    );
    expect(t.credentials).toEqual(['token "token-secret" literal expiring for 2027-03-10T03:22:11Z hidden @6']);
  });

  it.each([
    "stringData: {password: ''}",
    'stringData: {password: "ENC[AES256_GCM,data:abc,iv:def,tag:ghi,type:str]"}',
    'stringData: {password: "${DB_PASSWORD}"}',
    'stringData: {password: "{{ .Values.password }}"}',
    'stringData: {password: <password>}',
    'stringData: {password: changeme}',
    `data: {password: ${btoa('changeme')}}`,
    'data: {password: "<base64 of the password>"}',
    'stringData: {password: "vault:secret/data/db#password"}',
    'stringData: {host: db.example.org}',
    'data: null',
  ])('holds nothing with %s', (entry) => {
    expect(secret(`${entry}\n`).credentials).toEqual([]);
  });
});

describe('a service account token', () => {
  const type = 'type: kubernetes.io/service-account-token\n';
  const named = (rest = '') =>
    cluster(
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: t\n  namespace: prod\n  annotations: {kubernetes.io/service-account.name: ci}\n${type}${rest}`,
    );

  it('is an identity that never ends and acts for its account', () => {
    const t = named();
    expect(t.subjects).toEqual(['kubernetes.service-account-token access-token prod/t kubernetes:Secret:prod/t']);
    expect(t.credentials).toEqual(['token "service account token" generated static @7']);
    expect(t.links).toEqual(['acts-for kubernetes:ServiceAccount:prod/ci via kubernetes.io/service-account.name @6']);
  });

  it('may even be written down', () => {
    const t = named(`data: {token: ${packed}}\n`);
    expect(t.credentials).toEqual(['token "service account token" literal static hidden @8']);
    expect(t.text()).not.toContain(packed);
  });

  it('of nobody is a gap', () => {
    expect(secret(type).reasons).toHaveLength(1);
  });
});

describe('a ConfigMap', () => {
  const map = (data: string) => cluster(`apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {${data}}\n`);

  it('matters when a secret is in it', () => {
    const t = map(`DB_PASSWORD: '${canary}', LEVEL: debug`);
    expect(t.subjects).toEqual(['kubernetes.config-map resource c kubernetes:ConfigMap:default/c']);
    expect(t.credentials).toEqual(['password "DB_PASSWORD" literal static hidden @4']);
    expect(t.text()).not.toContain(canary);
  });

  it('is left alone otherwise', () => {
    expect(map('LEVEL: debug, PASSWORD_FILE: /run/secrets/db').facts).toEqual([]);
  });
});
