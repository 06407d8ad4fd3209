/** A planned value: what is known of it, what will be known after apply, and what must not be shown. */
import type { Span } from '../../model/span.js';
import { booleanOf, deref, type Entry, get, list, map, type Node, scalar, type UnknownNode } from '../../model/tree.js';
import type { Expressions } from './configuration.js';

/** Trees beside the value, `true` where what stands at that place is unknown or sensitive. */
export interface Marks {
  readonly unknown: Node | undefined;
  readonly sensitive: Node | undefined;
}

const isMarked = (node: Node | undefined): boolean => node?.kind === 'scalar' && booleanOf(node) === true;

/** The value at one place of `after`, with the marks and expressions of the same place. */
export function plannedValue(after: Node | undefined, marks: Marks, expressions: Expressions, at: Span): Node {
  const place = after?.span ?? at;
  if (isMarked(marks.sensitive)) return missing('the plan marks it as sensitive', 'a sensitive value', place);
  if (isMarked(marks.unknown))
    return expressions.reference(place) ?? missing('it is known only after apply', 'a value known after apply', place);
  const value = after && deref(after);
  if (value?.kind === 'list' || (!value && marks.unknown?.kind === 'list')) return items(value, marks, expressions, place);
  if (value?.kind === 'map' || (!value && marks.unknown?.kind === 'map')) return entries(value, marks, expressions, place);
  return value ?? scalar(null, place);
}

function items(value: Node | undefined, { unknown, sensitive }: Marks, expressions: Expressions, at: Span): Node {
  const known = value?.kind === 'list' ? value.items : [];
  const length = Math.max(known.length, unknown?.kind === 'list' ? unknown.items.length : 0);
  return list(
    Array.from({ length }, (_, i) =>
      plannedValue(known[i], { unknown: nth(unknown, i), sensitive: nth(sensitive, i) }, expressions.item(i), at),
    ),
    at,
  );
}

/**
 * Keys whose values are not known are left out of the value and stand among the marks alone. One that the configuration of the plan does not
 * have is the provider's to fill in (a role's `arn`, or its `inline_policy`, which then mirrors resources beside it), or a `dynamic` block
 * over something unknown: Terraform leaves those out of the configuration, and the two look the same.
 */
function entries(value: Node | undefined, { unknown, sensitive }: Marks, expressions: Expressions, at: Span): Node {
  const known = value?.kind === 'map' ? value.entries : [];
  const names = new Set(known.map((e) => e.key.value));
  const marked = unknown?.kind === 'map' ? unknown.entries.filter((e) => !names.has(e.key.value)) : [];
  const isUntold = ({ key, value: mark }: Entry): boolean =>
    isMarked(mark) && !isMarked(get(sensitive, String(key.value))) && expressions.omits(String(key.value));
  const untold = marked.filter(isUntold);
  const told = [...known, ...marked.filter((e) => !untold.includes(e))].map((entry, i): Entry => {
    const name = String(entry.key.value);
    const own = i < known.length ? entry.value : undefined;
    const marks = { unknown: get(unknown, name), sensitive: get(sensitive, name) };
    return { key: entry.key, value: plannedValue(own, marks, expressions.attribute(name), entry.value.span) };
  });
  return untold.length === 0 ? map(told, at) : { ...map(told, at), untold: untold.map(generated) };
}

function generated({ key, value }: Entry): Entry {
  const why = `a plan does not tell whether a dynamic block generates ${key.value}; the configuration beside it would`;
  return { key, value: missing(why, String(key.value), value.span) };
}

const nth = (node: Node | undefined, i: number): Node | undefined => (node?.kind === 'list' ? node.items[i] : undefined);

const missing = (why: string, name: string, at: Span): UnknownNode => ({ kind: 'unknown', why, name, span: at });
