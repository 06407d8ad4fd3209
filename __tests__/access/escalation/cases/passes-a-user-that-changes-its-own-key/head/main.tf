resource "aws_iam_user" "build" { name = "build" }

resource "aws_iam_user_policy" "self" {
  name = "self"
  user = aws_iam_user.build.name
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["iam:CreateAccessKey", "iam:DeleteAccessKey"], Resource = "arn:aws:iam::*:user/$${aws:username}" },
  ] })
}
