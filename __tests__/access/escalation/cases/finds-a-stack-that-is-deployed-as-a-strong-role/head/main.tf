resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "deploy" {
  name = "deploy"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "cloudformation:UpdateStack", Resource = "arn:aws:cloudformation:*:*:stack/shop/*" },
  ] })
}

resource "aws_iam_role" "ops" {
  name               = "ops"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "cloudformation.amazonaws.com" } }] })
}
resource "aws_iam_role_policy" "everything" {
  name = "everything"
  role = aws_iam_role.ops.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" },
  ] })
}

resource "aws_cloudformation_stack" "shop" {
  name         = "shop"
  template_url = "https://s3.amazonaws.com/acme-templates/shop.yaml"
  iam_role_arn = aws_iam_role.ops.arn
}
