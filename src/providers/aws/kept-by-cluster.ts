/**
 * AWS resources that are kept by a cluster: Crossplane's providers (Upbound's two families and the older community ones) and AWS's own
 * controllers (ACK). All put Terraform's or the API's arguments below `spec`; only the wrapping differs, and it is taken off here.
 */
import { type Entry, entriesOf, get, itemsOf, list, type MapNode, map, type Node, scalar } from '../../model/tree.js';

/** The types of a kind of IAM in all families. */
export const keptIam = (...kinds: readonly string[]): readonly string[] =>
  kinds.flatMap((kind) => [
    ...['iam.aws.upbound.io', 'iam.aws.m.upbound.io', 'iam.aws.crossplane.io', 'iam.services.k8s.aws'].map((group) => `${group}/${kind}`),
    `identity.aws.crossplane.io/IAM${kind}`,
  ]);

/** The types of a kind of EKS in all families. */
export const keptEks = (kind: string): readonly string[] =>
  ['eks.aws.upbound.io', 'eks.aws.m.upbound.io', 'eks.aws.crossplane.io', 'eks.services.k8s.aws'].map((group) => `${group}/${kind}`);

/**
 * The arguments of such an object: what `forProvider` says over what only counts when the resource is made. A reference to another object
 * stands under its own name (`roleRef`), see `referring`.
 */
export function argumentsOf(body: MapNode): MapNode {
  const spec = get(body, 'spec');
  const provided = get(spec, 'forProvider');
  const written = provided ? [...entriesOf(get(spec, 'initProvider')), ...entriesOf(provided)] : entriesOf(spec);
  return map([...nameEntry(body), ...written.flatMap(listed)], body.span);
}

/** Ways to say an argument: itself, a reference to an object, a choice by labels. */
export const referring = (...args: readonly string[]): readonly string[] => args.flatMap((a) => [a, `${a}Ref`, `${a}Refs`, `${a}Selector`]);

/** Where no name is written, the resource is called like its object, unless an annotation says otherwise. A written one comes later and wins. */
function nameEntry(body: MapNode): readonly Entry[] {
  const metadata = get(body, 'metadata');
  const name = get(get(metadata, 'annotations'), 'crossplane.io/external-name') ?? get(metadata, 'name');
  return name ? [{ key: scalar('name', name.span), value: name }] : [];
}

/** ACK writes inline policies as a map of documents by name, and managed ones under a name that elsewhere means inline ones. */
function listed({ key, value }: Entry): readonly Entry[] {
  if (key.value === 'inlinePolicies' && value.kind === 'map') return [{ key, value: list(value.entries.map(inlinePolicy), value.span) }];
  return [{ key, value }];
}

const inlinePolicy = ({ key, value }: Entry): Node =>
  map(
    [
      { key: scalar('name', key.span), value: scalar(key.value, key.span) },
      { key: scalar('policy', value.span), value },
    ],
    value.span,
  );

/** The arguments with managed policies by ARN and by reference in one list. */
export function argumentsWithPolicies(body: MapNode): MapNode {
  const args = argumentsOf(body);
  const policies = ['managedPolicyArns', 'policies', 'policyRefs'].flatMap((key) => itemsOf(get(args, key)));
  const [first] = policies;
  return first ? { ...args, entries: [...args.entries, { key: scalar('managed', first.span), value: list(policies, first.span) }] } : args;
}
