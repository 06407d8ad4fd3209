/** Terraform with secrets where secrets stand in real files. Names of things hold none: see the note in leak.test.ts. */
import { type Canaries, indented, type Planted } from './leak-canaries.js';

export const terraform = (c: Canaries): Planted => ({
  'infra/providers.tf': `
provider "aws" {
  region     = "eu-central-1"
  access_key = "${c.accessKeyId('aws provider id')}"
  secret_key = "${c.secretAccessKey('aws provider secret')}"
  token      = "${c.password('aws provider session token')}"
}
provider "github" {
  token = "${c.token('github provider')}"
}
provider "kubernetes" {
  host  = "https://cluster.example"
  token = "${c.password('kubernetes provider')}"
  client_key = <<-EOT
    ${indented(c.privateKey('kubernetes provider key'), 4)}
  EOT
}
terraform {
  backend "s3" {
    access_key = "${c.accessKeyId('backend id')}"
    secret_key = "${c.secretAccessKey('backend secret')}"
  }
}
data "http" "token" {
  url = "https://idp.example/token?client_secret=${c.password('url parameter')}"
  request_headers = { Authorization = "Bearer ${c.password('request header')}" }
}
`,
  'infra/variables.tf': `
variable "db_password" {
  default   = "${c.password('variable default')}"
  sensitive = true
}
variable "api_keys" {
  type    = map(string)
  default = { shop = "${c.password('variable default in a map')}", bank = "${c.password('other variable default in a map')}" }
}
locals {
  api_token = "${c.password('local')}"
  header    = "Bearer \${local.api_token}"
  pair      = "admin:\${var.db_password}"
  encoded   = base64encode("admin:${c.password('argument of a function')}")
  unknown   = sensitive(file("/run/\${var.where}/${c.password('argument of an unknown function')}"))
  chosen    = var.stage == "prod" ? "${c.password('branch of a conditional')}" : var.other
  joined    = join("-", ["${c.password('item of a list')}", var.stage])
}
variable "stage" {}
variable "other" {}
variable "where" {}
output "token" {
  value = "${c.password('output')}"
}
`,
  'infra/main.tf': `
resource "aws_iam_user" "bot" {
  name = "bot"
  tags = { owner = "team-a", api_token = "${c.password('tag')}" }
}
resource "aws_iam_role" "job" {
  name        = "job"
  description = "Signs in with ${c.token('description')}, or ${c.password('variable whose value is also in a description')}"
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Condition = { StringEquals = { "sts:ExternalId" = "${c.token('external id')}" } }
    }]
  })
  inline_policy {
    name   = "read"
    policy = jsonencode({ Statement = [{
      Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::shop/*"
      Condition = { StringEquals = { "aws:Referer" = var.db_password, "aws:UserAgent" = local.api_token } }
    }] })
  }
}
resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = aws_iam_role.job.arn
  environment {
    variables = {
      DB_PASSWORD = "${c.password('lambda variable')}"
      APP_PASSWORD = "${c.password('variable whose value is also in a description')}"
      FROM_VAR    = var.db_password
      API_TOKEN   = local.header
      BASIC_AUTH  = local.encoded
      PAIR        = local.pair
      CHOSEN_KEY  = local.chosen
      JOINED_KEY  = local.joined
      FILE_SECRET = local.unknown
      SHOP_KEY    = var.api_keys["shop"]
      SOME_KEY    = var.api_keys[var.stage]
      MIXED       = "\${var.stage}:${c.password('template with a hole')}"
      PLAIN       = "${c.accessKeyId('key id under a plain name')}"
      URL         = "postgres://app:${c.password('password in a URL')}@db.example/shop"
      PEM         = <<-EOT
        ${indented(c.privateKey('variable with a key'), 8)}
      EOT
    }
  }
}
resource "aws_instance" "web" {
  iam_instance_profile = "web"
  user_data = <<-EOT
    #!/bin/sh
    export AWS_ACCESS_KEY_ID=${c.accessKeyId('user data id')}
    export AWS_SECRET_ACCESS_KEY=${c.secretAccessKey('user data secret')}
    curl -u "admin:${c.password('user data command')}" https://db.example
    export MIXED="\${var.stage}-${c.password('user data with a hole')}"
  EOT
  provisioner "remote-exec" {
    connection {
      password    = "${c.password('connection')}"
      private_key = "${c.privateKey('connection key').replaceAll('\n', '\\n')}"
    }
  }
}
resource "aws_secretsmanager_secret" "db" {
  name = "db"
}
resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({ username = "app", password = "${c.password('secret string in JSON')}" })
}
resource "aws_secretsmanager_secret_version" "raw" {
  secret_id     = "raw"
  secret_string = "${c.password('secret string')}"
}
resource "aws_ssm_parameter" "token" {
  name  = "/shop/token"
  type  = "SecureString"
  value = "${c.password('parameter')}"
}
resource "aws_db_instance" "shop" {
  username = "app"
  password = "${c.password('database')}"
}
resource "aws_iam_server_certificate" "tls" {
  name             = "tls"
  certificate_body = "x"
  private_key      = <<-EOT
    ${indented(c.privateKey('server certificate'), 4)}
  EOT
}
resource "kubernetes_secret" "app" {
  metadata {
    name = "app"
    annotations = { note = "${c.password('annotation in terraform')}" }
  }
  data = { password = "${c.password('kubernetes secret in terraform')}" }
}
resource "aws_s3_bucket_policy" "shop" {
  bucket = "shop"
  policy = <<-EOT
    {"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::shop/*",
      "Condition": {"StringEquals": {"aws:Referer": "${c.password('referer of a bucket policy')}"}}}]}
  EOT
}
module "db" {
  source   = "./db"
  password = "${c.password('argument of a module')}"
}
`,
  'infra/db/main.tf':
    'variable "password" {}\nresource "aws_lambda_function" "db" {\n  function_name = "db"\n  role = "r"\n  environment {\n    variables = { DB_PASSWORD = var.password, X = "a-${var.password}" }\n  }\n}\n',
  'infra/prod.tfvars': `db_password = "${c.password('tfvars')}"\n`,
  'infra/more.tf.json': JSON.stringify({ variable: { token: { default: c.password('terraform in JSON') } } }),
});
