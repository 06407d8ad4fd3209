/** The table of actions by which a job becomes somebody else. It carries names; `log-in.ts` knows what they mean. */
import { type CredentialKind, type Handle, handle } from '../../model/fact.js';
import { awsRoleNamed, entraApplicationNamed, googleServiceAccountNamed } from '../cloud-names.js';

/** A long-lived secret that an action or a program takes. */
export interface Key {
  /** Its inputs; the first that is written stands for it. */
  readonly inputs: readonly string[];
  readonly kind: CredentialKind;
  /** What a person would call it. */
  readonly name: string;
}

export interface LogIn {
  /** `owner/repo` in lower case. */
  readonly action: string;
  readonly keys?: readonly Key[];
  /** The job's OIDC token is exchanged when no key is written, one of `inputs` is (none needed when empty) and no `unless` applies. */
  readonly exchange?: {
    readonly name: string;
    readonly inputs: readonly string[];
    readonly when?: Readonly<Record<string, string>>;
    readonly unless?: Readonly<Record<string, string>>;
  };
  /** Whom the job becomes, and the inputs that leave it less than whom it becomes may do. */
  readonly as?: {
    readonly inputs: readonly string[];
    readonly names: (name: string) => readonly Handle[];
    readonly limits?: { readonly inputs: readonly string[]; readonly what: string };
  };
}

const gitHubApp = (id: string): readonly Handle[] => [handle('github', 'app', id)];
const vaultRole = (role: string): readonly Handle[] => [handle('vault', 'role', role)];

const publishing = (action: string, name: string, ...inputs: readonly string[]): LogIn => ({
  action,
  keys: [{ inputs, kind: 'token', name: `${name} token` }],
});

export const logIns: readonly LogIn[] = [
  {
    action: 'aws-actions/configure-aws-credentials',
    keys: [{ inputs: ['aws-secret-access-key', 'aws-access-key-id'], kind: 'access-key', name: 'AWS access key' }],
    exchange: {
      name: 'OIDC token for AWS',
      inputs: ['role-to-assume'],
      unless: { 'role-chaining': 'true', 'use-existing-credentials': 'true', 'force-skip-oidc': 'true' },
    },
    as: {
      inputs: ['role-to-assume'],
      names: awsRoleNamed,
      limits: { inputs: ['inline-session-policy', 'managed-session-policies'], what: 'a session policy' },
    },
  },
  {
    action: 'google-github-actions/auth',
    keys: [{ inputs: ['credentials_json'], kind: 'private-key', name: 'Google service account key' }],
    exchange: { name: 'OIDC token for Google Cloud', inputs: ['workload_identity_provider'] },
    as: { inputs: ['service_account'], names: googleServiceAccountNamed },
  },
  {
    action: 'google-github-actions/setup-gcloud',
    keys: [{ inputs: ['service_account_key'], kind: 'private-key', name: 'Google service account key' }],
  },
  {
    action: 'azure/login',
    keys: [{ inputs: ['creds'], kind: 'password', name: 'Azure service principal secret' }],
    exchange: { name: 'OIDC token for Azure', inputs: ['client-id'], unless: { 'auth-type': 'identity' } },
    as: { inputs: ['client-id'], names: entraApplicationNamed },
  },
  { action: 'azure/k8s-set-context', keys: [{ inputs: ['kubeconfig', 'k8s-secret'], kind: 'secret', name: 'kubeconfig' }] },
  { action: 'azure/docker-login', keys: [{ inputs: ['password'], kind: 'password', name: 'registry password' }] },
  {
    action: 'hashicorp/vault-action',
    keys: [
      { inputs: ['token'], kind: 'token', name: 'Vault token' },
      { inputs: ['secretId'], kind: 'secret', name: 'Vault AppRole secret id' },
      { inputs: ['githubToken'], kind: 'token', name: 'GitHub token for Vault' },
      { inputs: ['password'], kind: 'password', name: 'Vault password' },
    ],
    exchange: { name: 'OIDC token for Vault', inputs: ['role'], when: { method: 'jwt' } },
    as: { inputs: ['role'], names: vaultRole },
  },
  {
    action: 'hashicorp/setup-terraform',
    keys: [{ inputs: ['cli_config_credentials_token'], kind: 'token', name: 'HCP Terraform token' }],
  },
  { action: 'docker/login-action', keys: [{ inputs: ['password'], kind: 'password', name: 'registry password' }] },
  {
    action: 'actions/create-github-app-token',
    keys: [{ inputs: ['private-key'], kind: 'private-key', name: 'GitHub App private key' }],
    as: { inputs: ['client-id', 'app-id'], names: gitHubApp },
  },
  {
    action: 'tibdex/github-app-token',
    keys: [{ inputs: ['private_key'], kind: 'private-key', name: 'GitHub App private key' }],
    as: { inputs: ['app_id'], names: gitHubApp },
  },
  {
    action: 'peter-murray/workflow-application-token-action',
    keys: [{ inputs: ['application_private_key'], kind: 'private-key', name: 'GitHub App private key' }],
    as: { inputs: ['application_id'], names: gitHubApp },
  },
  {
    action: 'actions/checkout',
    keys: [
      { inputs: ['token'], kind: 'token', name: 'GitHub token' },
      { inputs: ['ssh-key'], kind: 'private-key', name: 'deploy key' },
    ],
  },
  { action: 'peter-evans/create-pull-request', keys: [{ inputs: ['token'], kind: 'token', name: 'GitHub token' }] },
  { action: 'webfactory/ssh-agent', keys: [{ inputs: ['ssh-private-key'], kind: 'private-key', name: 'SSH key' }] },
  {
    action: 'appleboy/ssh-action',
    keys: [
      { inputs: ['key'], kind: 'private-key', name: 'SSH key' },
      { inputs: ['password'], kind: 'password', name: 'SSH password' },
    ],
  },
  { action: 'crazy-max/ghaction-import-gpg', keys: [{ inputs: ['gpg_private_key'], kind: 'signing-key', name: 'GPG signing key' }] },
  { action: 'cloudflare/wrangler-action', keys: [{ inputs: ['apiToken', 'apiKey'], kind: 'token', name: 'Cloudflare API token' }] },
  { ...publishing('pypa/gh-action-pypi-publish', 'PyPI', 'password'), exchange: { name: 'OIDC token for PyPI', inputs: [] } },
  {
    ...publishing('rubygems/configure-rubygems-credentials', 'RubyGems', 'api-token'),
    exchange: { name: 'OIDC token for RubyGems', inputs: [] },
  },
  {
    action: 'rubygems/release-gem',
    exchange: { name: 'OIDC token for RubyGems', inputs: [], unless: { 'setup-trusted-publisher': 'false' } },
  },
  { action: 'rust-lang/crates-io-auth-action', exchange: { name: 'OIDC token for crates.io', inputs: [] } },
  { action: 'nuget/login', exchange: { name: 'OIDC token for NuGet', inputs: ['user'] } },
  publishing('js-devtools/npm-publish', 'npm', 'token'),
];

