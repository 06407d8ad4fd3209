import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { get, numberOf } from '../../../src/model/tree.js';
import { readModule, readText } from './module-of.js';
import { print } from './print.js';

const bodyOf = (text: string): string => {
  const [resource] = readText(text).resources;
  return resource ? print(resource.body) : 'none';
};

describe('which blocks become resources', () => {
  it('names each kind', () => {
    const { resources, gaps } = readText(`
      terraform { required_version = ">= 1" }
      variable "x" {}
      output "y" { value = 1 }
      resource "aws_iam_role" "ci" {}
      data "aws_iam_policy" "p" {}
      ephemeral "random_password" "w" {}
      provider "aws" {}
      provider "aws" { alias = "west" }
      module "base" { source = "./base" }
    `);
    expect(resources.map((r) => [r.type, r.label, r.address])).toEqual([
      ['aws_iam_role', 'aws_iam_role.ci', 'infra#aws_iam_role.ci'],
      ['data.aws_iam_policy', 'data.aws_iam_policy.p', 'infra#data.aws_iam_policy.p'],
      ['ephemeral.random_password', 'ephemeral.random_password.w', 'infra#ephemeral.random_password.w'],
      ['provider.aws', 'provider.aws', 'infra#provider.aws'],
      ['provider.aws', 'provider.aws.west', 'infra#provider.aws.west'],
      ['module', 'module.base', 'infra#module.base'],
    ]);
    expect(gaps.map((g) => g.reason)).toEqual(['module.base: there is no Terraform in the folder that its source names']);
  });

  it('says that a block without its name is lost', () => {
    const { resources, gaps } = readText('resource "aws_iam_role" {}\nresource "aws_iam_user" "u" {}\n');
    expect(resources.map((r) => r.label)).toEqual(['aws_iam_user.u']);
    expect(gaps.map((g) => `${g.kind} ${g.reason}`)).toEqual(['unparsed a resource block without its type and name']);
  });

  it.each([
    ['count = 0', 0],
    ['count = local.none', 0],
    ['for_each = {}', 0],
    ['for_each = toset([])', 0],
    ['count = 2', 2],
    ['count = var.on ? 1 : 0', 1],
    ['for_each = var.names', 1],
  ])('%s gives %i', (line, count) => {
    const text = `variable "on" { default = false }\nvariable "names" { default = {} }\nlocals { none = 1 - 1 }\nresource "a" "b" {\n  ${line}\n}\n`;
    expect(readText(text).resources).toHaveLength(count);
  });

  it('keeps all files apart from a broken one, and both of two equal labels', () => {
    const { resources } = readModule({
      'infra/a.tf': 'resource "aws_iam_role" "ci" {}\n',
      'infra/b.tf': 'resource "aws_iam_role" "ci" {}\nresource "aws_iam_user" "u" {\n  name = \n}\n',
      'infra/c.tofu': 'resource "aws_iam_group" "g" {}\n',
    });
    expect(resources.map((r) => `${r.span.source.path} ${r.label}`)).toEqual([
      'infra/a.tf aws_iam_role.ci',
      'infra/b.tf aws_iam_role.ci',
      'infra/c.tofu aws_iam_group.g',
    ]);
  });

  it('lays override files over the rest', () => {
    const { resources } = readModule({
      'infra/main.tf': 'resource "a" "b" {\n  x = 1\n  y = local.z\n  n { k = 1 }\n}\nlocals { z = "main" }\n',
      'infra/a_override.tf': 'resource "a" "b" {\n  x = 2\n  n { k = 2 }\n}\nlocals { z = "over" }\n',
    });
    expect(resources).toHaveLength(1);
    expect(numberOf(get(resources[0]?.body, 'x'))).toBe(2);
    expect(resources[0] && print(resources[0].body)).toContain('y: "over", n: [{k: 2}]');
  });
});

describe('bodies', () => {
  it.each([
    [
      'attributes and blocks in the order of the source',
      'resource "a" "b" {\n x = 1\n n { k = 1 }\n y = 2\n n { k = 2 }\n}',
      '{x: 1, n: [{k: 1}, {k: 2}], y: 2}',
    ],
    ['the provider is named, not evaluated', 'resource "a" "b" {\n provider = aws.west\n}', '{provider: →provider.aws.west}'],
    [
      'dynamic over a list',
      'resource "a" "b" {\n dynamic "n" {\n for_each = ["x", "y"]\n content {\n k = n.key\n v = n.value\n }\n }\n}',
      '{n: [{k: 0, v: "x"}, {k: 1, v: "y"}]}',
    ],
    [
      'dynamic over a set',
      'resource "a" "b" {\n dynamic "n" {\n for_each = toset(["x"])\n content {\n k = n.key\n }\n }\n}',
      '{n: [{k: "x"}]}',
    ],
    [
      'dynamic with an iterator, beside a plain block',
      'resource "a" "b" {\n n { k = 0 }\n dynamic "n" {\n for_each = { p = 1 }\n iterator = it\n content { k = "${it.key}${it.value}" }\n }\n}',
      '{n: [{k: 0}, {k: "p1"}]}',
    ],
    [
      'dynamic in dynamic',
      'resource "a" "b" {\n dynamic "n" {\n for_each = [["x", "y"]]\n content {\n dynamic "m" {\n for_each = n.value\n content { v = m.value }\n }\n }\n }\n}',
      '{n: [{m: [{v: "x"}, {v: "y"}]}]}',
    ],
    [
      'dynamic over something unknown',
      'variable "l" {}\nresource "a" "b" {\n dynamic "n" {\n for_each = var.l\n content { v = "${n.value}-x" }\n }\n}',
      '{n: [{v: "<n.value>-x"}]}',
    ],
    ['dynamic over nothing', 'resource "a" "b" {\n dynamic "n" {\n for_each = []\n content {}\n }\n}', '{n: []}'],
  ])('%s', (_, text, body) => {
    expect(bodyOf(text)).toBe(body);
  });
});

describe('places', () => {
  const text = [
    '# owner: team-a',
    '# second line',
    'resource "aws_iam_role" "ci" { # on the head',
    '  name = local.name # inside',
    '}',
    '',
    '# of nobody',
    '',
    'locals {',
    '  name = "ci"',
    '}',
  ].join('\n');
  const [role] = readText(text).resources;

  it('takes the comments above, on the head and inside', () => {
    expect(role?.comments.map((c) => c.text)).toEqual(['owner: team-a', 'second line', 'on the head', 'inside']);
  });

  it('stands at its head, its value where it is written, its key at the name', () => {
    expect(role && text.slice(role.head.start, role.head.end)).toBe('resource "aws_iam_role" "ci"');
    expect(role && locate(role.span).endLine).toBe(5);
    const value = get(role?.body, 'name');
    expect(value && text.slice(value.span.start, value.span.end)).toBe('"ci"');
    const key = role?.body.entries[0]?.key;
    expect(key && text.slice(key.span.start, key.span.end)).toBe('name');
  });
});
