resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = { Owner = "team-shop" }
}

resource "aws_iam_role_policy" "read" {
  name   = "read"
  role   = aws_iam_role.exporter.id
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_policy" "send" {
  name   = "send"
  policy = data.aws_iam_policy_document.send.json
}

resource "aws_iam_role_policy_attachment" "send" {
  role       = aws_iam_role.exporter.name
  policy_arn = aws_iam_policy.send.arn
}
