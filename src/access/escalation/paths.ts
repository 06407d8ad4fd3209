/** How each known set of actions leads on: what its actions are done to, and what has to fit together. */
import { awsEscalations, type EscalationFact } from '../../data/aws-escalations.js';
import type { Noun, WorkloadType } from './world.js';

interface Known {
  readonly id: string;
  readonly name: string;
  readonly required: readonly string[];
}
/** A role is handed to a service, and the rest makes the service run what the holder wants. */
export interface PassingPath extends Known {
  readonly by: 'passing';
  readonly services: readonly string[];
  readonly rest: readonly string[];
}
/** Something that runs as a role already is made to run what the holder wants. */
export interface EnteringPath extends Known {
  readonly by: 'entering';
  readonly through: WorkloadType;
  /** The action of it that is done to the workload. */
  readonly enters: string;
}
/** An action and what it is done to. */
export interface PrincipalStep {
  readonly action: string;
  readonly noun: Noun;
}
/** A principal is given more (`gives`), or the holder becomes it (`becomes`), or both. */
export interface PrincipalPath extends Known {
  readonly by: 'principal';
  readonly gives: PrincipalStep | undefined;
  readonly becomes: readonly PrincipalStep[];
  /** The principal is a role that the holder makes. */
  readonly isNew: boolean;
}
/** A service makes its own strong role for the holder. */
export interface ServicePath extends Known {
  readonly by: 'service';
}
export type Path = PassingPath | EnteringPath | PrincipalPath | ServicePath;

const gives: Readonly<Record<string, Noun>> = {
  'iam:AttachUserPolicy': 'user',
  'iam:PutUserPolicy': 'user',
  'iam:AttachGroupPolicy': 'group',
  'iam:PutGroupPolicy': 'group',
  'iam:AttachRolePolicy': 'role',
  'iam:PutRolePolicy': 'role',
  'iam:CreatePolicyVersion': 'policy',
  'iam:SetDefaultPolicyVersion': 'policy',
};
const becomes: Readonly<Record<string, Noun>> = {
  'iam:CreateAccessKey': 'user',
  'iam:DeleteAccessKey': 'user',
  'iam:CreateLoginProfile': 'user',
  'iam:UpdateLoginProfile': 'user',
  'iam:AddUserToGroup': 'group',
  'iam:UpdateAssumeRolePolicy': 'role',
  'sts:AssumeRole': 'role',
};

/** Service principals that a role is passed to, by the prefix of the actions that do it. */
const servicesOf: Readonly<Record<string, readonly string[]>> = {
  apprunner: ['tasks.apprunner.amazonaws.com'],
  autoscaling: ['ec2.amazonaws.com', 'autoscaling.amazonaws.com'],
  'bedrock-agentcore': ['bedrock-agentcore.amazonaws.com'],
  cloudformation: ['cloudformation.amazonaws.com'],
  codebuild: ['codebuild.amazonaws.com'],
  codestar: ['codestar.amazonaws.com'],
  datapipeline: ['datapipeline.amazonaws.com', 'ec2.amazonaws.com'],
  ec2: ['ec2.amazonaws.com'],
  ecs: ['ecs-tasks.amazonaws.com'],
  glue: ['glue.amazonaws.com'],
  lambda: ['lambda.amazonaws.com'],
  sagemaker: ['sagemaker.amazonaws.com'],
};

/** What is entered, by an action that does it. */
const entered: Readonly<Record<string, WorkloadType>> = {
  'apprunner:UpdateService': 'aws.app-service',
  'autoscaling:CreateAutoScalingGroup': 'aws.launch-template',
  'bedrock-agentcore:InvokeCodeInterpreter': 'aws.code-interpreter',
  'cloudformation:ExecuteChangeSet': 'aws.stack',
  'cloudformation:UpdateStack': 'aws.stack',
  'codebuild:StartBuild': 'aws.build-project',
  'codebuild:StartBuildBatch': 'aws.build-project',
  'ec2-instance-connect:SendSSHPublicKey': 'aws.instance',
  'ec2:ModifyInstanceAttribute': 'aws.instance',
  'ec2:ModifyLaunchTemplate': 'aws.launch-template',
  'glue:UpdateDevEndpoint': 'aws.dev-endpoint',
  'lambda:UpdateFunctionCode': 'aws.function',
  'lambda:UpdateFunctionConfiguration': 'aws.function',
  'sagemaker:CreatePresignedNotebookInstanceUrl': 'aws.notebook',
  'sagemaker:UpdateNotebookInstance': 'aws.notebook',
  'ssm:SendCommand': 'aws.instance',
  'ssm:StartSession': 'aws.instance',
};

const passRole = 'iam:PassRole';
const makeRole = 'iam:CreateRole';
const serviceOf = (action: string): string => action.slice(0, action.indexOf(':'));

function pathOf({ id, required, description }: EscalationFact): Path {
  const known: Known = { id, required, name: description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, '') };
  if (required.includes(passRole)) {
    const rest = required.filter((a) => a !== passRole);
    return { ...known, by: 'passing', rest, services: [...new Set(rest.flatMap((a) => servicesOf[serviceOf(a)] ?? []))] };
  }
  const enters = required.find((a) => entered[a] !== undefined);
  const through = enters === undefined ? undefined : entered[enters];
  if (enters !== undefined && through) return { ...known, by: 'entering', through, enters };
  const given = required.flatMap((action) => (gives[action] ? [{ action, noun: gives[action] }] : []))[0];
  const become = required.flatMap((action) => (becomes[action] ? [{ action, noun: becomes[action] }] : []));
  if (given || become.length > 0) return { ...known, by: 'principal', gives: given, becomes: become, isNew: required.includes(makeRole) };
  return { ...known, by: 'service' };
}

/** All known paths; those that need least come first, so that what they find needs no longer one. */
export const paths: readonly Path[] = awsEscalations.map(pathOf).sort((a, b) => a.required.length - b.required.length);
