resource "aws_iam_role" "ci_deploy" {
  name               = "ci-deploy"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "roles" {
  name = "roles"
  role = aws_iam_role.ci_deploy.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PutRolePolicy", Resource = "arn:aws:iam::*:role/ci-*" },
  ] })
}
