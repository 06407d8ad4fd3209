/** Identities that Argo CD keeps inside other objects: the roles of a project and the local accounts of its settings. */
import { deref, dig, type Entry, entriesOf, get, itemsOf, type MapNode, map, type Node, scalar, stringOf } from '../../model/tree.js';
import type { Manifest } from './manifests.js';

export function partsOfArgo(manifest: Manifest): readonly Manifest[] {
  const { apiVersion, kind, body } = manifest;
  if (kind === 'AppProject' && apiVersion.startsWith('argoproj.io/'))
    return itemsOf(dig(body, 'spec', 'roles')).flatMap((role) => partOf(manifest, role));
  if (kind === 'ConfigMap' && stringOf(dig(body, 'metadata', 'name')) === 'argocd-cm')
    return entriesOf(get(body, 'data')).flatMap((e) => accountOf(manifest, e));
  return [];
}

/** A role of a project, which knows its project by name. */
function partOf(manifest: Manifest, role: Node): readonly Manifest[] {
  const at = deref(role);
  if (at.kind !== 'map') return [];
  const project = dig(manifest.body, 'metadata', 'name');
  const name = get(at, 'name');
  const label = ['AppProjectRole', stringOf(project) ?? '<unnamed>', stringOf(name) ?? '<unnamed>'].join('/');
  return [
    { ...manifest, kind: 'AppProjectRole', body: beside(at, manifest, project), span: at.span, label, comments: within(manifest, at) },
  ];
}

/** `accounts.ci: apiKey, login`. */
function accountOf(manifest: Manifest, { key, value }: Entry): readonly Manifest[] {
  const name = /^accounts\.([^.]+)$/.exec(String(key.value))?.[1];
  if (name === undefined) return [];
  const own = map(
    [
      { key: scalar('name', key.span), value: scalar(name, key.span) },
      { key: scalar('capabilities', value.span), value },
    ],
    key.span,
  );
  const body = beside(own, manifest, undefined);
  return [
    {
      ...manifest,
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Account',
      body,
      span: key.span,
      label: `Account/${name}`,
      comments: within(manifest, own),
    },
  ];
}

function beside(body: MapNode, { body: whole }: Manifest, project: Node | undefined): MapNode {
  const namespace = dig(whole, 'metadata', 'namespace');
  const more = [
    ...(project ? [{ key: scalar('project', project.span), value: project }] : []),
    ...(namespace ? [{ key: scalar('namespace', namespace.span), value: namespace }] : []),
  ];
  return { ...body, entries: [...body.entries, ...more] };
}

const within = ({ comments }: Manifest, { span }: MapNode): Manifest['comments'] =>
  comments.filter((c) => c.span.start >= span.start && c.span.end <= span.end);
