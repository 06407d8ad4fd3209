/** Ids of Azure resources: texts with holes for what only the deployment knows. */
import type { Span } from '../model/span.js';
import { type Hole, type Node, scalar } from '../model/tree.js';
import type { ArmFunction } from './arm-function.js';
import { type FlatText, flatHole } from './flat-text.js';
import { joinText, knownText, type Piece } from './join-text.js';

const isType = (node: Node): boolean => /^[\w.-]+\.[\w.-]+\/./.test(knownText(node) ?? '');

/** Splits the arguments at the type: what stands before it says where, what stands behind it are names. */
function parted(args: readonly Node[]): { where: readonly Node[]; type: string; names: readonly Node[] } | undefined {
  const at = args.findIndex(isType);
  const type = knownText(args[at]);
  return type === undefined ? undefined : { where: args.slice(0, at), type, names: args.slice(at + 1) };
}

/** `/providers/Microsoft.A/b/<name>/c/<name>` */
function providerPart(type: string, names: readonly Node[], span: Span): readonly Piece[] | undefined {
  const [namespace = '', ...kinds] = type.split('/');
  if (kinds.length !== names.length) return undefined;
  return [
    scalar(`/providers/${namespace}`, span),
    ...kinds.flatMap((kind, i): Piece[] => [scalar(`/${kind}/`, span), names[i] ?? scalar('', span)]),
  ];
}

const hole = (name: string): FlatText => {
  const made: Hole = { name };
  return flatHole(made, undefined);
};

type Where = (where: readonly Node[], span: Span) => readonly Piece[];

const id =
  (where: Where): ArmFunction =>
  (args, at, bounds) => {
    const found = parted(args);
    const provider = found && providerPart(found.type, found.names, at);
    return provider && joinText([...where(found.where, at), ...provider], at, bounds);
  };

const inSubscription: Where = (where, at) => [scalar('/subscriptions/', at), where.at(-1) ?? hole('subscription().subscriptionId')];

const inGroup: Where = (where, at) => [
  scalar('/subscriptions/', at),
  (where.length > 1 ? where[0] : undefined) ?? hole('subscription().subscriptionId'),
  scalar('/resourceGroups/', at),
  where.at(-1) ?? hole('resourceGroup().name'),
];

const inManagementGroup: Where = (where, at) => [
  scalar('/providers/Microsoft.Management/managementGroups/', at),
  where[0] ?? hole('managementGroup().name'),
];

/** By name in lower case. */
export const idFunctions: readonly (readonly [string, ArmFunction])[] = [
  ['resourceid', id(inGroup)],
  ['subscriptionresourceid', id(inSubscription)],
  ['tenantresourceid', id(() => [])],
  ['managementgroupresourceid', id(inManagementGroup)],
  ['extensionresourceid', id((where) => where)],
];
