resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::orders/*"]
  }
}

data "aws_iam_policy_document" "all" {
  source_policy_documents = [data.aws_iam_policy_document.read.json]
  statement {
    actions   = ["s3:PutObject"]
    resources = ["arn:aws:s3:::orders/*"]
  }
}

resource "aws_iam_role_policy" "exporter" {
  role   = aws_iam_role.exporter.id
  policy = data.aws_iam_policy_document.all.json
}
