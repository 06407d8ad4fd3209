/** One pass over a text: the automaton finds words, and for each word whoever was asked for looks at the place. */
import { assignmentTo, nameAround } from './assignment.js';
import { scan } from './automaton.js';
import { basicFieldFind, basicHeaderFind } from './basic.js';
import { curlFind, loginFind, sentenceFind, sqlFind } from './commands.js';
import { contextFind } from './context.js';
import { customFind } from './custom.js';
import { base64End, opened, type Unescaped, unescapedStretches } from './encoded.js';
import type { Find } from './find.js';
import { genericFind, mayHold } from './generic.js';
import { matchAt, type Work } from './shape.js';
import { nameGate, type Place } from './surroundings.js';
import type { Call, Table } from './table.js';
import { tinkFind } from './tink.js';
import { tokenFind } from './tokens.js';
import { addressFind } from './urls.js';

/** More finds than this in one text are no longer read by anybody. */
const mostFinds = 10_000;
/** For each character of the text, and for any text at all. */
const workPerCharacter = 12;
const leastWork = 1_000_000;
/** For the longest text: about three seconds. */
const mostWork = 100_000_000;
/** What it costs to judge a value, in characters looked at. */
const judging = 600;
/** What it costs to look at a name, and at what follows it. */
const naming = 60;

/** What one pass saw. */
export interface Seen {
  readonly finds: readonly Find[];
  /** Where it stopped; before the end of the text when there was too much. */
  readonly stopped: number;
  /** How many words stand in the text that a private key or a certificate begins with. */
  readonly keys: number;
}

interface Pass {
  readonly text: string;
  readonly place: Place;
  readonly table: Table;
  readonly work: Work;
  readonly finds: Find[];
  /** Whether names mean anything at an offset. */
  readonly namesCount: (at: number) => boolean;
  /** The end of the last name that was looked at: a name with two telling words in it is looked at once. */
  named: number;
  /** The end of the last base64 that was opened. */
  opened: number;
  firstEscape: number;
  keys: number;
}

/** Looks through a text, and through what stands in it in base64 or escaped, once. */
export function lookThrough(text: string, place: Place, table: Table): Seen {
  const pass = begun(text, place, table);
  const stopped = scan(table.automaton, text, 0, (word, end) => {
    const calls = table.calls[word] as readonly Call[];
    for (let i = 0; i < calls.length; i++) note(pass, calls[i] as Call, end);
    return pass.work.left > 0 && pass.finds.length < mostFinds;
  });
  for (const stretch of pass.firstEscape < text.length ? unescapedStretches(text, Math.max(0, pass.firstEscape - 4)) : []) {
    const find = pass.work.left > 0 ? within(pass, stretch, 'it is written with escapes') : undefined;
    if (find) pass.finds.push(find);
  }
  return { finds: pass.finds, stopped, keys: pass.keys };
}

const begun = (text: string, place: Place, table: Table): Pass => ({
  text,
  place,
  table,
  work: { left: Math.min(mostWork, leastWork + workPerCharacter * text.length) },
  finds: [],
  namesCount: nameGate(text, place),
  named: 0,
  opened: 0,
  firstEscape: Number.POSITIVE_INFINITY,
  keys: 0,
});

function note(pass: Pass, call: Call, end: number): void {
  pass.work.left -= 4;
  const find = markFind(pass, call, end) ?? placeFind(pass, call, end);
  if (find) pass.finds.push(find);
}

/** What a mark of its own tells, in a text as in what was opened. */
function markFind({ text, place, work }: Pass, call: Call, end: number): Find | undefined {
  switch (call.to) {
    case 'shape': {
      const extent = matchAt(call.shape, call.marker, text, end, work);
      return extent && tokenFind(text, call.row, extent, place.pathClass);
    }
    case 'custom':
      return customFind(text, call.family, end, place.pathClass, work);
    case 'address':
      return addressFind(text, end, place.pathClass);
    default:
      return undefined;
  }
}

/** What the place tells: a name, a provider's name, a command, a wrapping. */
function placeFind(pass: Pass, call: Call, end: number): Find | undefined {
  const { text, place, work } = pass;
  switch (call.to) {
    case 'provider':
      return pass.namesCount(end) ? contextFind(text, call.row, [end - call.length, end], place.pathClass, work) : undefined;
    case 'name':
      return nameFind(pass, end - call.length, end);
    case 'command':
      return commands[call.which](text, end, place.pathClass);
    case 'tink':
      return tinkFind(text, end, call.mark, place.pathClass);
    case 'wrapped':
      return wrappedFind(pass, call.mark, end);
    case 'escape':
      pass.firstEscape = Math.min(pass.firstEscape, end);
      return undefined;
    case 'keys':
      pass.keys++;
      return undefined;
    default:
      return undefined;
  }
}

const commands = { curl: curlFind, sql: sqlFind, login: loginFind, sentence: sentenceFind, basic: basicHeaderFind, auth: basicFieldFind };

function nameFind(pass: Pass, from: number, to: number): Find | undefined {
  const { text, place, work, table } = pass;
  if (to <= pass.named || !pass.namesCount(to)) return undefined;
  work.left -= naming;
  const name = nameAround(text, from, to);
  if (!mayHold(name.name)) return undefined;
  const found = assignmentTo(text, name);
  if (!found) return undefined;
  pass.named = name.end;
  work.left -= found.end - found.start + judging;
  const find = genericFind(text, found, place, table.isMarked);
  // A value in base64 may hold something that says more than its name.
  const inner = find && opened(text, found.start, found.end);
  return (inner && within(pass, inner, 'it is wrapped in base64')) ?? find;
}

function wrappedFind(pass: Pass, mark: string, end: number): Find | undefined {
  const start = end - mark.length;
  if (start < pass.opened || !pass.text.startsWith(mark, start)) return undefined;
  pass.opened = base64End(pass.text, start);
  pass.work.left -= pass.opened - start;
  const inner = opened(pass.text, start, pass.opened);
  return inner && within(pass, inner, 'it is wrapped in base64');
}

/** The surest find with a mark of its own in what was opened; its place is that of the whole wrapping. */
function within(outer: Pass, { start, end, text }: Unescaped, how: string): Find | undefined {
  const inner = { ...begun(text, outer.place, outer.table), work: outer.work };
  let best: Find | undefined;
  scan(inner.table.automaton, text, 0, (word, at) => {
    for (const call of inner.table.calls[word] ?? []) {
      const find = markFind(inner, call, at);
      if (find && (!best || find.rank > best.rank)) best = find;
    }
    return outer.work.left > 0;
  });
  return best && { ...best, start, end, reasons: [...best.reasons, how] };
}
