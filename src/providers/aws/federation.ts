/** Outside identity providers whose word an account takes. */
import { literal } from '../../model/text.js';
import { defineEntity } from '../entity.js';
import { argumentsOf, keptIam } from './kept-by-cluster.js';
import { issuer, named, namedHandles } from './names.js';
import { tagsOf } from './tags.js';

export const oidcProvider = defineEntity({
  id: 'aws.oidc-provider',
  title: 'IAM OpenID Connect provider',
  spelled: {
    terraform: {
      type: 'aws_iam_openid_connect_provider',
      fields: { url: 'url', audiences: 'client_id_list', thumbprints: 'thumbprint_list', tags: 'tags' },
    },
    cloudformation: {
      type: 'AWS::IAM::OIDCProvider',
      fields: { url: 'Url', audiences: 'ClientIdList', thumbprints: 'ThumbprintList', tags: 'Tags' },
    },
    pulumi: {
      type: ['aws:iam:OpenIdConnectProvider', 'aws-native:iam:OidcProvider'],
      fields: {
        url: 'url',
        audiences: ['clientIdLists', 'clientIdList'],
        thumbprints: ['thumbprintLists', 'thumbprintList'],
        tags: 'tags',
      },
    },
    kubernetes: {
      type: keptIam('OpenIDConnectProvider'),
      fields: {
        url: 'url',
        audiences: ['clientIdList', 'clientIDList', 'clientIDs'],
        thumbprints: ['thumbprintList', 'thumbprints'],
        tags: 'tags',
      },
      adapt: argumentsOf,
    },
  },
  means: (r, say) => {
    const url = r.text('url');
    const known = literal(url);
    say.subject({
      category: 'identity',
      kind: 'integration',
      name: url && known !== undefined ? { ...url, parts: [issuer(known)] } : url,
      handles: known === undefined ? [] : [named('oidc-provider', issuer(known))],
      tags: tagsOf(r.get('tags'), say),
      attributes: {
        audiences: r.attribute('audiences', [] as readonly string[]),
        thumbprints: r.attribute('thumbprints', [] as readonly string[]),
      },
    });
  },
});

export const samlProvider = defineEntity({
  id: 'aws.saml-provider',
  title: 'IAM SAML provider',
  spelled: {
    terraform: { type: 'aws_iam_saml_provider', fields: { name: 'name', tags: 'tags' } },
    cloudformation: { type: 'AWS::IAM::SAMLProvider', fields: { name: 'Name', tags: 'Tags' } },
    pulumi: { type: ['aws:iam:SamlProvider', 'aws-native:iam:SamlProvider'], fields: { name: 'name', tags: 'tags' } },
    kubernetes: { type: keptIam('SAMLProvider'), fields: { name: 'name', tags: 'tags' }, adapt: argumentsOf },
    ansible: { type: 'iam_saml_federation', fields: { name: 'name' } },
  },
  means: (r, say) => {
    const name = r.text('name');
    say.subject({
      category: 'identity',
      kind: 'integration',
      name,
      handles: namedHandles('saml-provider', name),
      tags: tagsOf(r.get('tags'), say),
    });
  },
});
