/** What an ARN pattern takes in. */
import type { Breadth } from '../../model/inventory.js';
import { isHole, type Text } from '../../model/text.js';

/** Stands for a hole; a hole's own name (`AWS::AccountId`) may hold colons. */
const hole = '\uFFFC';
const plain = (t: Text): string => t.parts.map((p) => (typeof p === 'string' ? p : hole)).join('');

/** The service of a resource: `*` where any is meant, undefined where the files do not tell. */
export function serviceOf(resource: Text): string | undefined {
  const written = plain(resource);
  if (/^\*+$/.test(written)) return '*';
  const [scheme, , service] = written.split(':');
  if (scheme !== 'arn') return undefined;
  return service === undefined || service.includes('*') ? '*' : service.includes(hole) ? undefined : service;
}

const known = new WeakMap<Text, Breadth>();

/** How much of the world a single resource pattern takes in. */
export function breadthOf(resource: Text): Breadth {
  const breadth = known.get(resource) ?? measured(resource);
  known.set(resource, breadth);
  return breadth;
}

function measured(resource: Text): Breadth {
  const written = plain(resource);
  if (/^[*?:]*\*[*?:]*$/.test(written)) return 'everything';
  if (written.startsWith(hole)) return ofReference(resource, written.slice(1));
  if (!written.startsWith('arn:')) return /[*?]/.test(written) ? 'prefix' : 'exact';
  const [, , service = '*', , account = '', ...rest] = written.split(':');
  if (service.includes('*')) return /^[*?]*$/.test(account) ? 'everything' : 'account';
  // An ARN that ends early is cut off by a wildcard, which runs on over the colons.
  return rest.length === 0 ? 'service' : ofName(service, account, rest.join(':'));
}

/** A hole that refers to a resource of the files is that one resource; another one may be anything. */
function ofReference(resource: Text, rest: string): Breadth {
  const first = resource.parts[0];
  const refers = typeof first === 'object' && first.to !== undefined;
  if (isHole(resource)) return refers ? 'exact' : 'unknown';
  if (refers && /^(\/|:)\*$/.test(rest)) return 'exact';
  return /[*?]/.test(rest) ? 'prefix' : 'exact';
}

/** Services whose `name/*` is what one thing holds: the objects of a bucket, the indexes of a table, the sessions of a role. */
const containers: ReadonlySet<string> = new Set(['s3', 'dynamodb', 'sts', 'execute-api']);

/** `name` is an ARN without its first five fields. */
function ofName(service: string, account: string, name: string): Breadth {
  if (!/[*?]/.test(name)) return 'exact';
  // A bucket and an API stand there without a word for their type.
  const typed = service === 'execute-api' || (service === 's3' && account === '') ? name : name.replace(/^[a-z-]+[/:]/i, '');
  if (/^[*?/:]+$/.test(typed)) return 'service';
  const isOneThing =
    /^[^*?]+:\*$/.test(name) ||
    (containers.has(service) && /^[^*?]+\/\*$/.test(name)) ||
    // The six characters that Secrets Manager puts behind each name.
    (service === 'secretsmanager' && /^[^*?]+-\?{6}$/.test(name));
  return isOneThing ? 'exact' : 'prefix';
}
