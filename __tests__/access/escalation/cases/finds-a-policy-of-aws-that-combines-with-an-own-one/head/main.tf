resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachment" "lambda" {
  role       = aws_iam_role.ci.name
  policy_arn = "arn:aws:iam::aws:policy/AWSLambda_FullAccess"
}

resource "aws_iam_role_policy" "pass" {
  name = "pass"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::*:role/ops", Condition = { StringEquals = { "iam:PassedToService" = "glue.amazonaws.com" } } },
  ] })
}

resource "aws_iam_role_policy" "jobs" {
  name = "jobs"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = ["glue:CreateJob", "glue:StartJobRun"], Resource = "*" },
  ] })
}

resource "aws_iam_role" "ops" {
  name               = "ops"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "glue.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "everything" {
  name = "everything"
  role = aws_iam_role.ops.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" },
  ] })
}
