import { describe, expect, it } from '@jest/globals';
import { evaluated } from './module-of.js';
import { print } from './print.js';

const prelude = `
variable "region" {}
variable "env" { default = "prod" }
variable "tags" { type = map(string) }
variable "extra" { type = list(string) }
variable "on" { type = bool }
variable "port" { default = 80 }
variable "nothing" { default = null }
variable "set" {
  type    = set(string)
  default = ["b", "a", "b"]
}
variable "rules" {
  type = list(object({
    name = string
    path = optional(string, "/")
    note = optional(string)
  }))
  default = [{ name = "one" }, { name = "two", path = "/x" }]
}
locals {
  name   = "app-\${var.env}"
  bucket = "logs-\${var.region}"
  alias  = var.region
  list   = ["a", "b"]
  object = { a = 1, b = { c = "deep" } }
  loop_a = local.loop_b
  loop_b = local.loop_a
}
resource "aws_s3_bucket" "logs" {
  bucket = "acme-logs"
}
resource "aws_iam_role" "ci" {
  name = local.name
  inline_policy {
    name = "first"
  }
}
resource "aws_iam_role" "many" {
  count = var.on ? 1 : 0
  name  = "many"
}
resource "aws_iam_role" "none" {
  count = 0
}
resource "aws_iam_role" "self" {
  name = aws_iam_role.self.name
}
`;

type Table = readonly (readonly [expression: string, value: string])[];
const table = (rows: Table): void => {
  it.each(rows)('%s → %s', (expression, value) => {
    expect(print(evaluated(expression, prelude))).toBe(value);
  });
};

describe('literals and strings', () => {
  table([
    ['1.5', '1.5'],
    ['true', 'true'],
    ['null', 'null'],
    ['""', '""'],
    ['"a\\n$${b}"', '"a\\n${b}"'],
    ['"${1 + 1}"', '2'],
    ['"${1 + 1}x"', '"2x"'],
    ['["a", 1, null]', '["a", 1, null]'],
    ['{ a = 1, "b" : 2, (local.name) = 3, 4 = 5 }', '{a: 1, b: 2, app-prod: 3, 4: 5}'],
    ['"%{ if true }yes%{ else }no%{ endif }!"', '"yes!"'],
    ['"%{ for k, v in local.object.b }${k}=${v};%{ endfor }"', '"c=deep;"'],
    ['"%{ for x in var.extra }${x}%{ endfor }."', '"<for var.extra>."'],
    ['"%{ if var.on }a%{ endif }b"', '"<if var.on>b"'],
  ]);
});

describe('names', () => {
  table([
    ['var.env', '"prod"'],
    ['var.region', '?var.region has no default'],
    ['var.absent', '?var.absent is not declared in this folder'],
    ['local.absent', '?local.absent is not declared in this folder'],
    ['local.name', '"app-prod"'],
    ['local.bucket', '"logs-<var.region>"'],
    ['"${local.bucket}/*"', '"logs-<var.region>/*"'],
    ['"${local.alias}-x"', '"<var.region>-x"'],
    ['local.object.b["c"]', '"deep"'],
    ['local.object["absent"]', '?the object has no attribute absent'],
    ['local.list[1]', '"b"'],
    ['local.list[2]', '?the list has no such item'],
    ['local.loop_a', '?local.loop_a refers to itself'],
    ['path.module', '?path.module is known only when Terraform runs'],
    ['"${terraform.workspace}-x"', '"<terraform.workspace>-x"'],
    ['each.key', '?each.key differs from instance to instance'],
    ['"${count.index}x"', '"<count.index>x"'],
    ['var.set', '["a", "b"]'],
    ['var.rules', '[{name: "one", path: "/", note: null}, {name: "two", path: "/x", note: null}]'],
  ]);
});

