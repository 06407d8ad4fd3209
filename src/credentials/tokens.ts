/** Finds of families that have a mark of their own. */
import { holds } from './checksums.js';
import { decode, proves } from './decode/decoders.js';
import { isAnonymous } from './decode/jwt.js';
import type { FamilyRow } from './families/family.js';
import { kubernetesToken, supabaseAnonymous, supabaseService } from './families/tokens.js';
import type { Find } from './find.js';
import { isVaried, plausibilityOf } from './plausible.js';
import type { Extent } from './shape.js';
import type { Confidence, Decoded, Family, PathClass } from './sighting.js';
import { againstPlace } from './surroundings.js';
import { wordingOf } from './values/words.js';
import { standsNear } from './windows.js';

/** What stands at a place where the shape of a family fits. */
export function tokenFind(text: string, row: FamilyRow, { start, end, isLonger }: Extent, pathClass: PathClass): Find | undefined {
  if (row.near && !standsNear(text, start, end, row.near)) return undefined;
  const value = text.slice(start, end);
  if (row.mixed && !(/[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value))) return undefined;
  if (isLonger && (row.weak || row.near || !isVaried(value))) return undefined;
  const decoded = row.decode ? decode(row.decode, value) : undefined;
  if (row.onlyDecoded && !decoded) return undefined;
  const [confidence, reason] = isLonger ? longer(value, pathClass) : assess(row, value, decoded, pathClass);
  return {
    family: decoded ? special(row, decoded) : row,
    start,
    end,
    value,
    confidence,
    reasons: [`it has the shape of this family${row.near ? ', and a word of its provider stands near' : ''}`, ...(reason ? [reason] : [])],
    decoded: decoded ?? {},
    rank: row.weak ? 2 : 3,
  };
}

function longer(value: string, pathClass: PathClass): readonly [Confidence, string] {
  const isLikely = !isFiller(value) && againstPlace(pathClass) === undefined;
  return [isLikely ? 'possible' : 'doubtful', 'more is glued to it than its issuer writes'];
}

function assess(
  row: FamilyRow,
  value: string,
  decoded: Decoded | undefined,
  pathClass: PathClass,
): readonly [Confidence, string | undefined] {
  const { standsIn, because, strength } = plausibilityOf(value, pathClass);
  if (row.check && holds(row.check, value) && !/published/.test(because)) return ['proven', 'the checksum in it holds'];
  if (standsIn)
    return !row.weak && /repeated|few|sequence/.test(because) && !isFiller(value) ? ['possible', because] : ['doubtful', because];
  if (/example/i.test(value) && !row.check) return ['doubtful', 'it has the word of an example in it'];
  if (row.check) return ['possible', 'the checksum in it does not hold: it is made up, or cut'];
  if (row.decode === 'jwt' && isWord(value.slice(value.lastIndexOf('.') + 1))) return ['doubtful', 'its signature is a word'];
  if (row.decode && proves(row.decode))
    return decoded ? ['proven', 'what it carries decodes'] : ['possible', 'what it should carry does not decode'];
  if (row.decode && !decoded) return ['possible', 'what it should carry does not decode'];
  if (row.weak || strength === 0) return ['possible', because];
  const place = againstPlace(pathClass);
  return place === undefined ? ['likely', undefined] : ['possible', place];
}

const isWord = (signature: string): boolean => /^[A-Za-z_-]{3,24}$/.test(signature) && wordingOf(signature).share >= 0.75;

/** What people fill in for a value that they do not have: `xxxx`, `0000`, `****`. */
const isFiller = (value: string): boolean => /([xX0*.#_-])\1{4}|1{8}|your|example/i.test(value);

/** Some tokens say in their claims what they are. */
function special(row: FamilyRow, decoded: Decoded): Family {
  if (row.decode !== 'jwt') return row;
  if (isAnonymous(decoded)) return supabaseAnonymous;
  if (decoded.issuer === 'supabase') return supabaseService;
  const isKubernetes = decoded.issuer === 'kubernetes/serviceaccount' || decoded.subject?.startsWith('system:serviceaccount:');
  return isKubernetes ? { ...kubernetesToken, lifetime: decoded.expires === undefined ? 'static' : 'expiring' } : row;
}
