import { describe, expect, it } from '@jest/globals';
import { get } from '../../../src/model/tree.js';
import { readText } from './module-of.js';
import { print } from './print.js';

/** Labels with the value of `v`. */
const shown = (text: string): readonly string[] =>
  readText(text).resources.map((r) => {
    const value = get(r.body, 'v');
    return value ? `${r.label}: ${print(value)}` : r.label;
  });

describe('count', () => {
  it('gives each index its own resource', () => {
    expect(shown('resource "a" "b" {\n  count = 2\n  v = "n${count.index}"\n}')).toEqual(['a.b[0]: "n0"', 'a.b[1]: "n1"']);
  });

  it('leads references to their instance', () => {
    const text = 'resource "a" "b" {\n  count = 2\n  x = "n${count.index}"\n}\nresource "c" "d" {\n  v = a.b[1].x\n}\n';
    expect(shown(text)[2]).toBe('c.d: →a.b[1].x="n1"');
  });

  it.each([
    ['a.b[*].x', '[→a.b[0].x="n0", →a.b[1].x="n1"]'],
    ['[for k in a.b : k.x]', '[→a.b[0].x="n0", →a.b[1].x="n1"]'],
    ['length(a.b)', '2'],
    ['a.b.0.x', '→a.b[0].x="n0"'],
    ['a.b[2].x', '?the list has no such item'],
    ['try(a.b[2].x, "none")', '"none"'],
    ['one(a.b[*].x)', '?the list has several items'],
  ])('%s', (expression, value) => {
    const text = `resource "a" "b" {\n  count = 2\n  x = "n\${count.index}"\n}\nresource "c" "d" {\n  v = ${expression}\n}\n`;
    expect(shown(text)[2]).toBe(`c.d: ${value}`);
  });

  it('says that too many were not looked at one by one', () => {
    const { resources, gaps } = readText('resource "a" "b" {\n  count = 10000\n  v = "n${count.index}"\n}');
    expect(resources.map((r) => r.label)).toEqual(['a.b']);
    expect(gaps.map((g) => `${g.kind} ${g.reason}`)).toEqual([
      'too-large a.b stands 10000 times, more than the 1000 that are looked at one by one',
    ]);
  });

  it('is one resource as long as it is not known', () => {
    expect(shown('variable "n" {}\nresource "a" "b" {\n  count = var.n\n  v = "n${count.index}"\n}\n')).toEqual(['a.b: "n<count.index>"']);
    expect(
      shown('variable "n" {}\nresource "a" "b" {\n  count = var.n\n}\nresource "c" "d" {\n  v = a.b[count.index].arn\n}\n').at(-1),
    ).toBe('c.d: →a.b.arn');
  });

  it('ends when it rests on itself', () => {
    expect(shown('resource "a" "b" {\n  count = length(a.b)\n}\n')).toEqual(['a.b']);
  });
});

describe('for_each', () => {
  it.each([
    ['toset(["x", "y z"])', ['a.b["x"]: "x=x"', 'a.b["y z"]: "y z=y z"']],
    ['{ x = 1, "q\\"" = 2 }', ['a.b["q\\""]: "q\\"=2"', 'a.b["x"]: "x=1"']],
    ['{ for k in ["p", "q"] : k => upper(k) }', ['a.b["p"]: "p=P"', 'a.b["q"]: "q=Q"']],
    ['toset([])', []],
    ['{ "${var.env}-ci" = 1 }', ['a.b["<var.env>-ci"]: "<var.env>-ci=1"']],
    ['merge({ x = 1 }, var.env)', ['a.b["<var.env>"]: "<var.env>=<var.env>"', 'a.b["x"]: "x=<merge(…)>"']],
  ])('%s', (forEach, expected) => {
    expect(shown(`variable "env" {}\nresource "a" "b" {\n  for_each = ${forEach}\n  v = "\${each.key}=\${each.value}"\n}\n`)).toEqual(
      expected,
    );
  });

  it.each([
    ['a.b["x"].v', '→a.b["x"].v="xX"'],
    ['a.b.x.v', '→a.b["x"].v="xX"'],
    ['a.b["z"].v', '?the object has no attribute z'],
    ['{ for k, r in a.b : k => r.v }', '{x: →a.b["x"].v="xX", y: →a.b["y"].v="yY"}'],
    ['values(a.b)[*].v', '[→a.b["x"].v="xX", →a.b["y"].v="yY"]'],
    ['keys(a.b)', '["x", "y"]'],
    ['a.b[var.env].v', '?var.env has no default'],
  ])('%s', (expression, value) => {
    const text = `variable "env" {}\nresource "a" "b" {\n  for_each = { x = "X", y = "Y" }\n  v = "\${each.key}\${each.value}"\n}\nresource "c" "d" {\n  v = ${expression}\n}\n`;
    expect(shown(text)[2]).toBe(`c.d: ${value}`);
  });

  it('knows each in nested blocks and policy documents', () => {
    const text = `
      data "aws_iam_policy_document" "p" {
        for_each = toset(["logs", "state"])
        statement {
          actions   = ["s3:GetObject"]
          resources = ["arn:aws:s3:::\${each.key}/*"]
        }
      }
      resource "c" "d" {
        for_each = data.aws_iam_policy_document.p
        v = each.value.json
      }
    `;
    expect(shown(text).slice(2)).toEqual(
      ['logs', 'state'].map(
        (k) =>
          `c.d["${k}"]: →data.aws_iam_policy_document.p["${k}"].json={Version: "2012-10-17", Statement: [{Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::${k}/*"]}]}`,
      ),
    );
  });
});

describe('moves', () => {
  const movesIn = (text: string): readonly string[] =>
    readText(text).moves.map((m) => `${m.from.replace('infra#', '')} → ${m.to.replace('infra#', '')}`);
  const moved = (from: string, to: string): string => `moved {\n  from = ${from}\n  to = ${to}\n}\n`;

  it('are told for what stands at the new address', () => {
    expect(movesIn(`resource "a" "new" {}\n${moved('a.old', 'a.new')}`)).toEqual(['a.old → a.new']);
    expect(movesIn(moved('a.old', 'a.new'))).toEqual([]);
  });

  it('lead whole blocks, with their instances', () => {
    expect(movesIn(`resource "a" "new" {\n  for_each = toset(["x"])\n}\n${moved('a.old', 'a.new')}`)).toEqual(['a.old["x"] → a.new["x"]']);
  });

  it('lead single instances', () => {
    expect(movesIn(`resource "a" "b" {\n  for_each = toset(["x"])\n}\n${moved('a.b[0]', 'a.b["x"]')}`)).toContain('a.b[0] → a.b["x"]');
    expect(movesIn('resource "a" "b" {\n  count = 1\n}\n')).toEqual(['a.b → a.b[0]']);
  });

  it('follow one another and do not go in circles', () => {
    expect(movesIn(`resource "a" "three" {}\n${moved('a.one', 'a.two')}${moved('a.two', 'a.three')}${moved('a.three', 'a.one')}`)).toEqual([
      'a.two → a.three',
      'a.one → a.three',
    ]);
  });

  it('say when they name nothing', () => {
    expect(readText('moved {\n  from = a.b\n}\n').gaps.map((g) => g.reason)).toEqual(['a moved block whose from or to is no address']);
  });
});
