/** The handles by which one provider speaks of another provider's identities. Holes of the text arrive as `*`; a handle with a `*` in it is dropped. */
import { type Handle, handle } from '../model/fact.js';

/** `arn:aws:iam::123456789012:role/path/ci` → the role `ci`. */
export function awsRoleNamed(arn: string): readonly Handle[] {
  const role = arn.indexOf(':role/');
  if (!arn.startsWith('arn:') || role < 0) return [];
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return name ? [handle('aws', 'role', name)] : [];
}

/** `ci@project.iam.gserviceaccount.com`. */
export const googleServiceAccountNamed = (email: string): readonly Handle[] => (email ? [handle('gcp', 'service-account', email)] : []);

/** The client id of an Entra application or a managed identity. */
export const entraApplicationNamed = (clientId: string): readonly Handle[] => (clientId ? [handle('azure', 'application', clientId)] : []);
