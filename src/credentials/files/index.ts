/** Credential files by their own grammar: which secrets they hold, at which place, and whose. */
import type { KeyTools } from '../../ports.js';
import { pathClassOf } from '../paths.js';
import type { Sighting } from '../sighting.js';
import { sightEncrypted } from './encrypted.js';
import { byScope, type Entry } from './entry.js';
import { type Around, aroundOf, type Field, type FileKind, placeOf } from './kind.js';
import { fileKinds } from './kinds.js';
import { type Place, sightField, sightNamed } from './sight-entry.js';

/** Longer paths are judged by their end. */
const longestPath = 300;

/** The finds of a file whose kind is known, by place; undefined for all other files, which cost no more than a look at the path. */
export function sightFile(text: string, path: string, tools: KeyTools): readonly Sighting[] | undefined {
  const lower = path.slice(-longestPath).toLowerCase();
  const kind = fileKinds.find((k) => k.files.test(lower) && holds(text, k.has));
  const encrypted = sightEncrypted(text, lower);
  if (!kind) return encrypted.length > 0 ? encrypted : undefined;
  const found = sightKind(text, kind, { pathClass: pathClassOf(path), tools });
  return [...encrypted, ...found].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Files that are told by their words are written for one credential or a few: nothing larger is looked through for them. */
const largestTold = 1_000_000;

const holds = (text: string, words: FileKind['has']): boolean =>
  words === undefined || (text.length <= largestTold && words.every((word) => text.includes(word)));

function sightKind(text: string, kind: FileKind, place: Place): readonly Sighting[] {
  const entries = kind.grammar(text);
  const scopes = byScope(entries);
  return entries.flatMap((entry) => {
    if (entry.value === '') return [];
    const around = aroundOf(entry, scopes);
    const field = fieldOf(kind, entry, around);
    if (field) return sightField(entry, field, around, place);
    return kind.byName ? sightNamed(entry, around, place) : [];
  });
}

function fieldOf(kind: FileKind, entry: Entry, around: Around): Field | undefined {
  if (kind.fields.length === 0) return undefined;
  const at = placeOf(entry);
  return kind.fields.find((f) => f.at.test(at) && (f.when?.(around) ?? true));
}
