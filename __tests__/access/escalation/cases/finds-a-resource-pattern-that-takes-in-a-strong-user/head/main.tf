resource "aws_iam_user" "build" { name = "svc-build" }
resource "aws_iam_user" "root" { name = "svc-admin" }

resource "aws_iam_user_policy" "everything" {
  name = "everything"
  user = aws_iam_user.root.name
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" },
  ] })
}

resource "aws_iam_user_policy" "keys" {
  name = "keys"
  user = aws_iam_user.build.name
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:CreateAccessKey", Resource = "arn:aws:iam::*:user/svc-*" },
  ] })
}
