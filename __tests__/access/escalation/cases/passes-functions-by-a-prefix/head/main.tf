resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "release" {
  name = "release"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "lambda:UpdateFunctionCode", Resource = ["arn:aws:lambda:*:*:function:shop-*", "arn:aws:lambda:*:*:function:*-test"] },
    { Effect = "Allow", Action = "cloudformation:UpdateStack", Resource = "arn:aws:cloudformation:*:*:stack/shop/*" },
    { Effect = "Allow", Action = "ssm:StartSession", Resource = "*", Condition = { StringEquals = { "ssm:resourceTag/team" = "shop" } } },
    { Effect = "Allow", Action = "ssm:SendCommand", Resource = "arn:aws:ssm:*:*:document/*" },
  ] })
}
