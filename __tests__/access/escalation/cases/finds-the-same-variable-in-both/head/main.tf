variable "role_arn" {}

resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "fill" {
  name = "fill"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "iam:AttachRolePolicy", Resource = var.role_arn },
    { Effect = "Allow", Action = "iam:UpdateAssumeRolePolicy", Resource = var.role_arn },
  ] })
}
