/** The entry: text in, sightings of literal credentials out. */

import type { KeyTools } from '../ports.js';
import { assignmentTo, nameAround } from './assignment.js';
import { scan } from './automaton.js';
import { curlFind, sqlFind } from './commands.js';
import { contextFind } from './context.js';
import { type CustomFamily, customFind } from './custom.js';
import { type Find, settled } from './find.js';
import { genericFind, mayHold } from './generic.js';
import { pathClassOf } from './paths.js';
import { matchAt, type Work } from './shape.js';
import type { Blind, Sighting, Sightings } from './sighting.js';
import { keysIn, wholeFile } from './structured.js';
import { nameGate, type Place, placeOf } from './surroundings.js';
import { type Call, type Table, tableOf } from './table.js';
import { tokenFind } from './tokens.js';
import { addressFind } from './urls.js';

/** What finds credentials in a text. */
export interface Detector {
  /** `path` is relative to the repository; what kind of file it is lowers or raises. Any text is looked through in time linear in its length. */
  sight(text: string, path: string): Sightings;
}

/** More finds than this in one text are no longer read by anybody. */
const mostFinds = 10_000;
/** For each character of the text, and for any text at all. */
const workPerCharacter = 12;
const leastWork = 1_000_000;

/** What a detector may be told. */
export interface DetectorOptions {
  readonly custom?: readonly CustomFamily[];
  /** For the fingerprints of keys; without it they are found and not told apart. */
  readonly keyTools?: KeyTools;
}

/** Builds a detector; its table is made when the first text comes. */
export function makeDetector(options: DetectorOptions): Detector {
  let table: Table | undefined;
  return {
    sight(text, path) {
      table ??= tableOf(options.custom ?? []);
      const state = begun(text, path, table.isMarked);
      const stopped = scan(table.automaton, text, 0, (word, end) => {
        for (const call of table?.calls[word] ?? []) answer(state, call, end);
        return state.work.left > 0 && state.finds.length < mostFinds;
      });
      const structured = [...wholeFile(text, path, options.keyTools), ...(state.hasKeys ? keysIn(text, options.keyTools) : [])];
      return { found: settled([...state.finds, ...structured]).map(bare), blind: [...state.blind, ...rest(text, stopped)] };
    },
  };
}

interface State {
  readonly text: string;
  readonly place: Place;
  /** Whether names mean anything at an offset. */
  readonly namesCount: (at: number) => boolean;
  readonly work: Work;
  readonly marked: (value: string) => boolean;
  readonly finds: Find[];
  readonly blind: Blind[];
  /** The end of the last name that was looked at: a name with two telling words in it is looked at once. */
  named: number;
  /** A word stands in the text that a private key or a certificate begins with. */
  hasKeys: boolean;
}

const begun = (text: string, path: string, marked: (value: string) => boolean): State => {
  const place = placeOf(path, pathClassOf(path));
  return {
    text,
    place,
    namesCount: nameGate(text, place),
    work: { left: leastWork + workPerCharacter * text.length },
    marked,
    finds: [],
    blind: [],
    named: 0,
    hasKeys: false,
  };
};

const rest = (text: string, from: number): readonly Blind[] =>
  from < text.length
    ? [{ start: from, end: text.length, why: 'there are too many places here that look like credentials; the rest was not looked at' }]
    : [];

const bare = ({ rank: _, ...sighting }: Find): Sighting => sighting;

function answer(state: State, call: Call, end: number): void {
  const find = findOf(state, call, end);
  if (find) state.finds.push(find);
}

function findOf(state: State, call: Call, end: number): Find | undefined {
  const { text, work, place } = state;
  const { pathClass } = place;
  work.left -= 4;
  switch (call.to) {
    case 'shape': {
      const extent = matchAt(call.shape, call.marker, text, end, work);
      return extent && tokenFind(text, call.row, extent, pathClass);
    }
    case 'provider':
      if (!state.namesCount(end)) return undefined;
      return contextFind(text, call.row, end - call.length, end, pathClass, work);
    case 'custom':
      return customFind(text, call.family, end, pathClass, work);
    case 'keys':
      state.hasKeys = true;
      return undefined;
    case 'curl':
      return curlFind(text, end, pathClass);
    case 'sql':
      return sqlFind(text, end, pathClass);
    case 'address':
      return addressFind(text, end, pathClass);
    case 'name': {
      if (end - call.length < state.named || !state.namesCount(end)) return undefined;
      const name = nameAround(text, end - call.length, end);
      if (!mayHold(name.name)) return undefined;
      const found = assignmentTo(text, name);
      if (!found) return undefined;
      state.named = name.end;
      work.left -= found.end - found.start;
      return genericFind(text, found, state.place, state.marked);
    }
  }
}
