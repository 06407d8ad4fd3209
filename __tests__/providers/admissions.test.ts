/** Whose tokens a demand lets in, by issuer and by the form of the subject. */

import { describe, expect, it } from '@jest/globals';
import { filePath } from '../../src/model/span.js';
import type { Text } from '../../src/model/text.js';
import { admissionsOf, type Demand } from '../../src/providers/admissions.js';
import { stopwatch } from '../house/stopwatch.js';

const span = { source: { side: 'head', path: filePath('main.tf'), text: '' }, start: 0, end: 0 } as const;
const hole = { name: 'var.x' };
/** `<x>` stands for a value that the files do not tell. */
const text = (value: string): Text => ({
  parts: value
    .split(/(<x>)/)
    .filter(Boolean)
    .map((part) => (part === '<x>' ? hole : part)),
  span,
});
const like = (claim: string, ...values: readonly string[]): Demand => ({ claim, values: values.map(text), wildcards: true });
const equal = (claim: string, ...values: readonly string[]): Demand => ({ ...like(claim, ...values), wildcards: false });
const widths = (host: string | undefined, ...demands: readonly Demand[]): string =>
  admissionsOf(host, demands)
    .map((a) => (a.width === a.atMost ? a.width : `${a.width}..${a.atMost}`))
    .join(' ');

const github = 'token.actions.githubusercontent.com';
const eks = 'oidc.eks.eu-west-1.amazonaws.com/id/abc';
const bitbucket = 'api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc';
const circle = 'oidc.circleci.com/org/1b2c';

