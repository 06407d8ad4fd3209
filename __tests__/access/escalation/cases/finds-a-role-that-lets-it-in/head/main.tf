resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "become" {
  name = "become"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "sts:AssumeRole", Resource = aws_iam_role.ops.arn },
  ] })
}

resource "aws_iam_role" "ops" {
  name               = "ops"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:root" } }] })
}

resource "aws_iam_role_policy" "everything" {
  name = "everything"
  role = aws_iam_role.ops.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" },
  ] })
}
