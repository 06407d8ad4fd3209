/** `format` and `formatlist`: Go's verbs as Terraform takes them. */
import type { Span } from '../../../model/span.js';
import { booleanOf, deref, list, type Node, numberOf } from '../../../model/tree.js';
import { evaluationLimits, measure } from '../budget.js';
import { isKnown, isNull, isOpen } from '../nodes.js';
import { jsonFlat } from '../text.js';
import { assembled } from './assemble.js';
import { type FunctionTable, listArg, textArg } from './function.js';

/** Flags, width, precision, argument index, verb. */
const verbs = /%([-+ 0#]*)(\d{1,4})?(?:\.(\d{1,3}))?(?:\[(\d{1,3})\])?([A-Za-z%])/g;

interface Verb {
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
  readonly verb: string;
}

export function format([spec, ...values]: readonly Node[], at: Span): Node | undefined {
  const text = textArg(spec);
  if (text === undefined || text.replaceAll(verbs, '').includes('%')) return undefined;
  const pieces: (string | Node)[] = [];
  let from = 0;
  let next = 0;
  let used = 0;
  for (const match of text.matchAll(verbs)) {
    const [whole, flags = '', width = '0', precision, index, verb = ''] = match;
    pieces.push(text.slice(from, match.index));
    from = match.index + whole.length;
    if (verb === '%') {
      pieces.push('%');
      continue;
    }
    if (index !== undefined) next = Number(index) - 1;
    const value = values[next++];
    used = Math.max(used, next);
    const piece =
      value && formatted(value, { flags, width: Number(width), precision: precision === undefined ? undefined : Number(precision), verb });
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  // Terraform refuses arguments that are not used.
  return used < values.length ? undefined : assembled([...pieces, text.slice(from)], at);
}

/** One value; a value that is not known whole stays a hole where the verb leaves it as it is. */
function formatted(value: Node, verb: Verb): string | Node | undefined {
  if (isNull(value)) return verb.verb === 'v' && verb.flags === '#' ? 'null' : undefined;
  const plain = verb.flags === '' && verb.width === 0 && verb.precision === undefined;
  if (!isKnown(value)) return plain && 'sdv'.includes(verb.verb) ? value : undefined;
  const shown = shownAs(value, verb);
  return shown && (shown.length > verb.width ? shown : padded(shown, verb));
}

function padded(text: string, { flags, width, verb }: Verb): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || 'sqvt'.includes(verb)) return text.padStart(width);
  const sign = /^[-+ ]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

function shownAs(value: Node, { flags, precision, verb }: Verb): string | undefined {
  const number = numberOf(value);
  switch (verb) {
    case 's':
    case 'q': {
      const whole = textArg(value);
      const text = whole === undefined || precision === undefined ? whole : [...whole].slice(0, precision).join('');
      return text === undefined || verb === 's' ? text : JSON.stringify(text);
    }
    case 'v': {
      const scalar = deref(value).kind === 'scalar' && !flags.includes('#');
      const json = scalar ? undefined : jsonFlat(value, value.span);
      return scalar ? textArg(value) : json && json.holes.length === 0 ? json.chars : undefined;
    }
    case 't':
      return booleanOf(value)?.toString();
    case 'd':
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      return number === undefined || !Number.isSafeInteger(number) || precision !== undefined
        ? undefined
        : signed(integer(number, verb), number, flags);
    case 'f':
    case 'e':
    case 'g':
      return number === undefined ? undefined : signed(decimal(number, verb, precision), number, flags);
    default:
      return undefined;
  }
}

const bases: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, x: 16, X: 16 };

function integer(value: number, verb: string): string {
  const text = value.toString(bases[verb]);
  return verb === 'X' ? text.toUpperCase() : text;
}

function decimal(value: number, verb: string, precision: number | undefined): string | undefined {
  // Terraform rounds the decimal number, JavaScript the binary one: they differ where it ends half-way.
  if (precision !== undefined && (precision > 20 || new RegExp(`\\.\\d{${precision}}5$`).test(String(value)))) return undefined;
  if (verb === 'f') return Math.abs(value) < 1e20 ? value.toFixed(precision ?? 6) : undefined;
  if (verb === 'e') return value.toExponential(precision ?? 6).replace(/e([-+])(\d)$/, 'e$10$2');
  const simple = value !== 0 && (Math.abs(value) < 1e-4 || Math.abs(value) >= 1e21);
  return precision === undefined && !simple ? String(value) : undefined;
}

const signed = (text: string | undefined, value: number, flags: string): string | undefined =>
  text === undefined || value < 0 ? text : flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;

/** `format` for each item; arguments that are no lists are the same in each round. */
function formatlist([spec, ...values]: readonly Node[], at: Span): Node | undefined {
  const lists = values.map((v) => listArg(v));
  if (lists.some((l) => l && isOpen(l)) || values.some((v) => !isKnown(v) && deref(v).kind !== 'template')) return undefined;
  const lengths = lists.flatMap((l) => (l ? [l.items.length] : []));
  const count = lengths[0] ?? 1;
  if (!spec || lengths.some((n) => n !== count)) return undefined;
  const rows: Node[] = [];
  let size = 0;
  for (let i = 0; i < count; i++) {
    const row = format([spec, ...values.map((v, k) => lists[k]?.items[i] ?? v)], at);
    size += row ? measure(row).size : 0;
    if (!row || size > evaluationLimits.characters) return undefined;
    rows.push(row);
  }
  return list(rows, at);
}

export const formatFunctions: FunctionTable = { format, formatlist };
