/** Manifests, as they come out of overlays and charts → resources that know one another. */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { Span } from '../../model/span.js';
import { address, dig, get } from '../../model/tree.js';
import { partsOfArgo } from './argo.js';
import { partsOf } from './eksctl.js';
import { partsOfRelease } from './helm/releases.js';
import { Labels, labelOf } from './labels.js';
import type { Manifest } from './manifests.js';
import type { KubernetesObject } from './objects.js';
import { type Placed, withReferences } from './references.js';

/** Resources of one scope: labels are unique in it, and references by name are looked up in it. */
export function resourcesOf(manifests: readonly Manifest[], scope: string, gaps: Gap[]): readonly Resource[] {
  const labels = new Labels();
  const placed = manifests
    .flatMap((manifest) => [manifest, ...partsOf(manifest), ...partsOfArgo(manifest), ...partsOfRelease(manifest, gaps)])
    .map((manifest): Placed => {
      const label = labels.unique(manifest.label ?? labelOf(manifest), manifest.path);
      return { manifest, label, address: address(scope, label) };
    });
  return withReferences(placed).map(({ manifest, label, address }) => ({
    dialect: 'kubernetes',
    type: typeOf(manifest),
    address,
    label,
    scope,
    body: manifest.body,
    span: manifest.span,
    head: headOf(manifest),
    comments: manifest.comments,
  }));
}

/** `<group>/<Kind>`; the core group has no name. */
function typeOf({ apiVersion, kind }: KubernetesObject): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}

function headOf({ body, span }: Manifest): Span {
  const named = dig(body, 'metadata', 'name') ?? dig(body, 'metadata', 'generateName') ?? get(body, 'kind');
  return named?.span ?? span;
}
