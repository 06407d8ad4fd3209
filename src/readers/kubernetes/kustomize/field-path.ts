/** Paths to fields as Kustomize writes them: `spec.containers.[name=main].env.*.value`, `metadata.annotations.a\.b/c`. */
import { deref, type Entry, get, map, type Node, scalar, stringOf } from '../../../model/tree.js';
import { withEntry } from '../edit.js';

/** A key or an index, any item, or the items with a field of a value. */
export type Step = { readonly key: string } | { readonly any: true } | { readonly field: string; readonly value: string };

/** Nobody writes longer ones. */
const mostSteps = 64;

/** Undefined for a path that is none. */
export function stepsIn(path: string): readonly Step[] | undefined {
  const steps = piecesOf(path).map(stepOf);
  const known = steps.flatMap((step) => step ?? []);
  return known.length === steps.length && steps.length <= mostSteps ? known : undefined;
}

/** At each dot that is neither in brackets nor behind a backslash. */
function piecesOf(path: string): readonly string[] {
  const pieces = [''];
  let bracketed = false;
  for (let i = 0; i < path.length; i++) {
    const c = path.charAt(i);
    if (c === '.' && !bracketed) {
      pieces.push('');
      continue;
    }
    if (c === '[' && pieces.at(-1) === '') bracketed = true;
    else if (c === ']') bracketed = false;
    const escaped = c === '\\' && path.charAt(i + 1) === '.';
    if (escaped) i++;
    pieces[pieces.length - 1] += escaped ? '.' : c;
  }
  return pieces;
}

function stepOf(piece: string): Step | undefined {
  if (piece === '*') return { any: true };
  const [, field, value] = /^\[([^=\]]+)=(.*)\]$/s.exec(piece) ?? [];
  if (field !== undefined && value !== undefined) return { field, value };
  return piece === '' || piece.startsWith('[') ? undefined : { key: piece };
}

const matches = (item: Node, index: number, step: Step): boolean => {
  if ('any' in step) return true;
  return 'key' in step ? String(index) === step.key : stringOf(get(item, step.field)) === step.value;
};

/** Every node under a path. */
export function nodesAt(node: Node, [step, ...rest]: readonly Step[]): readonly Node[] {
  if (!step) return [node];
  const at = deref(node);
  if (at.kind === 'list') return at.items.flatMap((item, i) => (matches(item, i, step) ? nodesAt(item, rest) : []));
  if (at.kind !== 'map') return [];
  const inner = 'any' in step ? at.entries.map((e) => e.value) : 'key' in step ? [get(at, step.key)] : [];
  return inner.flatMap((value) => (value ? nodesAt(value, rest) : []));
}

/** Gives the value that stands there from now on; undefined when that is not known. */
type Change = (old: Node | undefined) => Node | undefined;

/** The tree with every value under a path changed; undefined when there is none. Keys that are missing are made where that is asked for. */
export function withValueAt(node: Node, [step, ...rest]: readonly Step[], change: Change, create: boolean): Node | undefined {
  if (!step) return change(node);
  const at = deref(node);
  if (at.kind === 'list') {
    let found = false;
    const items = at.items.map((item, i) => {
      const next = matches(item, i, step) ? withValueAt(item, rest, change, create) : undefined;
      if (next) found = true;
      return next ?? item;
    });
    return found ? { ...at, items } : undefined;
  }
  if (at.kind !== 'map') return undefined;
  if ('any' in step) {
    const changed = at.entries.map(({ key, value }): Entry | undefined => {
      const next = withValueAt(value, rest, change, create);
      return next && { key, value: next };
    });
    return changed.some((e) => e !== undefined) ? { ...at, entries: at.entries.map((e, i) => changed[i] ?? e) } : undefined;
  }
  if (!('key' in step)) return undefined;
  const inner = get(at, step.key);
  const next = inner ? withValueAt(inner, rest, change, create) : create ? newValue(node, rest, change) : undefined;
  return next && withEntry(at, { key: scalar(step.key, next.span), value: next }, step.key);
}

/** Maps on the way to a value that is not there yet. */
function newValue(above: Node, [step, ...rest]: readonly Step[], change: Change): Node | undefined {
  if (!step) return change(undefined);
  if (!('key' in step)) return undefined;
  const value = newValue(above, rest, change);
  return value && map([{ key: scalar(step.key, value.span), value }], value.span);
}
