import { describe, expect, it } from '@jest/globals';
import { annotate } from '../../src/access/annotate.js';
import { loadCatalogue } from '../../src/access/catalogue/load.js';
import type { Subject } from '../../src/model/inventory.js';
import { condition, deny, grant, handles, patterns, principal, rule, set, subject, t } from './make.js';

const catalogue = await loadCatalogue();

function accessOf(more: Partial<Subject>) {
  const s = subject(more);
  return annotate({ side: 'head', subjects: new Map([[s.key, s]]), gaps: [] }, catalogue).subjects.get(s.key)?.access;
}
const levelOf = (more: Partial<Subject>) => accessOf(more)?.level;
const admin = set('arn:aws:iam::aws:policy/AdministratorAccess');

describe('what a subject amounts to', () => {
  it.each<[string, Partial<Subject>, string]>([
    ['nothing', {}, 'none'],
    ['the strongest of its statements', { grants: [grant('s3:List*'), grant('secretsmanager:GetSecretValue')] }, 'reads-secrets'],
    ['a set known by name', { namedSets: [admin] }, 'admin'],
    ['a boundary gives nothing', { namedSets: [{ ...admin, role: 'limit' }] }, 'none'],
    ['a set of which nothing is known', { namedSets: [set('arn:aws:iam::111111111111:policy/team')] }, 'unknown'],
    ['something weak beside something unknown', { grants: [grant('s3:ListBucket'), grant('<var.action>')] }, 'unknown'],
    ['nothing can outweigh an administrator', { grants: [grant('*'), grant('<var.action>')] }, 'admin'],
    ['what is denied altogether', { grants: [grant('iam:*'), grant('s3:ListBucket'), deny('iam:*')] }, 'lists'],
    ['what is denied in part', { grants: [grant(['iam:PutRolePolicy', 's3:ListBucket']), deny('iam:*')] }, 'lists'],
    ['a wildcard of which something is denied', { grants: [grant('iam:*'), deny('iam:PutRolePolicy')] }, 'escalates'],
    ['a denial elsewhere', { grants: [grant('iam:*'), deny('iam:*', 'arn:aws:iam::111111111111:role/other')] }, 'escalates'],
    [
      'a denial under a condition',
      { grants: [grant('iam:*'), deny('iam:*', '*', { conditions: [condition('Bool', 'aws:MultiFactorAuthPresent', 'false')] })] },
      'escalates',
    ],
    [
      'a denial of all but reading',
      { grants: [grant(['s3:GetObject', 's3:PutObject']), deny([], '*', { actions: patterns('s3:Get*', true) })] },
      'exfiltrates-data',
    ],
    ['whom a resource lets in is not its own access', { grants: [grant('*', '*', { principals: [principal('anyone')] })] }, 'none'],
    ['rules in one namespace', { grants: [rule('*', '*', { scope: t('namespace/a') })] }, 'escalates'],
    [
      'a role of AWS in a group of Kubernetes',
      { namedSets: [set('system:masters', { handles: handles('kubernetes:Group:system:masters') })] },
      'admin',
    ],
    ['a system without a ranking', { grants: [grant('roles/owner', '*', { system: 'gcp' })] }, 'unknown'],
  ])('%s', (_, more, expected) => {
    expect(levelOf(more)).toBe(expected);
  });

  it('gives as reasons what makes it so, and what is not known', () => {
    const access = accessOf({
      grants: [grant('s3:ListBucket', '*', { via: 'listing' }), grant('secretsmanager:GetSecretValue', '*', { via: 'secrets' })],
      namedSets: [set('team', { via: 'attachment' })],
    });
    expect(access?.level).toBe('unknown');
    expect(access?.reasons.map((r) => r.because)).toEqual(['team (attachment)']);
    expect(accessOf({ grants: [grant('s3:ListBucket'), grant('iam:*', '*', { via: 'iam' })] })?.reasons.map((r) => r.because)).toEqual([
      'write a new default version of a policy that is attached to the actor (any policy)',
    ]);
  });
});

describe("what AWS's own policies amount to by their statements", () => {
  it.each([
    ['arn:aws:iam::aws:policy/AdministratorAccess', 'admin'],
    ['arn:aws-us-gov:iam::aws:policy/AdministratorAccess', 'admin'],
    ['arn:aws:iam::aws:policy/IAMFullAccess', 'escalates'],
    ['arn:aws:iam::aws:policy/PowerUserAccess', 'escalates'],
    ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'reads-secrets'],
    ['arn:aws:iam::aws:policy/SecurityAudit', 'reads'],
    ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess', 'reads'],
    ['arn:aws:iam::aws:policy/AmazonS3FullAccess', 'manages-permissions'],
    ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess', 'exfiltrates-data'],
    ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore', 'reads-secrets'],
    ['arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy', 'reads-secrets'],
    ['arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy', 'reads'],
    ['arn:aws:iam::aws:policy/AmazonEKSClusterPolicy', 'manages-permissions'],
    ['arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryReadOnly', 'reads'],
    ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole', 'writes'],
    ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy', 'writes'],
    ['arn:aws:iam::aws:policy/AmazonSQSFullAccess', 'manages-permissions'],
    ['arn:aws:iam::aws:policy/AmazonEC2FullAccess', 'manages-permissions'],
    ['arn:aws:iam::aws:policy/SecretsManagerReadWrite', 'manages-permissions'],
    ['arn:aws:iam::aws:policy/NoSuchPolicyYet', 'unknown'],
  ])('%s: %s', (name, expected) => {
    expect(levelOf({ namedSets: [set(name)] })).toBe(expected);
  });

  it('less what the holder is denied', () => {
    const power = set('arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess');
    expect(levelOf({ namedSets: [power] })).toBe('reads');
    expect(levelOf({ namedSets: [power], grants: [deny('sqs:*'), deny('cloudwatch:*')] })).toBe('none');
  });
});
