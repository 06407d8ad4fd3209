/**
 * Services that are given a login's secret as a property: databases, directories, endpoints, apps. Only one that is written down is said.
 * A value that is the name of a secret (`ParentMasterPassword`, where a reference was meant) or of a type is none.
 */
import type { Credential, CredentialKind } from '../../model/fact.js';
import { stringOf } from '../../model/tree.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { secretOf, writtenAt } from './secret-value.js';
import { namesSecret } from './secret-words.js';
import { tagsOf } from './tags.js';

/** What is written → what it is. A field is looked for in every type: what a type does not have, nobody writes there. */
const secrets = {
  password: 'password',
  endpointPassword: 'password',
  brokerPassword: 'password',
  accessToken: 'token',
  oauthToken: 'token',
  refreshToken: 'token',
  authToken: 'token',
  clientSecret: 'secret',
} as const satisfies Readonly<Record<string, CredentialKind>>;
/** A field that takes a secret. */
export type LoginSecret = keyof typeof secrets;
const names = Object.keys(secrets) as readonly LoginSecret[];

export const serviceLogin = defineEntity<LoginSecret | 'tags'>({
  id: 'aws.service-login',
  title: 'Password or token of a managed service',
  spelled: {
    terraform: {
      type: [
        'aws_amplify_branch',
        'aws_codebuild_source_credential',
        'aws_codepipeline_webhook',
        'aws_db_instance',
        'aws_directory_service_directory',
        'aws_dms_endpoint',
        'aws_docdb_cluster',
        'aws_elasticache_replication_group',
        'aws_lb_listener',
        'aws_mq_broker',
        'aws_rds_cluster',
        'aws_redshift_cluster',
        'aws_redshiftserverless_namespace',
      ],
      fields: {
        password: ['password', 'master_password', 'admin_user_password'],
        endpointPassword: ['kafka_settings.sasl_password', 'redis_settings.auth_password'],
        brokerPassword: 'user.password',
        accessToken: ['access_token', 'token'],
        authToken: ['auth_token', 'authentication_configuration.secret_token'],
        clientSecret: 'default_action.authenticate_oidc.client_secret',
        tags: 'tags',
      },
    },
    cloudformation: {
      type: [
        'Alexa::ASK::Skill',
        'AWS::Amplify::Branch',
        'AWS::AmazonMQ::Broker',
        'AWS::CodeBuild::SourceCredential',
        'AWS::CodePipeline::Webhook',
        'AWS::DirectoryService::MicrosoftAD',
        'AWS::DirectoryService::SimpleAD',
        'AWS::DMS::Endpoint',
        'AWS::DocDB::DBCluster',
        'AWS::ElastiCache::ReplicationGroup',
        'AWS::ElasticLoadBalancingV2::Listener',
        'AWS::RDS::DBCluster',
        'AWS::RDS::DBInstance',
        'AWS::Redshift::Cluster',
        'AWS::RedshiftServerless::Namespace',
      ],
      fields: {
        password: ['MasterUserPassword', 'Password', 'AdminUserPassword', 'BasicAuthConfig.Password'],
        endpointPassword: ['MongoDbSettings.Password', 'KafkaSettings.SaslPassword', 'RedisSettings.AuthPassword'],
        brokerPassword: 'Users.Password',
        accessToken: ['AccessToken', 'Token'],
        refreshToken: 'AuthenticationConfiguration.RefreshToken',
        authToken: ['AuthToken', 'AuthenticationConfiguration.SecretToken'],
        clientSecret: ['AuthenticationConfiguration.ClientSecret', 'DefaultActions.AuthenticateOidcConfig.ClientSecret'],
        tags: 'Tags',
      },
    },
  },
  means: (r, say) => {
    const found = loginSecrets(r, say);
    if (found.length === 0) return;
    say.subject({ category: 'resource', name: undefined, tags: tagsOf(r.get('tags'), say) });
    for (const credential of found) say.credential(credential);
  },
});

/** The secrets that are written into the fields of a login. */
export const loginSecrets = (r: Pick<View<LoginSecret>, 'get'>, say: Say): readonly Credential[] =>
  names.flatMap((name) => {
    const node = r.get(name);
    if (!node || namesSecret(stringOf(node) ?? '')) return [];
    const { origin, value } = secretOf(node, spoken(name), say);
    return value ? [{ kind: secrets[name], name: spoken(name), origin, lifetime: 'static', value, span: writtenAt(node) } as const] : [];
  });

/** `refreshToken` → `refresh token`. */
const spoken = (name: LoginSecret): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
