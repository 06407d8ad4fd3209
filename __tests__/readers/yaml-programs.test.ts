/** Readers of YAML that many tools write: whatever stands in it, they give an answer. */
import { describe, expect, it } from '@jest/globals';
import { ansible } from '../../src/readers/ansible/index.js';
import { deploymentManager } from '../../src/readers/deployment-manager/index.js';
import { pulumi } from '../../src/readers/pulumi/index.js';
import fc from '../house/seeded.js';
import { readYaml } from './reading.js';

const keys = [
  'resources',
  'variables',
  'config',
  'name',
  'type',
  'properties',
  'get',
  'default',
  'fn::join',
  'fn::invoke',
  'function',
  'arguments',
  'statements',
  'principals',
  'hosts',
  'tasks',
  'block',
  'vars',
  'iam_role',
  'amazon.aws.iam_user',
  'loop',
  'register',
  'args',
  'state',
  'accessControl',
];
const texts = [
  'aws:iam:Role',
  'iam.v1.x',
  '${a}',
  '${name}',
  '${name.x[0]}',
  '$${',
  '${',
  'aws:iam:getPolicyDocument',
  '{{ name }}',
  '{{ item }}',
  "{{ lookup('file', 'x') }}",
  '{% x %}',
  '$(ref.name.x)',
  '$(ref.',
  'name',
  '',
];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(...texts, null, true, 7),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 4 }),
  ),
}));

describe.each([
  ['Pulumi', pulumi, 'Pulumi.yaml'],
  ['Ansible', ansible, 'roles/a/tasks/main.yml'],
  ['Deployment Manager', deploymentManager, 'x.yaml'],
] as const)('%s', (_, reader, path) => {
  it('never throws', () => {
    fc.assert(
      fc.property(value, (document) => {
        const { resources } = readYaml(reader, { [path]: JSON.stringify(document) });
        for (const { body } of resources) expect(body.kind).toBe('map');
      }),
      { numRuns: 500 },
    );
  });
});
