/**
 * References between objects by which Crossplane and AWS's controllers fill an argument in: `roleRef: {name}`, `policyRefs: [{from: {name}}]`,
 * `roleSelector: {matchLabels}`. A reference becomes a node that points at the object; the name of one that is not here stays a name.
 */
import {
  type Address,
  deref,
  dig,
  type Entry,
  entriesOf,
  get,
  itemsOf,
  list,
  type MapNode,
  type Node,
  stringOf,
  unknown,
} from '../../model/tree.js';
import type { Manifest } from './manifests.js';

/** A manifest with its place among the resources of its scope. */
export interface Placed {
  readonly manifest: Manifest;
  readonly label: string;
  readonly address: Address;
}

/** Objects of an operator that keeps resources of a cloud; those of Kubernetes itself have references of another kind. */
const managed = /(?:^|\.)(?:crossplane\.io|upbound\.io|services\.k8s\.aws)\//;
const isManaged = ({ manifest }: Placed): boolean => managed.test(manifest.apiVersion);

export function withReferences(objects: readonly Placed[]): readonly Placed[] {
  const targets = objects.filter(isManaged);
  if (targets.length === 0) return objects;
  const directory = new Targets(targets);
  return objects.map((object) => {
    if (!isManaged(object)) return object;
    const { manifest } = object;
    const body = { ...manifest.body, entries: manifest.body.entries.map((e) => (e.key.value === 'spec' ? specOf(e, directory) : e)) };
    return { ...object, manifest: { ...manifest, body } };
  });
}

/** References stand directly below `spec` (ACK) or below `forProvider` and `initProvider` (Crossplane). */
function specOf({ key, value }: Entry, targets: Targets): Entry {
  if (value.kind !== 'map') return { key, value };
  const opened = opensReferences(value, targets);
  const entries = opened.entries.map((entry) =>
    ['forProvider', 'initProvider'].includes(String(entry.key.value)) && entry.value.kind === 'map'
      ? { key: entry.key, value: opensReferences(entry.value, targets) }
      : entry,
  );
  return { key, value: { ...opened, entries } };
}

/** What configures the operator instead of the resource. */
const ofOperator = new Set(['providerConfigRef', 'writeConnectionSecretToRef', 'publishConnectionDetailsTo', 'providerRef']);

function opensReferences(args: MapNode, targets: Targets): MapNode {
  return {
    ...args,
    entries: args.entries.map(({ key, value }) => {
      const [, argument, form] = /^(.+?)(Ref|Refs|Selector)$/.exec(String(key.value)) ?? [];
      if (!argument || !form || ofOperator.has(String(key.value))) return { key, value };
      if (form === 'Selector') return { key, value: targets.selected(argument, value) };
      return {
        key,
        value:
          form === 'Refs'
            ? list(
                itemsOf(value).map((v) => targets.named(argument, v)),
                value.span,
              )
            : targets.named(argument, value),
      };
    }),
  };
}

class Targets {
  readonly #byName = new Map<string, Placed[]>();
  readonly #all: readonly Placed[];

  constructor(objects: readonly Placed[]) {
    this.#all = objects;
    for (const object of objects) {
      const name = stringOf(dig(object.manifest.body, 'metadata', 'name'));
      if (name === undefined) continue;
      const known = this.#byName.get(name);
      if (known) known.push(object);
      else this.#byName.set(name, [object]);
    }
  }

  named(argument: string, reference: Node): Node {
    const written = dig(reference, 'from', 'name') ?? get(reference, 'name');
    const name = stringOf(written);
    if (!written) return unknown(`${argument} refers to an object without naming it`, reference.span);
    if (name === undefined) return written;
    const target = only(fitting(argument, this.#byName.get(name) ?? []));
    return target ? referenceTo(target, written) : written;
  }

  selected(argument: string, selector: Node): Node {
    const labels = entriesOf(get(selector, 'matchLabels'));
    const chosen = labels.length === 0 ? [] : fitting(argument, this.#all).filter((o) => labels.every((label) => hasLabel(o, label)));
    const target = only(chosen);
    return target ? referenceTo(target, selector) : unknown(`${argument} is chosen by labels in the cluster`, selector.span);
  }
}

const only = (found: readonly Placed[]): Placed | undefined => (found.length === 1 ? found[0] : undefined);

/** The objects whose kind the argument names: `policyArn` a Policy, `roleName` a Role. A boundary is a policy that does not say so. */
function fitting(argument: string, objects: readonly Placed[]): readonly Placed[] {
  const wanted = argument.toLowerCase().replace('permissionsboundary', 'policy').replace('policies', 'policy');
  const kinds = objects.filter(({ manifest }) => wanted.includes(manifest.kind.toLowerCase().replace(/^iam/, '')));
  const longest = Math.max(...kinds.map(({ manifest }) => manifest.kind.length));
  return kinds.filter(({ manifest }) => manifest.kind.length === longest);
}

const hasLabel = ({ manifest }: Placed, { key, value }: Entry): boolean => {
  const wanted = stringOf(value);
  return wanted !== undefined && stringOf(dig(manifest.body, 'metadata', 'labels', String(key.value))) === wanted;
};

/** Stands for the name that the cloud knows the resource by, which is what most arguments are made of. */
function referenceTo({ address, manifest: { body } }: Placed, at: Node): Node {
  const value =
    dig(body, 'metadata', 'annotations', 'crossplane.io/external-name') ??
    dig(body, 'spec', 'forProvider', 'name') ??
    dig(body, 'spec', 'name') ??
    dig(body, 'metadata', 'name');
  return { kind: 'reference', to: address, path: [], span: at.span, ...(value && { value: deref(value) }) };
}
