variable "roles" {
  type = map(object({
    owner    = string
    branches = optional(list(string), ["main"])
    buckets  = optional(list(string), [])
    queues   = optional(list(string), [])
  }))
}

locals {
  issuer = "token.actions.githubusercontent.com"
}

data "aws_iam_policy_document" "trust" {
  for_each = var.roles

  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::111122223333:oidc-provider/${local.issuer}"]
    }
    dynamic "condition" {
      for_each = [
        { test = "StringEquals", claim = "aud", values = ["sts.amazonaws.com"] },
        { test = "StringLike", claim = "sub", values = [for b in each.value.branches : "repo:acme/shop:ref:refs/heads/${b}"] },
      ]
      content {
        test     = condition.value.test
        variable = "${local.issuer}:${condition.value.claim}"
        values   = condition.value.values
      }
    }
  }
}

data "aws_iam_policy_document" "read" {
  for_each = var.roles

  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = flatten([for b in each.value.buckets : ["arn:aws:s3:::${b}", "arn:aws:s3:::${b}/*"]])
  }
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_iam_role" "this" {
  for_each = var.roles

  name               = each.key
  assume_role_policy = data.aws_iam_policy_document.trust[each.key].json
  tags               = { Owner = each.value.owner }
}

resource "aws_iam_role_policy" "read" {
  for_each = aws_iam_role.this

  name   = "read"
  role   = each.value.id
  policy = data.aws_iam_policy_document.read[each.key].json
}

resource "aws_iam_policy" "send" {
  for_each = toset(flatten([for role in var.roles : role.queues]))

  name = "send"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:eu-west-1:111122223333:${each.value}" }]
  })
}

resource "aws_iam_role_policy_attachment" "send" {
  for_each = merge([for name, role in var.roles : { for queue in role.queues : "${name}/${queue}" => { role = name, queue = queue } }]...)

  role       = aws_iam_role.this[each.value.role].name
  policy_arn = aws_iam_policy.send[each.value.queue].arn
}
