import { describe, expect, it } from '@jest/globals';
import { filePath, type Source } from '../../../src/model/span.js';
import { get } from '../../../src/model/tree.js';
import { iamPolicy } from '../../../src/readers/iam-policy/index.js';
import { json } from '../../../src/syntax/json.js';

const read = (text: string, path = 'iam/policies/ci.json') => {
  const source: Source = { path: filePath(path), side: 'head', text };
  return iamPolicy.read({ scope: source.path, files: [{ source, tree: json.parse(source) }], open: () => undefined }).resources;
};

describe('iam-policy', () => {
  it('is a whole file, named after it', () => {
    const text =
      '// for the pipeline\n{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}';
    const [policy, ...others] = read(text);
    expect(others).toEqual([]);
    expect(policy).toMatchObject({
      dialect: 'iam-policy',
      type: 'policy',
      label: 'ci.json',
      scope: 'iam/policies/ci.json',
      address: 'iam/policies/ci.json#ci.json',
      comments: [{ text: 'for the pipeline' }],
    });
    expect(get(policy?.body, 'Statement')?.kind).toBe('list');
    expect(policy && text.slice(policy.head.start, policy.head.end)).toBe('"Statement"');
  });

  it.each([
    '{"Statement": {"Effect": "Deny", "Action": "*", "Resource": "*"}}',
    '{"Version": "2008-10-17", "Id": "key-policy", "Statement": []}',
    '{"Statement": [{"Sid": "x"}, {"Effect": "Allow"}]}',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*"',
  ])('accepts %s', (text) => {
    expect(read(text)).toHaveLength(1);
  });

  it.each([
    '{"Statement": "select 1"}',
    '{"Version": "2012-10-17"}',
    '{"Version": "1.0", "Statement": [{"Query": "x"}]}',
    '[{"Effect": "Allow"}]',
    '{"Resources": {"P": {"Statement": []}}}',
    'null',
    '',
  ])('passes over %s', (text) => {
    expect(read(text)).toEqual([]);
  });
});
