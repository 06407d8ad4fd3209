/** What should take the place of a literal credential, by name: one table of words, so that a family only names its row. */
import type { Family } from './sighting.js';

const words = {
  'two-keys': 'Issue a second key, deploy it from a secret store, then delete this one; let no key live longer than 90 days.',
  'reissue-with-expiry': 'Revoke it and issue a new one with an end date of at most 90 days and the least scope, kept in a secret store.',
  'mend-the-issuer': 'Revoke it, and look at what issued it: a token that lives for one use should never reach a file.',
  'new-key-pair': 'Make a new pair where it is used, publish the public half, let both be valid for a while, then retire this one.',
  'short-lived-database-login':
    'Change the password, then let the workload log in with its own identity (IAM or Entra login, Vault database roles).',
  'secret-store': 'Change it, keep the new value in a secret store and refer to it from here.',
  'recreate-address': 'Whoever knows the address may use it: recreate it and keep the new one in a secret store.',
  regenerate: 'Regenerate it at the provider and keep the new value in a secret store; the old one ends at once.',
  'nothing-secret': 'This is made to be published: nothing has to be rotated.',
  'aws-role':
    'Delete the key and assume a role instead: `aws-actions/configure-aws-credentials` with `role-to-assume` in a workflow (permission `id-token: write`), an instance or pod role elsewhere.',
  'azure-federation':
    'Remove the secret and use a managed identity, or a federated credential with `azure/login` (`client-id`, `tenant-id`, `subscription-id`, permission `id-token: write`).',
  'gcp-federation':
    'Delete the key and use Workload Identity Federation: `google-github-actions/auth` with `workload_identity_provider` and `service_account` (permission `id-token: write`).',
  'github-token':
    "Use the job's own `GITHUB_TOKEN` with `permissions:`, or a GitHub App's installation token from `actions/create-github-app-token`.",
  'github-installation': 'It ends by itself within the hour. Revoke it, and mint it in the job that needs it.',
  'gitlab-id-token': 'Use `CI_JOB_TOKEN` or `id_tokens:` of the job; where neither reaches, a project access token with an end date.',
  'npm-trusted-publishing': 'Revoke it and publish by trusted publishing: `permissions: id-token: write` and no token at all.',
  'pypi-trusted-publishing':
    'Revoke it and publish by trusted publishing: `pypa/gh-action-pypi-publish` with `permissions: id-token: write`.',
  'crates-trusted-publishing':
    'Revoke it and publish by trusted publishing: `rust-lang/crates-io-auth-action` with `permissions: id-token: write`.',
  'rubygems-trusted-publishing': 'Revoke it and publish by trusted publishing: `rubygems/release-gem` with `permissions: id-token: write`.',
  'nuget-trusted-publishing': 'Revoke it and publish by trusted publishing: `NuGet/login` with `permissions: id-token: write`.',
  'vault-login': 'Revoke it and log in with a JWT or the platform identity (`hashicorp/vault-action` with `method: jwt`).',
  'kubernetes-token-request':
    'Delete the token Secret; a pod gets a bound token by projection, a person or a pipeline by `kubectl create token --duration`.',
  'terraform-workload-identity':
    'Use dynamic provider credentials of HCP Terraform (workload identity), and a team token with an end date where one is needed.',
  'databricks-federation': 'Revoke it and use OAuth token federation for a service principal (`auth_type: github-oidc`).',
  'snowflake-federation': 'Revoke it and use workload identity federation, or key-pair login with a rotation.',
  'pulumi-oidc': "Revoke it and exchange the job's OIDC token: `pulumi/auth-actions`.",
  'doppler-oidc': 'Revoke it and use a service account identity with OIDC (`dopplerhq/cli-action`, `doppler oidc login`).',
  'tailscale-federation': 'Revoke it and use workload identity federation of `tailscale/github-action` (`oauth-client-id`, `audience`).',
  'octopus-oidc': 'Revoke it and log in by OIDC: `OctopusDeploy/login` with a service account.',
  'circleci-oidc': 'Revoke it; in a job use the OIDC token, for the API a token with an end date.',
  'buildkite-oidc': 'Revoke it; in a job use `buildkite-agent oidc request-token`, for the API a token with an end date.',
  'private-key-jwt': 'Revoke it and use an OAuth service app with `private_key_jwt` and scopes.',
} as const;

export type ReplacementName = keyof typeof words;

/** What should take the place of a credential of this family, in one or two sentences. */
export function replacementOf(family: Family): string {
  return (words as Readonly<Record<string, string>>)[family.replacement] ?? family.replacement;
}
