/** AWS Config's watch over the age of credentials: the account's own rule of rotation. Any other managed rule is beside identities. */
import { literal } from '../../model/text.js';
import { deref, get, type Node, numberOf } from '../../model/tree.js';
import { defineEntity } from '../entity.js';

/** Managed rule → its parameter with the greatest age, and AWS's default. */
const watched: Readonly<Record<string, readonly [parameter: string, days: number]>> = {
  ACCESS_KEYS_ROTATED: ['maxAccessKeyAge', 90],
  SECRETSMANAGER_SECRET_PERIODIC_ROTATION: ['maxDaysSinceRotation', 90],
};

export const rotationCheck = defineEntity({
  id: 'aws.rotation-check',
  title: 'AWS Config rule on the age of keys or secrets',
  spelled: {
    terraform: {
      type: ['aws_config_config_rule', 'aws_config_organization_managed_rule'],
      fields: { name: 'name', check: ['source.source_identifier', 'rule_identifier'], parameters: 'input_parameters' },
    },
    cloudformation: {
      type: 'AWS::Config::ConfigRule',
      fields: { name: 'ConfigRuleName', check: 'Source.SourceIdentifier', parameters: 'InputParameters' },
    },
  },
  means: (r, say) => {
    const [parameter, days] = watched[literal(r.text('check')) ?? ''] ?? [];
    if (parameter === undefined || days === undefined) return;
    const given = get(r.get('parameters') && r.document('parameters'), parameter);
    say.subject({
      category: 'resource',
      name: r.text('name'),
      attributes: { toleratedDays: given ? daysOf(given) : { value: days, span: r.head } },
    });
  },
});

const daysOf = (node: Node) => {
  const value = numberOf(node);
  return value === undefined
    ? { value, why: `a ${deref(node).kind} stands where days are expected`, span: node.span }
    : { value, span: node.span };
};
