variable "name" {
  type = string
}

variable "account_id" {
  type = string
}

variable "repository" {
  type = string
}

variable "branches" {
  type    = list(string)
  default = ["main"]
}

variable "inline" {
  description = "Documents of inline policies by name"
  type        = map(string)
  default     = {}
}

variable "attached" {
  description = "ARNs of managed policies"
  type        = list(string)
  default     = []
}

variable "tags" {
  type    = map(string)
  default = {}
}
