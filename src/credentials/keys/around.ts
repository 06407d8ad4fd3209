/** Whose a private key is, by what stands around it: the other members of a cloud's key file, in whatever syntax they are written. */
import { fileFamilies } from '../families/files.js';
import type { Sighting } from '../sighting.js';

/** A key file is one small object; what stands farther away belongs to something else. */
const reach = 1500;

const member = (name: string, value: string): RegExp =>
  new RegExp(`${name}\\\\{0,3}["']?\\s{0,40}(?:=>|[:=])\\s{0,40}\\\\{0,3}["']?(${value})`);
const email = member('client_email', '[\\w.-]{1,100}@[\\w.-]{1,150}\\.gserviceaccount\\.com');
const keyId = member('private_key_id', '[0-9a-fA-F]{20,64}');
const project = member('project_id', '[a-z][a-z0-9.:-]{4,60}');

/** The find with what its surroundings say: a key beside a Google service account's e-mail address is that account's. */
export function withOwner(text: string, key: Sighting): Sighting {
  const before = text.slice(Math.max(0, key.start - reach), key.start);
  const after = text.slice(key.end, key.end + reach);
  const tell = (shape: RegExp): string | undefined => (shape.exec(after) ?? shape.exec(before))?.[1];
  const user = /client_email/.test(before + after) ? tell(email) : undefined;
  if (user === undefined) return key;
  const [id, of] = [tell(keyId), tell(project)];
  const decoded = { ...key.decoded, user, ...(id && { keyId: id }), ...(of && { project: of }) };
  return { ...key, family: fileFamilies.googleKey, decoded, name: user };
}
