/** Entries that a template writes once and means many times, or keeps in another file: `Fn::ForEach::…` and `Fn::Transform`. */
import { type Gap, gap } from '../../model/gap.js';
import { type Entry, entriesOf, type MapNode, type ScalarNode, scalar } from '../../model/tree.js';
import { sizeOf } from './budget.js';
import { isFunctionKey, isLoopKey } from './call.js';
import type { Bindings, Evaluation } from './evaluation.js';
import { replaceBound } from './substitute.js';
import { knownText } from './text.js';

/** An entry as it will be, with the loop variables under which its value has to be read. */
export interface Placed {
  readonly key: ScalarNode;
  readonly value: Entry['value'];
  readonly bindings: Bindings;
}

/** Characters of the budget that a node costs each time a loop makes it again. */
const perNode = 200;

/** Unrolls loops and takes included files in. What cannot be told is a gap at its key. */
export function unfold(entries: readonly Entry[], e: Evaluation, gaps: Gap[]): readonly Placed[] {
  return entries.flatMap((entry): readonly Placed[] => {
    const name = typeof entry.key.value === 'string' ? entry.key.value : undefined;
    if (name !== undefined && isLoopKey(name)) return e.within(() => loop(name, entry, e, gaps), []);
    if (name === 'Fn::Transform') return e.within(() => included(entry, e, gaps), []);
    if (name !== undefined && isFunctionKey(name)) {
      gaps.push(gap('unresolved', `${name} may add entries here that are not known from the template`, entry.key.span));
      return [];
    }
    const key = name === undefined ? entry.key : { ...entry.key, value: replaceBound(name, e) };
    return [{ key, value: entry.value, bindings: e.bindings }];
  });
}

/** `[variable, values, {key: body}]`: the body for each value. */
function loop(name: string, { key, value }: Entry, e: Evaluation, gaps: Gap[]): readonly Placed[] {
  const [variable, written, body, ...more] = value.kind === 'list' ? value.items : [];
  const identifier = knownText(variable);
  const values = written && e.evaluate(written, 'one');
  if (identifier === undefined || values?.kind !== 'list' || body?.kind !== 'map' || more.length > 0) {
    gaps.push(gap('unresolved', `${name} runs over values that are not known from the template`, key.span));
    return [];
  }
  return values.items.flatMap((item) => {
    const text = knownText(item);
    if (text === undefined) {
      gaps.push(gap('unresolved', `${name} runs over a value that is not known from the template`, key.span));
      return [];
    }
    if (!e.afford(perNode * sizeOf(body))) return [];
    return e.bound(identifier, scalar(text, item.span), () => unfold(body.entries, e, gaps));
  });
}

function included({ key, value }: Entry, e: Evaluation, gaps: Gap[]): readonly Placed[] {
  const content = e.include(value);
  if (content?.kind === 'map') return unfold(content.entries, e, gaps);
  gaps.push(gap('unresolved', 'Fn::Transform may add entries here that are not known from the template', key.span));
  return [];
}

/** A map with its entries laid out; each value is read under its own loop variables. */
export function unfoldedMap(node: MapNode, e: Evaluation, gaps: Gap[], read: (placed: Placed) => Entry['value'] | undefined): MapNode {
  return {
    ...node,
    entries: unfold(entriesOf(node), e, gaps).flatMap((placed) => {
      const value = read(placed);
      return value ? [{ key: placed.key, value }] : [];
    }),
  };
}
