variable "env" {
  default = "dev"
}

module "team" {
  source   = "./modules/team"
  for_each = { pay = ["ci", "cd"], data = [] }
  name     = "${var.env}-${each.key}"
  roles    = each.value
  tags     = { owner = each.key }
}

module "off" {
  source = "./modules/team"
  count  = var.env == "prod" ? 1 : 0
  name   = "off"
  roles  = ["x"]
}

resource "terraform_data" "out" {
  input = {
    names = module.team["pay"].role_names
    flat  = flatten([for t in module.team : values(t.role_names)])
    off   = length(module.off)
    keys  = keys(module.team)
  }
}
