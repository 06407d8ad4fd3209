import { describe, expect, it } from '@jest/globals';
import { get, stringOf } from '../../../src/model/tree.js';
import { evaluated, readModule } from './module-of.js';
import { print } from './print.js';

const prelude = `
variable "x" {}
variable "obj" { default = { a = "b" } }
resource "aws_kms_key" "main" {}
`;

const table = (rows: readonly (readonly [expression: string, value: string])[]): void => {
  it.each(rows)('%s → %s', (expression, value) => {
    expect(print(evaluated(expression, prelude))).toBe(value);
  });
};

describe('text', () => {
  table([
    ['join("-", ["a", "b"])', '"a-b"'],
    ['join("-", ["a", var.x, aws_kms_key.main.arn])', '"a-<var.x>-<aws_kms_key.main.arn→>"'],
    ['join(",", [])', '""'],
    ['format("arn:aws:iam::%s:role/%s%%", "123456789012", var.x)', '"arn:aws:iam::123456789012:role/<var.x>%"'],
    ['format("%05s", var.x)', '?var.x has no default'],
    ['formatlist("%s/*", ["a", "b"])', '["a/*", "b/*"]'],
    ['formatlist("%s-%s", "x", ["a", var.x])', '["x-a", "x-<var.x>"]'],
    ['replace("a.b.c", ".", "-")', '"a-b-c"'],
    ['replace("abc", "/(?=b)/", "-")', '?replace is not evaluated for these arguments'],
    ['split(",", "a,b")', '["a", "b"]'],
    ['lower("ÄB")', '"äb"'],
    ['upper(var.x)', '?var.x has no default'],
    ['"${upper(var.x)}-a"', '"<upper(var.x)>-a"'],
    ['title("hello world")', '"Hello World"'],
    ['trimspace("  a ")', '"a"'],
    ['chomp("a\\n\\n")', '"a"'],
    ['trim("?!a!?", "!?")', '"a"'],
    ['trimprefix("https://a", "https://")', '"a"'],
    ['trimsuffix("a.git", ".git")', '"a"'],
    ['startswith("abc", "ab")', 'true'],
    ['endswith("abc", "ab")', 'false'],
    ['substr("hello", -3, 2)', '"ll"'],
  ]);
});

describe('collections', () => {
  table([
    ['lookup({ a = 1 }, "a", 2)', '1'],
    ['lookup({ a = 1 }, "b", 2)', '2'],
    ['element(["a", "b"], 3)', '"b"'],
    ['coalesce(null, "", "c")', '"c"'],
    ['coalesce(null, "a-${var.x}", "c")', '"a-<var.x>"'],
    ['coalesce(var.x, "c")', '?var.x has no default'],
    ['coalesce("", aws_kms_key.main.arn)', '→aws_kms_key.main.arn'],
    ['coalescelist([], ["a"])', '["a"]'],
    ['compact(["a", "", null, "b"])', '["a", "b"]'],
    ['compact(["a", var.x])', '["a", ?var.x has no default, …]'],
    ['flatten([["a"], [["b"], "c"]])', '["a", "b", "c"]'],
    ['distinct(["b", "a", "b"])', '["b", "a"]'],
    ['toset(["b", "a", "b"])', '["a", "b"]'],
    ['setunion(["b"], ["a", "b"])', '["a", "b"]'],
    ['setintersection(["a", "b"], ["b", "c"])', '["b"]'],
    ['setsubtract(["a", "b"], ["b"])', '["a"]'],
    ['contains(["a", var.x], "a")', 'true'],
    ['contains(["a", var.x], "b")', '?var.x has no default'],
    ['length("héy")', '3'],
    ['length({ a = 1 })', '1'],
    ['keys({ b = 1, a = 2 })', '["a", "b"]'],
    ['values({ b = 1, a = 2 })', '[2, 1]'],
    ['zipmap(["a"], [1])', '{a: 1}'],
    ['sort(["b", "a"])', '["a", "b"]'],
    ['slice(["a", "b", "c"], 1, 2)', '["b"]'],
    ['one(["a"])', '"a"'],
    ['one([])', 'null'],
    ['index(["a", "b"], "b")', '1'],
    ['reverse(["a", "b"])', '["b", "a"]'],
    ['concat([["a"], ["b"]]...)', '["a", "b"]'],
    ['merge([{ a = 1 }, { b = 2 }]...)', '{a: 1, b: 2}'],
  ]);
});

describe('conversions', () => {
  table([
    ['tostring(1)', '"1"'],
    ['tonumber("1.5")', '1.5'],
    ['tobool("true")', 'true'],
    ['tomap({ a = "b" })', '{a: "b"}'],
    ['max(1, 3, 2)', '3'],
    ['sum([1, 2])', '3'],
    ['alltrue([true, false, var.x])', 'false'],
    ['anytrue([false, var.x])', '?var.x has no default'],
    ['range(3)', '[0, 1, 2]'],
    ['range(1, 1000000000)', '?range is not evaluated for these arguments'],
    ['jsonencode({ a = [1, var.x] })', '{a: [1, ?var.x has no default]}'],
    ['"${jsonencode({ b = [1, true], a = "q\\"" })}!"', '"{\\"a\\":\\"q\\\\\\"\\",\\"b\\":[1,true]}!"'],
    ['"x ${jsonencode([var.x])}"', '"x [<var.x>]"'],
    ['jsonencode("a")', '"\\"a\\""'],
    ['jsondecode("{\\"a\\": [1]}").a[0]', '1'],
    ['jsondecode(jsonencode({ a = 1 })).a', '1'],
    ['jsondecode("{")', '?jsondecode is not evaluated for these arguments'],
  ]);
});

describe('try and can', () => {
  table([
    ['try(var.obj.a, "z")', '"b"'],
    ['try(var.obj.absent.deep, "z")', '"z"'],
    ['try([var.obj.absent], "z")', '"z"'],
    ['try(var.x.a, "z")', '?var.x has no default'],
    ['try(tonumber("a"), 1)', '1'],
    ['can(var.obj.absent)', 'false'],
    ['can(var.obj.a)', 'true'],
    ['can(var.x)', '?var.x has no default'],
  ]);
});

describe('what is not evaluated', () => {
  table([
    ['sha256("a")', '?the function sha256 is not evaluated'],
    ['provider::aws::arn_build("aws")', '?the function provider::aws::arn_build is not evaluated'],
    ['constructor("a")', '?the function constructor is not evaluated'],
    ['"${replace(var.x, "hunter2", "")}-a"', '"<replace(var.x, …, …)>-a"'],
  ]);
});

describe('file', () => {
  const read = (expression: string) =>
    get(
      readModule({ 'infra/main.tf': `resource "a" "b" {\n  v = ${expression}\n}\n`, 'infra/p/policy.json': '{"a":1}', 'shared.json': '{}' })
        .resources[0]?.body,
      'v',
    );

  it.each([
    ['file("${path.module}/p/policy.json")', '{"a":1}'],
    ['file("./p/policy.json")', '{"a":1}'],
    ['file("${path.root}/p/policy.json")', '{"a":1}'],
    ['file("${path.module}/../shared.json")', '{}'],
  ])('%s', (expression, text) => {
    const node = read(expression);
    expect(stringOf(node)).toBe(text);
    expect(node?.span.source.text).toBe(text);
  });

  it.each(['file("absent.json")', 'file("/etc/passwd")', 'file("../../../shared.json")'])('%s is unknown', (expression) => {
    expect(read(expression)?.kind).toBe('unknown');
  });
});
