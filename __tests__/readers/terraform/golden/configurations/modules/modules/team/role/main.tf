variable "config" {
  type = object({
    name    = string
    path    = optional(string, "/service/")
    session = optional(number, 3600)
    tags    = optional(map(string))
    trust = optional(object({
      services = optional(list(string), ["ec2.amazonaws.com"])
    }), {})
  })
}

variable "strict" {
  type     = bool
  default  = true
  nullable = false
}

locals {
  trust = templatefile("${path.module}/trust.json.tftpl", { services = var.config.trust.services })
}

resource "terraform_data" "this" {
  input = {
    config = var.config
    trust  = jsondecode(local.trust).Statement[0].Principal.Service
    strict = var.strict
    raw    = trimspace(file("${path.module}/note.txt"))
  }
}

output "name" {
  value = terraform_data.this.input.config.name
}
