/** Federated credentials of applications and managed identities: whose tokens from outside Entra ID are taken for theirs. */
import type { Condition } from '../../model/fact.js';
import { literal, text } from '../../model/text.js';
import { admissionsOf, type Demand } from '../admissions.js';
import { alternativesOf, type Language } from '../claim-expression.js';
import { defineEntity } from '../entity.js';

export const federatedCredential = defineEntity({
  id: 'azure.federated-credential',
  title: 'Federated identity credential',
  spelled: {
    terraform: {
      type: [
        'azurerm_federated_identity_credential',
        'azuread_application_federated_identity_credential',
        'azuread_application_flexible_federated_identity_credential',
      ],
      fields: {
        name: ['name', 'display_name'],
        issuer: 'issuer',
        subject: 'subject',
        expression: 'claims_matching_expression',
        audiences: ['audiences', 'audience'],
      },
    },
    arm: {
      type: 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials',
      fields: {
        name: 'name',
        issuer: 'properties.issuer',
        subject: 'properties.subject',
        expression: 'properties.claimsMatchingExpression.value',
        audiences: 'properties.audiences',
      },
    },
  },
  means: (r, say) => {
    const issuer = r.text('issuer');
    if (!issuer) return say.unresolved('the issuer of a federated credential is not known from the files', r.head);
    const [subject, expression] = [r.text('subject'), r.text('expression')];
    const exact: readonly Demand[] = subject ? [{ claim: 'sub', values: [subject], wildcards: false }] : [];
    const host = literal(issuer)
      ?.replace(/^https:\/\//, '')
      .replace(/\/$/, '');
    say.subject({ category: 'resource', name: r.text('name') });
    for (const demands of expression ? alternativesOf(expression, flexible) : [exact]) {
      const conditions: readonly Condition[] = [
        ...demands.map((d) => ({
          operator: d.wildcards ? 'matches' : 'eq',
          key: `claims:${d.claim}`,
          values: d.values,
          span: (expression ?? subject ?? issuer).span,
        })),
        ...r.texts('audiences').map((audience) => ({ operator: 'eq', key: 'claims:aud', values: [audience], span: audience.span })),
      ];
      say.trust({
        system: 'azure',
        effect: 'allow',
        principals: [{ kind: 'federated', value: issuer }],
        negated: false,
        actions: { patterns: [text('token', issuer.span)], negated: false },
        conditions,
        admits: admissionsOf(host, demands),
        span: (expression ?? subject ?? issuer).span,
      });
    }
  },
});

/** `claims['sub'] matches 'repo:o/r:ref:refs/heads/*' and claims['job_workflow_ref'] eq '…'`. */
const flexible: Language = {
  and: 'and',
  or: 'or',
  claimOf: ([claims, , name, ...rest]) =>
    claims?.is === 'word' && claims.text === 'claims' && name?.is === 'string' && rest.length === 1 ? literal(name.value) : undefined,
};
