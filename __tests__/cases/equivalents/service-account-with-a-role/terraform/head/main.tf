resource "kubernetes_service_account_v1" "exporter" {
  metadata {
    name      = "exporter"
    namespace = "shop"
    labels    = { team = "shop" }
  }
}

resource "kubernetes_role_v1" "exporter" {
  metadata {
    name      = "exporter"
    namespace = "shop"
  }
  rule {
    api_groups = [""]
    resources  = ["configmaps"]
    verbs      = ["get", "list"]
  }
}

resource "kubernetes_role_binding_v1" "exporter" {
  metadata {
    name      = "exporter"
    namespace = "shop"
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = "exporter"
  }
  subject {
    kind      = "ServiceAccount"
    name      = "exporter"
    namespace = "shop"
  }
}
