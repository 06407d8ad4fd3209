import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { get } from '../../../src/model/tree.js';
import { readModule } from './module-of.js';
import { print } from './print.js';

const provider = (alias: string, tags: string): string =>
  `provider "aws" {\n${alias ? `  alias = "${alias}"\n` : ''}  default_tags {\n    tags = ${tags}\n  }\n}\n`;

/** The tags of each resource. */
const tags = (files: Readonly<Record<string, string>>): readonly string[] =>
  readModule(files, 'live').resources.flatMap((r) => {
    const found = get(r.body, 'tags');
    return found && r.type.startsWith('aws') ? [`${r.label} ${print(found)}`] : [];
  });

describe('default tags', () => {
  it('stand under the tags of each resource of the provider', () => {
    const main = `${provider('', '{ owner = "team", env = "dev" }')}resource "aws_iam_role" "a" {\n  tags = { env = "prod" }\n}\nresource "aws_iam_role" "b" {}\nresource "aws_iam_role" "c" {\n  tags = null\n}\nresource "azuread_x" "d" {}\ndata "aws_iam_role" "e" {}\n`;
    expect(tags({ 'live/main.tf': main })).toEqual([
      'aws_iam_role.a {owner: "team", env: "prod"}',
      'aws_iam_role.b {owner: "team", env: "dev"}',
      'aws_iam_role.c {owner: "team", env: "dev"}',
    ]);
  });

  it('stand where the provider says them', () => {
    const main = `${provider('', '{ owner = "team" }')}resource "aws_iam_role" "b" {}\n`;
    const role = readModule({ 'live/main.tf': main }, 'live').resources.find((r) => r.type === 'aws_iam_role');
    const owner = get(get(role?.body, 'tags'), 'owner');
    expect(owner && locate(owner.span).startLine).toBe(3);
  });

  it('are those of the provider that a resource names', () => {
    const main = `${provider('', '{ p = "main" }')}${provider('west', '{ p = "west" }')}resource "aws_iam_role" "a" {\n  provider = aws.west\n}\nresource "aws_iam_role" "b" {\n  provider = aws.none\n}\n`;
    expect(tags({ 'live/main.tf': main })).toEqual(['aws_iam_role.a {p: "west"}']);
  });

  it('reach called modules, by the providers that they are handed', () => {
    const files = {
      'live/main.tf': `${provider('', '{ p = "main" }')}${provider('west', '{ p = "west" }')}module "a" {\n  source = "../m"\n}\nmodule "b" {\n  source = "../m"\n  providers = {\n    aws = aws.west\n  }\n}\n`,
      'm/main.tf': 'resource "aws_iam_role" "r" {}\n',
    };
    expect(tags(files)).toEqual(['module.a.aws_iam_role.r {p: "main"}', 'module.b.aws_iam_role.r {p: "west"}']);
  });

  it('say when they are not known', () => {
    const main = `variable "t" {}\n${provider('', 'var.t')}resource "aws_iam_role" "a" {\n  tags = { env = "prod" }\n}\n`;
    expect(tags({ 'live/main.tf': main })).toEqual(['aws_iam_role.a {<var.t>: ?var.t has no default, env: "prod"}']);
  });

  it('are labels for Google', () => {
    const main = 'provider "google" {\n  default_labels = { owner = "team" }\n}\nresource "google_service_account" "a" {}\n';
    const [, account] = readModule({ 'live/main.tf': main }, 'live').resources;
    expect(account && print(account.body)).toBe('{labels: {owner: "team"}}');
  });
});
