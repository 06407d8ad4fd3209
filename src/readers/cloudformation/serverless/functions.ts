/** The functions of a service, each with what it may do. */
import type { Span } from '../../../model/span.js';
import { type Entry, entriesOf, get, itemsOf, type Node, scalar, stringOf } from '../../../model/tree.js';
import { type Fields, record, word } from '../build.js';
import { callOf } from '../call.js';
import { type RolePlan, sharedRoleId, writtenRole } from './roles.js';
import { arnOf, functionId, joined, reference, type Service } from './service.js';

/** Functions, their roles and the permissions to call them, as entries of `Resources`. */
export function functionEntries(service: Service): readonly Entry[] {
  const functions = service.functions.flatMap(({ key, value }) => functionResources(String(key.value), key.span, value, service));
  const sharing = service.functions.filter(({ value }) => !givenRole(value) && !ownPlan(value, service));
  const shared =
    sharing.length > 0 && !service.givenRole
      ? [
          sharedRole(
            sharing.map((entry) => entry.value),
            service,
          ),
        ]
      : [];
  return [...shared, ...functions, ...apiEntries(service)];
}

function functionResources(name: string, at: Span, written: Node, service: Service): readonly Entry[] {
  const id = functionId(name);
  const plan = givenRole(written) ? undefined : ownPlan(written, service);
  const own =
    plan &&
    resource(`${id}IamRoleLambdaExecution`, 'AWS::IAM::Role', writtenRole([written], plan, [word(name, at)], at, service), at, written);
  const role = givenRole(written) ?? (plan ? arnOf(`${id}IamRoleLambdaExecution`, at) : (service.givenRole ?? arnOf(sharedRoleId, at)));
  const variables = [...entriesOf(get(service.provider, 'environment')), ...entriesOf(get(written, 'environment'))];
  const tags = [...entriesOf(get(service.provider, 'tags')), ...entriesOf(get(written, 'tags'))];
  const made = resource(
    `${id}LambdaFunction`,
    'AWS::Lambda::Function',
    {
      FunctionName: get(written, 'name') ?? joined([service.name, service.stage, word(name, at)], at),
      Role: role,
      Environment: variables.length > 0 ? record({ Variables: merged(variables, at) }, at) : undefined,
      Tags: tags.length > 0 ? merged(tags, at) : undefined,
    },
    at,
    written,
  );
  return [made, ...(own ? [own] : []), ...publicUrl(id, written)];
}

/** An entry of `Resources` that stands where the author wrote what it is made of. */
function resource(id: string, type: string, properties: Fields, at: Span, written: Node): Entry {
  const value = { ...record({ Type: word(type, at), Properties: record(properties, at) }, at), span: written.span };
  return { key: scalar(id, at), value };
}

/** Later entries of the same name win. */
function merged(entries: readonly Entry[], at: Span): Node {
  const byName = new Map(entries.map((entry) => [entry.key.value, entry]));
  return { kind: 'map', entries: [...byName.values()], span: at };
}

/** `role` of a function: an ARN, what a function makes, or the logical id of a role among the resources. */
function givenRole(written: Node): Node | undefined {
  const nested = get(get(written, 'iam'), 'role');
  const role = get(written, 'role') ?? (nested && (nested.kind !== 'map' || callOf(nested)) ? nested : undefined);
  const name = stringOf(role);
  return role && name !== undefined && /^[A-Za-z0-9]+$/.test(name) ? arnOf(name, role.span) : role;
}

/** The role that a function gets because it has statements of its own (the plugin `serverless-iam-roles-per-function`, or version 4). */
function ownPlan(written: Node, service: Service): RolePlan | undefined {
  const section = get(get(written, 'iam'), 'role');
  const statements = get(written, 'iamRoleStatements') ?? get(section, 'statements');
  if (!statements && section?.kind !== 'map') return undefined;
  const asked = get(written, 'iamRoleStatementsInherit') ?? get(section, 'inheritStatements');
  const inherits = asked ? asked.kind === 'scalar' && String(asked.value) === 'true' : service.inherits;
  return {
    section,
    name: get(written, 'iamRoleStatementsName') ?? get(section, 'name'),
    statements: [...(inherits ? service.statements : []), ...itemsOf(statements)],
  };
}

function sharedRole(functions: readonly Node[], service: Service): Entry {
  const { at, section } = service.shared;
  const plan = { section, name: get(section, 'name'), statements: service.statements };
  return resource(sharedRoleId, 'AWS::IAM::Role', writtenRole(functions, plan, [], at, service), at, section ?? service.provider);
}

/** A function URL that asks for no authorization. */
function publicUrl(id: string, written: Node): readonly Entry[] {
  const url = get(written, 'url');
  const isOff = url?.kind === 'scalar' && (url.value === false || url.value === null);
  if (!url || isOff || stringOf(get(url, 'authorizer')) === 'aws_iam') return [];
  const at = url.span;
  const properties = {
    Action: word('lambda:InvokeFunctionUrl', at),
    FunctionName: reference(`${id}LambdaFunction`, at),
    Principal: word('*', at),
    FunctionUrlAuthType: word('NONE', at),
  };
  return [resource(`${id}LambdaPermissionFnUrl`, 'AWS::Lambda::Permission', properties, at, url)];
}

/** The policy of the service's REST API. */
function apiEntries({ provider }: Service): readonly Entry[] {
  const statements = get(get(provider, 'apiGateway'), 'resourcePolicy') ?? get(provider, 'resourcePolicy');
  if (!statements) return [];
  const at = statements.span;
  return [resource('ApiGatewayRestApi', 'AWS::ApiGateway::RestApi', { Policy: record({ Statement: statements }, at) }, at, statements)];
}
