import { describe, expect, it } from '@jest/globals';
import { collect } from '../../src/collect/collect.js';
import { Reading } from '../../src/collect/read.js';
import { type Files, fromMemory } from '../../src/edges/memory.js';
import { terraform } from '../../src/readers/terraform/index.js';
import { syntaxes } from '../../src/syntax/index.js';

const module = (extra = ''): string => `variable "name" {}\nresource "aws_iam_role" "this" {\n  name = var.name\n${extra}}\n`;
const call = (source: string, name: string): string => `module "m" {\n  source = "${source}"\n  name = "${name}"\n}\n`;

/** Scopes and labels of what is read on each side. */
async function read(base: Files, head: Files): Promise<{ readonly base: readonly string[]; readonly head: readonly string[] }> {
  const reading = new Reading(await collect(fromMemory(base, head), [terraform], []), syntaxes);
  const of = async (side: 'base' | 'head') =>
    (await reading.side(side)).resources.filter((r) => r.type === 'aws_iam_role').map((r) => `${r.scope} ${r.label}`);
  return { base: await of('base'), head: await of('head') };
}

const label = 'module.m.aws_iam_role.this';

describe('a changed module', () => {
  it('is judged through the folders that call it, unchanged ones too', async () => {
    const live = {
      'live/a/main.tf': call('../../modules/role', 'a'),
      'live/b/main.tf': call('../../modules/role', 'b'),
      'live/c/main.tf': 'resource "aws_iam_role" "c" {}\n',
    };
    expect(
      await read({ ...live, 'modules/role/main.tf': module() }, { ...live, 'modules/role/main.tf': module('  path = "/x/"\n') }),
    ).toEqual({
      base: [`live/a ${label}`, `live/b ${label}`],
      head: [`live/a ${label}`, `live/b ${label}`],
    });
  });

  it('is judged through callers of its callers', async () => {
    const live = {
      'live/main.tf': 'module "t" {\n  source = "../modules/team"\n}\n',
      'modules/team/main.tf': call('../role', 'a'),
    };
    expect(
      (await read({ ...live, 'modules/role/main.tf': module() }, { ...live, 'modules/role/main.tf': module('  path = "/"\n') })).head,
    ).toEqual([`live module.t.${label}`]);
  });

  it('is judged alone when nobody calls it, on the side on which that is so', async () => {
    const uncalled = { 'modules/role/main.tf': module() };
    expect(await read(uncalled, { ...uncalled, 'live/main.tf': call('../modules/role', 'a') })).toEqual({
      base: [],
      head: [`live ${label}`],
    });
    expect(await read(uncalled, { 'modules/role/main.tf': module('  path = "/"\n') })).toEqual({
      base: ['modules/role aws_iam_role.this'],
      head: ['modules/role aws_iam_role.this'],
    });
  });

  it.each([
    ['in a comment', '# module "m" {\n#   source = "../modules/role"\n# }\n'],
    ['as something else', 'resource "aws_s3_object" "o" {\n  source = "../modules/role"\n}\n'],
  ])('is not called by a mention %s', async (_, text) => {
    const live = { 'live/main.tf': text };
    expect((await read({ ...live, 'modules/role/main.tf': '' }, { ...live, 'modules/role/main.tf': module() })).head).toEqual([
      'modules/role aws_iam_role.this',
    ]);
  });

  it('is not judged through its examples unless they change', async () => {
    const before = { 'main.tf': module(), 'examples/full/main.tf': call('../..', 'full') };
    expect((await read(before, { ...before, 'main.tf': module('  path = "/"\n') })).head).toEqual([' aws_iam_role.this']);
    expect((await read({}, before)).head).toEqual([`examples/full ${label}`]);
  });

  it('that is called in circles is judged by itself', async () => {
    const circle = { 'a/main.tf': `${call('../b', 'x')}${module()}`, 'b/main.tf': call('../a', 'x') };
    expect((await read({}, circle)).head).toEqual(['a aws_iam_role.this', 'b module.m.aws_iam_role.this']);
  });
});

describe('a changed folder', () => {
  it('that calls an unchanged module is read with it', async () => {
    const role = { 'modules/role/main.tf': module() };
    expect(
      (await read({ ...role, 'live/main.tf': call('../modules/role', 'a') }, { ...role, 'live/main.tf': call('../modules/role', 'b') }))
        .head,
    ).toEqual([`live ${label}`]);
  });
});
