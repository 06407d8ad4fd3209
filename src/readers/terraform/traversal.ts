/** Names, attributes, indexes and splats. */
import type { Span } from '../../model/span.js';
import { deref, type ListNode, list, type MapNode, type Node, type ReferenceNode } from '../../model/tree.js';
import type { Expression, Splat } from '../../syntax/hcl/ast.js';
import { measure } from './budget.js';
import { bind, bound, type Evaluation, isClosed, type Scope, type Step } from './evaluation.js';
import { failed, hasOpenKeys, isKnown, isNull, isOpen, listOf, missing, nameOf, reasonOf, referenceName, unknownFrom } from './nodes.js';

/** Stands in a reference's path for "of each instance", as long as the number of instances is not known. */
const eachInstance = '*';

/** A splat over instances whose number is not known. Its value is an open list of what each of them has. */
export const splatOver = (node: Node): ReferenceNode | undefined =>
  node.kind === 'reference' && node.path.includes(eachInstance) ? node : undefined;

export function evaluateTraversal(e: Evaluation, x: Expression, scope: Scope): Node {
  const { root, steps } = unfold(x);
  let at: Node;
  let taken = 0;
  if (root.kind === 'variable') {
    const local = bound(scope, root.name);
    if (local) at = local;
    else if (isClosed(scope)) at = failed(root.name, `${root.name} is not known here`, x.span);
    else ({ node: at, taken } = e.root(root.name, steps, x.span));
  } else at = e.evaluate(root, scope);
  for (const step of steps.slice(taken))
    at = 'name' in step ? into(e, at, step.name, step.span) : indexed(e, at, e.evaluate(step.key, scope), step.span);
  return at;
}

/** The root of a chain of names and indexes, and its steps from left to right. */
export function unfold(x: Expression): { readonly root: Expression; readonly steps: readonly Step[] } {
  const steps: Step[] = [];
  let at = x;
  while (at.kind === 'traversal' || at.kind === 'index') {
    steps.push(at.kind === 'traversal' ? { name: at.name, span: at.span } : { key: at.key, span: at.span });
    at = at.source;
  }
  return { root: at, steps: steps.reverse() };
}

function indexed(e: Evaluation, source: Node, keyNode: Node, at: Span): Node {
  const key = deref(keyNode);
  if (source.kind === 'reference') {
    const repetition = source.path.length === 0 ? e.repetition(source.to) : 'once';
    if (repetition === 'never') return failed(`${referenceName(source)}[…]`, `${referenceName(source)} has no instances`, at);
    // Instances that are not known are one resource here, so each of them is that resource.
    if (repetition === 'many' || repetition === 'elsewhere') return { ...source, span: at };
    if (repetition === 'keyed') return ofInstances(e, source, key, at);
    const splat = splatOver(source);
    if (splat) return ofOneInstance(e, splat, at);
  }
  if (key.kind === 'scalar' && (typeof key.value === 'string' || typeof key.value === 'number')) return into(e, source, key.value, at);
  return unknownFrom(`${nameOf(source)}[${nameOf(key)}]`, isKnown(source) || source.kind === 'reference' ? [key] : [source, key], at);
}

/** One of the instances of a block. Of a single one it does not matter under which key it is asked for. */
function ofInstances(e: Evaluation, source: ReferenceNode, key: Node, at: Span): Node {
  const all = source.value && deref(source.value);
  const known = key.kind === 'scalar' && (typeof key.value === 'string' || typeof key.value === 'number');
  if (all && known) return placedAt(into(e, all, key.value, at), at);
  const only = all?.kind === 'list' && all.items.length === 1 ? all.items[0] : undefined;
  return only ? placedAt(only, at) : unknownFrom(`${nameOf(source)}[${nameOf(key)}]`, [key], at);
}

/** A reference stands where it is written, whatever it leads to. */
const placedAt = (node: Node, at: Span): Node => (node.kind === 'reference' ? { ...node, span: at } : node);

