resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_policy" "orders" {
  name   = "orders"
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::orders/*" },
  ] })
}

resource "aws_iam_role_policy_attachment" "orders" {
  role       = aws_iam_role.exporter.name
  policy_arn = aws_iam_policy.orders.arn
}