describe('the subject', () => {
  it.each([
    // GitHub, by name
    [github, 'repo:acme/shop:ref:refs/heads/main', 'exact'],
    [github, 'repo:acme/shop:ref:refs/tags/v1', 'exact'],
    [github, 'repo:acme/shop:environment:production', 'exact'],
    [github, 'repo:acme/shop:environment:prod*', 'some-refs'],
    [github, 'repo:acme/shop:environment:*', 'refs'],
    [github, 'repo:acme/shop:ref:refs/heads/release/*', 'some-refs'],
    [github, 'repo:acme/shop:ref:refs/heads/*', 'refs'],
    [github, 'repo:acme/shop:ref:*', 'refs'],
    [github, 'repo:acme/shop:pull_request', 'pull-requests'],
    [github, 'repo:acme/shop:pull_request*', 'pull-requests'],
    [github, 'repo:acme/shop:*', 'project'],
    [github, 'repo:acme/shop', 'project'],
    [github, 'repo:acme/shop*', 'projects-alike'],
    [github, 'repo:acme/shop-*:ref:refs/heads/main', 'projects-alike'],
    [github, 'repo:acme/sho?:ref:refs/heads/main', 'projects-alike'],
    [github, 'repo:acme/*', 'owner'],
    [github, 'repo:acme/*:environment:production', 'owner'],
    [github, 'repo:acme*', 'owners-alike'],
    [github, 'repo:acme-?/shop:ref:refs/heads/main', 'owners-alike'],
    [github, 'repo:*', 'anyone'],
    [github, 're*', 'anyone'],
    [github, '*', 'anyone'],
    [github, '*:environment:production', 'anyone'],
    [github, 'repo:*/shop:ref:refs/heads/main', 'anyone'],
    // GitHub, by lasting number
    [github, 'repo:acme@12/shop@34:environment:production', 'exact'],
    [github, 'repo:acme@12/shop@34:*', 'project'],
    [github, 'repo:acme@12/*', 'owner'],
    [github, 'repo:acme@*/shop@*:ref:refs/heads/main', 'exact'],
    [github, 'repo:*@12/shop@34:ref:refs/heads/main', 'anyone'],
    // GitHub, put together by its owner
    [github, 'repo:acme/shop:environment:production:job_workflow_ref:acme/ci/.github/workflows/a.yml@refs/heads/main', 'exact'],
    [github, 'repo:acme/*:job_workflow_ref:acme/ci/.github/workflows/deploy.yml@refs/heads/main', 'workflow'],
    [github, 'job_workflow_ref:acme/ci/.github/workflows/deploy.yml@*', 'workflow'],
    [github, 'job_workflow_ref:*', 'anyone'],
    [github, 'job_workflow_ref:acme/*', 'owner'],
    [github, 'job_workflow_ref:acme/ci/.github/workflows/*@refs/heads/main', 'project'],
    [github, 'repo:acme/shop:env*:production', 'project'],
    [github, 'repo:acme/shop:environment:prod@*', 'some-refs'],
    [github, 'repository_owner:acme:environment:production', 'owner'],
    [github, 'repository_owner_id:12:repository_id:34', 'project'],
    [github, 'repository_id:34:ref:refs/heads/main', 'exact'],
    [github, 'repository_id:*', 'anyone'],
    [github, 'repo:acme/shop:workflow:Deploy', 'project'],
    [github, 'repo_property_team:shop:repository_owner:acme', 'projects-alike'],
    [github, 'environment:production', 'anyone'],
    [github, 'ref:refs/heads/main', 'anyone'],
    [github, 'workflow:Deploy', 'anyone'],
    [github, 'actor:somebody', 'anyone'],
    // A whole value that is no subject lets nobody in.
    [github, 'acme/shop', 'exact'],
    ['ghe.acme.example/_services/token', 'repo:acme/*', 'owner'],
    // GitLab
    ['gitlab.com', 'project_path:acme/shop:ref_type:branch:ref:main', 'exact'],
    ['gitlab.com', 'project_path:acme/shop:ref_type:branch:ref:*', 'refs'],
    ['gitlab.com', 'project_path:acme/shop:*', 'project'],
    ['gitlab.com', 'project_path:acme/team/*:ref_type:branch:ref:main', 'projects-alike'],
    ['gitlab.com', 'project_path:acme/*:ref_type:branch:ref:main', 'owner'],
    ['gitlab.com', 'project_path:acme*', 'owners-alike'],
    ['gitlab.com', 'project_path:*:ref_type:branch:ref:main', 'anyone'],
    ['gitlab.acme.example', 'project_path:acme/shop:ref_type:tag:ref:v*', 'some-refs'],
    // Buildkite
    ['agent.buildkite.com', 'organization:acme:pipeline:shop:ref:refs/heads/main:commit:*:step:*', 'exact'],
    ['agent.buildkite.com', 'organization:acme:pipeline:shop:*', 'project'],
    ['agent.buildkite.com', 'organization:acme:*', 'owner'],
    ['agent.buildkite.com', 'organization:*', 'anyone'],
    // Terraform Cloud: a run plans or applies, in one workspace.
    ['app.terraform.io', 'organization:acme:project:shop:workspace:prod:run_phase:apply', 'exact'],
    ['app.terraform.io', 'organization:acme:project:shop:workspace:prod:run_phase:*', 'some-refs'],
    ['app.terraform.io', 'organization:acme:project:shop:workspace:*:run_phase:*', 'projects-alike'],
    ['app.terraform.io', 'organization:acme:project:*:workspace:*:run_phase:*', 'owner'],
    ['app.terraform.io', 'organization:acme*', 'owners-alike'],
    ['app.terraform.io', 'organization:*:project:*:workspace:*:run_phase:*', 'anyone'],
    // Issuers whose address tells the owner
    [circle, 'org/1b2c/project/77/user/*', 'project'],
    [circle, 'org/1b2c/project/77/user/*/vcs-origin/github.com/acme/shop/vcs-ref/refs/heads/main', 'exact'],
    [circle, 'org/1b2c/*', 'owner'],
    [circle, '*', 'anyone'],
    [bitbucket, '{77}:*', 'refs'],
    [bitbucket, '{77}:{prod}:*', 'exact'],
    [bitbucket, '*', 'anyone'],
    ['vstoken.dev.azure.com/11', 'sc://acme/shop/aws', 'exact'],
    ['vstoken.dev.azure.com/11', 'sc://acme/*', 'owner'],
    ['oidc.vercel.com/acme', 'owner:acme:project:shop:environment:production', 'exact'],
    ['oidc.vercel.com', 'owner:acme:project:*:environment:production', 'owner'],
    // Clusters
    [eks, 'system:serviceaccount:dns:external-dns', 'exact'],
    [eks, 'system:serviceaccount:dns:external-*', 'some-refs'],
    [eks, 'system:serviceaccount:dns:*', 'project'],
    [eks, 'system:serviceaccount:team-*:app', 'projects-alike'],
    [eks, 'system:serviceaccount:*:app', 'owner'],
    [eks, 'system:serviceaccount:*', 'anyone'],
    [eks, 'system:*', 'anyone'],
    // A self-kept cluster is known by its subjects.
    ['s3.eu-west-1.amazonaws.com/acme-oidc', 'system:serviceaccount:dns:external-dns', 'exact'],
    [undefined, 'repo:acme/shop:*', 'project'],
    ['login.acme.example', 'user-12', 'exact'],
    ['login.acme.example', 'team-*', 'some-refs'],
    ['login.acme.example', '*', 'anyone'],
  ])('%s %s: %s', (host, value, width) => {
    expect(widths(host, like('sub', value))).toBe(width);
  });

  it('is taken as it is written by an exact comparison', () => {
    expect(widths(github, equal('sub', 'repo:acme/shop:ref:refs/heads/main'))).toBe('exact');
    expect(widths(github, equal('sub', 'repo:acme/shop:ref:refs/heads/*'))).toBe('exact');
  });

  it('of no form that the issuer writes lets nobody in', () => {
    const never = (demand: Demand, host = github): readonly boolean[] =>
      admissionsOf(host, [demand]).map((a) => a.never && a.width === 'exact');
    expect(never(equal('sub', '*', 'repo:acme/shop:*', 'acme/shop', 'repo:acme/shop:pull_request'))).toEqual([true, true, true, false]);
    expect(never(like('sub', 'acme/shop', 'repo:acme/*'))).toEqual([true, false]);
    expect(never(equal('sub', 'dns:external-dns'), eks)).toEqual([true]);
    // Of an issuer that is not known any form may be right, and so may a value that is not known.
    expect(never(equal('sub', 'acme/shop'), 'login.acme.example')).toEqual([false]);
    expect(never(equal('sub', '<x>'))).toEqual([false]);
  });

  it('is judged value by value', () => {
    expect(widths(github, like('sub', 'repo:acme/shop:ref:refs/heads/main', 'repo:acme/*', '*'))).toBe('exact owner anyone');
  });
});

