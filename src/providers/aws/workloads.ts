/** Which resources run as a role, and under which name and field. */
import type { Entity } from '../entity.js';
import { workload } from './workload.js';

/** All of them, but for those with a shape of their own (ECS tasks, SAM functions). */
export const workloads: readonly Entity[] = [
  workload(
    'aws.function',
    'Lambda function',
    {
      terraform: {
        type: 'aws_lambda_function',
        fields: { name: 'function_name', role: 'role', variables: 'environment.variables', tags: 'tags' },
      },
      cloudformation: {
        type: 'AWS::Lambda::Function',
        fields: { name: 'FunctionName', role: 'Role', variables: 'Environment.Variables', tags: 'Tags' },
      },
    },
    'function',
  ),
  workload('aws.instance', 'EC2 instance', {
    terraform: {
      type: ['aws_instance', 'aws_spot_instance_request'],
      fields: {
        profile: 'iam_instance_profile',
        script: 'user_data',
        encoded: 'user_data_base64',
        provisioner: { at: 'provisioner', fields: { commands: ['inline', 'command'], content: 'content', file: 'destination' } },
        tags: 'tags',
      },
    },
    cloudformation: { type: 'AWS::EC2::Instance', fields: { profile: 'IamInstanceProfile', script: 'UserData', tags: 'Tags' } },
  }),
  workload('aws.launch-template', 'EC2 launch template', {
    terraform: {
      type: ['aws_launch_template', 'aws_launch_configuration'],
      fields: {
        name: 'name',
        profile: ['iam_instance_profile.arn', 'iam_instance_profile.name', 'iam_instance_profile'],
        script: 'user_data',
        encoded: 'user_data_base64',
        tags: 'tags',
      },
    },
    cloudformation: {
      type: ['AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
      fields: {
        name: ['LaunchTemplateName', 'LaunchConfigurationName'],
        profile: ['LaunchTemplateData.IamInstanceProfile.Arn', 'LaunchTemplateData.IamInstanceProfile.Name', 'IamInstanceProfile'],
        script: ['LaunchTemplateData.UserData', 'UserData'],
      },
    },
  }),
  workload('aws.ecs-service', 'ECS service', {
    terraform: { type: 'aws_ecs_service', fields: { name: 'name', role: 'iam_role', tags: 'tags' } },
    cloudformation: { type: 'AWS::ECS::Service', fields: { name: 'ServiceName', role: 'Role', tags: 'Tags' } },
  }),
  workload('aws.eks-cluster', 'EKS cluster', {
    terraform: { type: 'aws_eks_cluster', fields: { name: 'name', role: 'role_arn', tags: 'tags' } },
    cloudformation: { type: 'AWS::EKS::Cluster', fields: { name: 'Name', role: 'RoleArn', tags: 'Tags' } },
  }),
  workload('aws.eks-nodes', 'EKS nodes', {
    terraform: {
      type: ['aws_eks_node_group', 'aws_eks_fargate_profile'],
      fields: { name: ['node_group_name', 'fargate_profile_name'], role: ['node_role_arn', 'pod_execution_role_arn'], tags: 'tags' },
    },
    cloudformation: {
      type: ['AWS::EKS::Nodegroup', 'AWS::EKS::FargateProfile'],
      fields: { name: ['NodegroupName', 'FargateProfileName'], role: ['NodeRole', 'PodExecutionRoleArn'], tags: 'Tags' },
    },
  }),
  workload('aws.notebook', 'SageMaker notebook instance', {
    terraform: { type: 'aws_sagemaker_notebook_instance', fields: { name: 'name', role: 'role_arn', tags: 'tags' } },
    cloudformation: {
      type: 'AWS::SageMaker::NotebookInstance',
      fields: { name: 'NotebookInstanceName', role: 'RoleArn', tags: 'Tags' },
    },
  }),
  workload('aws.dev-endpoint', 'Glue development endpoint', {
    terraform: { type: 'aws_glue_dev_endpoint', fields: { name: 'name', role: 'role_arn', tags: 'tags' } },
    cloudformation: { type: 'AWS::Glue::DevEndpoint', fields: { name: 'EndpointName', role: 'RoleArn', tags: 'Tags' } },
  }),
  workload('aws.code-interpreter', 'Bedrock AgentCore code interpreter', {
    terraform: { type: 'aws_bedrockagentcore_code_interpreter', fields: { name: 'name', role: 'execution_role_arn', tags: 'tags' } },
    cloudformation: {
      type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
      fields: { name: 'Name', role: 'ExecutionRoleArn', tags: 'Tags' },
    },
  }),
  // A template gives a nested stack no role of its own.
  workload('aws.stack', 'CloudFormation stack', {
    terraform: { type: 'aws_cloudformation_stack', fields: { name: 'name', role: 'iam_role_arn', tags: 'tags' } },
  }),
  workload('aws.build-project', 'CodeBuild project', {
    terraform: {
      type: 'aws_codebuild_project',
      fields: { name: 'name', role: 'service_role', variables: 'environment.environment_variable', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::CodeBuild::Project',
      fields: { name: 'Name', role: 'ServiceRole', variables: 'Environment.EnvironmentVariables', tags: 'Tags' },
    },
  }),
  workload('aws.pipeline', 'CodePipeline pipeline', {
    terraform: { type: 'aws_codepipeline', fields: { name: 'name', role: 'role_arn', tags: 'tags' } },
    cloudformation: { type: 'AWS::CodePipeline::Pipeline', fields: { name: 'Name', role: 'RoleArn', tags: 'Tags' } },
  }),
  workload('aws.glue-job', 'Glue job', {
    terraform: {
      type: ['aws_glue_job', 'aws_glue_crawler'],
      fields: { name: 'name', role: ['role_arn', 'role'], variables: 'default_arguments', tags: 'tags' },
    },
    cloudformation: {
      type: ['AWS::Glue::Job', 'AWS::Glue::Crawler'],
      fields: { name: 'Name', role: 'Role', variables: 'DefaultArguments', tags: 'Tags' },
    },
  }),
  workload('aws.state-machine', 'Step Functions state machine', {
    terraform: { type: 'aws_sfn_state_machine', fields: { name: 'name', role: 'role_arn', tags: 'tags' } },
    cloudformation: { type: 'AWS::StepFunctions::StateMachine', fields: { name: 'StateMachineName', role: 'RoleArn', tags: 'Tags' } },
  }),
  workload('aws.schedule', 'EventBridge schedule or target', {
    terraform: {
      type: ['aws_scheduler_schedule', 'aws_cloudwatch_event_target'],
      fields: { name: 'name', role: ['role_arn', 'target.role_arn'] },
    },
    cloudformation: { type: 'AWS::Scheduler::Schedule', fields: { name: 'Name', role: 'Target.RoleArn' } },
  }),
  workload('aws.app-service', 'App Runner service', {
    terraform: {
      type: 'aws_apprunner_service',
      fields: {
        name: 'service_name',
        role: 'instance_configuration.instance_role_arn',
        variables: 'source_configuration.image_repository.image_configuration.runtime_environment_variables',
        tags: 'tags',
      },
    },
    cloudformation: {
      type: 'AWS::AppRunner::Service',
      fields: {
        name: 'ServiceName',
        role: 'InstanceConfiguration.InstanceRoleArn',
        variables: 'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
        tags: 'Tags',
      },
    },
  }),
  workload('aws.amplify-app', 'Amplify app', {
    terraform: {
      type: 'aws_amplify_app',
      fields: {
        name: 'name',
        role: 'iam_service_role_arn',
        variables: 'environment_variables',
        accessToken: 'access_token',
        oauthToken: 'oauth_token',
        tags: 'tags',
      },
    },
    cloudformation: {
      type: 'AWS::Amplify::App',
      fields: {
        name: 'Name',
        role: 'IAMServiceRole',
        variables: 'EnvironmentVariables',
        accessToken: 'AccessToken',
        oauthToken: 'OauthToken',
        password: 'BasicAuthConfig.Password',
        tags: 'Tags',
      },
    },
  }),
];
