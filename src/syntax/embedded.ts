/** Opens a document that stands inside a value: a map as it is, a JSON string with its spans shifted to where its characters really stand. */
import type { Span } from '../model/span.js';
import { deref, type Hole, type Node, type OffsetMap, placeWithin } from '../model/tree.js';
import { type JsonError, parseJsonText } from './json-text.js';

/** What whoever is handed the document will refuse it for. */
export interface Flaw {
  readonly problem: string;
  readonly at: Span;
}
/**
 * With a document, a flaw is one that leaves all of it readable (a comma too many). Without one, `broken` is true when the text itself is
 * no document, whatever the values in it turn out to be.
 */
export type Opened =
  | { readonly document: Node; readonly flaw?: Flaw }
  | (Flaw & {
      readonly broken: boolean;
      /** Short name of what would have to be known, where it is one thing inside the text. */
      readonly missing?: string;
    });

/** Stands for a hole inside the text that the JSON parser sees; the same character in reviewed text is replaced before. */
const holeMark = '\uFFFC';

export function openDocument(node: Node): Opened {
  const at = deref(node);
  switch (at.kind) {
    case 'map':
    case 'list':
      return { document: at };
    case 'scalar':
      return typeof at.value === 'string'
        ? openJson(at.span, [at.value], at.offsets)
        : { problem: 'a policy document is expected here', at: at.span, broken: true };
    case 'template':
      return at.parts.length === 1 && typeof at.parts[0] !== 'string'
        ? { problem: `the document comes from ${at.parts[0]?.name ?? 'elsewhere'}`, at: node.span, broken: false }
        : openJson(at.span, at.parts, at.offsets);
    case 'reference':
      return {
        problem: `the document comes from ${[at.to.slice(at.to.indexOf('#') + 1), ...at.path].join('.')}, which the files do not tell`,
        at: node.span,
        broken: false,
      };
    case 'unknown':
      return { problem: `the document is not known: ${at.why}`, at: node.span, broken: false };
    case 'redacted':
      return { problem: 'the document is a secret', at: node.span, broken: false };
  }
}

function openJson(whole: Span, parts: readonly (string | Hole)[], offsets: OffsetMap | undefined): Opened {
  const holes = parts.filter((p): p is Hole => typeof p !== 'string');
  const flat = parts.map((p) => (typeof p === 'string' ? p.replaceAll(holeMark, '?') : holeMark)).join('');
  const quoted = quoteBareHoles(flat);
  const place = (start: number, end: number): Span => placeWithin(whole, offsets, quoted.toFlat(start), quoted.toFlat(end));
  const { root, error, liberty } = parseJsonText(quoted.text, place);
  const loose = quoted.firstBare === undefined ? undefined : holes[quoted.firstBare.index];
  // What a hole outside a string stands for may be any piece of JSON, commas and brackets included: behind it nothing is certain.
  const isCertain = ({ start }: JsonError): boolean => quoted.firstBare === undefined || start < quoted.firstBare.at;
  if (error && loose && !isCertain(error)) {
    const problem = `how the document goes on is not known: ${loose.why ?? `the files do not tell ${loose.name}`}`;
    return { problem, at: place(error.start, error.start + 1), broken: false, missing: loose.name };
  }
  if (error) return { ...flawOf(error, place), broken: error.kind === 'unparsed' };
  // Many platforms take an empty text for none.
  if (!root) return { problem: 'the document is empty', at: whole, broken: false };
  const document = holes.length ? refill(root, holes[Symbol.iterator]()) : root;
  return liberty && isCertain(liberty) ? { document, flaw: flawOf(liberty, place) } : { document };
}

const flawOf = ({ message, start }: JsonError, place: (start: number, end: number) => Span): Flaw => ({
  problem: `the document is not valid JSON: ${message}`,
  at: place(start, start + 1),
});

interface Quoted {
  readonly text: string;
  readonly toFlat: (offset: number) => number;
  /** The first hole that stands outside a string: its offset in `text`, and which of all holes it is. */
  readonly firstBare: { readonly at: number; readonly index: number } | undefined;
}

/**
 * A hole outside a string (`"Resource": ${jsonencode(x)}`) becomes a string of its own, so that the rest can be read. Between the members of
 * a list it may stand for some of them, with their commas, or for none: it gets commas of its own there.
 */
function quoteBareHoles(flat: string): Quoted {
  const inserted: number[] = [];
  const out: string[] = [];
  let length = 0;
  const copy = (piece: string): void => {
    out.push(piece);
    length += piece.length;
  };
  const insert = (piece: string): void => {
    for (let i = 0; i < piece.length; i++) inserted.push(length + i);
    copy(piece);
  };
  let firstBare: Quoted['firstBare'];
  let from = 0;
  let holes = 0;
  let inString = false;
  /** The last character that is not white space. */
  let last = '';
  for (let i = 0; i < flat.length; i++) {
    const c = flat.charAt(i);
    if (inString && c === '\\') i++;
    else if (c === '"') inString = !inString;
    else if (c === holeMark && !inString) {
      copy(flat.slice(from, i));
      firstBare ??= { at: length, index: holes };
      insert(last === '' || '[{,:'.includes(last) ? '"' : ',"');
      copy(holeMark);
      insert(/[\]},:]|^$/.test(nextAfter(flat, i)) ? '"' : '",');
      from = i + 1;
      last = ',';
    }
    if (c === holeMark) holes++;
    else if (!isSpace(c)) last = c;
  }
  copy(flat.slice(from));
  return { text: out.join(''), toFlat: (offset) => offset - countBelow(inserted, offset), firstBare };
}

const isSpace = (c: string): boolean => c === ' ' || c === '\n' || c === '\t' || c === '\r';

/** The next character that is not white space; empty at the end. */
function nextAfter(flat: string, at: number): string {
  let i = at + 1;
  while (isSpace(flat.charAt(i))) i++;
  return flat.charAt(i);
}

/** How many of the ascending numbers are below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((ascending[mid] ?? 0) < limit) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Puts the holes back, in the order in which their marks stand in the text. */
function refill(node: Node, holes: Iterator<Hole>): Node {
  const partsOf = (value: string): (string | Hole)[] =>
    value.split(holeMark).flatMap((piece, i): (string | Hole)[] => {
      const hole = i > 0 ? holes.next().value : undefined;
      return [...(hole ? [hole as Hole] : []), ...(piece ? [piece] : [])];
    });
  const visit = (n: Node): Node => {
    if (n.kind === 'list') return { ...n, items: n.items.map(visit) };
    if (n.kind === 'map')
      return {
        ...n,
        entries: n.entries.map(({ key, value }) => ({
          key:
            typeof key.value === 'string' && key.value.includes(holeMark)
              ? {
                  ...key,
                  value: partsOf(key.value)
                    .map((p) => (typeof p === 'string' ? p : `<${p.name}>`))
                    .join(''),
                }
              : key,
          value: visit(value),
        })),
      };
    if (n.kind === 'scalar' && typeof n.value === 'string' && n.value.includes(holeMark))
      return { kind: 'template', parts: partsOf(n.value), span: n.span };
    return n;
  };
  return visit(node);
}
