import { describe, expect, it } from '@jest/globals';
import { get } from '../../../src/model/tree.js';
import { readModule } from './module-of.js';
import { print } from './print.js';

type Files = Readonly<Record<string, string>>;

/** Labels with the value of `v`. */
const shown = (files: Files): readonly string[] =>
  readModule(files, 'live').resources.map((r) => {
    const value = get(r.body, 'v');
    return value ? `${r.label}: ${print(value)}` : r.label;
  });
const main = 'variable "x" { default = "dflt" }\nresource "a" "b" {\n  v = var.x\n}\n';

describe('variable files', () => {
  it.each<[string, Files, string]>([
    ['are laid over defaults', { 'live/terraform.tfvars': 'x = "file"\n' }, '"file"'],
    ['in JSON are no templates', { 'live/terraform.tfvars.json': '{"x": "${a}"}' }, '"${a}"'],
    [
      'count in their order',
      { 'live/a.auto.tfvars': 'x = "a"\n', 'live/b.auto.tfvars': 'x = "b"\n', 'live/terraform.tfvars': 'x = "t"\n' },
      '"b"',
    ],
    ['in JSON come in between', { 'live/terraform.tfvars': 'x = "t"\n', 'live/terraform.tfvars.json': '{"x": "j"}' }, '"j"'],
    ['count only in the root', { 'terraform.tfvars': 'x = "above"\n', 'live/sub/terraform.tfvars': 'x = "below"\n' }, '"dflt"'],
    ['count only when Terraform loads them by itself', { 'live/prod.tfvars': 'x = "prod"\n' }, '"dflt"'],
  ])('%s', (_, files, value) => {
    expect(shown({ ...files, 'live/main.tf': main })).toEqual([`a.b: ${value}`]);
  });

  it('are told of where a value is missing', () => {
    const files = {
      'live/main.tf': 'variable "x" {}\nvariable "y" {}\nresource "a" "b" {\n  v = [var.x, var.y]\n}\n',
      'live/prod.tfvars': 'x = "p"\n',
      'live/env/staging.tfvars.json': '{"x": "s"}',
    };
    expect(shown(files)).toEqual([
      'a.b: [?var.x has no default; values are given in prod.tfvars, staging.tfvars.json, ?var.y has no default]',
    ]);
  });

  it('make a block certain that a default leaves open', () => {
    const count = 'variable "x" { default = 0 }\nresource "a" "b" {\n  count = var.x\n}\n';
    expect(shown({ 'live/main.tf': count })).toEqual(['a.b']);
    expect(shown({ 'live/main.tf': count, 'live/terraform.tfvars': 'x = 0\n' })).toEqual([]);
  });
});

describe('OpenTofu', () => {
  it('reads a .tofu file in place of the .tf file of that name', () => {
    expect(
      shown({ 'live/main.tf': main, 'live/main.tofu': 'resource "a" "tofu" {}\n', 'live/other.tofu': 'resource "a" "c" {}\n' }),
    ).toEqual(['a.tofu', 'a.c']);
  });
});

describe('the JSON syntax', () => {
  const json = (value: unknown): Files => ({ 'live/main.tf.json': JSON.stringify(value) });

  it.each<[string, unknown, readonly string[]]>([
    ['strings are templates', { locals: { n: 'ci' }, resource: { a: { b: { v: 'x-${local.n}' } } } }, ['a.b: "x-ci"']],
    ['a lone interpolation is its value', { resource: { a: { b: { v: '${[1, 2]}' } } } }, ['a.b: [1, 2]']],
    ['escapes stand inside of expressions', { resource: { a: { b: { v: '${jsonencode({ "a" = "b\\n" })}' } } } }, ['a.b: {a: "b\\n"}']],
    ['blocks may be lists', { resource: [{ a: [{ b: [{ v: 1 }] }, { c: { v: 2 } }] }] }, ['a.b: 1', 'a.c: 2']],
    ['for_each and each', { resource: { a: { b: { for_each: '${toset(["p"])}', v: '${each.key}' } } } }, ['a.b["p"]: "p"']],
    [
      'defaults are values',
      { variable: { x: { type: 'string', default: '${no}' } }, resource: { a: { b: { v: '${var.x}' } } } },
      ['a.b: "${no}"'],
    ],
    ['providers are names', { resource: { a: { b: { provider: 'aws.west' } } } }, ['a.b']],
  ])('%s', (_, value, expected) => {
    expect(shown(json(value))).toEqual(expected);
  });

  it('reads dynamic blocks, policy documents and local modules', () => {
    const files: Files = {
      'live/main.tf.json': JSON.stringify({
        data: {
          aws_iam_policy_document: {
            p: {
              dynamic: { statement: { for_each: ['s3:Get*'], content: { actions: ['${statement.value}'], resources: ['*'] } } },
            },
          },
        },
        resource: { a: { b: { v: '${data.aws_iam_policy_document.p.json}' } } },
        module: { m: { source: '../m', name: '${"x"}' } },
      }),
      'm/main.tf': 'variable "name" {}\nresource "a" "in" {\n  v = var.name\n}\n',
    };
    expect(shown(files)).toEqual([
      'data.aws_iam_policy_document.p',
      'a.b: →data.aws_iam_policy_document.p.json={Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["s3:Get*"], Resource: ["*"]}]}',
      'module.m',
      'module.m.a.in: "x"',
    ]);
  });

  it('keeps places and comments', () => {
    const text = '{"resource": {"a": {"b": {"//": "owner: team-a", "v": "x"}}}}';
    const [resource] = readModule({ 'live/main.tf.json': text }, 'live').resources;
    expect(resource && text.slice(resource.head.start, resource.head.end)).toBe('"b"');
    const value = get(resource?.body, 'v');
    expect(value && text.slice(value.span.start, value.span.end)).toBe('"x"');
    expect(resource?.comments.map((c) => c.text)).toEqual(['owner: team-a']);
  });

  it('says what cannot be read', () => {
    const { gaps } = readModule(json({ resource: { a: { b: { v: '${1 +}' } } } }), 'live');
    expect(gaps.map((g) => `${g.kind} ${g.reason}`)).toEqual(['unparsed expected a value']);
  });
});
