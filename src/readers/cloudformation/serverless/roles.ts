/** The roles that the framework makes: one that functions share, or one for a function. */
import type { Span } from '../../../model/span.js';
import { get, itemsOf, type Node } from '../../../model/tree.js';
import { allow, document, type Fields, listOf, record, serviceTrust, word } from '../build.js';
import { eventStatements } from './events.js';
import { joined, reference, type Service } from './service.js';

/** The logical id of the role that functions share. */
export const sharedRoleId = 'IamRoleLambdaExecution';

/** What the author says about a role. */
export interface RolePlan {
  readonly section: Node | undefined;
  readonly name: Node | undefined;
  readonly statements: readonly Node[];
}

/** The properties of a role for these functions; `part` is what its name has besides those of the service and the stage. */
export function writtenRole(functions: readonly Node[], plan: RolePlan, part: readonly Node[], at: Span, service: Service): Fields {
  const { section, name, statements } = plan;
  const { provider, stage } = service;
  const prefix = joined([service.name, stage, ...part], at);
  const all = [...logging(prefix, part.length > 0, at), ...functions.flatMap(eventStatements), ...statements];
  const inline = record(
    { PolicyName: joined([service.name, stage, ...part, word('lambda', at)], at), PolicyDocument: document(all, at) },
    at,
  );
  return {
    RoleName: name ?? joined([service.name, stage, ...part, reference('AWS::Region', at), word('lambdaRole', at)], at),
    AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com', at),
    Policies: listOf([inline], at),
    ManagedPolicyArns: listOf(
      [...itemsOf(get(section, 'managedPolicies') ?? get(provider, 'iamManagedPolicies')), ...network(functions, service, at)],
      at,
    ),
    PermissionsBoundary: firstOf(section, 'permissionsBoundary', 'permissionBoundary') ?? firstOf(provider, 'rolePermissionsBoundary'),
    Path: get(section, 'path'),
    Tags: get(section, 'tags'),
  };
}

const firstOf = (node: Node | undefined, ...names: readonly string[]): Node | undefined =>
  names.map((name) => get(node, name)).find((found) => found !== undefined);

/** The log groups of all functions of a service and stage, or of one function. */
function logging(prefix: Node, exact: boolean, at: Span): readonly Node[] {
  const groups = (rest: string): Node => {
    const pattern = `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/\${Prefix}${exact ? '' : '*'}${rest}`;
    return record({ 'Fn::Sub': listOf([word(pattern, at), record({ Prefix: prefix }, at)], at) }, at);
  };
  return [
    allow(['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:TagResource'], [groups(':*')], at),
    allow(['logs:PutLogEvents'], [groups(':*:*')], at),
  ];
}

/** Functions in a network must be allowed to join it. */
function network(functions: readonly Node[], { provider }: Service, at: Span): readonly Node[] {
  if (!get(provider, 'vpc') && !functions.some((written) => get(written, 'vpc'))) return [];
  return [record({ 'Fn::Sub': word('arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole', at) }, at)];
}
