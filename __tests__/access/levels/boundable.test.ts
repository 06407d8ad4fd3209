import { describe, expect, it } from '@jest/globals';
import { loadCatalogue } from '../../../src/access/catalogue/load.js';
import { noCatalogue } from '../../../src/access/catalogue.js';
import { boundableIn } from '../../../src/access/levels/boundable.js';
import { show } from '../../../src/model/text.js';
import { grant, patterns } from '../make.js';

const catalogue = await loadCatalogue();

describe('what could be tied to resources', () => {
  it.each<[string[], string[]]>([
    [['s3:ListAllMyBuckets', 'ec2:Describe*', 's3:GetObject'], []],
    [['ecr:GetAuthorizationToken', 'kms:CreateKey', 'ssm:PutInventory', 'acm:RequestCertificate'], []],
    [
      ['sqs:SendMessage', 's3:Put*', 'xray:PutTraceSegments'],
      ['sqs:SendMessage', 's3:Put*'],
    ],
    [
      ['nosuch:Write', 'nosuch:List*', '<var.action>'],
      ['nosuch:Write', '<var.action>'],
    ],
  ])('%j: %j', (actions, expected) => {
    expect(boundableIn(grant(actions), catalogue).map(show)).toEqual(expected);
  });

  it('is told by words alone where there is no catalogue', () => {
    expect(boundableIn(grant(['kms:CreateKey', 'kms:ListKeys']), noCatalogue).map(show)).toEqual(['kms:CreateKey']);
    expect(boundableIn(grant([], '*', { actions: patterns('iam:*', true) }), catalogue)).toEqual([]);
  });
});
