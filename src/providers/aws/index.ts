/** What AWS resources mean. */
import { defineProvider } from '../entity.js';
import { accessKey, serviceCredential, signingCertificate, sshKey } from './access-key.js';
import { attachment } from './attachment.js';
import { ecsTask } from './ecs-task.js';
import { eksAccess } from './eks-access.js';
import { eksctlRole } from './eksctl.js';
import { oidcProvider, samlProvider } from './federation.js';
import { group, groupMembership } from './group.js';
import { permissionSet, permissionSetPolicy } from './identity-center.js';
import { inlinePolicy } from './inline-policy.js';
import { instanceProfile } from './instance-profile.js';
import { kmsGrant } from './kms-grant.js';
import { kmsKey } from './kms-key.js';
import { loginProfile } from './login-profile.js';
import { policyLookup, principalLookup } from './lookup.js';
import { managedPolicy } from './managed-policy.js';
import { moduleCall } from './module-call.js';
import { organizationPolicy, organizationPolicyAttachment } from './organization-policy.js';
import { parameter } from './parameter.js';
import { podIdentity } from './pod-identity.js';
import { policyDocument } from './policy-document.js';
import { providerBlock } from './provider-block.js';
import { resourcePolicies } from './resource-policies.js';
import { role } from './role.js';
import { rotationCheck } from './rotation-check.js';
import { secret, secretRotation, secretVersion } from './secret.js';
import { serverCertificate } from './server-certificate.js';
import { serviceLinkedRole } from './service-linked-role.js';
import { serviceLogin } from './service-login.js';
import { eventBusPermission, lambdaPermission } from './single-permission.js';
import { stackSet } from './stack-set.js';
import { templateParameter } from './template-parameter.js';
import { unsupported } from './unsupported.js';
import { user } from './user.js';
import { endpoint, endpointPolicy } from './vpc-endpoint.js';
import { workloads } from './workloads.js';

export const aws = defineProvider({
  id: 'aws',
  title: 'Amazon Web Services',
  entities: [
    role,
    user,
    group,
    groupMembership,
    managedPolicy,
    inlinePolicy,
    policyDocument,
    attachment,
    permissionSet,
    permissionSetPolicy,
    instanceProfile,
    serviceLinkedRole,
    oidcProvider,
    samlProvider,
    accessKey,
    serviceCredential,
    sshKey,
    signingCertificate,
    loginProfile,
    serverCertificate,
    secret,
    secretVersion,
    secretRotation,
    parameter,
    kmsKey,
    kmsGrant,
    ...resourcePolicies,
    organizationPolicy,
    organizationPolicyAttachment,
    endpoint,
    endpointPolicy,
    lambdaPermission,
    eventBusPermission,
    ...workloads,
    ecsTask,
    stackSet,
    podIdentity,
    eksAccess,
    eksctlRole,
    providerBlock,
    principalLookup,
    policyLookup,
    serviceLogin,
    moduleCall,
    templateParameter,
    rotationCheck,
  ],
  attributes: {
    invalidDocuments: { type: 'list', doc: 'What is wrong with its policy documents that are no valid JSON; absent where they all are.' },
    policyType: { type: 'string', doc: 'Kind of an organization policy: `SERVICE_CONTROL_POLICY`, `RESOURCE_CONTROL_POLICY`.' },
    targets: { type: 'list', doc: 'Accounts, units or roots that an organization policy itself names as its targets.', told: 'targets' },
    path: { type: 'string', doc: 'IAM path of a role, user, group, policy or instance profile; `/` where none is given.' },
    users: { type: 'list', doc: 'Users that a policy itself names as its holders; absent where it names none.' },
    maxSessionHours: {
      type: 'number',
      doc: 'How long a session of a role may last, in hours; 1 where none is given.',
      told: 'session length in hours',
    },
    hasPermissionsBoundary: { type: 'boolean', doc: 'Whether a role or user is limited by a permissions boundary.' },
    forceDestroy: { type: 'boolean', doc: 'Whether Terraform may delete a user together with credentials it did not make.' },
    keyStatus: { type: 'string', doc: '`Active` or `Inactive`, of an access key or another credential of a user.', told: 'status' },
    audiences: { type: 'list', doc: 'Client ids (audiences) that an OpenID Connect provider is registered for.', told: 'audiences' },
    thumbprints: { type: 'list', doc: 'Certificate thumbprints that an OpenID Connect provider is pinned to.', told: 'thumbprints' },
    keyRotationEnabled: { type: 'boolean', doc: 'Whether KMS renews the material of a key by itself.', told: 'automatic renewal' },
    keyRotationDays: { type: 'number', doc: 'Days between renewals of a KMS key; 365 where none is given.', told: 'days between renewals' },
    keySpec: { type: 'string', doc: 'Kind of a KMS key, e.g. `SYMMETRIC_DEFAULT`, `RSA_4096`; only symmetric keys can be renewed.' },
    keyUsage: {
      type: 'string',
      doc: 'What a KMS key is for: `ENCRYPT_DECRYPT` where nothing is said, `SIGN_VERIFY`, `GENERATE_VERIFY_MAC`.',
    },
    toleratedDays: {
      type: 'number',
      doc: 'Age in days up to which a rule of AWS Config lets a key or secret pass.',
      told: 'tolerated age in days',
    },
    startsAsItself: { type: 'boolean', doc: 'Whether the containers of an ECS task run as the role that starts them.' },
  },
  unsupported,
});
