import { describe, expect, it } from '@jest/globals';
import { azure } from '../../../src/providers/azure/index.js';
import { unsupportedIn } from '../unsupported.js';

describe('Azure resources without a meaning', () => {
  it.each([
    'azurerm_role_assignment',
    'azurerm_role_definition',
    'azurerm_user_assigned_identity',
    'azurerm_federated_identity_credential',
    'azurerm_key_vault_access_policy',
    'azurerm_servicebus_queue_authorization_rule',
    'azuread_application_password',
    'azuread_service_principal',
    'data.azurerm_storage_account_sas',
  ])('%s of Terraform is a gap', (type) => expect(unsupportedIn(azure, 'terraform', type)).toHaveLength(1));

  it.each([
    ['arm', 'Microsoft.Authorization/roleAssignments'],
    ['arm', 'microsoft.authorization/roleassignments'],
    ['arm', 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials'],
    ['arm', 'Microsoft.KeyVault/vaults/accessPolicies'],
    ['arm', 'identity'],
    ['pulumi', 'azure-native:authorization:RoleAssignment'],
    ['pulumi', 'azure:keyvault:AccessPolicy'],
    ['pulumi', 'azuread:Application'],
    ['ansible', 'azure_rm_roleassignment'],
    ['ansible', 'azure_rm_adserviceprincipal'],
  ] as const)('%s %s is a gap', (dialect, type) => expect(unsupportedIn(azure, dialect, type)).toHaveLength(1));

  it.each(['azurerm_resource_group', 'azurerm_virtual_network', 'azurerm_storage_blob'])('%s of Terraform is beside the mission', (type) =>
    expect(unsupportedIn(azure, 'terraform', type)).toEqual([]),
  );

  it('whatever is given an identity is a gap, and only that', () => {
    const what = (type: string) => [`managed identity of a resource (${type}) is not understood yet`];
    expect(unsupportedIn(azure, 'terraform', 'azurerm_linux_web_app', 'identity')).toEqual(what('azurerm_linux_web_app'));
    expect(unsupportedIn(azure, 'terraform', 'azurerm_linux_web_app', 'location')).toEqual([]);
    expect(unsupportedIn(azure, 'terraform', 'data.azurerm_linux_web_app', 'identity')).toEqual([]);
    expect(unsupportedIn(azure, 'pulumi', 'azure-native:web:WebApp', 'identity')).toEqual(what('azure-native:web:WebApp'));
    expect(unsupportedIn(azure, 'terraform', 'azurerm_role_assignment', 'identity')).toHaveLength(1);
  });
});
