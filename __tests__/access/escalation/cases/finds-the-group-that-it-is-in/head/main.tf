resource "aws_iam_user" "build" { name = "build" }
resource "aws_iam_group" "builders" { name = "builders" }
resource "aws_iam_user_group_membership" "build" {
  user   = aws_iam_user.build.name
  groups = [aws_iam_group.builders.name]
}

resource "aws_iam_user_policy" "groups" {
  name = "groups"
  user = aws_iam_user.build.name
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PutGroupPolicy", Resource = "arn:aws:iam::111122223333:group/builders" },
  ] })
}
