import { describe, expect, it } from '@jest/globals';
import { filePath, locate, type Source } from '../../../src/model/span.js';
import { get, itemsOf, type Node } from '../../../src/model/tree.js';
import type { ReadResult } from '../../../src/readers/reader.js';
import { terraformPlan } from '../../../src/readers/terraform-plan/index.js';
import { hcl } from '../../../src/syntax/hcl/index.js';
import { json } from '../../../src/syntax/json.js';
import { print } from '../terraform/print.js';

type Folder = NonNullable<Parameters<typeof terraformPlan.read>[0]['folder']>;

function read(value: unknown, path = 'plan.json', folder?: Folder): ReadResult & { readonly text: string } {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const source: Source = { path: filePath(path), side: 'head', text };
  const unit = { scope: path, files: [{ source, tree: json.parse(source) }], open: () => undefined, ...(folder && { folder }) };
  return { ...terraformPlan.read(unit), text };
}

interface Change {
  readonly after?: unknown;
  readonly unknown?: unknown;
  readonly sensitive?: unknown;
  readonly actions?: readonly string[];
  readonly more?: object;
}

const change = (address: string, { after = {}, unknown = {}, sensitive = {}, actions = ['create'], more = {} }: Change): object => ({
  address,
  mode: address.includes('data.') ? 'data' : 'managed',
  type: /(?:^|\.)(aws_\w+)\./.exec(address)?.[1],
  name: 'x',
  ...more,
  change: { actions, before: null, after, after_unknown: unknown, after_sensitive: sensitive },
});
const plan = (changes: readonly object[], configuration: object = {}): object => ({
  format_version: '1.2',
  planned_values: { root_module: {} },
  resource_changes: changes,
  configuration,
});
const shown = (result: ReadResult): readonly string[] => result.resources.map((r) => `${r.type} ${r.label} ${print(r.body)}`);

