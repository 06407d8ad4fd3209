import { defineProvider } from '../entity.js';
import { appProject, appProjectRole, argoAccount, argoApplication } from './argo.js';
import { clusterRoleBinding, roleBinding } from './binding.js';
import { certificate } from './certificate.js';
import { certificateSigningRequest } from './certificate-signing-request.js';
import { configMap } from './config-map.js';
import { fluxRelease, fluxSource } from './flux.js';
import { helmValues } from './helm-values.js';
import { clusterRole, role } from './role.js';
import { secret, serviceAccountToken } from './secret.js';
import { serviceAccount } from './service-account.js';
import { workload } from './workload.js';

/** What Kubernetes objects mean for identities. */
export const kubernetes = defineProvider({
  id: 'kubernetes',
  title: 'Kubernetes',
  entities: [
    serviceAccount,
    serviceAccountToken,
    role,
    clusterRole,
    roleBinding,
    clusterRoleBinding,
    secret,
    configMap,
    workload,
    certificateSigningRequest,
    certificate,
    appProject,
    appProjectRole,
    argoAccount,
    argoApplication,
    fluxRelease,
    fluxSource,
    helmValues,
  ],
  attributes: {
    namespace: { type: 'string', doc: 'The namespace of the object; `default` when the file does not say.' },
    automount: {
      type: 'boolean',
      doc: 'Whether pods get the token of their service account. On a workload it is unknown when the pod leaves it to its service account.',
      told: 'automatic token mount',
    },
    defaultServiceAccount: { type: 'boolean', doc: 'The workload runs as the service account `default` of its namespace.' },
    hostCredentialPaths: {
      type: 'list',
      doc: 'Paths of the node that the pod mounts and in which credentials lie.',
      told: 'mounted node credentials',
    },
    secretType: { type: 'string', doc: 'Type of a Secret, e.g. `Opaque` or `kubernetes.io/tls`.' },
    issuer: { type: 'string', doc: 'Who issues a certificate, as `ClusterIssuer/corporate`.', told: 'issuer' },
    deploysAsController: {
      type: 'boolean',
      doc: 'Flux deploys this with the rights of its controller, which are those of an administrator unless somebody narrowed them.',
      told: 'deployment with the rights of the controller',
    },
    sourceRepositories: { type: 'list', doc: 'Repositories from which an Argo CD project deploys.', told: 'source repositories' },
    signer: { type: 'string', doc: 'Who signs a requested certificate.', told: 'signer' },
  },
  unsupported: [
    {
      dialect: 'terraform',
      type: /^kubernetes_(?:pod|deployment|stateful_set|daemon_?set|job|cron_job)(?:_v1)?$/,
      what: 'a Kubernetes workload',
    },
    { dialect: 'terraform', type: /^(?:kubernetes|kubectl)_manifest$/, what: 'a Kubernetes manifest' },
    {
      dialect: 'kubernetes',
      type: /^managedidentity\.azure\.(?:com|upbound\.io)\/|^aadpodidentity\.k8s\.io\//,
      what: 'an Azure identity managed from the cluster',
    },
    { dialect: 'kubernetes', type: /^(?:generators\.)?external-secrets\.io\//, what: 'a secret that is fetched from a secret store' },
    { dialect: 'kubernetes', type: /^secrets-store\.csi\.x-k8s\.io\//, what: 'secrets that are mounted from a secret store' },
    {
      dialect: 'kubernetes',
      type: /^cert-manager\.io\/(?:Cluster)?Issuer$/,
      what: 'an issuer of certificates',
    },
    {
      dialect: 'kubernetes',
      type: /^(?:security|networking)\.istio\.io\/AuthorizationPolicy$/,
      what: 'an access rule of the service mesh',
    },
  ],
});
