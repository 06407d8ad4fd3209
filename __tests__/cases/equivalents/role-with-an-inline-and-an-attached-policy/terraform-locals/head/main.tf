locals {
  bucket = "arn:aws:s3:::orders"
  issuer = "token.actions.githubusercontent.com"
  trust = {
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/${local.issuer}" }
      Action    = "sts:AssumeRoleWithWebIdentity"
      Condition = {
        StringEquals = { "${local.issuer}:aud" = "sts.amazonaws.com" }
        StringLike   = { "${local.issuer}:sub" = [for branch in ["main"] : "repo:acme/shop:ref:refs/heads/${branch}"] }
      }
    }]
  }
  read = {
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["s3:GetObject", "s3:ListBucket"], Resource = [local.bucket, "${local.bucket}/*"] },
      { Effect = "Deny", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }
    ]
  }
}

resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = jsonencode(local.trust)
  tags               = { Owner = "team-shop" }
}

resource "aws_iam_role_policy" "read" {
  name   = "read"
  role   = aws_iam_role.exporter.id
  policy = jsonencode(local.read)
}

resource "aws_iam_policy" "send" {
  name   = "send"
  policy = jsonencode({
    "Version": "2012-10-17",
    "Statement": { "Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:eu-west-1:111122223333:orders" }
  })
}

resource "aws_iam_role_policy_attachment" "send" {
  role       = aws_iam_role.exporter.name
  policy_arn = aws_iam_policy.send.arn
}