describe('resources of a plan', () => {
  it('are what they will be', () => {
    const changes = [
      change('aws_iam_role.ci["a.b"]', { after: { name: 'ci', tags: { owner: 'x' } } }),
      change('module.m[0].aws_iam_role.r', { after: { name: 'r' }, actions: ['delete', 'create'] }),
      change('data.aws_iam_policy_document.d', { unknown: { json: true }, actions: ['read'] }),
      change('aws_iam_role.gone', { after: null, actions: ['delete'] }),
    ];
    expect(shown(read(plan(changes)))).toEqual([
      'aws_iam_role aws_iam_role.ci["a.b"] {name: "ci", tags: {owner: "x"}}',
      'aws_iam_role module.m[0].aws_iam_role.r {name: "r"}',
      'data.aws_iam_policy_document data.aws_iam_policy_document.d {json: ?it is known only after apply}',
    ]);
  });

  it('show nothing that is sensitive, and say what is not known', () => {
    const after = { list: [{ secret: 's3cr3t', plain: 1 }], whole: { a: 's3cr3t' }, known: 'x' };
    const result = read(
      plan([
        change('aws_x.y', {
          after,
          sensitive: { list: [{ secret: true }], whole: true },
          unknown: { list: [{ plain: false, id: true }], arn: true, known: false },
        }),
      ]),
    );
    expect(shown(result)).toEqual([
      'aws_x aws_x.y {list: [{secret: ?the plan marks it as sensitive, plain: 1, id: ?it is known only after apply}], whole: ?the plan marks it as sensitive, known: "x", arn: ?it is known only after apply}',
    ]);
    expect(JSON.stringify(result.resources.map((r) => print(r.body)))).not.toContain('s3cr3t');
  });

  it('leave out what the author leaves to the provider, as the files do', () => {
    const unknown = { arn: true, inline_policy: true, tags: true, block: [{ id: true, role: true }] };
    const changes = [
      change('aws_iam_role.ci', { after: { name: 'ci', block: [{}] }, unknown, sensitive: { key: true } }),
      change('data.aws_x.y', { unknown: { json: true }, actions: ['read'] }),
    ];
    const written = (label: string, mode: string, expressions: object) => ({ address: label, mode, expressions });
    const role = { name: { constant_value: 'ci' }, tags: { references: ['var.tags'] }, block: [{ role: {} }] };
    const resources = [written('aws_iam_role.ci', 'managed', role), written('data.aws_x.y', 'data', { name: {} })];
    expect(shown(read(plan(changes, { root_module: { resources } })))).toEqual([
      'aws_iam_role aws_iam_role.ci {name: "ci", block: [{role: ?it is known only after apply}], tags: ?it is known only after apply}',
      'data.aws_x data.aws_x.y {json: ?it is known only after apply}',
    ]);
    expect(shown(read(plan(changes)))[0]).toContain('inline_policy: ?it is known only after apply');
  });

  it('say which arguments may come of dynamic blocks, which no plan tells', () => {
    const changes = [
      change('aws_iam_role.open', { after: { name: 'open' }, unknown: { arn: true, inline_policy: true, block: [{ inner: true }] } }),
      // One that is generated over what is known has a value, and what is not known in it is not lost.
      change('aws_iam_role.made', {
        after: { name: 'made', inline_policy: [{ name: 'a' }] },
        unknown: { inline_policy: [{ policy: true }] },
      }),
    ];
    const expressions = { name: { constant_value: 'x' }, block: [{ role: {} }] };
    const resources = ['open', 'made'].map((name) => ({ address: `aws_iam_role.${name}`, mode: 'managed', expressions }));
    const [open, made] = read(plan(changes, { root_module: { resources } })).resources.map((r) => r.body);
    const untold = (node: Node | undefined) =>
      node?.kind === 'map' ? node.untold?.map((e) => `${e.key.value}: ${print(e.value)}`) : undefined;
    const why = (name: string) =>
      `${name}: ?a plan does not tell whether a dynamic block generates ${name}; the configuration beside it would`;
    expect(untold(open)).toEqual([why('arn'), why('inline_policy')]);
    expect(untold(itemsOf(get(open, 'block'))[0])).toEqual([why('inner')]);
    expect(made && print(made)).toBe('{name: "made", inline_policy: [{name: "a", policy: ?it is known only after apply}]}');
  });

  it('that are written in a configuration beside the plan are generated where it has a dynamic block', () => {
    const text = `
      resource "aws_iam_role" "open" {
        dynamic "inline_policy" {
          for_each = toset(split(",", terraform_data.names.id))
          content {}
        }
      }
      resource "aws_iam_role" "plain" {}`;
    const source: Source = { path: filePath('infra/main.tf'), side: 'head', text };
    const changes = ['open', 'plain'].map((name) => change(`aws_iam_role.${name}`, { unknown: { inline_policy: true } }));
    const resources = ['open', 'plain'].map((name) => ({ address: `aws_iam_role.${name}`, expressions: { name: {} } }));
    const folder = (path: string) => (path === 'infra' ? [{ source, tree: hcl.parse(source) }] : []);
    const result = read(plan(changes, { root_module: { resources } }), 'infra/plan.json', folder);
    const [open, plain] = result.resources.map((r) => r.body.untold);
    expect(open?.map((e) => [print(e.value), locate(e.value.span).startLine])).toEqual([
      ['?a dynamic block generates inline_policy over something that is known only after apply', 3],
    ]);
    expect(plain).toBeUndefined();
  });

  it('stand in the plan, documents inside of them too', () => {
    const { resources, text } = read(plan([change('aws_iam_role.ci', { after: { name: 'ci' } })]));
    const [role] = resources;
    expect(role && text.slice(role.head.start, role.head.end)).toBe('"aws_iam_role.ci"');
    const name = get(role?.body, 'name');
    expect(name && text.slice(name.span.start, name.span.end)).toBe('"ci"');
  });

  it('move', () => {
    const { moves } = read(plan([change('aws_iam_role.new', { actions: ['no-op'], more: { previous_address: 'aws_iam_role.old' } })]));
    expect(moves).toEqual([{ from: 'plan.json#aws_iam_role.old', to: 'plan.json#aws_iam_role.new' }]);
  });
});