describe('other claims', () => {
  it('narrow each value of the subject', () => {
    expect(widths(github, like('sub', 'repo:acme/*', 'repo:acme/shop:*'), equal('repository_id', '34'))).toBe('project project');
    expect(widths(github, like('sub', '*'), equal('repository_owner', 'acme'), equal('ref', 'refs/heads/main'))).toBe('owner');
    expect(widths(github, like('sub', 'repo:acme/shop:*'), equal('environment', 'production'))).toBe('exact');
  });

  it('speak for the statement where there is no subject', () => {
    expect(widths(github, equal('repository', 'acme/shop'))).toBe('project');
    expect(widths(github, equal('aud', 'sts.amazonaws.com'), equal('repository_owner_id', '12'))).toBe('owner');
    expect(widths(github, equal('actor', 'somebody'))).toBe('anyone');
    expect(widths('cognito-identity.amazonaws.com', equal('aud', 'eu-west-1:0a1b'))).toBe('exact');
    expect(widths('accounts.google.com', equal('aud', '1029'))).toBe('exact');
    expect(widths('login.acme.example', equal('department', 'shop'))).toBe('exact');
    expect(widths('login.acme.example', equal('aud', 'shop'))).toBe('anyone');
  });

  it('let everybody in where none is asked for', () => {
    for (const host of [github, eks, circle, 'login.acme.example']) expect(widths(host)).toBe('anyone');
    expect(widths(github, equal('aud', 'sts.amazonaws.com'))).toBe('anyone');
  });

  it('let nobody in where there is no value that could be met', () => {
    expect(widths(github, like('sub'))).toBe('');
    expect(widths(github, like('sub', '*'), equal('repository'))).toBe('');
  });

  it('tell what they tie to', () => {
    const [first] = admissionsOf(github, [equal('sub', 'repo:acme@12/shop@34:environment:production')]);
    expect(first).toMatchObject({
      issuer: 'github',
      project: 'acme/shop',
      environment: 'production',
      byName: false,
      claims: ['repo', 'environment'],
    });
    expect(admissionsOf(github, [equal('sub', 'repo:acme/shop:pull_request')])[0]).toMatchObject({ byName: true });
    expect(admissionsOf(github, [equal('sub', 'repo:acme/shop:pull_request'), equal('repository_id', '34')])[0]).toMatchObject({
      byName: false,
    });
  });
});

