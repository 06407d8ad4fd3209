locals {
  account = "111122223333"
}

resource "aws_iam_role" "exporter" {
  name               = "exporter"
  assume_role_policy = templatefile("${path.module}/policies/trust.json.tftpl", { account = local.account, branches = ["main"] })
  tags               = { Owner = "team-shop" }
}

resource "aws_iam_role_policy" "read" {
  name   = "read"
  role   = aws_iam_role.exporter.id
  policy = file("${path.module}/policies/read.json")
}

resource "aws_iam_policy" "send" {
  name   = "send"
  policy = templatefile("${path.module}/policies/send.json.tftpl", { queues = ["arn:aws:sqs:eu-west-1:${local.account}:orders"] })
}

resource "aws_iam_role_policy_attachment" "send" {
  role       = aws_iam_role.exporter.name
  policy_arn = aws_iam_policy.send.arn
}
