locals {
  greeting = "Hello $${name}, %%{ if loud }LOUD%%{ else }quiet%%{ endif }"
}

resource "terraform_data" "file" {
  input = file("${path.module}/policies/a.json")
}

resource "terraform_data" "file_beside" {
  input = jsondecode(file("policies/b.json")).Statement[*].Sid
}

resource "terraform_data" "fileexists" {
  input = fileexists("${path.root}/policies/../policies/a.json")
}

resource "terraform_data" "fileset" {
  input = [
    fileset(path.module, "policies/*.json"),
    fileset("${path.module}/policies", "{a,c}.*"),
    fileset(path.module, "p*/{b,c,d}.{json,j}*"),
    fileset(path.module, "**/*.tftpl"),
  ]
}

resource "terraform_data" "templatefile" {
  input = templatefile("${path.module}/policies/c.json.tftpl", { buckets = ["x", "y"], owner = "team" })
}

resource "terraform_data" "templatestring" {
  input = templatestring(local.greeting, { name = "you", loud = true })
}
