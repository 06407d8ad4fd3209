import { describe, expect, it } from '@jest/globals';
import { collect } from '../../src/collect/collect.js';
import { Reading } from '../../src/collect/read.js';
import { type Files, fromMemory } from '../../src/edges/memory.js';
import { terraform } from '../../src/readers/terraform/index.js';
import { syntaxes } from '../../src/syntax/index.js';
import { print } from '../readers/terraform/print.js';

/** What Terraform reads at head when nothing but these files change. */
async function readWhen(tree: Files, changed: Files): Promise<readonly string[]> {
  const reading = new Reading(await collect(fromMemory(tree, { ...tree, ...changed }), [terraform], []), syntaxes);
  const { resources } = await reading.side('head');
  return resources.filter((r) => r.type.startsWith('aws_')).map((r) => `${r.address} ${print(r.body)}`);
}
const policy = (value: string) => `resource "aws_iam_policy" "p" {\n  policy = ${value}\n}\n`;

describe('a folder is read again when only a file changes that it takes in', () => {
  it.each<[string, string, string]>([
    ['by file', 'file("${path.module}/policies/ci.json")', 'policies/ci.json'],
    ['from its own folder', 'file("ci.json")', 'ci.json'],
    ['from a folder beside', 'file("${path.module}/../shared/ci.json")', '../shared/ci.json'],
    ['by templatefile', 'templatefile("${path.module}/ci.tftpl", {})', 'ci.tftpl'],
    ['decoded', 'yamldecode(file("./access.yaml")).policy', 'access.yaml'],
    ['by a name that is put together', 'join("", [for n in ["ci"] : file("${path.module}/policies/${n}.json")])', 'policies/ci.json'],
    ['from a list of files', 'join("", [for f in fileset(path.module, "p/*.json") : file("${path.module}/${f}")])', 'p/ci.json'],
  ])('%s', async (_, value, path) => {
    const at = path.startsWith('../') ? path.slice(3) : `live/${path}`;
    const content = (action: string) => (path.endsWith('.yaml') ? `policy: ${action}\n` : action);
    const tree = { 'live/main.tf': policy(value), 'far/main.tf': policy('"x"'), [at]: content('old') };
    const found = await readWhen(tree, { [at]: content('new') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^live#aws_iam_policy\.p \{policy: "new\n?"\}$/);
  });

  it('through the callers of a module', async () => {
    const tree = {
      'live/main.tf': 'module "m" {\n  source = "../modules/m"\n}\n',
      'modules/m/main.tf': policy('file("${path.module}/ci.json")'),
      'modules/m/ci.json': 'old',
    };
    expect(await readWhen(tree, { 'modules/m/ci.json': 'new' })).toEqual(['live#module.m.aws_iam_policy.p {policy: "new"}']);
  });

  it.each([
    ['another file', 'live/other.json'],
    ['a file of another folder', 'live/deep/ci.json'],
    ['what is no data', 'live/ci.json.md'],
  ])('and not for %s', async (_, path) => {
    expect(await readWhen({ 'live/main.tf': policy('file("${path.module}/ci.json")'), [path]: 'old' }, { [path]: 'new' })).toEqual([]);
  });
});
