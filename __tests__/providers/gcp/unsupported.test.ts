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
    'google_iam_workforce_pool_provider',
    'google_storage_hmac_key',
    'data.google_iam_policy',
  ])('%s of Terraform is a gap', (type) => expect(unsupportedIn(gcp, 'terraform', type)).toHaveLength(1));

  it.each([
    ['deployment-manager', 'iam.v1.serviceAccount'],
    ['deployment-manager', 'gcp-types/cloudresourcemanager-v1:virtual.projects.iamMemberBinding'],
    ['deployment-manager', 'accessControl'],
    ['pulumi', 'gcp:projects:IAMMember'],
    ['pulumi', 'gcp:serviceaccount:Account'],
    ['ansible', 'gcp_iam_service_account_key'],
  ] as const)('%s %s is a gap', (dialect, type) => expect(unsupportedIn(gcp, dialect, type)).toHaveLength(1));

  it.each([
    ['deployment-manager', 'compute.v1.network'],
    ['pulumi', 'gcp:compute:Network'],
    ['ansible', 'gcp_compute_network'],
  ] as const)('%s %s is beside the mission', (dialect, type) => expect(unsupportedIn(gcp, dialect, type)).toEqual([]));

  it.each(['google_compute_network', 'google_storage_bucket'])('%s of Terraform is beside the mission', (type) =>
    expect(unsupportedIn(gcp, 'terraform', type)).toEqual([]),
  );

  it('whatever acts as a service account is a gap, and only that', () => {
    const what = (type: string) => [`service account of a resource (${type}) is not understood yet`];
    expect(unsupportedIn(gcp, 'terraform', 'google_compute_instance', 'service_account')).toEqual(what('google_compute_instance'));
    expect(unsupportedIn(gcp, 'terraform', 'google_workflows_workflow', 'name')).toEqual([]);
    expect(unsupportedIn(gcp, 'pulumi', 'gcp:cloudfunctions:Function', 'serviceAccountEmail')).toEqual(what('gcp:cloudfunctions:Function'));
  });
});
