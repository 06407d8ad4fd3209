variable "text" {
  type = string
}
variable "number" {
  type    = number
  default = "42"
}
variable "flag" {
  type    = bool
  default = "true"
}
variable "texts" {
  type    = list(string)
  default = [1, true, "a"]
}
variable "set" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "map" {
  type    = map(string)
  default = { a = 1, b = false }
}
variable "tuple" {
  type    = tuple([string, number])
  default = [1, "2"]
}
variable "any" {
  type    = any
  default = { a = 1, b = ["x", 2] }
}
variable "extra" {
  type    = object({ a = string })
  default = { a = 1, b = "dropped" }
}
variable "late" {
  type = string
}
variable "anylist" {
  type    = list(any)
  default = [1, "x"]
}

resource "terraform_data" "values" {
  input = {
    text    = var.text
    number  = var.number + 1
    flag    = var.flag ? "on" : "off"
    texts   = var.texts
    set     = var.set
    map     = var.map
    tuple   = var.tuple
    any     = var.any
    extra   = var.extra
    late    = var.late
    anylist = var.anylist
  }
}
