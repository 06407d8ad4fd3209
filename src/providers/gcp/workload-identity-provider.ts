/** Providers of workload identity pools: whose tokens from outside Google Cloud become members of a pool. */
import type { Trust } from '../../model/fact.js';
import { literal, type Text, text, textOf } from '../../model/text.js';
import { entriesOf, type Node } from '../../model/tree.js';
import { admissionsOf } from '../admissions.js';
import { alternativesOf, type Language, type Token } from '../claim-expression.js';
import { defineEntity, type Say, type View } from '../entity.js';

export const workloadIdentityProvider = defineEntity({
  id: 'gcp.workload-identity-provider',
  title: 'Workload identity pool provider',
  spelled: {
    terraform: {
      type: 'google_iam_workload_identity_pool_provider',
      fields: {
        name: 'workload_identity_pool_provider_id',
        issuer: 'oidc.issuer_uri',
        audiences: 'oidc.allowed_audiences',
        condition: 'attribute_condition',
        mapping: 'attribute_mapping',
      },
    },
  },
  means: (r, say) => {
    say.subject({ category: 'identity', kind: 'integration', name: r.text('name') });
    // Providers for AWS accounts, SAML and certificates name whom they trust by themselves.
    const issuer = r.text('issuer');
    if (issuer) sayMembers(r, issuer, say);
  },
});

function sayMembers(r: View<'condition' | 'mapping' | 'audiences'>, issuer: Text, say: Say): void {
  const written = r.text('condition');
  const condition = written && literal(written)?.trim() === '' ? undefined : written;
  const mapped = mappedClaims(r.get('mapping'));
  const alternatives = condition ? alternativesOf(condition, celOf(mapped)) : [[]];
  const host = literal(issuer)
    ?.replace(/^https:\/\//, '')
    .replace(/\/$/, '');
  for (const demands of alternatives) {
    const trust: Trust = {
      system: 'gcp',
      effect: 'allow',
      principals: [{ kind: 'federated', value: issuer }],
      negated: false,
      actions: { patterns: [text('sts.token', issuer.span)], negated: false },
      conditions: [
        ...demands.map(({ claim, values, wildcards }) => ({
          operator: wildcards ? 'matches' : '==',
          key: `assertion:${claim}`,
          values,
          span: condition?.span ?? issuer.span,
        })),
        ...r.texts('audiences').map((audience) => ({ operator: '==', key: 'assertion:aud', values: [audience], span: audience.span })),
      ],
      admits: admissionsOf(host, demands),
      span: condition?.span ?? r.head,
    };
    say.trust(trust);
  }
}

/** `attribute.repository` → the claim that it is made of, where it is made of one. */
function mappedClaims(mapping: Node | undefined): ReadonlyMap<string, string> {
  const pairs = entriesOf(mapping).flatMap(({ key, value }): readonly (readonly [string, string])[] => {
    const claim = /^assertion\.(\w+)$/.exec(literal(textOf(value))?.trim() ?? '')?.[1];
    return claim === undefined ? [] : [[String(key.value), claim]];
  });
  return new Map(pairs);
}

/** An operand is `assertion.x`, `assertion['x']`, or the name of an attribute that was mapped. */
function celOf(mapped: ReadonlyMap<string, string>): Language {
  const claimOf = (operand: readonly Token[]): string | undefined => {
    const [base, opening, name] = operand;
    if (base?.is !== 'word' || opening?.is !== 'sign') return undefined;
    const key = name?.is === 'string' ? literal(name.value) : name?.is === 'word' ? name.text : undefined;
    const isWhole = operand.length === (opening.text === '[' ? 4 : 3);
    if (key === undefined || !isWhole) return undefined;
    return base.text === 'assertion' ? key : mapped.get(`${base.text}.${key}`);
  };
  return { and: '&&', or: '||', claimOf };
}
