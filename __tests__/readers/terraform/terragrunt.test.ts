import { describe, expect, it } from '@jest/globals';
import { get } from '../../../src/model/tree.js';
import { readModule } from './module-of.js';
import { print } from './print.js';

const module =
  'variable "name" {}\nvariable "path" { default = "/" }\nlocals {\n  env = "wrong"\n}\nresource "aws_iam_role" "r" {\n  v = "${var.path}${var.name}"\n}\n';
const shown = (terragrunt: string): readonly string[] => {
  const { resources, gaps } = readModule({ 'live/app/terragrunt.hcl': terragrunt, 'modules/role/main.tf': module }, 'live/app');
  return [...resources.map((r) => `${r.address} ${print(get(r.body, 'v') ?? r.body)}`), ...gaps.map((g) => g.reason)];
};

describe('terragrunt.hcl', () => {
  it('runs a local module with its literal inputs', () => {
    expect(shown('terraform {\n  source = "../../modules//role"\n}\ninputs = {\n  name = "ci"\n}\n')).toEqual([
      'live/app#aws_iam_role.r "/ci"',
    ]);
  });

  it('leaves unknown what it computes', () => {
    expect(
      shown('terraform {\n  source = "../../modules/role"\n}\ninputs = {\n  name = "x-${local.env}"\n  path = get_env("P")\n}\n'),
    ).toEqual(['live/app#aws_iam_role.r "<get_env(…)>x-<local.env>"']);
  });

  it.each([
    ['terraform {\n  source = "git::https://u:p@example.com/m.git?ref=1"\n}\n', 'a module from git::https://example.com/m.git, which'],
    ['terraform {\n  source = "${get_repo_root()}/modules/role"\n}\n', 'a module from a source that is not written out, which'],
    ['include "root" {\n  path = find_in_parent_folders()\n}\n', 'in a file that it includes'],
  ])('says what it does not follow: %s', (text, reason) => {
    expect(shown(text)).toEqual([expect.stringContaining(reason)]);
  });

  it('of a folder above says nothing by itself', () => {
    expect(shown('remote_state {\n  backend = "s3"\n}\n')).toEqual([]);
  });
});
