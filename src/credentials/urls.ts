/** A user and a password in the address of a server: `scheme://user:password@host`. */
import { charset, isIn } from './charset.js';
import { familyOf } from './families/family.js';
import type { Find } from './find.js';
import type { PathClass } from './sighting.js';
import { judgeValue } from './values.js';

const scheme = charset('[abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-]');
const hostCharacters = charset('dotted');
const stops = charset('[\u0020\t\r\n"\'`<>\\{}|^]');
const longest = 512;
const databases =
  /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|mssql|sqlserver|oracle|clickhouse|cockroachdb|jdbc|couchbase|neo4j|bolt|ldaps?|cassandra|hive|snowflake|db2|nats|kafka)/i;

const database = familyOf('database-address', 'password in a connection address', 'generic', 'database');
const basic = familyOf('basic-auth-address', 'password in an address', 'generic', 'password');

/** A find at `://`, whose offset after it is `from`. */
export function addressFind(text: string, from: number, pathClass: PathClass): Find | undefined {
  const limit = Math.min(text.length, from + longest);
  let colon = -1;
  let host = -1;
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (isIn(stops, code) || code === 47 || (colon < 0 && (code === 63 || code === 35))) break;
    if (code === 58 && colon < 0) colon = i;
    if (code === 64 && colon >= 0) host = i;
  }
  if (host < 0 || host - colon < 2) return undefined;
  const value = decoded(text.slice(colon + 1, host));
  const judged = judgeValue(value, { name: 'password', pathClass, quoted: true });
  if (judged.strength === 0) return undefined;
  const name = hostAt(text, host + 1);
  // A word for a password, or a weak one, stands in many an explanation.
  if (judged.strength === 1 && /pass|pwd|secret\d|^(?:user|test|abc)/i.test(value) && !/\d/.test(value)) return undefined;
  const lowered = judged.strength === 1 || pathClass !== 'source' || isExample(name);
  const user = decoded(text.slice(from, colon));
  return {
    family: databases.test(schemeBefore(text, from - 3)) ? database : basic,
    start: colon + 1,
    end: host,
    value,
    confidence: lowered ? (pathClass === 'source' && !isExample(name) ? 'possible' : 'doubtful') : 'likely',
    reasons: [`a user and a password stand in an address; ${judged.because}`],
    decoded: { ...(name !== '' && { host: name }), ...(/^[\w.@+-]{1,80}$/.test(user) && { user }) },
    rank: 1,
  };
}

function schemeBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 24 && isIn(scheme, text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

function hostAt(text: string, from: number): string {
  const address = /^\[[0-9a-f:.]{2,45}\]/i.exec(text.slice(from, from + 48));
  if (address) return address[0].slice(1, -1);
  let end = from;
  while (end - from < 253 && isIn(hostCharacters, text.charCodeAt(end))) end++;
  return text.slice(from, end);
}

/** Names and addresses that stand for others in explanations: RFC 2606, RFC 3849, RFC 5737. */
const isExample = (host: string): boolean =>
  /^(?:2001:db8:|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.)/i.test(host) ||
  /(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|host(?:name)?|server|domain|test|invalid|your[\w-]*(?:\.\w+)*|[\w-]*example[\w-]*\.\w+|(?:test|domain|demo|host|server|mydomain|yourdomain)\.\w{2,4})$/i.test(
    host,
  );

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value; // A percent sign that escapes nothing is a character of the password.
  }
}
