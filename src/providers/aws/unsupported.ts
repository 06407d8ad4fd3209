/** AWS resources that carry identities or grants and have no meaning here yet. A change to one is a gap. */
import type { Provider } from '../entity.js';

const tf = (type: RegExp, what: string) => ({ dialect: 'terraform', type, what }) as const;
const pulumi = (type: RegExp, what: string) => ({ dialect: 'pulumi', type, what }) as const;
const ansible = (type: RegExp, what: string) => ({ dialect: 'ansible', type, what }) as const;
const kept = (type: RegExp, what: string) => ({ dialect: 'kubernetes', type, what }) as const;
const cfn = (type: RegExp, what: string) => ({ dialect: 'cloudformation', type, what }) as const;

export const unsupported: Provider['unsupported'] = [
  tf(/^aws_rolesanywhere_(profile|trust_anchor)$/, 'Roles Anywhere'),
  cfn(/^AWS::RolesAnywhere::/, 'Roles Anywhere'),
  tf(/^aws_ssoadmin_(account_assignment|application|permissions_boundary_attachment)|^aws_identitystore_/, 'IAM Identity Center'),
  cfn(/^AWS::(SSO::(Assignment|Application)|IdentityStore::)/, 'IAM Identity Center'),
  tf(/^aws_organizations_(delegated_administrator|resource_policy)$/, 'organization policy'),
  cfn(/^AWS::Organizations::ResourcePolicy$/, 'organization policy'),
  tf(/^aws_(lakeformation_(permissions|resource)|ram_(resource_share|principal_association))$/, 'grant to a principal'),
  cfn(/^AWS::(LakeFormation::(Permissions|PrincipalPermissions)|RAM::ResourceShare)$/, 'grant to a principal'),
  tf(/^aws_cognito_(identity_pool|identity_pool_roles_attachment|user_pool_client|identity_provider)$/, 'Cognito identity'),
  cfn(/^AWS::Cognito::(IdentityPool|IdentityPoolRoleAttachment|UserPoolClient|UserPoolIdentityProvider)$/, 'Cognito identity'),
  tf(/^aws_iot_(policy|policy_attachment|role_alias|certificate)$/, 'IoT identity'),
  cfn(/^AWS::IoT::(Policy|PolicyPrincipalAttachment|RoleAlias|Certificate)$/, 'IoT identity'),
  tf(/^aws_transfer_(user|access|ssh_key)$/, 'Transfer Family user'),
  cfn(/^AWS::Transfer::User$/, 'Transfer Family user'),
  tf(/^aws_(api_gateway_api_key|appsync_api_key|lightsail_key_pair|key_pair)$/, 'API or SSH key'),
  cfn(/^AWS::(ApiGateway::ApiKey|AppSync::ApiKey|EC2::KeyPair)$/, 'API or SSH key'),
  tf(/^aws_(bedrockagent_agent|bedrockagentcore_(?!code_interpreter$).*)$/, 'Bedrock agent'),
  cfn(/^AWS::Bedrock(AgentCore)?::(Agent|Gateway|Runtime|WorkloadIdentity)$/, 'Bedrock agent'),
  tf(/^aws_media_store_container_policy$|^aws_redshift_resource_policy$|^aws_vpclattice_(auth|resource)_policy$/, 'resource policy'),
  tf(
    /^aws_(quicksight_user|redshift_authentication_profile|elasticache_user|memorydb_user|opensearch_authorize_vpc_endpoint_access)$/,
    'service user',
  ),
  tf(/^aws_ssm_activation$/, 'SSM activation'),
  kept(
    /^(iam\.(aws\.((m\.)?upbound|crossplane)\.io|services\.k8s\.aws)|identity\.aws\.crossplane\.io)\/(?!Account)/,
    'an AWS identity managed from the cluster',
  ),
  kept(/\/PodIdentityAssociation$/, 'an AWS role given to a service account'),
  // Rows of Pulumi and Ansible are written for IAM itself; the rest of what Terraform's rows know is named here.
  pulumi(/^aws:iam:(ServerCertificate|ServiceLinkedRole|UserLoginProfile|VirtualMfaDevice)$/, 'AWS identity or credential'),
  pulumi(/^aws-native:iam:(RolePolicy|UserPolicy|GroupPolicy|Policy|ServerCertificate|ServiceLinkedRole)$/, 'AWS identity or grant'),
  pulumi(
    /^aws(-native)?:(rolesanywhere|ssoadmin|sso|identitystore|organizations(?!:Policy)|cognito|iot|transfer):/,
    'AWS identity or grant',
  ),
  pulumi(
    /^aws(-native)?:(?!iam:|organizations:|ec2:VpcEndpointPolicy$)\w+:\w*(Policy|PolicyAttachment|Permission|ResourceShare)$/,
    'AWS resource policy or grant',
  ),
  pulumi(/^aws(-native)?:eks:(PodIdentityAssociation|AccessEntry|AccessPolicyAssociation)$/, 'AWS grant'),
  pulumi(/^aws(-native)?:(kms:(Key|Grant)|secretsmanager:\w+|ssm:(Parameter|Activation)|\w+:(ApiKey|KeyPair))$/, 'AWS key or secret'),
  pulumi(/^aws(-native)?:(lambda:Function|ecs:TaskDefinition|ec2:(Instance|LaunchTemplate)|codebuild:Project)$/, 'workload'),
  ansible(/^(iam|iam_(cert|server_certificate|mfa_device)|sts_assume_role)$/, 'AWS identity or credential'),
  ansible(/^((aws_)?kms(_key)?|secretsmanager_secret|aws_secret|ssm_parameter|aws_ssm_parameter_store|ec2_key)$/, 'AWS key or secret'),
  ansible(/^(lambda_policy|s3_bucket_policy|ecs_ecr)$/, 'AWS resource policy'),
  ansible(/^(lambda|ecs_taskdefinition|ec2_instance|ec2_launch_template|codebuild_project|aws_codebuild)$/, 'workload'),
];
