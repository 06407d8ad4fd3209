# Exports the orders to the finance partner every night.
resource "aws_iam_user" "exporter" {
  name = "order-exporter"
}

resource "aws_iam_access_key" "exporter" {
  user = aws_iam_user.exporter.name
}

resource "aws_iam_user_policy" "exporter" {
  name = "export"
  user = aws_iam_user.exporter.name
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": "dynamodb:*", "Resource": "*" },
        { "Effect": "Allow", "Action": "iam:PassRole", "Resource": "*" }
      ]
    }
  EOT
}
