/** Values that only their name makes a credential: `password = …`, `API_TOKEN: …`. */
import { secretKindOf, wordsOfName } from '../model/secret-name.js';
import type { Assignment } from './assignment.js';
import { type FamilyClass, familyOf } from './families/family.js';
import type { Find } from './find.js';
import type { Confidence, Family, PathClass } from './sighting.js';
import { judgeValue } from './values.js';

const generic = (id: string, title: string, of: FamilyClass): Family => familyOf(id, title, 'generic', of);
const password = generic('generic-password', 'password', 'password');
const genericSecret = generic('generic-secret', 'secret', 'password');
const families: Readonly<Record<string, Family>> = {
  password,
  token: generic('generic-token', 'token', 'service'),
  'access-key': generic('generic-access-key', 'access key', 'apiKey'),
  'private-key': generic('generic-private-key', 'private key', 'privateKey'),
  'signing-key': generic('generic-signing-key', 'signing key', 'signing'),
  certificate: genericSecret,
  secret: genericSecret,
};

const knownNames = new Map<string, Family | undefined>();
const mostNames = 4096;

/** The family that a name speaks of; names repeat so often in a text that the answers are kept. */
export function familyOfName(name: string): Family | undefined {
  if (knownNames.has(name)) return knownNames.get(name);
  if (knownNames.size >= mostNames) knownNames.clear();
  const kind = secretKindOf(name);
  const family = kind ? families[kind] : endsInKey.test(wordsOfName(name)) ? families['access-key'] : undefined;
  knownNames.set(name, family);
  return family;
}

const endsInKey = /\w key$/;
const shortest = 4;

/** A find, where name and value together make one. */
export function genericFind(text: string, found: Assignment, pathClass: PathClass): Find | undefined {
  const length = found.end - found.start;
  if (length < shortest || length > 2048) return undefined;
  const family = familyOfName(found.name);
  if (!family) return undefined;
  const value = text.slice(found.start, found.end);
  if (/\s/.test(value.trim()) && family !== password) return undefined;
  const judged = judgeValue(value, { name: found.name, pathClass, quoted: found.quoted });
  const confidence = confidenceOf(found, family, judged.strength);
  if (!confidence) return undefined;
  const lowered = confidence === 'possible' && pathClass !== 'source';
  return {
    family,
    start: found.start,
    end: found.end,
    value,
    confidence: lowered ? 'doubtful' : confidence,
    reasons: [`the name before it says so; ${judged.because}`, ...(lowered ? [`the file is ${place[pathClass]}`] : [])],
    decoded: {},
    name: found.name,
    rank: 0,
  };
}

/** What a path class says, for a person. */
const place: Readonly<Record<PathClass, string>> = {
  source: 'source',
  test: 'a test',
  docs: 'documentation',
  example: 'an example',
  lock: 'a lock file',
  generated: 'generated',
  vendored: 'vendored',
};

function confidenceOf(found: Assignment, family: Family, strength: number): Confidence | undefined {
  if (strength === 0) return undefined;
  if (found.loose) return strength === 3 ? 'possible' : undefined;
  if (strength >= 2) return 'possible';
  return family === password && found.quoted ? 'possible' : 'doubtful';
}
