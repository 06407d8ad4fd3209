/** A console password that is declared beside its user. In CloudFormation it is a part of the user. */
import { defineEntity } from '../entity.js';
import { endOf } from './names.js';
import { consolePassword } from './user.js';

export const loginProfile = defineEntity({
  id: 'aws.login-profile',
  title: 'IAM user login profile',
  spelled: { terraform: { type: 'aws_iam_user_login_profile', fields: { user: 'user' } } },
  means: (r, say) => {
    const user = endOf(r.get('user'), 'user', say);
    if (!user?.handles[0]) return say.unresolved('a console password is made for a user that is not known from the files', r.head);
    say.credential({ ...consolePassword, origin: 'generated', span: r.head }, user.handles[0]);
  },
});
