/** Which modules of Ansible speak to a cloud. */
import { type Entry, get, stringOf } from '../../model/tree.js';

const collections: ReadonlySet<string> = new Set(['amazon.aws', 'community.aws', 'azure.azcollection', 'google.cloud']);

/** Names that were written without a collection before there were collections. */
const short = /^(iam(_[a-z_]+)?|sts_assume_role|aws_[a-z_]+|kms_key|secretsmanager_secret|ec2_key|azure_rm_[a-z0-9_]+|gcp_[a-z_]+)$/;

/** Modules that only look. */
const looks = /_(info|facts)$/;

/** The module that an entry of a task calls, without its collection: `iam_role` for `amazon.aws.iam_role`. */
export function moduleOf({ key, value }: Entry): string | undefined {
  const written = key.value;
  if (typeof written !== 'string') return undefined;
  if (written === 'action' || written === 'local_action') return moduleOfAction(value);
  return named(written);
}

function moduleOfAction(value: Entry['value']): string | undefined {
  const written = stringOf(get(value, 'module')) ?? stringOf(value)?.split(/\s/, 1)[0];
  return written === undefined ? undefined : named(written);
}

function named(written: string): string | undefined {
  const dot = written.lastIndexOf('.');
  const name = written.slice(dot + 1);
  const known = dot < 0 ? short.test(name) : collections.has(written.slice(0, dot)) || written.startsWith('ansible.legacy.');
  return known && !looks.test(name) ? name : undefined;
}
