/** Credential files by their own grammar: which secrets they hold, at which place, and whose. */
import type { KeyTools } from '../../ports.js';
import { pathClassOf } from '../paths.js';
import type { Sighting, Sightings } from '../sighting.js';
import { sightEncrypted } from './encrypted.js';
import { byScope, type Entry } from './entry.js';
import { type Around, aroundOf, type Field, type FileKind, placeOf } from './kind.js';
import { fileKinds } from './kinds.js';
import { type Place, sightField, sightNamed } from './sight-entry.js';

/** Longer paths are judged by their end. */
const longestPath = 300;

/** The finds of a file whose kind is known, by place; undefined for all other files, which cost no more than a look at the path. */
export function sightFile(text: string, path: string, tools: KeyTools): Sightings | undefined {
  const lower = path.slice(-longestPath).toLowerCase();
  const kind = fileKinds.find((k) => k.files.test(lower) && holds(text, k.has));
  const encrypted = sightEncrypted(text, lower);
  if (!kind) return encrypted.length > 0 ? { found: encrypted, blind: [] } : undefined;
  // What a name or a mark tells is found in it all the same.
  if (text.length > (kind.has ? largestTold : largestRead))
    return { found: encrypted, blind: [{ start: 0, end: text.length, why: tooLarge }] };
  const found = sightKind(text, kind, { pathClass: pathClassOf(path), tools });
  const cut = found.length < mostFinds ? text.length : (found.at(-1)?.end ?? 0);
  return {
    found: [...encrypted, ...found].sort((a, b) => a.start - b.start || a.end - b.end),
    blind: cut < text.length ? [{ start: cut, end: text.length, why: tooMany }] : [],
  };
}

/** Files that are told by their words are written for one credential or a few: nothing larger is looked through for them. */
const largestTold = 1_000_000;

/** Files that their name tells are settings and states, which grow with what they describe. */
const largestRead = 8_000_000;
const tooLarge =
  'a file of a kind that holds credentials, larger than any that is kept by hand; its grammar was not read, only its names and marks';
/** More finds than this in one file are no longer read by anybody. */
const mostFinds = 10_000;
const tooMany = 'more credentials stand here than anybody keeps in one file; its grammar was not read further';

const holds = (text: string, words: FileKind['has']): boolean => words === undefined || words.every((word) => text.includes(word));

function sightKind(text: string, kind: FileKind, place: Place): readonly Sighting[] {
  const entries = kind.grammar(text);
  const scopes = byScope(entries);
  const found: Sighting[] = [];
  for (const entry of entries) {
    if (found.length >= mostFinds) break;
    if (entry.value !== '') found.push(...sightEntry(entry, kind, aroundOf(entry, scopes), place));
  }
  return found;
}

function sightEntry(entry: Entry, kind: FileKind, around: Around, place: Place): readonly Sighting[] {
  const field = fieldOf(kind, entry, around);
  if (field) return sightField(entry, field, around, place);
  return kind.byName ? sightNamed(entry, around, place) : [];
}

function fieldOf(kind: FileKind, entry: Entry, around: Around): Field | undefined {
  if (kind.fields.length === 0) return undefined;
  const at = placeOf(entry);
  return kind.fields.find((f) => f.at.test(at) && (f.when?.(around) ?? true));
}