describe('references of a plan', () => {
  const refers = (...references: string[]): object => ({ references });
  const attachment = (address: string): object => change(address, { unknown: { policy_arn: true } });

  it.each<[string, readonly string[], string, object, string]>([
    [
      'to a resource',
      ['aws_iam_policy.p'],
      'aws_iam_role_policy_attachment.a',
      {
        resources: [
          { address: 'aws_iam_role_policy_attachment.a', expressions: { policy_arn: refers('aws_iam_policy.p.arn', 'aws_iam_policy.p') } },
        ],
      },
      '→aws_iam_policy.p.arn',
    ],
    [
      'to the instance with the same key',
      ['aws_iam_policy.p["x"]', 'aws_iam_policy.p["y"]'],
      'aws_iam_role_policy_attachment.a["y"]',
      { resources: [{ address: 'aws_iam_role_policy_attachment.a', expressions: { policy_arn: refers('aws_iam_policy.p', 'each.key') } }] },
      '→aws_iam_policy.p["y"]',
    ],
    [
      'through an output',
      ['module.m.aws_iam_policy.p'],
      'aws_iam_role_policy_attachment.a',
      {
        resources: [{ address: 'aws_iam_role_policy_attachment.a', expressions: { policy_arn: refers('module.m.arn', 'module.m') } }],
        module_calls: { m: { module: { outputs: { arn: { expression: refers('aws_iam_policy.p.arn', 'aws_iam_policy.p') } } } } },
      },
      '→module.m.aws_iam_policy.p.arn',
    ],
    [
      'through an input',
      ['aws_iam_policy.p'],
      'module.m.aws_iam_role_policy_attachment.a',
      {
        module_calls: {
          m: {
            expressions: { policy: refers('aws_iam_policy.p.arn', 'aws_iam_policy.p') },
            module: { resources: [{ address: 'aws_iam_role_policy_attachment.a', expressions: { policy_arn: refers('var.policy') } }] },
          },
        },
      },
      '→aws_iam_policy.p.arn',
    ],
  ])('%s', (_, others, label, root, value) => {
    const { resources } = read(plan([...others.map((o) => change(o, {})), attachment(label)], { root_module: root }));
    const found = resources.find((r) => r.label === label);
    const arn = get(found?.body, 'policy_arn');
    expect(arn && print(arn)).toBe(value);
  });

  it('end when they go in circles', () => {
    const circle = { module_calls: { m: { module: { outputs: { o: { expression: refers('module.m.o') } } } } } };
    const root = { ...circle, resources: [{ address: 'aws_x.a', expressions: { policy_arn: refers('module.m.o', 'module.m') } }] };
    expect(shown(read(plan([attachment('aws_x.a')], { root_module: root })))).toEqual([
      'aws_x aws_x.a {policy_arn: ?it is known only after apply}',
    ]);
  });
});

describe('providers of a plan', () => {
  it('are their constants', () => {
    const provider_config = {
      aws: {
        name: 'aws',
        expressions: {
          region: { constant_value: 'eu' },
          access_key: { references: ['var.k'] },
          assume_role: [{ role_arn: { constant_value: 'arn' } }],
        },
      },
      west: { name: 'aws', alias: 'west', expressions: { region: { constant_value: 'us' } } },
    };
    expect(shown(read(plan([], { provider_config })))).toEqual([
      'provider.aws provider.aws {region: "eu", access_key: ?the plan does not tell what it refers to, assume_role: [{role_arn: "arn"}]}',
      'provider.aws provider.aws.west {region: "us"}',
    ]);
  });
});

describe('other files', () => {
  it.each(['{}', '[]', '', 'nope', '{"format_version": 1, "resource_changes": []}', '{"format_version": "1.2"}'])(
    '%s is no plan',
    (text) => {
      expect(read(text)).toMatchObject({ resources: [], gaps: [], moves: [] });
    },
  );

  it.each([
    [{ format_version: '1', resource_changes: 5 }],
    [{ format_version: '1', resource_changes: [null, 1, { address: 'a' }, { address: 'a', type: 'b', change: 3 }] }],
    [{ format_version: '1', resource_changes: [{ address: 'a', type: 'b', change: { after: [1], after_unknown: 'x' } }] }],
  ])('%j is taken as far as it goes', (value) => {
    expect(() => read(value)).not.toThrow();
  });

  it('a state is told and never looked into', () => {
    const state = {
      version: 4,
      terraform_version: '1.9.0',
      resources: [{ type: 'aws_iam_access_key', instances: [{ attributes: { secret: 's3cr3t' } }] }],
    };
    const { resources, gaps } = read(state, 'live/terraform.tfstate');
    expect(resources.map((r) => [r.type, r.label, print(r.body)])).toEqual([['terraform.state', 'terraform.tfstate', '{}']]);
    expect(gaps).toEqual([]);
  });

  it.each([
    ['that manages nothing', { version: 4, terraform_version: '1.9.0', outputs: {}, resources: [] }],
    ['whose values are encrypted', { serial: 1, lineage: 'x', meta: {}, encrypted_data: 'AAAA', encryption_version: 'v0' }],
  ])('%s is nothing', (_, state) => expect(read(state, 'live/terraform.tfstate').resources).toEqual([]));
});
