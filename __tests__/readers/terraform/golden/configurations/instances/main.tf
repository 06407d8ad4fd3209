locals {
  teams = {
    pay  = { roles = ["ci", "deploy"], admin = false }
    data = { roles = ["etl"], admin = true }
  }
  pairs = merge([for t, c in local.teams : { for r in c.roles : "${t}/${r}" => merge(c, { team = t, role = r }) }]...)
}

resource "terraform_data" "role" {
  for_each = local.pairs
  input = {
    name  = replace(each.key, "/", "-")
    admin = each.value.admin
    path  = format("/%s/", each.value.team)
  }
}

resource "terraform_data" "set" {
  for_each = toset([for r in flatten(values(local.teams)[*].roles) : upper(r) if r != "etl"])
  input    = "${each.key}=${each.value}"
}

resource "terraform_data" "counted" {
  count = length(keys(local.teams))
  input = { name = sort(keys(local.teams))[count.index], last = count.index == length(local.teams) - 1 }
}

resource "terraform_data" "none" {
  count = length(local.teams) > 5 ? 1 : 0
  input = "never"
}

resource "terraform_data" "reads" {
  input = {
    one   = terraform_data.role["pay/ci"].input.name
    all   = [for k, r in terraform_data.role : "${k}:${r.input.path}"]
    names = terraform_data.counted[*].input.name
    none  = one(terraform_data.none[*].input)
    maybe = try(terraform_data.none[0].input, "dflt")
    id    = "x-${terraform_data.role["data/etl"].id}"
  }
}

resource "terraform_data" "policy" {
  input = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{ Effect = "Allow", Action = "s3:GetObject", Resource = [for k in keys(local.teams) : "arn:aws:s3:::${k}/*"] }],
      local.teams.data.admin ? [{ Effect = "Allow", Action = "*", Resource = "*" }] : [],
    )
  })
}
