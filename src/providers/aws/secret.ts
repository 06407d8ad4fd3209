/**
 * A secret in Secrets Manager. Its value, its rotation and its declaration may be three resources; each says what it knows of the one
 * credential named `secret value`, and `assemble` adds it up.
 */
import type { Credential } from '../../model/fact.js';
import { deref, type Node, numberOf } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { endOf, namedHandles, nameOf } from './names.js';
import { secretOf } from './secret-value.js';
import { tagsOf } from './tags.js';

const secretValue = { kind: 'secret', name: 'secret value', lifetime: 'static' } as const;

export const secret = defineEntity({
  id: 'aws.secret',
  title: 'Secrets Manager secret',
  spelled: {
    terraform: {
      type: 'aws_secretsmanager_secret',
      fields: { name: 'name', prefix: 'name_prefix', description: 'description', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::SecretsManager::Secret',
      fields: { name: 'Name', value: 'SecretString', generated: 'GenerateSecretString', description: 'Description', tags: 'Tags' },
    },
  },
  means: (r, say) => {
    const name = nameOf(r);
    const description = r.text('description');
    say.subject({
      category: 'resource',
      name,
      handles: namedHandles('secret', name),
      tags: tagsOf(r.get('tags'), say),
      ...(description && { description }),
    });
    say.credential({ ...secretValue, ...origin(r, say), span: r.get('value')?.span ?? r.head });
  },
});

/** Without a value of its own a secret is filled from elsewhere. */
function origin(r: View<'value' | 'generated'>, say: Say): Pick<Credential, 'origin' | 'value'> {
  if (r.get('value')) return secretOf(r.get('value'), secretValue.name, say);
  return { origin: r.get('generated') ? 'generated' : 'reference' };
}

/** Where the value is written or set apart from the secret. */
export const secretVersion = defineEntity({
  id: 'aws.secret-version',
  title: 'Secrets Manager secret value',
  spelled: {
    terraform: { type: 'aws_secretsmanager_secret_version', fields: { secret: 'secret_id', value: ['secret_string', 'secret_binary'] } },
  },
  means: (r, say) => {
    const value = r.get('value');
    const { origin, value: hidden } = secretOf(value, secretValue.name, say);
    if (!value || !hidden) return;
    const of = endOf(r.get('secret'), 'secret', say)?.handles[0];
    say.credential({ ...secretValue, origin, value: hidden, span: value.span }, of);
  },
});

export const secretRotation = defineEntity({
  id: 'aws.secret-rotation',
  title: 'Secrets Manager rotation',
  spelled: {
    terraform: {
      type: 'aws_secretsmanager_secret_rotation',
      fields: {
        secret: 'secret_id',
        days: 'rotation_rules.automatically_after_days',
        schedule: 'rotation_rules.schedule_expression',
      },
    },
    cloudformation: {
      type: 'AWS::SecretsManager::RotationSchedule',
      fields: {
        secret: 'SecretId',
        days: 'RotationRules.AutomaticallyAfterDays',
        schedule: 'RotationRules.ScheduleExpression',
      },
    },
  },
  means: (r, say) => {
    const of = endOf(r.get('secret'), 'secret', say)?.handles[0];
    if (!of) return say.unresolved('which secret is rotated is not known from the files', r.head);
    const days = numberOf(r.get('days')) ?? daysIn(r.get('schedule'));
    const every = days === undefined ? '' : ` every ${days} days`;
    say.credential(
      {
        ...secretValue,
        origin: 'reference',
        rotatedBy: `Secrets Manager rotation${every}`,
        ...(days !== undefined && { rotationDays: days }),
        span: r.head,
      },
      of,
    );
  },
});

/** Days of `rate(30 days)` or `rate(12 hours)`; a `cron(…)` schedule has no single period. */
function daysIn(node: Node | undefined): number | undefined {
  const at = node && deref(node);
  const rate = at?.kind === 'scalar' ? /^rate\((\d{1,6}) (hour|day)s?\)$/.exec(String(at.value).trim()) : null;
  return rate ? Number(rate[1]) / (rate[2] === 'hour' ? 24 : 1) : undefined;
}
