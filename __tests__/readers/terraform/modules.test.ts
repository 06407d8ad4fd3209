import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { get } from '../../../src/model/tree.js';
import { readModule } from './module-of.js';
import { print } from './print.js';

/** Labels with the value of `v`. */
const shown = (files: Readonly<Record<string, string>>, scope = 'live'): readonly string[] =>
  readModule(files, scope).resources.flatMap((r) => {
    const value = get(r.body, 'v');
    return value ? [`${r.label}: ${print(value)}`] : [];
  });
const reasons = (files: Readonly<Record<string, string>>, scope = 'live'): readonly string[] =>
  readModule(files, scope).gaps.map((g) => `${g.kind} ${g.reason}`);

const role = `
variable "name" {}
variable "path" { default = "/service/" }
resource "aws_iam_role" "this" {
  v = "\${var.path}\${var.name}"
}
output "arn" { value = aws_iam_role.this.arn }
output "full" { value = aws_iam_role.this.v }
`;

describe('a local module', () => {
  it('is evaluated with the inputs of its caller', () => {
    const files = { 'modules/role/main.tf': role, 'live/main.tf': 'module "ci" {\n  source = "../modules/role"\n  name = "ci"\n}\n' };
    const { resources } = readModule(files, 'live');
    expect(resources.map((r) => [r.label, r.scope, r.address])).toEqual([
      ['module.ci', 'live', 'live#module.ci'],
      ['module.ci.aws_iam_role.this', 'live', 'live#module.ci.aws_iam_role.this'],
    ]);
    expect(shown(files)).toEqual(['module.ci.aws_iam_role.this: "/service/ci"']);
    expect(resources[1] && locate(resources[1].head)).toMatchObject({ path: 'modules/role/main.tf', startLine: 4 });
  });

  it('gives its outputs to its caller, as references to what it made', () => {
    const files = {
      'modules/role/main.tf': role,
      'live/main.tf':
        'module "ci" {\n  source = "../modules/role"\n  name = "ci"\n}\nresource "a" "arn" {\n  v = module.ci.arn\n}\nresource "a" "full" {\n  v = "x-${module.ci.full}"\n}\nresource "a" "none" {\n  v = module.ci.absent\n}\n',
    };
    expect(shown(files).slice(1)).toEqual([
      'a.arn: →module.ci.arn=→module.ci.aws_iam_role.this.arn',
      'a.full: "x-/service/ci"',
      'a.none: →module.ci.absent',
    ]);
  });

  it('takes resources of its caller as inputs', () => {
    const files = {
      'modules/grant/main.tf': 'variable "role" {}\nresource "a" "b" {\n  v = [var.role.name, var.role.arn]\n}\n',
      'live/main.tf':
        'resource "aws_iam_role" "ci" {\n  name = "ci"\n}\nmodule "g" {\n  source = "../modules/grant"\n  role = aws_iam_role.ci\n}\n',
    };
    expect(shown(files)).toEqual(['module.g.a.b: [→aws_iam_role.ci.name="ci", →aws_iam_role.ci.arn]']);
  });

  it('stands once for each instance of its call', () => {
    const files = {
      'modules/role/main.tf': role,
      'live/main.tf':
        'module "ci" {\n  source = "../modules/role"\n  for_each = toset(["a", "b"])\n  name = each.key\n}\nmodule "n" {\n  source = "../modules/role"\n  count = 0\n  name = "n"\n}\nresource "x" "y" {\n  v = [for m in module.ci : m.full]\n}\nresource "x" "z" {\n  v = module.ci["a"].full\n}\n',
    };
    expect(shown(files)).toEqual([
      'module.ci["a"].aws_iam_role.this: "/service/a"',
      'module.ci["b"].aws_iam_role.this: "/service/b"',
      'x.y: [→module.ci["a"].full=→module.ci["a"].aws_iam_role.this.v="/service/a", →module.ci["b"].full=→module.ci["b"].aws_iam_role.this.v="/service/b"]',
      'x.z: →module.ci["a"].full=→module.ci["a"].aws_iam_role.this.v="/service/a"',
    ]);
  });

  it('may call modules itself, whose paths start at its own folder', () => {
    const files = {
      'modules/role/main.tf': role,
      'modules/team/main.tf':
        'variable "team" {}\nmodule "role" {\n  source = "../role"\n  name = "${var.team}-ci"\n  path = null\n}\noutput "full" { value = module.role.full }\n',
      'live/main.tf': 'module "t" {\n  source = "../modules/team"\n  team = "pay"\n}\nresource "x" "y" {\n  v = module.t.full\n}\n',
    };
    expect(shown(files)[0]).toBe('module.t.module.role.aws_iam_role.this: "<null>pay-ci"');
  });

  it('uses its own defaults for sure, those of the root only as a guess', () => {
    const files = {
      'modules/role/main.tf': 'variable "create" { default = false }\nresource "a" "b" {\n  count = var.create ? 1 : 0\n  v = 1\n}\n',
      'live/main.tf':
        'variable "on" { default = false }\nmodule "off" {\n  source = "../modules/role"\n}\nmodule "maybe" {\n  source = "../modules/role"\n  create = var.on\n}\nmodule "on" {\n  source = "../modules/role"\n  create = true\n}\n',
    };
    expect(shown(files)).toEqual(['module.maybe.a.b: 1', 'module.on.a.b[0]: 1']);
  });

  it('says which input is missing', () => {
    const files = { 'modules/role/main.tf': role, 'live/main.tf': 'module "ci" {\n  source = "../modules/role"\n}\n' };
    expect(shown(files)).toEqual(['module.ci.aws_iam_role.this: "/service/<var.name>"']);
  });

  it('refuses null for the default where it says so', () => {
    const files = {
      'm/main.tf': 'variable "p" {\n  default = "/"\n  nullable = false\n}\nresource "a" "b" {\n  v = var.p\n}\n',
      'live/main.tf': 'module "m" {\n  source = "../m"\n  p = null\n}\n',
    };
    expect(shown(files)).toEqual(['module.m.a.b: "/"']);
  });

  it('converts what it is given by the type of its variable', () => {
    const files = {
      'm/main.tf': 'variable "o" {\n  type = object({ a = string, b = optional(string, "dflt") })\n}\nresource "a" "b" {\n  v = var.o\n}\n',
      'live/main.tf': 'module "m" {\n  source = "../m"\n  o = { a = "x" }\n}\n',
    };
    expect(shown(files)).toEqual(['module.m.a.b: {a: "x", b: "dflt"}']);
  });

  it('moves with its call', () => {
    const files = {
      'm/main.tf': 'resource "a" "b" {}\nmoved {\n  from = a.c\n  to = a.b\n}\n',
      'live/main.tf': 'module "new" {\n  source = "../m"\n}\nmoved {\n  from = module.old\n  to = module.new\n}\n',
    };
    expect(readModule(files, 'live').moves.map((m) => m.from)).toEqual([
      'live#module.old',
      'live#module.old.a.b',
      'live#module.new.a.c',
      'live#module.old.a.c',
    ]);
  });
});

