resource "aws_iam_role" "ci" {
  name               = "ci"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "shell" {
  name = "shell"
  role = aws_iam_role.ci.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "ssm:StartSession", Resource = "*" },
  ] })
}

resource "aws_iam_role" "ops" {
  name               = "ops"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "everything" {
  name = "everything"
  role = aws_iam_role.ops.id
  policy = jsonencode({ Statement = [
    { Effect = "Allow", Action = "*", Resource = "*" },
  ] })
}

resource "aws_iam_instance_profile" "ops" {
  name = "ops"
  role = aws_iam_role.ops.name
}
resource "aws_instance" "bastion" {
  ami                  = "ami-12345678"
  iam_instance_profile = aws_iam_instance_profile.ops.name
}
