resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  tags               = { team = "web" }
}

resource "aws_iam_role_policy" "roles" {
  name = "roles"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PutRolePolicy", Resource = aws_iam_role.ci.arn, Condition = { StringEquals = { "aws:PrincipalTag/team" = "build" } } },
  ] })
}
