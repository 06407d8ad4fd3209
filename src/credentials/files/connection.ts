/** Connection strings of pairs: `Server=db;User Id=app;Password=…`, `AccountName=…;AccountKey=…`, `Endpoint=sb://…;SharedAccessKey=…`. */
import { fileFamilies } from '../families/files.js';
import type { Decoded, Family } from '../sighting.js';

/** A secret in a connection string. */
export interface Part {
  readonly family: Family;
  readonly value: string;
  /** Offset of the value in the string. */
  readonly start: number;
  readonly decoded: Decoded;
}

const longest = 4000;
const pair = /(?:^|[;?&\s])\s{0,20}([A-Za-z][\w .-]{0,60}?)\s{0,5}=\s{0,5}("[^"]{0,500}"|'[^']{0,500}'|[^;&"'\s][^;&"']{0,1000})/g;

const secrets: Readonly<Record<string, Family>> = {
  password: fileFamilies.databasePassword,
  pwd: fileFamilies.databasePassword,
  accountkey: fileFamilies.azureConnection,
  sharedaccesskey: fileFamilies.azureConnection,
  sharedsecretvalue: fileFamilies.azureConnection,
  accesskey: fileFamilies.azureConnection,
};
const people = ['userid', 'uid', 'user', 'username', 'sharedaccesskeyname'];
const hosts = ['server', 'datasource', 'host', 'endpoint', 'address', 'addr', 'networkaddress', 'accountname'];

/** The secrets of a connection string; none in other texts. */
export function connectionParts(text: string): readonly Part[] {
  if (text.length > longest || !/(?:password|pwd|accountkey|sharedaccesskey|accesskey)\s{0,5}=/i.test(text) || !/[;?&]/.test(text))
    return [];
  const pairs = [...text.matchAll(pair)].map((found) => {
    const written = found[2] ?? '';
    const value = written.replace(/^(["'])(.*)\1$/, '$2').trimEnd();
    const start = found.index + found[0].length - written.length + (value.length < written.trimEnd().length ? 1 : 0);
    return { name: (found[1] ?? '').replace(/[\s._-]/g, '').toLowerCase(), value, start };
  });
  const first = (names: readonly string[]): string | undefined => pairs.find((p) => names.includes(p.name))?.value;
  const [user, host] = [first(people), first(hosts) ?? /:\/\/([\w.-]{1,253})/.exec(text)?.[1]];
  const decoded = { ...(user && { user }), ...(host && { host: host.replace(/^sb:\/\/|\/$/g, '') }) };
  return pairs.flatMap(({ name, value, start }) => {
    const family = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
    return family ? [{ family, value, start, decoded }] : [];
  });
}
