/** The configuration that a plan carries: which resource an argument refers to, where its value is known only after apply. */
import type { Span } from '../../model/span.js';
import { address, type Entry, entriesOf, get, itemsOf, map, type Node, stringOf, type UnknownNode } from '../../model/tree.js';
import { keysOf, placeOf, withoutKeys } from './labels.js';

/** The expressions at one place of a resource. */
export interface Expressions {
  attribute(name: string): Expressions;
  item(index: number): Expressions;
  /** Whether an argument is not written, but for `dynamic` blocks, which no plan tells. False where there is no configuration. */
  omits(name: string): boolean;
  /** What the expression here refers to; undefined where it is more than a reference, or leads out of what the plan tells. */
  reference(at: Span): Node | undefined;
}

export interface PlanConfiguration {
  readonly providers: Node | undefined;
  /** The expressions of a resource by its address. */
  expressionsOf(label: string): Expressions;
  /** Arguments as far as they are constants. */
  written(expressions: Node): Node;
}

/** References through modules, one to the next. */
const longestChain = 30;

const noExpressions: Expressions = {
  attribute: () => noExpressions,
  item: () => noExpressions,
  omits: () => false,
  reference: () => undefined,
};

/** `changes` are the resources that references may lead to. */
export function configurationOf(scope: string, node: Node | undefined, changes: readonly Node[]): PlanConfiguration {
  const references = new References(scope, get(node, 'root_module'), changes);
  return {
    providers: get(node, 'provider_config'),
    expressionsOf(label) {
      const { path, name } = placeOf(label);
      const found = itemsOf(get(references.module(path), 'resources')).find((r) => stringOf(get(r, 'address')) === name);
      const written = found ? at(references, label, get(found, 'expressions')) : noExpressions;
      // What a data source answers with is what it is there for: nobody else has said it.
      return stringOf(get(found, 'mode')) === 'data' ? { ...written, omits: () => false } : written;
    },
    written: (expressions) => constants(expressions),
  };
}

const at = (references: References, label: string, node: Node | undefined): Expressions => ({
  attribute: (name) => at(references, label, get(node, name)),
  item: (index) => at(references, label, node?.kind === 'list' ? node.items[index] : undefined),
  omits: (name) => isBlock(node) && !get(node, name),
  reference: (place) => references.resolve(label, node, place),
});

/** Arguments by name, in contrast to an expression, of which only its constant or its references are told (none of a call with constants). */
const isBlock = (node: Node | undefined): boolean => entriesOf(node).length > 0 && !get(node, 'constant_value') && !get(node, 'references');

class References {
  readonly #byName = new Map<string, string[]>();

  constructor(
    private readonly scope: string,
    private readonly root: Node | undefined,
    changes: readonly Node[],
  ) {
    for (const change of changes) {
      const label = stringOf(get(change, 'address'));
      if (label === undefined) continue;
      const name = withoutKeys(label);
      this.#byName.set(name, [...(this.#byName.get(name) ?? []), label]);
    }
  }

  /** The configuration of a module by the names of the calls that lead to it. */
  module(path: readonly string[]): Node | undefined {
    return path.reduce<Node | undefined>((module, name) => get(get(get(module, 'module_calls'), name), 'module'), this.root);
  }

  resolve(from: string, expression: Node | undefined, place: Span): Node | undefined {
    let { path } = placeOf(from);
    let at: Node | undefined = expression;
    for (let i = 0; i < longestChain; i++) {
      // The first of the references is the whole of it; those behind it are its beginnings. What else the expression makes of it is not told.
      const all = itemsOf(get(at, 'references')).map((r) => stringOf(r) ?? '');
      const [first, ...beginnings] = all.filter((r) => !/^(?:each|count)\./.test(r));
      const steps = withoutKeys(first ?? '').split('.');
      const [root = '', name = '', output = ''] = steps;
      if (!first || !beginnings.every((b) => first.startsWith(b))) return undefined;
      if (root === 'var') {
        at = get(get(get(get(this.module(path.slice(0, -1)), 'module_calls'), path.at(-1) ?? ''), 'expressions'), name);
        path = path.slice(0, -1);
      } else if (root === 'module') {
        path = [...path, name];
        at = get(get(get(this.module(path), 'outputs'), output), 'expression');
      } else return this.#resource(from, path, steps, place);
    }
    return undefined;
  }

  #resource(from: string, path: readonly string[], steps: readonly string[], place: Span): Node | undefined {
    const count = steps[0] === 'data' ? 3 : 2;
    const name = [...path.flatMap((p) => ['module', p]), ...steps.slice(0, count)].join('.');
    const to = this.#instance(from, name);
    return to === undefined ? undefined : { kind: 'reference', to: address(this.scope, to), path: steps.slice(count), span: place };
  }

  /** The only instance, or the one with the keys of whoever refers to it. */
  #instance(from: string, name: string): string | undefined {
    const found = this.#byName.get(name) ?? [];
    if (found.length === 1) return found[0];
    const keys = keysOf(from);
    const same = found.filter((label) => keysOf(label) === keys);
    return same.length === 1 ? same[0] : undefined;
  }
}

/** `{"constant_value": x}` is x; a list of blocks is a list; what refers to something else is unknown. */
function constants(node: Node): Node {
  if (node.kind === 'list') return { ...node, items: node.items.map(constants) };
  if (node.kind !== 'map') return node;
  const constant = get(node, 'constant_value');
  if (constant) return constant;
  if (get(node, 'references')) {
    const missing: UnknownNode = { kind: 'unknown', why: 'the plan does not tell what it refers to', name: 'a reference', span: node.span };
    return missing;
  }
  return map(
    entriesOf(node).map((e): Entry => ({ key: e.key, value: constants(e.value) })),
    node.span,
  );
}
