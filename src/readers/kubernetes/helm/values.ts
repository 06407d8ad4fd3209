/** Values that are handed to a chart: the accounts and rules that charts usually make of them, and the values themselves, for what is written in them. */
import type { FilePath } from '../../../model/span.js';
import { deref, type Entry, entriesOf, get, itemsOf, type MapNode, map, type Node, scalar, stringOf } from '../../../model/tree.js';
import type { Manifest } from '../manifests.js';

/** Values with what is known of their release. */
export interface Values {
  readonly values: MapNode;
  readonly path: FilePath;
  /** What the release or the file is called. */
  readonly name: string;
  readonly namespace?: Node;
  /** Whose service accounts and rules stand in them: those of any chart, or only those of the sections of these charts. */
  readonly for: 'all' | ReadonlySet<string>;
}

/** Charts nest their sections, but not like this. */
const deepest = 12;

export function valueManifests(given: Values): readonly Manifest[] {
  const { values, path, name } = given;
  const whole: Manifest = {
    apiVersion: 'helm.sh/v3',
    kind: 'Values',
    body: values,
    path,
    span: values.span,
    comments: [],
    label: `Values/${name}`,
  };
  const sections =
    given.for === 'all'
      ? [values]
      : values.entries.flatMap((e) => (given.for !== 'all' && given.for.has(String(e.key.value)) ? [e.value] : []));
  return [whole, ...sections.flatMap((section) => made(section, given, [], deepest))];
}

/** The sections named `serviceAccount` and `rbac`, at any depth. */
function made(node: Node, given: Values, above: readonly string[], depth: number): readonly Manifest[] {
  if (depth === 0) return [];
  return entriesOf(node).flatMap((entry) => {
    const key = String(entry.key.value);
    const value = deref(entry.value);
    if (value.kind !== 'map') return [];
    if (key === 'serviceAccount') return accountOf(entry, value, given, above);
    if (key === 'rbac') return rolesOf(entry, value, given, above);
    return made(value, given, [...above, key], depth - 1);
  });
}

const labelled = (kind: string, { name }: Values, above: readonly string[]): string => [kind, [name, ...above].join('.')].join('/');
const entry = (name: string, value: Node): Entry => ({ key: scalar(name, value.span), value });

/** Only with annotations is there something to say: the rest is what every chart does. */
function accountOf({ key }: Entry, section: MapNode, given: Values, above: readonly string[]): readonly Manifest[] {
  const annotations = get(section, 'annotations');
  if (entriesOf(annotations).length === 0 || !annotations) return [];
  const automount = get(section, 'automount') ?? get(section, 'automountServiceAccountToken');
  const body = [
    ...metadataOf(get(section, 'name'), given, [entry('annotations', annotations)], key.span),
    ...(automount ? [entry('automountServiceAccountToken', automount)] : []),
  ];
  return [objectOf('v1', 'ServiceAccount', body, section, given, above)];
}

const ruleLists: Readonly<Record<string, 'Role' | 'ClusterRole'>> = {
  rules: 'Role',
  extraRules: 'Role',
  extraRoleRules: 'Role',
  clusterRules: 'ClusterRole',
  extraClusterRules: 'ClusterRole',
  extraClusterRoleRules: 'ClusterRole',
};

function rolesOf({ key }: Entry, section: MapNode, given: Values, above: readonly string[]): readonly Manifest[] {
  return section.entries.flatMap(({ key: field, value }) => {
    const kind = Object.hasOwn(ruleLists, String(field.value)) ? ruleLists[String(field.value)] : undefined;
    if (!kind || !itemsOf(value).some((rule) => get(rule, 'verbs'))) return [];
    const body = [...metadataOf(undefined, given, [], key.span), entry('rules', value)];
    return [objectOf('rbac.authorization.k8s.io/v1', kind, body, section, given, above)];
  });
}

/** Without a name the chart makes one up; an empty one is how charts write that. */
function metadataOf(name: Node | undefined, { namespace }: Values, more: readonly Entry[], at: Entry['key']['span']): readonly Entry[] {
  const named = name && stringOf(name) !== '' ? [entry('name', name)] : [];
  return [{ key: scalar('metadata', at), value: map([...named, ...(namespace ? [entry('namespace', namespace)] : []), ...more], at) }];
}

function objectOf(
  apiVersion: string,
  kind: string,
  entries: readonly Entry[],
  at: MapNode,
  given: Values,
  above: readonly string[],
): Manifest {
  return {
    apiVersion,
    kind,
    body: map(entries, at.span),
    path: given.path,
    span: at.span,
    comments: [],
    label: labelled(kind, given, above),
  };
}
