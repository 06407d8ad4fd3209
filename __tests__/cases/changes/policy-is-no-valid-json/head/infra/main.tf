resource "aws_iam_role" "exporter" {
  name = "exporter"
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_iam_role_policy" "exporter" {
  role   = aws_iam_role.exporter.id
  policy = <<-EOF
    { "Statement": [
      { "Effect": "Allow", "Action": ["s3:PutObject", "s3:DeleteObject" "s3:ListBucket"], "Resource": "arn:aws:s3:::exports/*" }
    ] }
  EOF
}
