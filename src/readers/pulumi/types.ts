/** Type names of Pulumi, in one spelling. */
import type { Resource } from '../../model/resource.js';

/**
 * `aws:iam/role:Role` and `aws:iam:Role` are one type, as are `azuread:index/application:Application` and `azuread:Application`. A
 * resource of the Kubernetes package is a Kubernetes object: its properties are the object's.
 */
export function typeOf(written: string): Pick<Resource, 'dialect' | 'type'> {
  const parts = written.split(':');
  const [pkg = '', module = '', kind = ''] = parts;
  if (parts.length !== 3) return { dialect: 'pulumi', type: written };
  if (pkg === 'kubernetes') return { dialect: 'kubernetes', type: kubernetesType(module, kind) };
  const short = module.replace(/\/[^/]*$/, '');
  return { dialect: 'pulumi', type: short === 'index' ? `${pkg}:${kind}` : `${pkg}:${short}:${kind}` };
}

/** `rbac.authorization.k8s.io/v1` of `ClusterRole`; the core group has no name. */
function kubernetesType(module: string, kind: string): string {
  const group = module.slice(0, Math.max(0, module.indexOf('/')));
  return group === '' || group === 'core' ? kind : `${group}/${kind}`;
}