/** The attribute of one instance out of a splat over instances. */
export function ofOneInstance(e: Evaluation, { to, path }: ReferenceNode, at: Span): Node {
  const last = path.lastIndexOf(eachInstance);
  return path
    .filter((_, i) => i !== last)
    .reduce<Node>((node, name) => (name === eachInstance ? node : into(e, node, name, at)), { kind: 'reference', to, path: [], span: at });
}

/** The value under a name or number. */
function into(e: Evaluation, source: Node, key: string | number, at: Span): Node {
  if (source.kind === 'reference') return intoReference(e, source, String(key), at);
  const name = (): string => `${nameOf(source)}.${key}`;
  switch (source.kind) {
    case 'map':
      return fromMap(e, source, String(key), at);
    case 'list':
      return fromList(source, Number(key), at);
    case 'unknown':
      return unknownFrom(name(), [source], at);
    case 'scalar':
    case 'template':
    case 'redacted':
      return failed(
        name(),
        isNull(source) ? 'the value that is looked into is null' : 'the value that is looked into has no attributes',
        at,
      );
  }
}

function intoReference(e: Evaluation, source: ReferenceNode, key: string, at: Span): Node {
  // The instances of a block are an object, or a list; a block that stands once is its attributes.
  if (source.path.length === 0 && source.value && e.repetition(source.to) === 'keyed') return placedAt(into(e, source.value, key, at), at);
  const path = [...source.path, key];
  const value = source.path.includes(eachInstance)
    ? listOf([ofOneInstance(e, { ...source, path }, at)], at, { open: true })
    : valueInReference(e, source, key, at);
  return { kind: 'reference', to: source.to, path, span: at, ...(value ? { value } : {}) };
}

function valueInReference(e: Evaluation, source: ReferenceNode, key: string, at: Span): Node | undefined {
  if (source.path.length === 0) return e.attribute(source.to, key);
  const value = source.value && into(e, source.value, key, at);
  // What is not written is computed when Terraform runs: the reference itself says all there is to say.
  return value?.kind === 'unknown' && value.span === at ? undefined : value;
}

function fromMap(e: Evaluation, source: MapNode, key: string, at: Span): Node {
  if (!e.budget.spend(source.entries.length / 16, at)) return missing('…', 'the evaluation budget of this folder is used up', at);
  const found = source.entries.findLast((entry) => entry.key.value === key);
  if (found) return found.value;
  if (hasOpenKeys(source)) return missing(`{…}.${key}`, `not all keys of the object that holds ${key} are known`, at);
  return failed(`{…}.${key}`, `the object has no attribute ${key}`, at);
}

function fromList(source: ListNode, index: number, at: Span): Node {
  const certain = isOpen(source) ? source.items.findIndex((item) => !isKnown(item)) : source.items.length;
  const found = Number.isInteger(index) && index >= 0 && index < certain ? source.items[index] : undefined;
  if (found) return found;
  return isOpen(source)
    ? missing('[…]', 'the number of items in the list is not known', at)
    : failed('[…]', 'the list has no such item', at);
}

export function evaluateSplat(e: Evaluation, x: Splat, scope: Scope): Node {
  const source = e.evaluate(x.source, scope);
  const each = (item: Node): Node => e.evaluate(x.each, bind(scope, '', item));
  const splat = splatOver(source);
  const at = splat ?? deref(source);
  if (source.kind === 'reference' && source.path.length === 0 && e.repetition(source.to) === 'never') return list([], x.span);
  if (at.kind === 'reference') {
    const repetition = at.path.length === 0 ? e.repetition(at.to) : 'many';
    return repetition === 'once' ? list([each(at)], x.span) : each({ ...at, path: [...at.path, eachInstance] });
  }
  if (at.kind === 'unknown') return missing(`${nameOf(source)}[*]`, reasonOf(at), x.span);
  if (isNull(at)) return list([], x.span);
  if (at.kind !== 'list') return list([each(source)], x.span);
  if (!e.budget.spend(measure(at).size / 16, x.span)) return missing('…', 'the evaluation budget of this folder is used up', x.span);
  return listOf(at.items.map(each), x.span, { open: isOpen(at) });
}
