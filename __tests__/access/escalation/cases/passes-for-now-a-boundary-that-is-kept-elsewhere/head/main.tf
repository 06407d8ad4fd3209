resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  permissions_boundary = "arn:aws:iam::111122223333:policy/limit"
}

resource "aws_iam_role_policy" "roles" {
  name = "roles"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PutRolePolicy", Resource = aws_iam_role.ci.arn },
  ] })
}
