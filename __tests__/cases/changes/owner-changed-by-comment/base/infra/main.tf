# identity-review: owner=@acme/shop review-by=2027-01-01
resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
