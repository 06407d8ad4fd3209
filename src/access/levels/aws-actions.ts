/** AWS actions by what they amount to, strongest first; lower case, `*` and `?` as in policies. Whatever no row names is ranked by its verb. */
import type { AccessLevel } from '../../model/inventory.js';
import type { ActionKind } from '../catalogue.js';

export interface ActionRow {
  readonly level: AccessLevel;
  readonly actions: readonly string[];
  /**
   * `wide`: only on more than named resources or a prefix of names · `wide-or-own`: on
   * many, or on the user that holds it. What one named principal leads to is for `escalation/` to say.
   */
  readonly where?: 'wide' | 'wide-or-own';
}

export const actionRows: readonly ActionRow[] = [
  {
    // By themselves these let an identity give itself more (facts/privilege-escalation.json, self-contained sets).
    level: 'escalates',
    where: 'wide-or-own',
    actions: [
      'iam:createpolicyversion',
      'iam:setdefaultpolicyversion',
      'iam:attachuserpolicy',
      'iam:attachgrouppolicy',
      'iam:attachrolepolicy',
      'iam:putuserpolicy',
      'iam:putgrouppolicy',
      'iam:putrolepolicy',
      'iam:addusertogroup',
      'iam:updateassumerolepolicy',
    ],
  },
  { level: 'escalates', where: 'wide', actions: ['iam:createaccesskey', 'iam:createloginprofile', 'iam:updateloginprofile'] },
  // On one named role both are ordinary plumbing; what that role may do is told with the role.
  { level: 'escalates', where: 'wide', actions: ['iam:passrole', 'sts:assumerole'] },
  {
    level: 'manages-permissions',
    actions: [
      'iam:add?*',
      'iam:attach?*',
      'iam:create?*',
      'iam:delete?*',
      'iam:detach?*',
      'iam:put?*',
      'iam:remove?*',
      'iam:set?*',
      'iam:update?*',
      's3:putbucketpolicy',
      's3:deletebucketpolicy',
      's3:putbucketacl',
      's3:putobjectacl',
      's3:putbucketpublicaccessblock',
      's3:putaccountpublicaccessblock',
      's3:putaccesspointpolicy',
      'kms:putkeypolicy',
      'kms:creategrant',
      'lambda:addpermission',
      'lambda:addlayerversionpermission',
      'sns:addpermission',
      'sqs:addpermission',
      'secretsmanager:putresourcepolicy',
      'ecr:setrepositorypolicy',
      'glue:putresourcepolicy',
      'ec2:modifysnapshotattribute',
      'ec2:modifyimageattribute',
      'rds:modifydbsnapshotattribute',
      'eks:createaccessentry',
      'eks:associateaccesspolicy',
      'organizations:attachpolicy',
      'organizations:detachpolicy',
      'ram:createresourceshare',
      'sso:attach?*',
      'sso:create?*',
      'sso:delete?*',
      'sso:detach?*',
      'sso:provision?*',
      'sso:put?*',
      'sso:update?*',
    ],
  },
  {
    level: 'reads-secrets',
    actions: [
      'secretsmanager:getsecretvalue',
      'secretsmanager:batchgetsecretvalue',
      'ssm:getparameter',
      'ssm:getparameters',
      'ssm:getparametersbypath',
      'ssm:getparameterhistory',
      'ec2:getpassworddata',
      'redshift:getclustercredentials',
      'lightsail:getrelationaldatabasemasteruserpassword',
      'sso:getrolecredentials',
    ],
  },
  // With one key a workload opens its own envelopes; with every key it opens everybody's.
  { level: 'reads-secrets', where: 'wide', actions: ['kms:decrypt'] },
  { level: 'exfiltrates-data', actions: ['s3:getobject', 's3:getobjectversion'] },
];

const listing = /^(list|describe)/;
const reading =
  /^(get|batch(get|check|describe|read)|view|search|query|scan|select|read|lookup|check|validate|detect|download|receive|head|test|simulate|estimate|preview|filter|decrypt)/;
/** Writes that shape the infrastructure itself rather than the data in it. */
const infrastructure =
  /^(ec2|autoscaling|cloudformation|eks|ecs|lambda|rds|elasticloadbalancing|route53|cloudfront|codebuild|codepipeline|vpc|network-firewall|organizations|ssm):/;

/** What an action in lower case amounts to by its verb and service alone. */
export function levelOfVerb(action: string): AccessLevel {
  const verb = action.slice(action.indexOf(':') + 1);
  if (listing.test(verb)) return 'lists';
  if (reading.test(verb)) return 'reads';
  return infrastructure.test(action) ? 'writes-infrastructure' : 'writes';
}

/** AWS files much under permissions; these words let somebody in. */
const letsIn =
  /^(?!.*:(delete|remove|revoke|retire|reject|cancel|deauthorize|enable)).*(policy|policies|permissions?|acl|grant|grants|share|blockpublicaccess|publicaccessblock)$/;

/** What a known action in lower case amounts to where no row names it. */
export function levelOfKind(action: string, kind: ActionKind): AccessLevel {
  // A few that list are filed as writing.
  if (kind === 'list' || (kind !== 'read' && levelOfVerb(action) === 'lists')) return 'lists';
  if (kind === 'read') return 'reads';
  const byVerb = levelOfVerb(action);
  if (kind === 'permissions') return letsIn.test(action) && byVerb !== 'reads' && byVerb !== 'lists' ? 'manages-permissions' : byVerb;
  return infrastructure.test(action) ? 'writes-infrastructure' : 'writes';
}
