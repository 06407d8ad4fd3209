variable "name" {
  type = string
}

variable "roles" {
  type    = list(string)
  default = ["never"]
}

variable "tags" {
  type    = map(string)
  default = {}
}

module "role" {
  source   = "./role"
  for_each = toset(var.roles)
  config = {
    name = "${var.name}-${each.key}"
    tags = merge(var.tags, { module = "team" })
  }
}

output "role_names" {
  value = { for k, m in module.role : k => m.name }
}
