/** Two halves of one credential: an id that may be known, and the secret near it. */
import { charset, isAlphanumeric } from './charset.js';
import type { FamilyRow } from './families/family.js';
import { familyOf } from './families/family.js';
import type { Find } from './find.js';
import { matchFrom, shapeOf } from './shape.js';
import type { Family } from './sighting.js';
import { entropyOf } from './values/shape.js';

/** How far from the id its secret may stand. */
const reach = 400;

interface Other {
  readonly family: Family;
  readonly shape: string;
  /** The value has to look random: the shape is that of many things. */
  readonly bits: number;
}

const secretOf = (id: string, title: string, provider: string, shape: string, own: Partial<Family> = {}): Other => ({
  family: { ...familyOf(id, title, provider, 'keyPair'), ...own },
  shape,
  bits: 3,
});

/** By the name that the family of an id gives. Secrets that have a mark of their own are found anyway, and only joined. */
const others: Readonly<Record<string, Other>> = {
  'aws-secret-access-key': secretOf('aws-secret-access-key', 'AWS secret access key', 'aws', 'b64{40}', { replacement: 'aws-role' }),
  'google-hmac-secret': secretOf('google-hmac-secret', 'Google Cloud Storage HMAC secret', 'google', 'b64{40}', {
    replacement: 'gcp-federation',
  }),
  'alibaba-access-key-secret': secretOf('alibaba-access-key-secret', 'Alibaba Cloud access key secret', 'alibaba', 'b62{30}'),
  'tencent-secret-key': secretOf('tencent-secret-key', 'Tencent Cloud secret key', 'tencent', 'b62{32}'),
  'exoscale-secret': secretOf('exoscale-secret', 'Exoscale API secret', 'exoscale', 'u64{43}'),
  'scaleway-secret-key': secretOf('scaleway-secret-key', 'Scaleway secret key', 'scaleway', 'uuid'),
  'twilio-secret': secretOf('twilio-secret', 'Twilio API key secret', 'twilio', 'b62{32}'),
  'razorpay-key-secret': secretOf('razorpay-key-secret', 'Razorpay key secret', 'razorpay', 'b62{24}'),
  'lark-app-secret': secretOf('lark-app-secret', 'Lark application secret', 'lark', 'b62{32}'),
  'salesforce-consumer-secret': secretOf('salesforce-consumer-secret', 'Salesforce consumer secret', 'salesforce', 'upperhex{64}'),
};

/** The finds with halves joined: the secret stays and carries the id, which is no find of its own any more. */
export function paired(text: string, finds: readonly Find[]): readonly Find[] {
  const out = [...finds];
  const taken = new Set<Find>();
  for (const id of finds) {
    const wanted = (id.family as Partial<FamilyRow>).halfOf;
    if (wanted === undefined) continue;
    const at = nearest(out, id, (f) => !taken.has(f) && (f.family.id === wanted || fitsOther(f, wanted)));
    const secret = at ?? secretNear(text, id, wanted, out);
    if (!secret) continue;
    taken.add(id).add(secret);
    const joined = join(id, secret, wanted);
    if (at) out[out.indexOf(at)] = joined;
    else out.push(joined);
  }
  const ids = new Set(finds.filter((f) => taken.has(f) && (f.family as Partial<FamilyRow>).halfOf !== undefined));
  return out.filter((f) => !ids.has(f)).sort((a, b) => a.start - b.start);
}

/** A find under a name whose value is what the other half looks like. */
function fitsOther(find: Find, wanted: string): boolean {
  const other = others[wanted];
  return other !== undefined && find.rank < 2 && matchFrom(shapeOf(other.shape), find.value, 0, { left: 1000 }) === find.value.length;
}

const distance = (a: Find, b: Find): number => (a.start < b.start ? b.start - a.end : a.start - b.end);

function nearest(finds: readonly Find[], id: Find, fits: (find: Find) => boolean): Find | undefined {
  let best: Find | undefined;
  for (const find of finds) {
    if (find === id || distance(find, id) > reach || !fits(find)) continue;
    if (!best || distance(find, id) < distance(best, id)) best = find;
  }
  return best;
}

/** A value of the right shape near the id that nothing else has found; after it before it. */
function secretNear(text: string, id: Find, wanted: string, finds: readonly Find[]): Find | undefined {
  const other = others[wanted];
  if (!other) return undefined;
  const shape = shapeOf(other.shape);
  const look = (from: number, to: number): Find | undefined => {
    for (let i = from; i < to; i++) {
      if (isTokenCharacter(text, i - 1) || !isTokenCharacter(text, i)) continue;
      const end = matchFrom(shape, text, i, { left: 1000 });
      const isFree = end > 0 && !finds.some((f) => f.start < end && i < f.end);
      if (isFree && entropyOf(text.slice(i, end)) >= other.bits && isMixed(text.slice(i, end)))
        return secretFind(other, id, text, [i, end]);
    }
    return undefined;
  };
  return look(id.end, Math.min(text.length, id.end + reach)) ?? look(Math.max(0, id.start - reach), id.start);
}

const signs = charset('[+/_-]');
const isTokenCharacter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return isAlphanumeric(code) || (code < 128 && signs[code] === 1);
};

const isMixed = (value: string): boolean => /\d/.test(value) && /[A-Za-z]/.test(value);

const secretFind = ({ family }: Other, id: Find, text: string, [start, end]: readonly [number, number]): Find => ({
  family,
  start,
  end,
  value: text.slice(start, end),
  confidence: id.confidence,
  reasons: ['it has the shape of the other half and stands near it'],
  decoded: {},
  rank: 2,
});

function join(id: Find, secret: Find, wanted: string): Find {
  const half = { start: id.start, end: id.end, value: id.value };
  const reasons = [...secret.reasons, 'its public half stands near it'];
  const family = others[wanted]?.family ?? secret.family;
  const confidence = secret.confidence === 'possible' && id.confidence === 'likely' ? 'likely' : secret.confidence;
  return { ...secret, family, confidence, reasons, half, decoded: { ...id.decoded, ...secret.decoded, keyId: id.value } };
}
