/** Azure and Entra ID resources that carry identities, grants or credentials. None has a meaning here yet: a change to one is a gap. */
import type { Provider } from '../entity.js';

const tf = (type: RegExp, what: string) => ({ dialect: 'terraform', type, what }) as const;
const arm = (type: RegExp, what: string) => ({ dialect: 'arm', type, what }) as const;
const pulumi = (type: RegExp, what: string) => ({ dialect: 'pulumi', type, what }) as const;
const ansible = (type: RegExp, what: string) => ({ dialect: 'ansible', type, what }) as const;

export const unsupported: Provider['unsupported'] = [
  tf(/^azurerm_(role_assignment|pim_(active|eligible)_role_assignment|marketplace_role_assignment)$/, 'Azure role assignment'),
  tf(/^azurerm_\w+_role_assignment$/, 'Azure role assignment'),
  tf(/^azurerm_(role_definition|cosmosdb_\w*role_definition)$/, 'Azure role definition'),
  tf(/^azurerm_(user_assigned_identity|federated_identity_credential)$/, 'managed identity'),
  tf(/^azurerm_key_vault(_access_policy|_key|_secret|_certificate|_managed_storage_account\w*)?$/, 'Key Vault access, key or secret'),
  tf(/^azurerm_(lighthouse_assignment|lighthouse_definition|role_management_policy)$/, 'delegated Azure access'),
  tf(/^azurerm_\w+_(authorization_rule|access_policy|access_policy_assignment)$/, 'access policy or key of an Azure service'),
  tf(
    /^azurerm_(container_registry_(token|token_password|scope_map)|api_management_subscription|search_service)$/,
    'key of an Azure service',
  ),
  tf(/^azurerm_(automation_(credential|connection_service_principal|certificate)|storage_account_local_user)$/, 'credential'),
  tf(/^(data\.)?azurerm_storage_account(_blob_container|_queue)?_sas$/, 'shared access signature'),
  tf(/^azuread_(application|service_principal|directory_role|custom_directory_role|app_role|group|user|access_package)\w*$/, 'Entra ID'),
  tf(/^azuread_(administrative_unit|synchronization_secret|privileged_access_group)\w*$/, 'Entra ID'),
  tf(
    /^azuredevops_(serviceendpoint|service_principal|pat|\w*permissions|group_entitlement|service_principal_entitlement)\w*$/,
    'Azure DevOps',
  ),
  // Any resource may be given an identity, and acts as it.
  { dialect: 'terraform', type: /^azurerm_/, having: ['identity'], what: 'managed identity of a resource' },
  { dialect: 'pulumi', type: /^azure(-native)?:/, having: ['identity'], what: 'managed identity of a resource' },
  // ARM does not tell types by their case. `identity` is what the readers call the identity that any resource may be given.
  arm(/^identity$/, 'managed identity of a resource'),
  arm(/^Microsoft\.Authorization\/(role(Assignment|Definition|Eligibility|Management)\w*|denyAssignments)(\/.*)?$/i, 'Azure role'),
  arm(/^Microsoft\.ManagedIdentity\//i, 'managed identity'),
  arm(/^Microsoft\.ManagedServices\//i, 'delegated Azure access'),
  arm(/^Microsoft\.KeyVault\/(vaults|managedHSMs)(\/(accessPolicies|keys|secrets))?$/i, 'Key Vault access, key or secret'),
  arm(/^Microsoft\.Graph\//i, 'Entra ID'),
  arm(/\/(authorizationRules|accessPolicies|accessPolicyAssignments)$/i, 'access policy or key of an Azure service'),
  arm(/\/(sqlRole|mongodbRole|mongodbUser|cassandraRole|tableRole)(Assignments|Definitions)$/i, 'role of a database'),
  arm(/^Microsoft\.ContainerRegistry\/registries\/(tokens|scopeMaps|credentialSets)$/i, 'key of a container registry'),
  arm(
    /^Microsoft\.(Automation\/automationAccounts\/(credentials|certificates|connections)|Storage\/storageAccounts\/localUsers)$/i,
    'credential',
  ),
  arm(/^Microsoft\.(ApiManagement\/service\/subscriptions|Sql\/servers\/administrators)$/i, 'key or administrator of an Azure service'),
  pulumi(/^azure(-native)?:(authorization|managedidentity|lighthouse|pim):/, 'Azure role or managed identity'),
  pulumi(/^azure(-native)?:keyvault:/, 'Key Vault access, key or secret'),
  pulumi(
    /^azure(-native)?:\w+:\w*(RoleAssignment|RoleDefinition|AuthorizationRule|AccessPolicy|FederatedIdentityCredential)$/,
    'Azure grant',
  ),
  pulumi(/^azuread:/, 'Entra ID'),
  ansible(
    /^azure_rm_(roleassignment|roledefinition|keyvault\w*|ad\w+|servicebussaspolicy|manageduseridentity|storageaccount_sas)$/,
    'Azure identity',
  ),
];
