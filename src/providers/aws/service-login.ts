/** Services that are given a login's password as a property: databases, directories, endpoints. Only a literal one is said. */
import { defineEntity } from '../entity.js';
import { secretOf } from './secret-value.js';
import { tagsOf } from './tags.js';

export const serviceLogin = defineEntity({
  id: 'aws.service-login',
  title: 'Password of a managed service',
  spelled: {
    terraform: {
      type: [
        'aws_db_instance',
        'aws_rds_cluster',
        'aws_redshift_cluster',
        'aws_docdb_cluster',
        'aws_elasticache_replication_group',
        'aws_dms_endpoint',
        'aws_directory_service_directory',
      ],
      fields: { secret: ['password', 'master_password', 'auth_token'], tags: 'tags' },
    },
    cloudformation: {
      type: [
        'AWS::RDS::DBInstance',
        'AWS::RDS::DBCluster',
        'AWS::Redshift::Cluster',
        'AWS::DocDB::DBCluster',
        'AWS::ElastiCache::ReplicationGroup',
        'AWS::DMS::Endpoint',
        'AWS::DirectoryService::MicrosoftAD',
        'AWS::DirectoryService::SimpleAD',
      ],
      fields: { secret: ['MasterUserPassword', 'Password', 'AuthToken'], tags: 'Tags' },
    },
  },
  means: (r, say) => {
    const node = r.get('secret');
    const { origin, value } = secretOf(node, 'password', say);
    if (!node || !value) return;
    say.subject({ category: 'resource', name: undefined, tags: tagsOf(r.get('tags'), say) });
    say.credential({ kind: 'password', name: 'password', origin, lifetime: 'static', value, span: node.span });
  },
});
