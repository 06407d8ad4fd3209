/** The entry: text in, sightings of literal credentials out. */

import type { KeyTools } from '../ports.js';
import type { CustomFamily } from './custom.js';
import { type Find, settled } from './find.js';
import { sightKeystore } from './keys/keystore.js';
import { lookThrough } from './look.js';
import { paired } from './pairs.js';
import { pathClassOf } from './paths.js';
import type { Blind, Sighting, Sightings } from './sighting.js';
import { keysIn, wholeFile } from './structured.js';
import { placeOf } from './surroundings.js';
import { type Table, tableOf } from './table.js';

/** What finds credentials in a text. */
export interface Detector {
  /** `path` is relative to the repository; what kind of file it is lowers or raises. Any text is looked through in time linear in its length. */
  sight(text: string, path: string): Sightings;
  /** A file that is no text: key stores, keys and certificates in binary form. Their place is the whole file. */
  sightBytes(bytes: Uint8Array): Sightings;
}

/** What a detector may be told. */
export interface DetectorOptions {
  readonly custom?: readonly CustomFamily[];
  /** For the fingerprints of keys; without it they are found and not told apart. */
  readonly keyTools?: KeyTools;
}

/** Builds a detector; its table is made when the first text comes. */
export function makeDetector({ custom = [], keyTools }: DetectorOptions): Detector {
  let table: Table | undefined;
  return {
    sightBytes(bytes) {
      const find = keyTools && sightKeystore(bytes, keyTools);
      return { found: find ? [find] : [], blind: [] };
    },
    sight(text, path) {
      if (text.startsWith('%PDF-')) return { found: [], blind: [{ start: 0, end: text.length, why: 'a PDF is not read as text' }] };
      table ??= tableOf(custom);
      const { finds, stopped, keys } = lookThrough(text, placeOf(path, pathClassOf(path)), table);
      const file = wholeFile(text, path, keyTools);
      const all = settled([...finds, ...file.finds, ...(keys > 0 && keys <= mostKeys ? keysIn(text, keyTools) : [])]);
      const blind = [...blindFrom(text, stopped), ...(keys > mostKeys ? [tooManyKeys(text)] : []), ...file.blind];
      return { found: paired(text, all).map(bare), blind };
    },
  };
}

/** A bundle of certificate authorities has some hundreds. */
const mostKeys = 5_000;
const tooManyKeys = (text: string): Blind => ({
  start: 0,
  end: text.length,
  why: 'more private keys and certificates begin here than anybody keeps in one file; they were not read',
});

const blindFrom = (text: string, at: number): readonly Blind[] =>
  at < text.length
    ? [{ start: at, end: text.length, why: 'there are too many places here that look like credentials; the rest was not looked at' }]
    : [];

const bare = ({ rank: _, ...sighting }: Find): Sighting => sighting;
