import { describe, expect, it } from '@jest/globals';
import { gcp } from '../../../src/providers/gcp/index.js';
import { unsupportedIn } from '../unsupported.js';

describe('Google Cloud resources without a meaning', () => {
  it.each([
    'google_service_account',
    'google_service_account_key',
    'google_project_iam_member',
    'google_storage_bucket_iam_binding',
    'google_project_iam_custom_role',
    'google_iam_workload_identity_pool_provider',
    'google_storage_hmac_key',
    'data.google_iam_policy',
  ])('%s of Terraform is a gap', (type) => expect(unsupportedIn(gcp, 'terraform', type)).toHaveLength(1));

  it.each(['google_compute_network', 'google_storage_bucket'])('%s of Terraform is beside the mission', (type) =>
    expect(unsupportedIn(gcp, 'terraform', type)).toEqual([]),
  );
});
