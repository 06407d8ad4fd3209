import { beforeAll, describe, expect, it } from '@jest/globals';
import { actionCatalogue } from '../../../src/access/catalogue/actions.js';
import { loadCatalogue } from '../../../src/access/catalogue/load.js';
import { policyCatalogue } from '../../../src/access/catalogue/policies.js';
import type { Catalogue } from '../../../src/access/catalogue.js';
import { actionTable } from '../../../src/tools/catalogues/actions.js';
import { policyTable } from '../../../src/tools/catalogues/policies.js';
import { stopwatch } from '../../house/stopwatch.js';

let aws: Catalogue;
beforeAll(async () => {
  aws = await loadCatalogue();
});

describe('the catalogue of AWS actions', () => {
  it('expands a wildcard to the actions there are, in any case of letters', () => {
    expect(aws.expand('S3:getobject')).toEqual(['s3:GetObject']);
    expect(aws.expand('iam:*LoginProfile')).toEqual([
      'iam:CreateLoginProfile',
      'iam:DeleteLoginProfile',
      'iam:GetLoginProfile',
      'iam:UpdateLoginProfile',
    ]);
    expect(aws.expand('i?m:PassR*')).toEqual(['iam:PassRole']);
    expect(aws.expand('*')).toEqual(aws.expand('*:*'));
  });

  it('does not take what it does not know for nothing', () => {
    for (const pattern of ['nosuchservice:*', 's3:NoSuchAction', 's3:NoSuch*', '']) expect(aws.expand(pattern)).toBeUndefined();
    expect(aws.levelOf('s3:NoSuchAction')).toBeUndefined();
    expect(aws.resourceTypesOf('s3:NoSuchAction')).toBeUndefined();
  });

  it('knows what an action does and what it can be tied to', () => {
    expect(['s3:ListBucket', 's3:GetObject', 'sqs:SendMessage', 'ec2:CreateTags', 'sqs:AddPermission'].map(aws.levelOf)).toEqual([
      'list',
      'read',
      'write',
      'tagging',
      'permissions',
    ]);
    expect(aws.resourceTypesOf('iam:PassRole')).toEqual(['arn:*:iam::*:role/*']);
    expect(aws.resourceTypesOf('s3:ListAllMyBuckets')).toEqual([]);
  });

  it('is not slowed down by a hostile file', () => {
    const spent = stopwatch();
    for (let i = 0; i < 3_000; i++) aws.expand(`*${'a*'.repeat(i % 50)}b${i}`);
    expect(spent()).toBeLessThan(5_000);
  });
});

describe("the catalogue of AWS's own policies", () => {
  it('has the statements of those that can be attached', () => {
    expect(aws.managedPolicy('AdministratorAccess')).toEqual([
      { effect: 'allow', actions: { patterns: ['*'], negated: false }, resources: { patterns: ['*'], negated: false }, conditions: [] },
    ]);
    const [first] = aws.managedPolicy('PowerUserAccess') ?? [];
    expect(first?.actions).toEqual({ patterns: ['account:*', 'iam:*', 'organizations:*'], negated: true });
    expect(aws.managedPolicy('MyOwnPolicy')).toBeUndefined();
  });
});

const shelf = (files: Readonly<Record<string, unknown>>) => ({
  name: 'shelf',
  version: '1',
  licence: 'MIT',
  text: (path: string) => JSON.stringify(files[path]),
  list: (folder: string) => Object.keys(files).flatMap((f) => (f.startsWith(`${folder}/`) ? [f.slice(folder.length + 1)] : [])),
});

describe('what the generator writes', () => {
  it('is what the program reads: actions', () => {
    const action = (name: string, accessLevel: string, ...types: readonly string[]) => ({
      name,
      accessLevel,
      resourceTypes: types.map((t) => ({ name: t })),
    });
    const table = actionTable(
      shelf({
        'data/actions/shop.json': {
          a: action('Sell', 'Write', 'Item'),
          b: action('Look', 'List'),
          c: action('Gift', 'Tagging, Write', 'item', 'till'),
        },
        'data/resourceTypes/shop.json': {
          item: { key: 'item', arn: 'arn:${Partition}:shop:${Region}:${Account}:item/${Id}' },
          till: { key: 'till', arn: 'arn:aws:shop:::till, arn:aws:shop:::desk/${Id}' },
          unused: { key: 'unused', arn: 'arn:aws:shop:::unused' },
        },
      }),
    );
    const known = actionCatalogue(table);
    expect(known.expand('shop:*')).toEqual(['shop:Gift', 'shop:Look', 'shop:Sell']);
    expect(known.levelOf('shop:gift')).toBe('tagging');
    expect(known.resourceTypesOf('shop:Gift')).toEqual(['arn:*:shop:*:*:item/*', 'arn:aws:shop:::till', 'arn:aws:shop:::desk/*']);
    expect(known.resourceTypesOf('shop:Look')).toEqual([]);
  });

  it('is what the program reads: policies', () => {
    const policy = (arn: string, ...statements: readonly unknown[]) => ({
      arn: `arn:aws:iam::aws:policy/${arn}`,
      latestVersionId: 'v2',
      versions: { v1: { document: { Statement: [] } }, v2: { document: { Statement: statements } } },
    });
    const table = policyTable(
      shelf({
        'dist/managedPolicies.json': {
          Two: policy(
            'service-role/Two',
            { Effect: 'Allow', Action: ['s3:Get*', 'ec2:Describe*', 's3:List*'], Resource: '*' },
            {
              Effect: 'Deny',
              NotAction: 'iam:*',
              NotResource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'],
              Condition: { StringLike: { 'aws:x': ['a|b', 'c'] } },
            },
          ),
          Linked: policy('aws-service-role/Linked'),
        },
      }),
    );
    expect(policyCatalogue(table).managedPolicy('Linked')).toBeUndefined();
    expect(policyCatalogue(table).managedPolicy('Two')).toEqual([
      {
        effect: 'allow',
        actions: { patterns: ['ec2:Describe*', 's3:Get*', 's3:List*'], negated: false },
        resources: { patterns: ['*'], negated: false },
        conditions: [],
      },
      {
        effect: 'deny',
        actions: { patterns: ['iam:*'], negated: true },
        resources: { patterns: ['arn:aws:s3:::a', 'arn:aws:s3:::b'], negated: true },
        conditions: [{ operator: 'StringLike', key: 'aws:x', values: ['a|b', 'c'] }],
      },
    ]);
  });
});
