/** A plan and the configuration that it was made of are read as one. */
import { describe, expect, it } from '@jest/globals';
import { collect } from '../../src/collect/collect.js';
import { Reading } from '../../src/collect/read.js';
import { type Files, fromMemory } from '../../src/edges/memory.js';
import { locate } from '../../src/model/span.js';
import { readers } from '../../src/readers/index.js';
import { syntaxes } from '../../src/syntax/index.js';
import { print } from '../readers/terraform/print.js';

interface Planned {
  readonly address: string;
  readonly after: object;
}
const typeOf = (address: string): string | undefined => /(?:^|\.)(aws_\w+)\./.exec(address)?.[1];
const plan = (changes: readonly Planned[], modules: object = {}): string =>
  JSON.stringify({
    format_version: '1.2',
    resource_changes: changes.map(({ address, after }) => ({
      address,
      type: typeOf(address),
      mode: 'managed',
      change: { actions: ['create'], after },
    })),
    configuration: { root_module: { module_calls: modules } },
  });

async function read(head: Files, base: Files = {}): Promise<readonly string[]> {
  const reading = new Reading(await collect(fromMemory(base, head), readers, []), syntaxes);
  const { resources } = await reading.side('head');
  return resources
    .filter((r) => r.type.startsWith('aws_'))
    .map((r) => `${r.address} at ${r.head.source.path}:${locate(r.head).startLine} ${print(r.body)}`);
}

const queue = 'variable "stage" {}\n\nresource "aws_sqs_queue" "jobs" {\n  name = "jobs-${var.stage}"\n}\n';
const planned = (name: string) => plan([{ address: 'aws_sqs_queue.jobs', after: { name } }]);

describe('a plan', () => {
  it.each([
    ['in the folder of its configuration', 'infra/plan.json'],
    ['in a folder below', 'infra/plans/prod/plan.json'],
  ])('%s stands where its resources are written', async (_, path) => {
    expect(await read({ 'infra/main.tf': queue, [path]: planned('jobs-prod') }, { 'infra/main.tf': queue })).toEqual([
      'infra#aws_sqs_queue.jobs at infra/main.tf:3 {name: "jobs-prod"}',
    ]);
  });

  it('without its configuration stands by itself', async () => {
    expect(await read({ 'plan.json': planned('jobs-prod'), 'other/main.tf': queue.replace('"jobs"', '"other"') }, {})).toEqual([
      'other#aws_sqs_queue.other at other/main.tf:3 {name: "jobs-<var.stage>"}',
      'plan.json#aws_sqs_queue.jobs at plan.json:1 {name: "jobs-prod"}',
    ]);
  });

  it('finds the modules that are called', async () => {
    const files = {
      'infra/main.tf': 'module "q" {\n  source = "../modules/queue"\n}\n',
      'modules/queue/main.tf': queue,
      'infra/plan.json': plan([{ address: 'module.q["a.b"].aws_sqs_queue.jobs', after: { name: 'x' } }], {
        q: { source: '../modules/queue' },
      }),
    };
    expect(await read(files, { ...files, 'infra/plan.json': '{}' })).toEqual([
      'infra#module.q["a.b"].aws_sqs_queue.jobs at modules/queue/main.tf:3 {name: "x"}',
    ]);
  });

  it('of each stage tells of its own', async () => {
    const stages = { 'infra/dev.json': planned('jobs-dev'), 'infra/prod.json': planned('jobs-prod') };
    const expected = ['dev', 'prod'].map((stage) => `infra#aws_sqs_queue.jobs at infra/main.tf:3 {name: "jobs-${stage}"}`);
    expect(await read({ 'infra/main.tf': queue, ...stages }, { 'infra/main.tf': queue })).toEqual(expected);
    expect(await read({ 'infra/main.tf': queue, ...stages })).toEqual(expected);
  });
});

describe('a plan beside the configuration that changes with it', () => {
  const both = (written: string, after: object) =>
    read({ 'infra/main.tf': written, 'infra/plan.json': plan([{ address: 'aws_sqs_queue.jobs', after }]) });
  const body = (inner: string) => `variable "x" {}\nresource "aws_sqs_queue" "jobs" {\n${inner}\n}\n`;
  const at = 'infra#aws_sqs_queue.jobs at infra/main.tf:2';

  it.each<[string, string, object, string]>([
    ['tells what is not known', 'name = var.x', { name: 'jobs' }, '{name: "jobs"}'],
    ['fills holes', 'name = "a-${var.x}-z"', { name: 'a-b-z' }, '{name: "a-b-z"}'],
    ['cannot contradict a text around a hole', 'name = "a-${var.x}-z"', { name: 'b-b-z' }, '{name: "a-<var.x>-z"}'],
    ['cannot contradict what is written', 'name = "jobs"', { name: 'harmless' }, '{name: "jobs"}'],
    ['cannot take away what is written', 'name = "jobs"', {}, '{name: "jobs"}'],
    [
      'fills documents, told as text',
      'policy = jsonencode({ Statement = [{ Action = "sqs:*", Resource = var.x }] })',
      { policy: '{"Statement":[{"Action":"sqs:ReceiveMessage","Resource":"arn:x"}]}' },
      '{policy: {Statement: [{Action: "sqs:*", Resource: "arn:x"}]}}',
    ],
    ['leaves lists of another length alone', 'tags = [var.x]', { tags: ['a', 'b'] }, '{tags: [?var.x]}'],
  ])('%s', async (_, inner, after, expected) => {
    const [found = '', ...others] = await both(body(`  ${inner}`), after);
    expect(others).toEqual([]);
    expect(found.replace(/\?[^\]},]*/g, '?var.x')).toBe(`${at} ${expected}`);
  });
});
