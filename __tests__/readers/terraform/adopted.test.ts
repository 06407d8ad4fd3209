import { describe, expect, it } from '@jest/globals';
import { readText } from './module-of.js';

const role = 'resource "aws_iam_role" "ci" {\n  name = "ci"\n}\n';

describe('blocks that take over and let go', () => {
  it.each<[string, string, string[]]>([
    ['an import of what is declared', `${role}import {\n  to = aws_iam_role.ci\n  id = "ci"\n}\n`, []],
    ['one of many', `${role}import {\n  for_each = toset(["a"])\n  to = aws_iam_role.ci[each.key]\n  id = each.key\n}\n`, []],
    ['an import into a module', 'module "m" {\n  source = "x"\n}\nimport {\n  to = module.m.aws_iam_role.ci\n  id = "ci"\n}\n', []],
    [
      'an import of what is not declared',
      'import {\n  to = aws_iam_role.ci\n  id = "ci"\n}\n',
      ['unresolved aws_iam_role.ci is imported and not declared: commit its resource block, so that what it may do is reviewed'],
    ],
    ['an import to no address', 'import {\n  to = 1 + 1\n}\n', ['unparsed an import block whose to is no address']],
    ['what is destroyed', 'removed {\n  from = aws_iam_role.ci\n}\n', []],
    [
      'what is forgotten',
      'removed {\n  from = module.m.aws_iam_role.ci["a"]\n  lifecycle {\n    destroy = false\n  }\n}\n',
      [
        'unresolved module.m.aws_iam_role.ci is forgotten and not destroyed: it goes on with all that it may do, and is declared nowhere here',
      ],
    ],
    ['a removal of nothing', 'removed {}\n', ['unparsed a removed block whose from is no address']],
  ])('%s', (_, text, expected) => {
    const gaps = readText(text).gaps.filter((g) => !g.reason.includes('comes from'));
    expect(gaps.map((g) => `${g.kind} ${g.reason}`)).toEqual(expected);
  });
});
