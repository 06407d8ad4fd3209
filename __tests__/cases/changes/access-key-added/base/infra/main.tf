resource "aws_iam_user" "backup" {
  name = "backup"
}
