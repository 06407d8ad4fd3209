import { describe, expect, it } from '@jest/globals';
import { get, itemsOf, type Node } from '../../../src/model/tree.js';
import { readText } from './module-of.js';

/** `l0 = first`, and each `l<i>` made from the one before. */
const chain = (length: number, first: string, next: (before: string) => string): string =>
  `locals {\n${Array.from({ length }, (_, i) => `  l${i} = ${i === 0 ? first : next(`local.l${i - 1}`)}`).join('\n')}\n}\n`;
const probe = (expression: string): string => `resource "a" "b" {\n  v = ${expression}\n}\n`;

const value = (text: string): { readonly node: Node | undefined; readonly gaps: readonly string[] } => {
  const started = process.cpuUsage();
  const { resources, gaps } = readText(text);
  // Time of the processor, not of the clock: other tests run beside this one.
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
  return { node: get(resources.find((r) => r.label === 'a.b')?.body, 'v'), gaps: gaps.map((g) => `${g.kind} ${g.reason}`) };
};

describe('hostile modules end in unknowns and gaps', () => {
  it.each([
    ['a string that doubles', chain(60, '"ab"', (l) => `"\${${l}}\${${l}}"`), 'local.l59', 'string grows too long'],
    ['a joined string that doubles', chain(60, '"ab"', (l) => `join("", [${l}, ${l}])`), 'local.l59', undefined],
    ['a replacement that explodes', chain(12, '"aaaaaaaaaa"', (l) => `replace(${l}, "a", ${l})`), 'local.l11', undefined],
    ['a list of shared lists', chain(60, '["a", "b"]', (l) => `[${l}, ${l}]`), 'local.l59', 'too many elements'],
    ['a concatenation that doubles', chain(60, '["a", "b"]', (l) => `concat(${l}, ${l})`), 'local.l59', 'too many elements'],
    ['an object of shared objects', chain(60, '{ a = 1 }', (l) => `{ x = ${l}, y = ${l} }`), 'local.l59', 'too many elements'],
    ['an encoded text that doubles', chain(60, '"ab"', (l) => `"\${jsonencode([${l}, ${l}])}x"`), 'local.l59', undefined],
    ['values nested deeply', chain(30, '"a"', (l) => `[[[[[[[[${l}]]]]]]]]`), 'local.l29', 'nested too deeply'],
    ['locals that lead on and on', chain(5000, '"a"', (l) => l), 'local.l4999', 'refer to one another too deeply'],
    [
      'loops in loops',
      chain(1, '[for i in range(1000) : i]', () => ''),
      '[for a in local.l0 : [for b in local.l0 : [for c in local.l0 : c]]]',
      'too many steps',
    ],
    [
      'long strings in a list',
      chain(19, '"abcd"', (l) => `"\${${l}}\${${l}}"`),
      '[for i in range(10000) : "${local.l17}${i}"]',
      'too many steps',
    ],
    [
      'long strings in a format',
      chain(19, '"abcd"', (l) => `"\${${l}}\${${l}}"`),
      'formatlist("%s%s", local.l17, range(10000))',
      undefined,
    ],
    ['ranges in a list', '', '[for i in range(10000) : range(10000)]', 'too many steps'],
    [
      'empty loops over a big list',
      chain(16, '["a"]', (l) => `concat(${l}, ${l})`),
      '[for i in range(10000) : "%{ for x in local.l15 }%{ endfor }"]',
      'too many steps',
    ],
    [
      'a big list tried again and again',
      chain(16, '["a"]', (l) => `concat(${l}, ${l})`),
      '[for i in range(10000) : try(local.l15, 1)]',
      'too many',
    ],
    [
      'big text decoded again and again',
      chain(16, '["a"]', (l) => `concat(${l}, ${l})`),
      '[for i in range(10000) : jsondecode("${jsonencode(local.l15)} ")]',
      'too many',
    ],
  ])('%s', (_, prelude, expression, reason) => {
    // The probe comes first, so that nothing was evaluated on the way.
    const { node, gaps } = value(probe(expression) + prelude);
    expect(node).toBeDefined();
    if (reason) expect(gaps.join()).toContain(reason);
  });

  it('gives up patterns that cost too much', () => {
    const { node } = value(`${probe('regexall("(x?){400}y", local.l12)')}${chain(13, '"xxxx"', (l) => `"\${${l}}\${${l}}"`)}`);
    expect(node?.kind).toBe('unknown');
    expect(value(probe('regexall("(x*)*(x*)*(x*)*y", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")')).node).toMatchObject({
      items: [],
    });
    expect(value(probe('regex("((a{100}){100}){100}", "a")')).node?.kind).toBe('unknown');
    expect(value(probe(`regex("${'('.repeat(5000)}", "a")`)).node?.kind).toBe('unknown');
  });

  it('finds cycles of any length', () => {
    const { node } = value(`${probe('local.x')}locals {\n  x = "a\${local.y}"\n  y = [for z in [1] : local.x]\n}\n`);
    expect(node?.kind).toBe('template');
    expect(
      value('resource "a" "b" {\n  count = length(a.c)\n  v = a.c[0].v\n}\nresource "a" "c" {\n  count = a.b[0].v\n  v = a.b[0].v\n}\n')
        .node?.kind,
    ).toBe('reference');
    expect(
      value(
        'data "aws_iam_policy_document" "d" {\n  source_policy_documents = [data.aws_iam_policy_document.d.json]\n}\n'.concat(
          probe('data.aws_iam_policy_document.d.json'),
        ),
      ).node?.kind,
    ).toBe('reference');
    expect(value(`variable "a" {\n  default = var.a\n}\n${probe('var.a')}`).node?.kind).toBe('unknown');
  });

  it('bounds a big value in many resources', () => {
    const many = Array.from({ length: 300 }, (_, i) => `resource "x" "r${i}" {\n  v = local.big\n}\n`).join('');
    const { gaps } = value(`locals {\n  big = [for i in range(10000) : i]\n}\n${many}`);
    expect(gaps.join()).toContain('too many steps');
  });

  it('takes a big honest list whole', () => {
    const items = Array.from({ length: 10_000 }, (_, i) => `"s3:Action${i}"`).join(',');
    const { node, gaps } = value(probe(`toset([${items}])`));
    expect(itemsOf(node)).toHaveLength(10_000);
    expect(gaps).toEqual([]);
  });

  it('survives deep nesting and long chains of operators', () => {
    expect(value(probe(`${'['.repeat(150)}1${']'.repeat(150)}`)).node?.kind).toBe('list');
    expect(value(probe(Array.from({ length: 150 }, () => '1').join(' + '))).node).toMatchObject({ value: 150 });
    expect(value(probe(`var${'.a'.repeat(150)}`)).node?.kind).toBe('unknown');
  });

  it('is not misled by names of the language underneath', () => {
    expect(value(probe('local.constructor')).node?.kind).toBe('unknown');
    expect(value(probe('{ a = 1 }["__proto__"]')).node?.kind).toBe('unknown');
    expect(value(probe('toString(1)')).node?.kind).toBe('unknown');
  });

  it('keeps values out of what it says', () => {
    const { node } = value(`${probe('upper({ password = "hunter2hunter2" }.absent)')}`);
    expect(JSON.stringify({ ...node, span: undefined })).not.toContain('hunter2');
  });
});
