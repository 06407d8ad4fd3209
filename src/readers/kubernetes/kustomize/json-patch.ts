/** Patches as lists of operations (RFC 6902). */
import { deref, dig, type Entry, get, type ListNode, type MapNode, type Node, scalar, stringOf } from '../../../model/tree.js';
import { withEntry } from '../edit.js';

/** What became of an object, or why an operation could not be done. */
export type Patched = { readonly body: MapNode } | { readonly problem: string; readonly at: Node };

/** All operations, one after the other; when one fails, none counts. Each copies the lists and maps on its way, which `afford` pays for. */
export function operated(body: MapNode, operations: readonly Node[], afford: (count: number) => boolean): Patched {
  let at = body;
  for (const operation of operations) {
    const done = afford(widthAlong(at, operation)) ? operate(at, operation) : 'it is too large';
    if (typeof done === 'string') return { problem: done, at: operation };
    if (done.kind !== 'map') return { problem: 'the whole object is replaced by something else', at: operation };
    at = done;
  }
  return { body: at };
}

function operate(body: MapNode, operation: Node): Node | string {
  const path = stepsOf(operation, 'path');
  if (!path) return 'an operation without a path';
  const value = get(operation, 'value');
  const op = stringOf(get(operation, 'op'));
  switch (op) {
    case 'add':
    case 'replace':
      return value ? changed(body, path, { op, value }) : 'an operation without a value';
    case 'remove':
      return changed(body, path, { op });
    case 'test':
      return value && same(found(body, path), value) ? body : 'what a patch tests is not so';
    case 'move':
    case 'copy': {
      const from = stepsOf(operation, 'from');
      const moved = from && found(body, from);
      if (!from || !moved) return 'what a patch moves is not there';
      const left = op === 'move' ? changed(body, from, { op: 'remove' }) : body;
      return typeof left === 'string' ? left : changed(left, path, { op: 'add', value: moved });
    }
    default:
      return 'an operation that is not known';
  }
}

/** How many entries and items the maps and lists on a path have. */
function widthAlong(body: MapNode, operation: Node): number {
  let width = 1;
  let at: Node | undefined = body;
  for (const step of stepsOf(operation, 'path') ?? []) {
    const here: Node | undefined = at && deref(at);
    width += here?.kind === 'map' ? here.entries.length : here?.kind === 'list' ? here.items.length : 1;
    at = here && found(here, [step]);
  }
  return width;
}

function stepsOf(operation: Node, name: 'path' | 'from'): readonly string[] | undefined {
  const pointer = stringOf(get(operation, name));
  if (pointer === undefined || (pointer !== '' && !pointer.startsWith('/'))) return undefined;
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function found(node: Node, steps: readonly string[]): Node | undefined {
  return steps.reduce<Node | undefined>((at, step) => {
    const here = at && deref(at);
    return here?.kind === 'list' ? here.items[Number(step)] : dig(here, step);
  }, node);
}

/** Equal as far as the files tell: a hole is never equal to anything. */
function same(a: Node | undefined, b: Node): boolean {
  const left = a && deref(a);
  if (left?.kind === 'scalar') return b.kind === 'scalar' && left.value === b.value;
  if (left?.kind === 'list')
    return b.kind === 'list' && left.items.length === b.items.length && b.items.every((item, i) => same(left.items[i], item));
  if (left?.kind !== 'map' || b.kind !== 'map') return false;
  return left.entries.length === b.entries.length && b.entries.every(({ key, value }) => same(get(left, String(key.value)), value));
}

type Change = { readonly op: 'add' | 'replace'; readonly value: Node } | { readonly op: 'remove' };

/** The tree with one change, or why it cannot be made. */
function changed(node: Node, [step, ...rest]: readonly string[], change: Change): Node | string {
  if (step === undefined) return change.op === 'remove' ? 'the whole object is removed' : change.value;
  const at = deref(node);
  if (at.kind === 'map') return inMap(at, step, rest, change);
  return at.kind === 'list' ? inList(at, step, rest, change) : missing;
}

const missing = 'what a patch changes is not there';

function inMap(at: MapNode, step: string, rest: readonly string[], change: Change): Node | string {
  const inner = get(at, step);
  if (rest.length === 0) {
    if (change.op !== 'add' && !inner) return missing;
    const entry: Entry | undefined = change.op === 'remove' ? undefined : { key: scalar(step, change.value.span), value: change.value };
    return withEntry(at, entry, step);
  }
  const next = inner ? changed(inner, rest, change) : missing;
  return typeof next === 'string' ? next : withEntry(at, { key: scalar(step, next.span), value: next }, step);
}

function inList(at: ListNode, step: string, rest: readonly string[], change: Change): Node | string {
  const { items } = at;
  const last = rest.length === 0;
  const index = step === '-' ? items.length : /^\d{1,9}$/.test(step) ? Number(step) : -1;
  if (last && change.op === 'add' && index >= 0 && index <= items.length) return { ...at, items: items.toSpliced(index, 0, change.value) };
  const inner = items[index];
  if (!inner) return missing;
  if (last) return { ...at, items: change.op === 'remove' ? items.toSpliced(index, 1) : items.with(index, change.value) };
  const next = changed(inner, rest, change);
  return typeof next === 'string' ? next : { ...at, items: items.with(index, next) };
}
