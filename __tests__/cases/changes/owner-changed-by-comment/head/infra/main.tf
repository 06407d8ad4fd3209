# identity-review: owner=@acme/data review-by=2027-06-01 purpose="nightly export"
resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}
