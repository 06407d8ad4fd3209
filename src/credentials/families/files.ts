/** Families that are told by the grammar of the file they stand in, not by a mark of their own. */
import type { ReplacementName } from '../replacements.js';
import type { Family } from '../sighting.js';
import { type FamilyClass, familyOf } from './family.js';

type Unusual = Partial<Omit<Family, 'id' | 'title' | 'provider' | 'replacement'>> & { readonly replacement?: ReplacementName };

const family = (id: string, title: string, provider: string, of: FamilyClass, own: Unusual = {}): Family => ({
  ...familyOf(id, title, provider, of),
  ...own,
});

/** By what the parsers of keys and files call them. */
export const fileFamilies = {
  privateKey: family('private-key', 'private key', 'generic', 'privateKey'),
  sshKey: family('ssh-private-key', 'SSH private key', 'generic', 'privateKey'),
  pgpKey: family('pgp-private-key', 'PGP private key', 'generic', 'privateKey'),
  keystore: family('key-store', 'key store', 'generic', 'privateKey'),
  jwk: family('json-web-key', 'private JSON web key', 'generic', 'privateKey'),
  certificate: family('certificate', 'certificate', 'generic', 'identifier', {
    kind: 'certificate',
    identity: 'certificate',
    lifetime: 'expiring',
  }),
  clientCertificate: family('kubeconfig-client-certificate', 'client certificate of a kubeconfig', 'kubernetes', 'identifier', {
    kind: 'certificate',
    identity: 'certificate',
    lifetime: 'expiring',
  }),
  npmToken: family('npm-registry-token', 'npm registry token', 'npm', 'deploy', { replacement: 'npm-trusted-publishing' }),
  pypiPassword: family('pypi-password', 'PyPI password or token', 'pypi', 'password', {
    replacement: 'pypi-trusted-publishing',
    identity: 'pipeline',
  }),
  registryPassword: family('package-registry-password', 'password of a package registry', 'generic', 'password', { identity: 'pipeline' }),
  cratesToken: family('crates-registry-token', 'Cargo registry token', 'crates.io', 'deploy', { replacement: 'crates-trusted-publishing' }),
  rubygemsKey: family('rubygems-key', 'RubyGems API key', 'rubygems', 'deploy', { replacement: 'rubygems-trusted-publishing' }),
  hostPassword: family('host-password', 'password of a host', 'generic', 'password'),
  containerLogin: family('container-registry-login', 'login of a container registry', 'generic', 'password', { identity: 'robot' }),
  awsSecretKey: family('aws-secret-access-key', 'AWS secret access key', 'aws', 'keyPair', { replacement: 'aws-role' }),
  awsSession: family('aws-session-token', 'AWS session token', 'aws', 'session'),
  googleKey: family('google-service-account-key', 'Google service account key', 'google', 'serviceAccount', {
    kind: 'private-key',
    replacement: 'gcp-federation',
  }),
  googleUser: family('google-user-credentials', 'Google application default credentials of a user', 'google', 'refresh', {
    replacement: 'gcp-federation',
  }),
  googleClient: family('google-oauth-client-secret', 'Google OAuth client secret', 'google', 'clientSecret'),
  azurePrincipal: family('azure-service-principal-secret', 'secret of an Azure service principal', 'azure', 'clientSecret', {
    identity: 'service-account',
    replacement: 'azure-federation',
  }),
  yandexKey: family('yandex-authorized-key', 'Yandex Cloud authorized key', 'yandex', 'serviceAccount', {
    kind: 'private-key',
    replacement: 'new-key-pair',
  }),
  ibmKey: family('ibm-cloud-api-key', 'IBM Cloud API key', 'ibm', 'apiKey'),
  kubeconfigToken: family('kubeconfig-token', 'token of a kubeconfig', 'kubernetes', 'personal', {
    replacement: 'kubernetes-token-request',
  }),
  kubeconfigKey: family('kubeconfig-client-key', 'client key of a kubeconfig', 'kubernetes', 'privateKey', {
    replacement: 'kubernetes-token-request',
  }),
  kubeconfigPassword: family('kubeconfig-password', 'password of a kubeconfig', 'kubernetes', 'password', {
    replacement: 'kubernetes-token-request',
  }),
  kubernetesSecret: family('kubernetes-secret-value', 'value of a Kubernetes Secret', 'kubernetes', 'password', { kind: 'secret' }),
  databasePassword: family('database-password', 'database password', 'generic', 'database'),
  azureConnection: family('azure-connection-string', 'key in an Azure connection string', 'azure', 'apiKey', {
    replacement: 'azure-federation',
  }),
  storageKey: family('object-storage-key', 'access key of object storage', 'generic', 'keyPair'),
  toolToken: family('tool-token', 'token of a command-line tool', 'generic', 'personal'),
  passwordHash: family('password-hash', 'hash of a password', 'generic', 'password'),
  applicationKey: family('application-secret-key', 'secret key of an application', 'generic', 'signing'),
  stateSecret: family('terraform-state-secret', 'secret in a Terraform state', 'terraform', 'password', { kind: 'secret' }),
  encrypted: family('encrypted-secrets', 'encrypted secrets', 'generic', 'identifier', { kind: 'secret', identity: 'service-account' }),
} as const satisfies Readonly<Record<string, Family>>;

/** How the tables of files name a family. */
export type FileFamilyName = keyof typeof fileFamilies;
