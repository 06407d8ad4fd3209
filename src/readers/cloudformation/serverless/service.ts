/** What all functions of a service share. */
import type { Span } from '../../../model/span.js';
import { type Entry, entriesOf, get, itemsOf, type Node, scalar } from '../../../model/tree.js';
import { listOf, record, word } from '../build.js';
import { callOf } from '../call.js';
import { entriesIn, type Variables } from './variables.js';

export interface Service {
  readonly name: Node;
  readonly stage: Node;
  readonly provider: Node;
  /** Where the shared role is written: its key and its section. */
  readonly shared: { readonly at: Span; readonly section: Node | undefined };
  /** The role that the author gives to every function, where there is one. */
  readonly givenRole: Node | undefined;
  /** Statements for the shared role, and for functions that inherit them. */
  readonly statements: readonly Node[];
  readonly functions: readonly Entry[];
  /** Whether functions with statements of their own also get the shared ones. */
  readonly inherits: boolean;
}

export function serviceOf(root: Node, provider: Node | undefined, variables: Variables): Service {
  const whole = provider ?? root;
  const written = get(get(provider, 'iam'), 'role') ?? get(provider, 'role');
  const isSection = written !== undefined && written.kind === 'map' && !callOf(written);
  const section = isSection ? written : undefined;
  const service = variables.section('service');
  const perFunction = variables.section('custom', 'serverless-iam-roles-per-function', 'defaultInherit');
  return {
    name: (service?.kind === 'map' ? get(service, 'name') : service) ?? scalar('service', root.span),
    stage: variables.stage(whole.span),
    provider: whole,
    shared: { at: sharedPlace(root, provider), section },
    givenRole: isSection ? undefined : written,
    statements: itemsOf(get(section, 'statements') ?? get(provider, 'iamRoleStatements')),
    functions: entriesIn(variables.section('functions')),
    inherits: perFunction?.kind === 'scalar' && String(perFunction.value) === 'true',
  };
}

/** The key under which the shared role is written; `provider` where nothing is said about it. */
function sharedPlace(root: Node, provider: Node | undefined): Span {
  const keyOf = (node: Node | undefined, name: string): Span | undefined => entriesOf(node).find(({ key }) => key.value === name)?.key.span;
  return keyOf(get(provider, 'iam'), 'role') ?? keyOf(provider, 'iamRoleStatements') ?? keyOf(root, 'provider') ?? root.span;
}

/** Parts of a name with a sign between them, as the framework joins them. */
export const joined = (parts: readonly Node[], at: Span): Node =>
  record({ 'Fn::Join': listOf([word('-', at), listOf(parts, at)], at) }, at);

/** `{Ref: name}`. */
export const reference = (name: string, at: Span): Node => record({ Ref: word(name, at) }, at);

/** `{Fn::GetAtt: [id, Arn]}`. */
export const arnOf = (id: string, at: Span): Node => record({ 'Fn::GetAtt': listOf([word(id, at), word('Arn', at)], at) }, at);

/** The logical id that the framework makes of a function's name. */
export function functionId(name: string): string {
  const normal = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return normal.slice(0, 1).toUpperCase() + normal.slice(1);
}
