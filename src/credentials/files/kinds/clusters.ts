/** Kubernetes and Terraform state. */
import { json } from '../grammar/json.js';
import { yaml } from '../grammar/yaml.js';
import type { Around, FileKind } from '../kind.js';
import { told } from './told.js';

const kubeUser = (a: Around) => told('user', a.beside('name', 1));
const kubeFields: FileKind['fields'] = [
  { at: /(?:^|\/)users\/\*\/user\/token$/, family: 'kubeconfigToken', tells: kubeUser },
  { at: /(?:^|\/)users\/\*\/user\/password$/, family: 'kubeconfigPassword', tells: kubeUser },
  { at: /(?:^|\/)users\/\*\/user\/client-key-data$/, family: 'kubeconfigKey', as: 'pem64', tells: kubeUser },
  { at: /(?:^|\/)users\/\*\/user\/client-certificate-data$/, family: 'clientCertificate', as: 'pem64', tells: kubeUser },
  { at: /\/auth-provider\/config\/(?:id-token|refresh-token|access-token|client-secret)$/, family: 'kubeconfigToken' },
];

/** Files of clusters and of what deploys them. */
export const clusters: readonly FileKind[] = [
  {
    id: 'kubeconfig',
    files: /kubeconfig[^/]*$|\.kube\/config$|\.(?:ya?ml|conf|kubeconfig)$/,
    has: ['current-context:', 'clusters:'],
    grammar: yaml,
    fields: kubeFields,
  },
  { id: 'kubeconfig-json', files: /kubeconfig[^/]*$|\.json$/, has: ['"current-context"', '"clusters"'], grammar: json, fields: kubeFields },
  {
    id: 'kubernetes-secret',
    files: /\.ya?ml$/,
    has: ['kind: Secret'],
    grammar: yaml,
    fields: [
      { at: /^(?:items\/\*\/)?data\/\.docker(?:configjson|cfg)$/, family: 'containerLogin', as: 'docker64' },
      { at: /^(?:items\/\*\/)?data\/[^/]+$/, family: 'kubernetesSecret', as: 'base64', mixed: true },
      { at: /^(?:items\/\*\/)?stringdata\/[^/]+$/, family: 'kubernetesSecret', mixed: true },
    ],
    byName: true,
  },
  {
    id: 'terraform-state',
    files: /\.tfstate(?:\.[\w.-]+)?$/,
    grammar: json,
    fields: [
      {
        at: /\/attributes\/(?:private_key(?:_pem|_openssh|_pem_pkcs8)?|client_key)$/,
        family: 'stateSecret',
        as: 'pem',
        tells: stateResource,
      },
      {
        at: /\/attributes\/(?:\w*(?:password|passphrase|secret|token|connection_string|access_key|api_key|account_key)|result|bcrypt_hash|ses_smtp_password_v4|secret_string|secret_data|kube_config_raw)$/,
        family: 'stateSecret',
        mixed: true,
        tells: stateResource,
      },
      {
        at: /^outputs\/[^/]*(?:password|secret|token|key)[^/]*\/value$/,
        family: 'stateSecret',
        mixed: true,
        tells: (a) => told('subject', a.within()),
      },
    ],
  },
];

/** `aws_iam_access_key.ci`: attributes stand in an instance, that in a list, that in the resource. */
function stateResource(a: Around) {
  const [type, name] = [a.beside('type', 3), a.beside('name', 3)];
  return told('subject', type && name ? `${type}.${name}` : undefined);
}
