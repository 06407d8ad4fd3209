/** Directories of a node in which credentials of the node, of its cloud or of its users lie. */

/** Below the root of the node. */
const onNodes = [
  '/etc/kubernetes/admin.conf',
  '/etc/kubernetes/azure.json',
  '/etc/kubernetes/cloud-config',
  '/etc/kubernetes/kubelet.conf',
  '/etc/kubernetes/pki',
  '/etc/ssh',
  '/etc/shadow',
  '/var/lib/kubelet/kubeconfig',
  '/var/lib/kubelet/pki',
  '/var/lib/kubelet/pods',
  '/var/lib/rancher/k3s/server',
  '/var/run/secrets/kubernetes.io/serviceaccount',
];
/** Below any home directory. */
const inHomes = [
  '/.aws',
  '/.aws/config',
  '/.aws/credentials',
  '/.azure',
  '/.azure/accessTokens.json',
  '/.azure/msal_token_cache.json',
  '/.config/gcloud',
  '/.config/gcloud/application_default_credentials.json',
  '/gcloud/application_default_credentials.json',
  '/.docker/config.json',
  '/.kube',
  '/.kube/config',
  '/.ssh',
];
const homes = ['/root', '/home'];

/** Does mounting this path of the node show credentials to the pod? Also when it is a folder above them, up to the whole disk. */
export function showsCredentials(path: string): boolean {
  const clean = `/${path.split('/').filter(Boolean).join('/')}`;
  if (clean === '/' || homes.includes(clean)) return true;
  return onNodes.some((known) => known === clean || known.startsWith(`${clean}/`)) || inHomes.some((known) => clean.endsWith(known));
}
