import { describe, expect, it } from '@jest/globals';
import { cluster, clusterInTerraform } from './cluster.js';

const canary = 'k9#Canary-7fQ2zL';
const placeless = (lines: readonly string[]) => lines.map((line) => line.replace(/ @\d+$/, ''));
const names = (subjects: readonly string[]) => subjects.map((s) => s.replace(/ at:\S+/g, ''));

const manifests = `apiVersion: v1
kind: ServiceAccount
metadata:
  {name: ci, namespace: prod, annotations: {eks.amazonaws.com/role-arn: 'arn:aws:iam::123456789012:role/ci'}}
automountServiceAccountToken: false
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader, labels: {tier: ops}}
rules: [{apiGroups: [''], resources: [secrets], resourceNames: [a], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: ci, namespace: prod}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader}
subjects: [{kind: ServiceAccount, name: ci, namespace: prod}, {kind: User, name: ada}]
---
apiVersion: v1
kind: Secret
metadata: {name: db, namespace: prod}
stringData: {password: '${canary}'}
---
apiVersion: v1
kind: Secret
metadata: {name: t, namespace: prod, annotations: {kubernetes.io/service-account.name: ci}}
type: kubernetes.io/service-account-token
---
apiVersion: v1
kind: ConfigMap
metadata: {name: c, namespace: prod}
data: {API_TOKEN: '${canary}'}
`;

const modules = `resource "kubernetes_service_account" "ci" {
  metadata {
    name      = "ci"
    namespace = "prod"
    annotations = {
      "eks.amazonaws.com/role-arn" = "arn:aws:iam::123456789012:role/ci"
    }
  }
  automount_service_account_token = false
}
resource "kubernetes_cluster_role_v1" "reader" {
  metadata {
    name   = "reader"
    labels = { tier = "ops" }
  }
  rule {
    api_groups     = [""]
    resources      = ["secrets"]
    resource_names = ["a"]
    verbs          = ["get"]
  }
}
resource "kubernetes_role_binding_v1" "ci" {
  metadata {
    name      = "ci"
    namespace = "prod"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "ClusterRole"
    name      = "reader"
  }
  subject {
    kind      = "ServiceAccount"
    name      = "ci"
    namespace = "prod"
  }
  subject {
    kind = "User"
    name = "ada"
  }
}
resource "kubernetes_secret" "db" {
  metadata {
    name      = "db"
    namespace = "prod"
  }
  data = { password = "${canary}" }
}
resource "kubernetes_secret_v1" "t" {
  metadata {
    name        = "t"
    namespace   = "prod"
    annotations = { "kubernetes.io/service-account.name" = "ci" }
  }
  type = "kubernetes.io/service-account-token"
}
resource "kubernetes_config_map" "c" {
  metadata {
    name      = "c"
    namespace = "prod"
  }
  data = { API_TOKEN = "${canary}" }
}
`;

describe('the same objects in manifests and in Terraform', () => {
  const a = cluster(manifests);
  const b = clusterInTerraform(modules);

  it('are the same identities', () => {
    expect(names(b.subjects)).toEqual(names(a.subjects));
    expect(b.reasons).toEqual([]);
  });

  it.each(['grants', 'links', 'assignments', 'credentials'] as const)('have the same %s', (facts) => {
    expect(a[facts].length).toBeGreaterThan(0);
    expect(placeless(b[facts])).toEqual(placeless(a[facts]));
  });

  it('show no secret', () => {
    expect(b.text()).not.toContain(canary);
  });
});

describe('in Terraform', () => {
  it('a binding finds its role and its account through references', () => {
    const t = clusterInTerraform(`${modules}
resource "kubernetes_cluster_role_binding" "all" {
  metadata { name = "all" }
  role_ref {
    kind = "ClusterRole"
    name = kubernetes_cluster_role_v1.reader.metadata[0].name
  }
  subject {
    kind      = "ServiceAccount"
    name      = kubernetes_service_account.ci.metadata[0].name
    namespace = "prod"
  }
}
`);
    const [line = ''] = t.assignments.slice(-1);
    expect(line).toContain('at:deploy#kubernetes_cluster_role_v1.reader');
    expect(line).toContain('at:deploy#kubernetes_service_account.ci');
  });
});
