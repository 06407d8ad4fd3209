/** Google Cloud resources that carry identities, grants or credentials. None has a meaning here yet: a change to one is a gap. */
import type { Provider } from '../entity.js';

const tf = (type: RegExp, what: string) => ({ dialect: 'terraform', type, what }) as const;
const manager = (type: RegExp, what: string) => ({ dialect: 'deployment-manager', type, what }) as const;
const pulumi = (type: RegExp, what: string) => ({ dialect: 'pulumi', type, what }) as const;
const kept = (type: RegExp, what: string) => ({ dialect: 'kubernetes', type, what }) as const;
const ansible = (type: RegExp, what: string) => ({ dialect: 'ansible', type, what }) as const;

export const unsupported: Provider['unsupported'] = [
  tf(/^google_service_account$/, 'service account'),
  tf(/^google_service_account_key$/, 'service account key'),
  tf(/^(data\.)?google_service_account_(access_token|id_token|jwt|key)$/, 'token of a service account'),
  tf(/^google_\w+_iam_(member|binding|policy)$/, 'Google Cloud IAM grant'),
  tf(/^(data\.)?google_iam_policy$/, 'Google Cloud IAM policy'),
  tf(/^google_(project|organization)_iam_custom_role$/, 'custom role'),
  tf(/^google_(iam_(deny_policy|access_boundary_policy)|\w+_iam_audit_config)$/, 'Google Cloud IAM policy'),
  tf(/^google_iam_(principal_access_boundary_policy|\w+_policy_binding)$/, 'Google Cloud IAM policy'),
  tf(/^google_iam_(workload_identity_pool|workforce_pool)\w*$/, 'workload identity federation'),
  tf(/^google_(iam_oauth_client|iap_client|iap_brand)\w*$/, 'OAuth client'),
  tf(/^google_(apikeys_key|storage_hmac_key)$/, 'API key'),
  tf(/^google_(project_default_service_accounts|project_service_identity|privileged_access_manager_entitlement)$/, 'Google Cloud access'),
  tf(/^google_(storage(_default_object)?|storage_bucket|storage_object)_(access_control|acl)$/, 'access list of a bucket'),
  tf(/^google_(bigquery_dataset_access|cloud_identity_group\w*)$/, 'Google Cloud access'),
  tf(/^google_(kms_crypto_key|secret_manager_(regional_)?secret\w*)$/, 'key or secret'),
  tf(/^google_(os_login_ssh_public_key|compute_project_metadata\w*)$/, 'SSH key'),
  // What a resource acts as.
  { dialect: 'terraform', type: /^google_/, having: ['service_account', 'service_account_email'], what: 'service account of a resource' },
  {
    dialect: 'pulumi',
    type: /^(gcp|google-native):/,
    having: ['serviceAccount', 'serviceAccountEmail'],
    what: 'service account of a resource',
  },
  manager(/^accessControl$/, 'Google Cloud IAM grant'),
  manager(/serviceAccount|^iam\.|\/iam-|iamMemberBinding|setIamPolicy|IamPolicy|[Aa]ccessControls?$/, 'Google Cloud identity or grant'),
  manager(/^(cloudkms|secretmanager|apikeys)\.|\/(cloudkms|secretmanager|apikeys)-/, 'key or secret'),
  pulumi(/^(gcp|google-native):(serviceaccount|serviceAccount|iam|iap|apikeys):/, 'Google Cloud identity'),
  pulumi(
    /^(gcp|google-native):\w+:\w*(IAMMember|IAMBinding|IAMPolicy|IamMember|IamBinding|IamPolicy|CustomRole|AccessControl)$/,
    'Google Cloud IAM grant',
  ),
  pulumi(/^(gcp|google-native):(kms:CryptoKey|secretmanager:\w+|storage:HmacKey)$/, 'key or secret'),
  kept(/^iam\.cnrm\.cloud\.google\.com\//, 'a Google Cloud identity managed from the cluster'),
  kept(/^(kms|secretmanager|apikeys)\.cnrm\.cloud\.google\.com\//, 'key or secret'),
  kept(
    /\.gcp\.((m\.)?upbound|crossplane)\.io\/(ServiceAccount|\w*IAM(Member|Binding|Policy|CustomRole))/,
    'a Google Cloud identity or grant',
  ),
  ansible(
    /^gcp_(iam_\w+|kms_crypto_key|storage_(bucket|default_object)_access_control|\w*secret_manager)$/,
    'Google Cloud identity or grant',
  ),
];
