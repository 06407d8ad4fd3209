/** One thing that a statement may reach, by its ARN or by a reference to where it is declared. */
import { type Handle, handleAt, type PatternSet } from '../../model/fact.js';
import type { Subject } from '../../model/inventory.js';
import { show, type Text, text } from '../../model/text.js';
import { type Glob, glob, includes, intersects } from '../glob.js';

export interface Thing {
  /** Its ARN; `*` where the files do not tell (partition, region, account), `nameless` for a name that AWS makes up. */
  readonly arn: Text;
  readonly handles: ReadonlySet<Handle>;
  readonly subject?: Subject;
  /** For a person. */
  readonly name: string;
}

/** Stands for a name that nobody can write: only a wildcard reaches it. */
export const nameless = '\uFFFF';

/** The thing that a subject is, by the ARN that goes with its name; whatever of a name the files do not tell is `nameless`. */
export function thingOf(subject: Subject, arn: (name: string) => string): Thing {
  const name = (subject.fullName?.parts ?? [nameless]).map((p) => (typeof p === 'string' ? p : nameless)).join('');
  return { arn: text(arn(name), subject.head), handles: new Set(subject.handles), subject, name: subject.name };
}

const parted = new WeakMap<Glob, readonly Glob[]>();

/** An ARN has six fields, and a wildcard of one does not run on into the next; the last field may hold colons of its own. */
function fieldsOf(pattern: Glob): readonly Glob[] {
  const known = parted.get(pattern);
  if (known) return known;
  const fields: string[][] = [[]];
  for (const symbol of pattern) {
    if (symbol === ':' && fields.length < 6) fields.push([]);
    else fields.at(-1)?.push(symbol);
  }
  parted.set(pattern, fields);
  return fields;
}

/** Whether some ARN matches both. A pattern that is cut short by a wildcard is no row of fields. */
function meet(a: Glob, b: Glob): boolean {
  const [x, y] = [fieldsOf(a), fieldsOf(b)];
  return x.length === 6 && y.length === 6 ? x.every((field, i) => intersects(field, y[i] ?? [])) : intersects(a, b);
}

/** The variable by which a policy means its holder. */
const self = '${aws:username}';

const asHolder = (pattern: Text, me: Subject): Text =>
  me.type === 'aws.user' && show(pattern).includes(self)
    ? { ...pattern, parts: pattern.parts.map((p) => (typeof p === 'string' ? p.replaceAll(self, me.name) : p)) }
    : pattern;

/**
 * Whether a pattern takes the thing in. A reference means the very resource it refers to and no other; a pattern that begins or ends
 * with something that is not known is not taken for this thing.
 */
export function takesIn(written: Text, thing: Thing, me: Subject): boolean {
  const pattern = asHolder(written, me);
  if (pattern.parts.some((p) => typeof p !== 'string' && p.to !== undefined && thing.handles.has(handleAt(p.to)))) return true;
  if (isOpenEnded(pattern)) return false;
  return meet(glob(pattern), glob(thing.arn));
}

const isOpenEnded = ({ parts }: Text): boolean => typeof parts[0] !== 'string' || typeof parts.at(-1) !== 'string';

/** For a set of all but some, the thing is outside when any of these is it. */
export const setTakesIn = (set: PatternSet, thing: Thing, me: Subject): boolean =>
  set.negated !== set.patterns.some((p) => takesIn(p, thing, me));

/** Whether two patterns have something of one of these types in common. Types that are not known set no limit. */
export function share(a: Text, b: Text, types: readonly string[] | undefined): boolean {
  const [x, y] = [glob(a), glob(b)];
  // What is not known is surely the same thing only where one pattern takes in all of the other.
  if ([a, b].some(isOpenEnded)) return includes(x, y) || includes(y, x);
  if (!meet(x, y)) return false;
  return types === undefined || types.length === 0 || types.some((arn) => isOfType(x, arn) && isOfType(y, arn));
}

const isOfType = (pattern: Glob, arn: string): boolean => meet(pattern, typeOf(arn));

/** There are as many as the catalogue has. */
const types = new Map<string, Glob>();
function typeOf(arn: string): Glob {
  const known = types.get(arn) ?? [...arn];
  types.set(arn, known);
  return known;
}

/** Whether a pattern reaches anything of the types at all. An action that can be tied to nothing needs the bare wildcard. */
export function reachesType(pattern: Text, types: readonly string[] | undefined): boolean {
  if (types === undefined) return true;
  const symbols = glob(pattern);
  return types.length === 0
    ? includes(symbols, ['*']) || typeof pattern.parts[0] !== 'string'
    : types.some((arn) => isOfType(symbols, arn));
}
