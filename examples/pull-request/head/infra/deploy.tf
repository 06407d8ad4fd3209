# The role that the deploy workflow becomes.
resource "aws_iam_role" "deploy" {
  name                 = "deploy"
  description          = "Publishes the shop's static files"
  max_session_duration = 3600

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }
      Condition = {
        StringEquals = {
          "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com"
        }
        StringLike = {
          "token.actions.githubusercontent.com:sub" = "repo:acme/shop:*"
        }
      }
    }]
  })

  tags = {
    owner     = "team-shop@acme.example"
    review-by = "2027-03-31"
  }
}

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Publish"
    actions   = ["s3:GetObject", "s3:PutObject", "s3:ListBucket"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "deploy" {
  name   = "deploy"
  role   = aws_iam_role.deploy.id
  policy = data.aws_iam_policy_document.deploy.json
}