/** Environment variables from which well-known programs take a long-lived secret. */
export const environmentKeys: readonly Key[] = [
  { inputs: ['AWS_SECRET_ACCESS_KEY'], kind: 'access-key', name: 'AWS access key' },
  { inputs: ['GOOGLE_CREDENTIALS'], kind: 'private-key', name: 'Google service account key' },
  { inputs: ['ARM_CLIENT_SECRET', 'AZURE_CLIENT_SECRET'], kind: 'password', name: 'Azure service principal secret' },
  { inputs: ['VAULT_TOKEN'], kind: 'token', name: 'Vault token' },
  { inputs: ['NODE_AUTH_TOKEN', 'NPM_TOKEN', 'NPM_CONFIG_TOKEN'], kind: 'token', name: 'npm token' },
  { inputs: ['TWINE_PASSWORD', 'UV_PUBLISH_TOKEN', 'POETRY_PYPI_TOKEN_PYPI'], kind: 'token', name: 'PyPI token' },
  { inputs: ['CARGO_REGISTRY_TOKEN'], kind: 'token', name: 'crates.io token' },
  { inputs: ['GEM_HOST_API_KEY'], kind: 'token', name: 'RubyGems token' },
  { inputs: ['NUGET_API_KEY'], kind: 'token', name: 'NuGet token' },
  { inputs: ['GH_TOKEN', 'GITHUB_TOKEN'], kind: 'token', name: 'GitHub token' },
  { inputs: ['OP_SERVICE_ACCOUNT_TOKEN'], kind: 'token', name: '1Password service account token' },
  { inputs: ['CLOUDFLARE_API_TOKEN'], kind: 'token', name: 'Cloudflare API token' },
  { inputs: ['PULUMI_ACCESS_TOKEN'], kind: 'token', name: 'Pulumi access token' },
];
