/**
 * Long-lived credentials of IAM users, each an identity of its own: it has to have an owner and be rotated by itself, also where its
 * user is declared elsewhere. It holds exactly one credential and acts for the user, whose access it therefore has.
 */
import type { Credential, IdentityKind } from '../../model/fact.js';
import { defineEntity, type Say, type View } from '../entity.js';
import { argumentsOf, keptIam, referring } from './kept-by-cluster.js';
import { endOf } from './names.js';

type Field = 'user' | 'status';

const means =
  (kind: IdentityKind, credential: Pick<Credential, 'kind' | 'name' | 'origin'>) =>
  (r: View<Field>, say: Say): void => {
    say.subject({ category: 'identity', kind, name: undefined, attributes: { keyStatus: r.attribute('status', 'Active') } });
    say.credential({ ...credential, lifetime: 'static', span: r.head });
    const user = endOf(r.get('user'), 'user', say);
    if (user) say.link('acts-for', user, credential.name, user.name.span);
    else say.unresolved(`the user of an ${credential.name} is not known from the files`, r.head);
  };

export const accessKey = defineEntity<Field>({
  id: 'aws.access-key',
  title: 'IAM access key',
  spelled: {
    terraform: { type: 'aws_iam_access_key', fields: { user: 'user', status: 'status' } },
    cloudformation: { type: 'AWS::IAM::AccessKey', fields: { user: 'UserName', status: 'Status' } },
    pulumi: { type: 'aws:iam:AccessKey', fields: { user: 'user', status: 'status' } },
    kubernetes: {
      type: keptIam('AccessKey'),
      fields: { user: referring('user', 'userName', 'username'), status: 'status' },
      adapt: argumentsOf,
    },
    ansible: { type: 'iam_access_key', fields: { user: ['user_name', 'username'] } },
  },
  means: means('api-key', { kind: 'access-key', name: 'access key', origin: 'generated' }),
});

export const serviceCredential = defineEntity<Field>({
  id: 'aws.service-credential',
  title: 'IAM service-specific credential',
  spelled: {
    terraform: { type: 'aws_iam_service_specific_credential', fields: { user: 'user_name', status: 'status' } },
    kubernetes: {
      type: keptIam('ServiceSpecificCredential'),
      fields: { user: referring('userName'), status: 'status' },
      adapt: argumentsOf,
    },
    pulumi: { type: 'aws:iam:ServiceSpecificCredential', fields: { user: 'userName', status: 'status' } },
  },
  means: means('api-key', { kind: 'password', name: 'service credential', origin: 'generated' }),
});

export const sshKey = defineEntity<Field>({
  id: 'aws.ssh-key',
  title: 'IAM user SSH key',
  spelled: {
    terraform: { type: 'aws_iam_user_ssh_key', fields: { user: 'username', status: 'status' } },
    kubernetes: { type: keptIam('UserSSHKey'), fields: { user: referring('username'), status: 'status' }, adapt: argumentsOf },
    pulumi: { type: 'aws:iam:SshKey', fields: { user: 'username', status: 'status' } },
  },
  means: means('api-key', { kind: 'private-key', name: 'SSH key', origin: 'reference' }),
});

export const signingCertificate = defineEntity<Field>({
  id: 'aws.signing-certificate',
  title: 'IAM signing certificate',
  spelled: {
    terraform: { type: 'aws_iam_signing_certificate', fields: { user: 'user_name', status: 'status' } },
    pulumi: { type: 'aws:iam:SigningCertificate', fields: { user: 'userName', status: 'status' } },
  },
  means: means('certificate', { kind: 'certificate', name: 'X.509 signing certificate', origin: 'reference' }),
});
