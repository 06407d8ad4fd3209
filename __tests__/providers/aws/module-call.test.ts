/** What is handed to modules that are kept elsewhere. */
import { describe, expect, it } from '@jest/globals';
import { fromTerraform } from './kit.js';

const call = (inputs: string, source = 'acme/queue/aws') => fromTerraform(`module "q" {\n source = "${source}"\n ${inputs}\n}`);
const open = '{ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*" }] }';

describe('a module that is kept elsewhere', () => {
  it('guards something by a policy that lets somebody in', () => {
    const grants = ['resource aws.module-call - [at:q]', 'grant to at:q: allow anyone * sqs:SendMessage on * (resource policy)'];
    expect(call(`queue_policy = jsonencode(${open})`).lines).toEqual(grants);
    expect(
      call(`policy = <<-EOT\n{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:SendMessage","Resource":"*"}}\nEOT`).lines,
    ).toEqual(grants);
  });

  it('gives something by a policy that lets nobody in, also one in a list', () => {
    const inputs =
      'custom_policies = [{ name = "a", policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] }) }]';
    expect(call(inputs).lines).toEqual([
      'permission-set aws.module-call - [at:q]',
      'grant to at:q: allow s3:GetObject on * (policy handed to a module)',
    ]);
  });

  it('takes in a document that is written beside it', () => {
    const { lines } = fromTerraform(`
      data "aws_iam_policy_document" "d" {
        statement {
          actions   = ["s3:GetObject"]
          resources = ["*"]
        }
      }
      module "q" {
        source = "acme/role/aws"
        policy = data.aws_iam_policy_document.d.json
      }`);
    expect(lines).toContain('grant to at:q: allow s3:GetObject on * (policy handed to a module)');
  });

  it('starts a machine with a profile and a script', () => {
    const { lines } = call('iam_instance_profile = "app"\n user_data = "export AWS_SECRET_ACCESS_KEY=$KEY"');
    expect(lines).toEqual([
      'resource aws.module-call - [at:q]',
      'credential of at:q: access-key "AWS_SECRET_ACCESS_KEY" reference static',
      'at:q runs-as <aws:instance-profile:app> by module',
    ]);
  });

  it('says nothing by what is not a policy, not known, or in these very files', () => {
    expect(call('policy = "read-only"\n access_policies = var.p\n bucket_policy = ""').lines).toEqual([]);
    expect(call(`policy = jsonencode(${open})`, './queue').lines).toEqual([]);
  });
});
