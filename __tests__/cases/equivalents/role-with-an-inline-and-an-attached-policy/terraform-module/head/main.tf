module "exporter" {
  source = "./modules/github-role"

  name       = "exporter"
  account_id = "111122223333"
  repository = "acme/shop"
  inline     = { read = data.aws_iam_policy_document.read.json }
  attached   = [aws_iam_policy.send.arn]
  tags       = { Owner = "team-shop" }
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"]
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

resource "aws_iam_policy" "send" {
  name = "send"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = { Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:eu-west-1:111122223333:orders" }
  })
}
