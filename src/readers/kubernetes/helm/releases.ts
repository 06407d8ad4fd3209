/** Objects that install a chart and hand it values: Flux's HelmRelease, Argo CD's Application. */
import { type Gap, gap } from '../../../model/gap.js';
import { deref, dig, get, itemsOf, type MapNode, type Node, stringOf } from '../../../model/tree.js';
import { embeddedYaml } from '../embedded.js';
import type { Manifest } from '../manifests.js';
import { valueManifests } from './values.js';

/** What the values of a release stand for. */
export function partsOfRelease(manifest: Manifest, gaps: Gap[]): readonly Manifest[] {
  const { kind, body, path } = manifest;
  const name = stringOf(dig(body, 'metadata', 'name')) ?? kind;
  const namespace = namespaceOf(kind, body);
  return valuesIn(manifest, gaps).flatMap((values) => valueManifests({ values, path, name, ...(namespace && { namespace }), for: 'all' }));
}

function namespaceOf(kind: string, body: MapNode): Node | undefined {
  if (kind === 'Application') return dig(body, 'spec', 'destination', 'namespace');
  return dig(body, 'spec', 'targetNamespace') ?? dig(body, 'metadata', 'namespace');
}

function valuesIn({ apiVersion, kind, body }: Manifest, gaps: Gap[]): readonly MapNode[] {
  if (kind === 'HelmRelease' && apiVersion.startsWith('helm.toolkit.fluxcd.io/')) return asMap(dig(body, 'spec', 'values'), gaps);
  if (kind !== 'Application' || !apiVersion.startsWith('argoproj.io/')) return [];
  const spec = get(body, 'spec');
  return [...itemsOf(get(spec, 'source')), ...itemsOf(get(spec, 'sources'))].flatMap((source) => [
    ...asMap(dig(source, 'helm', 'valuesObject'), gaps),
    ...asMap(dig(source, 'helm', 'values'), gaps),
  ]);
}

/** Values as they are, or as a string of YAML. */
function asMap(node: Node | undefined, gaps: Gap[]): readonly MapNode[] {
  const at = node && deref(node);
  if (at?.kind === 'map') return [at];
  if (at?.kind !== 'scalar' || typeof at.value !== 'string') {
    if (node && at && at.kind !== 'scalar')
      gaps.push(gap('unresolved', 'Helm: the values of this release are not known from the file', node.span));
    return [];
  }
  const tree = embeddedYaml(at);
  gaps.push(...tree.gaps);
  return tree.documents.flatMap(({ root }) => (root.kind === 'map' ? [root] : []));
}