describe('references', () => {
  table([
    ['aws_s3_bucket.logs.arn', '→aws_s3_bucket.logs.arn'],
    ['aws_s3_bucket.logs.bucket', '→aws_s3_bucket.logs.bucket="acme-logs"'],
    ['"${aws_s3_bucket.logs.arn}/*"', '"<aws_s3_bucket.logs.arn→>/*"'],
    ['"arn:aws:s3:::${aws_s3_bucket.logs.bucket}/*"', '"arn:aws:s3:::acme-logs/*"'],
    ['aws_iam_role.ci.name', '→aws_iam_role.ci.name="app-prod"'],
    ['aws_iam_role.ci.inline_policy[0].name', '→aws_iam_role.ci.inline_policy.0.name="first"'],
    ['aws_iam_role.self.name', '→aws_iam_role.self.name=→aws_iam_role.self.name=?aws_iam_role.self.name refers to itself'],
    ['aws_iam_role.absent.arn', '→aws_iam_role.absent.arn'],
    ['data.aws_caller_identity.me.account_id', '→data.aws_caller_identity.me.account_id'],
    ['module.base.role_arn', '→module.base.role_arn'],
    ['aws_iam_role.many[0].name', '→aws_iam_role.many.name="many"'],
    ['aws_iam_role.many[*].arn', '→aws_iam_role.many.*.arn=[→aws_iam_role.many.arn, …]'],
    ['one(aws_iam_role.many[*].arn)', '→aws_iam_role.many.arn'],
    ['element(aws_iam_role.many.*.name, 0)', '→aws_iam_role.many.name="many"'],
    ['join("", aws_iam_role.many.*.arn)', '→aws_iam_role.many.arn'],
    ['aws_iam_role.ci[*].name', '[→aws_iam_role.ci.name="app-prod"]'],
    ['aws_iam_role.none[*].name', '[]'],
    ['try(aws_iam_role.none[0].name, "fallback")', '"fallback"'],
    ['tostring(aws_s3_bucket.logs.arn)', '→aws_s3_bucket.logs.arn'],
  ]);
});

describe('operators', () => {
  table([
    ['1 + 2 * 3 - 4 / 2 % 3', '5'],
    ['-var.port', '-80'],
    ['!true', 'false'],
    ['"a" == "a"', 'true'],
    ['[1, 2] != [1, 2]', 'false'],
    ['{ a = 1 } == { a = 1 }', 'true'],
    ['var.nothing == null', 'true'],
    ['local.bucket == null', 'false'],
    ['var.region == "x"', '?var.region has no default'],
    ['3 >= 2 && 1 < 0', 'false'],
    ['var.on && false', 'false'],
    ['var.on || true', 'true'],
    ['var.on || false', '?var.on has no default'],
    ['1 / 0', '?/ has operands that it cannot be applied to'],
    ['var.env == "prod" ? "big" : "small"', '"big"'],
    ['var.on ? "same" : "same"', '"same"'],
    ['var.on ? "a" : "b"', '?it is chosen by a condition that is not known: var.on has no default'],
  ]);
});

describe('for, splat and open lists', () => {
  table([
    ['[for x in local.list : upper(x)]', '["A", "B"]'],
    ['[for i, x in local.list : "${i}${x}" if x != "a"]', '["1b"]'],
    ['[for k, v in { b = 1, a = 2 } : k]', '["a", "b"]'],
    ['{ for x in local.list : x => upper(x) }', '{a: "A", b: "B"}'],
    ['{ for x in ["aa", "ab"] : substr(x, 0, 1) => x... }', '{a: ["aa", "ab"]}'],
    ['{ for x in ["a", "a"] : x => 1 }', '?two items of an object have the same key'],
    ['[for x in var.extra : x]', '?var.extra has no default'],
    ['[for x in concat(["a"], var.extra) : "${x}!"]', '["a!", "<var.extra>!", …]'],
    [
      '[for x in local.list : x if var.on]',
      '[?whether this item is in the list is not known: var.on has no default, ?whether this item is in the list is not known: var.on has no default, …]',
    ],
    ['[for k, x in toset(["b", "a"]) : k]', '["a", "b"]'],
    ['var.rules[*].name', '["one", "two"]'],
    ['var.rules.*.path[1]', '"/x"'],
    ['var.env[*]', '["prod"]'],
    ['var.nothing[*]', '[]'],
    ['concat(local.list, var.extra, ["z"])', '["a", "b", ?var.extra has no default, "z", …]'],
    ['concat(local.list, var.extra)[0]', '"a"'],
    ['concat(local.list, var.extra)[2]', '?the number of items in the list is not known'],
    ['length(concat(local.list, var.extra))', '?var.extra has no default'],
    ['flatten([local.list, [["c"]], var.extra])', '["a", "b", "c", ?var.extra has no default, …]'],
  ]);
});

describe('objects with unknown keys', () => {
  table([
    ['{ "${var.region}:sub" = "x" }', '{<var.region>:sub: "x"}'],
    ['keys({ "${var.region}:sub" = "x" })', '["<var.region>:sub"]'],
    ['{ (var.region) = "x", b = 1 }.b', '1'],
    ['{ (var.region) = "x" }.b', '?not all keys of the object that holds b are known'],
    ['merge({ a = 1 }, { a = 2, b = 3 })', '{a: 2, b: 3}'],
    ['merge(var.tags, { owner = "me" }).owner', '"me"'],
    ['merge({ owner = "me" }, var.tags).owner', '?it may be replaced: var.tags has no default'],
    ['merge({ a = 1 }, var.tags)', '{a: ?it may be replaced: var.tags has no default, <var.tags>: ?var.tags has no default}'],
    ['lookup(var.tags, "a", "b")', '?var.tags has no default'],
  ]);
});