describe('what cannot be followed', () => {
  const call = (source: string): Record<string, string> => ({ 'live/main.tf': `module "m" {\n  source = ${source}\n  name = "x"\n}\n` });

  it.each([
    ['"terraform-aws-modules/iam/aws"', 'terraform-aws-modules/iam/aws'],
    ['"git::https://bot:s3cr3t@example.com/m.git?ref=v1&token=t0k3n"', 'git::https://example.com/m.git'],
    ['"../../outside"', '../../outside'],
    ['var.source', 'a source that is not known'],
  ])('says where %s is', (source, said) => {
    expect(reasons(call(source))).toEqual([
      `unresolved module.m comes from ${said}, which is not in the repository: what it makes is not known, its inputs were looked at`,
    ]);
  });

  it('keeps the call and its inputs', () => {
    const [module] = readModule(call('"terraform-aws-modules/iam/aws"'), 'live').resources;
    expect(module?.type).toBe('module');
    expect(module && print(module.body)).toContain('name: "x"');
  });

  it('finds modules that call themselves', () => {
    const loop = {
      'a/main.tf': 'module "b" {\n  source = "../b"\n}\n',
      'b/main.tf': 'resource "x" "y" {\n  v = 1\n}\nmodule "a" {\n  source = "../a"\n}\n',
    };
    expect(shown(loop, 'a')).toEqual(['module.b.x.y: 1']);
    expect(reasons(loop, 'a')).toEqual(['unresolved module.a calls a module that it is itself a part of; it is not followed']);
    expect(reasons({ 'live/main.tf': 'module "self" {\n  source = "./"\n}\n' })).toHaveLength(1);
  });

  it('bounds modules that multiply', () => {
    const files: Record<string, string> = { 'live/main.tf': 'module "m" {\n  source = "../m0"\n}\n' };
    for (let i = 0; i < 12; i++)
      files[`m${i}/main.tf`] =
        `module "a" {\n  source = "../m${i + 1}"\n  count = 3\n}\nmodule "b" {\n  source = "../m${i + 1}"\n  count = 3\n}\n`;
    files['m12/main.tf'] = 'resource "x" "y" {}\n';
    expect(reasons(files).join()).toContain('more than 2000 modules are called from here');
  });
});