describe('what the files leave open', () => {
  it.each([
    ['repo:acme/<x>:ref:refs/heads/main', 'exact..owner'],
    ['repo:<x>:ref:refs/heads/main', 'exact..anyone'],
    ['repo:acme/shop:ref:refs/heads/<x>', 'exact..refs'],
    ['repo:acme/<x>:*', 'project..owner'],
    ['<x>', 'exact..anyone'],
    ['repo:acme/<x>', 'project..owner'],
  ])('%s: %s', (value, width) => {
    expect(widths(github, like('sub', value))).toBe(width);
  });

  it('holds no wildcard where the comparison is exact', () => {
    expect(widths(github, equal('sub', 'repo:acme/<x>:ref:refs/heads/main'))).toBe('exact');
  });

  it('is one thing where it refers to something declared', () => {
    const declared: Text = {
      parts: ['repo:acme/', { name: 'github_repository.shop.name', to: 'main#github_repository.shop' as never }, ':*'],
      span,
    };
    expect(admissionsOf(github, [{ claim: 'sub', values: [declared], wildcards: true }])[0]).toMatchObject({
      width: 'project',
      atMost: 'project',
    });
  });
});

it('stays linear on hostile values', () => {
  const long = `repo:${'a:*/@'.repeat(200_000)}`;
  const spent = stopwatch();
  admissionsOf(github, [like('sub', long, long.replaceAll('*', '?'), ':'.repeat(1_000_000))]);
  expect(spent()).toBeLessThan(5_000);
});

describe('no pattern lets in more than is told', () => {
  /** Every subject that a few owners can get, the hostile ones with whatever names they may choose. */
  const owners = ['acme', 'acme-tools', 'evil', 'a'];
  const projects = ['shop', 'shop-x', 'blog', 's'];
  const runs = [
    'ref:refs/heads/main',
    'ref:refs/heads/release/1',
    'ref:refs/heads/shop',
    'environment:production',
    'environment:prod',
    'pull_request',
  ];
  const all = owners.flatMap((owner) =>
    projects.flatMap((project) => runs.map((run) => ({ owner, project, run, sub: `repo:${owner}/${project}:${run}` }))),
  );

  /** The same on every machine. */
  function* numbers(): Generator<number> {
    for (let seed = 7; ; ) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      yield seed;
    }
  }
  const random = numbers();
  const below = (n: number): number => Math.floor(((random.next().value ?? 0) / 2_147_483_648) * n);
  /** A subject of ours in which some runs of characters gave way to wildcards. */
  function pattern(): string {
    let value = `repo:acme/shop:${runs[below(runs.length)]}`;
    for (let cuts = 1 + below(2); cuts > 0; cuts--) {
      const start = below(value.length);
      value = `${value.slice(0, start)}${below(4) === 0 ? '?' : '*'}${value.slice(start + below(value.length - start + 1))}`;
    }
    return value;
  }
  const matches = (glob: string, value: string): boolean =>
    new RegExp(
      `^${glob
        .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
    ).test(value);
  const order = ['exact', 'workflow', 'some-refs', 'refs', 'pull-requests', 'project', 'projects-alike', 'owner', 'owners-alike', 'anyone'];

  it('over random patterns, against brute force', () => {
    const wrong: string[] = [];
    for (let i = 0; i < 3_000; i++) {
      const glob = pattern();
      const met = all.filter(({ sub }) => matches(glob, sub));
      const [{ width } = { width: 'none' }] = admissionsOf(github, [like('sub', glob)]);
      const ours = met.filter(({ owner }) => owner === 'acme');
      const least =
        met.length > ours.length
          ? 'owners-alike'
          : new Set(ours.map((m) => m.project)).size > 1
            ? 'projects-alike'
            : new Set(ours.map((m) => m.run)).size > 1
              ? 'some-refs'
              : 'exact';
      if (order.indexOf(width) < order.indexOf(least)) wrong.push(`${glob}: ${width}, and it is at least ${least}`);
    }
    expect(wrong).toEqual([]);
  });
});
