/** Resource policies that are written one permission at a time: who may do what, from where. */
import type { Condition } from '../../model/fact.js';
import { type Text, text } from '../../model/text.js';
import { map, scalar } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { sayResourcePolicy } from './policy.js';
import { lonePrincipal } from './principals.js';

type Permission = 'name' | 'action' | 'principal';

function sayPermission(r: View<Permission>, action: Text | undefined, conditions: readonly Condition[], say: Say): void {
  const principal = r.text('principal');
  if (!principal || !action) {
    say.unresolved('who may do what by this permission is not known from the files', r.head);
    return;
  }
  say.grant({
    system: 'aws',
    effect: 'allow',
    actions: { patterns: [action], negated: false },
    resources: { patterns: [r.text('name') ?? text('*', r.head)], negated: false },
    scope: text('*', r.head),
    conditions,
    principals: [lonePrincipal(principal)],
    via: 'permission',
    span: r.head,
  });
}

/** Lambda's parameters and the conditions that it makes of them. */
const lambdaConditions = {
  sourceArn: ['ArnLike', 'aws:SourceArn'],
  sourceAccount: ['StringEquals', 'aws:SourceAccount'],
  organization: ['StringEquals', 'aws:PrincipalOrgID'],
  urlAuth: ['StringEquals', 'lambda:FunctionUrlAuthType'],
  token: ['StringEquals', 'lambda:EventSourceToken'],
} as const;

export const lambdaPermission = defineEntity({
  id: 'aws.lambda-permission',
  title: 'Lambda permission',
  spelled: {
    terraform: {
      type: ['aws_lambda_permission', 'aws_lambda_layer_version_permission'],
      fields: {
        name: ['function_name', 'layer_name'],
        action: 'action',
        principal: 'principal',
        sourceArn: 'source_arn',
        sourceAccount: 'source_account',
        organization: ['principal_org_id', 'organization_id'],
        urlAuth: 'function_url_auth_type',
        token: 'event_source_token',
      },
    },
    cloudformation: {
      type: ['AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission'],
      fields: {
        name: ['FunctionName', 'LayerVersionArn'],
        action: 'Action',
        principal: 'Principal',
        sourceArn: 'SourceArn',
        sourceAccount: 'SourceAccount',
        organization: ['PrincipalOrgID', 'OrganizationId'],
        urlAuth: 'FunctionUrlAuthType',
        token: 'EventSourceToken',
      },
    },
  },
  means: (r, say) => {
    say.subject({ category: 'resource', name: undefined });
    const fields = Object.keys(lambdaConditions) as (keyof typeof lambdaConditions)[];
    const conditions = fields.flatMap((field): Condition[] => {
      const value = r.text(field);
      const [operator, key] = lambdaConditions[field];
      return value ? [{ operator, key, values: [value], span: value.span }] : [];
    });
    sayPermission(r, r.text('action'), conditions, say);
  },
});

export const eventBusPermission = defineEntity({
  id: 'aws.event-bus-permission',
  title: 'EventBridge event bus permission',
  spelled: {
    terraform: {
      type: 'aws_cloudwatch_event_permission',
      fields: {
        name: 'event_bus_name',
        action: 'action',
        principal: 'principal',
        condition: { at: 'condition', fields: { operator: 'type', key: 'key', value: 'value' } },
      },
    },
    cloudformation: {
      type: 'AWS::Events::EventBusPolicy',
      fields: {
        name: 'EventBusName',
        action: 'Action',
        principal: 'Principal',
        condition: { at: 'Condition', fields: { operator: 'Type', key: 'Key', value: 'Value' } },
        statement: 'Statement',
      },
    },
  },
  means: (r, say) => {
    say.subject({ category: 'resource', name: undefined });
    const statement = r.document('statement');
    if (statement) {
      const document = map([{ key: scalar('Statement', statement.span), value: statement }], statement.span);
      return sayResourcePolicy(document, 'resource policy', say);
    }
    const conditions = r.nested('condition').flatMap((c): Condition[] => {
      const [operator, key, value] = [c.text('operator'), c.text('key'), c.text('value')];
      const [named, keyed] = [operator?.parts[0], key?.parts[0]];
      if (typeof named === 'string' && typeof keyed === 'string' && value)
        return [{ operator: named, key: keyed, values: [value], span: c.span }];
      say.unresolved('a condition of a permission is not known from the files', c.span);
      return [];
    });
    sayPermission(r, r.text('action') ?? text('events:PutEvents', r.head), conditions, say);
  },
});
