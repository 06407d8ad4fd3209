resource "aws_iam_role" "deploy" {
  name               = "deploy"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_eks_access_entry" "deploy" {
  cluster_name      = "shop"
  principal_arn     = aws_iam_role.deploy.arn
  kubernetes_groups = ["deployers"]
}
