/** The evaluator of one module directory: names lead to declarations, declarations to values, each computed once. */
import type { FilePath, Source, Span } from '../../model/span.js';
import { type Address, deref, type MapNode, type Node, numberOf } from '../../model/tree.js';
import { type Attribute, attributeOf, type Expression } from '../../syntax/hcl/ast.js';
import { bodyNode, generatedType } from './bodies.js';
import { type Budget, evaluationLimits, measure } from './budget.js';
import { iterations } from './collections.js';
import type { Declarations, Declared } from './declarations.js';
import { evaluate } from './evaluate.js';
import type { Evaluation, Repetition, Rooted, Scope, Step } from './evaluation.js';
import { decodeJson } from './json-document.js';
import { missing } from './nodes.js';
import { isPolicyDocument, policyDocument } from './policy-document.js';
import { rootOf } from './roots.js';
import { conform } from './type-constraints.js';

export interface ModuleInput {
  readonly folder: string;
  readonly declarations: Declarations;
  readonly budget: Budget;
  readonly open: (path: FilePath) => Source | undefined;
  /** Values of variables that stand before their defaults. */
  readonly inputs: ReadonlyMap<string, Node>;
  /** False: a default tells nothing, since whoever runs the module may give another value. */
  readonly defaults: boolean;
}

export class Module implements Evaluation {
  readonly folder: string;
  readonly budget: Budget;
  readonly open: ModuleInput['open'];
  readonly #input: ModuleInput;
  readonly #once = makeOnce();
  readonly #bodies = new Map<Declared, MapNode>();
  #depth = 0;
  #certain: Module | undefined;

  constructor(input: ModuleInput) {
    this.folder = input.folder;
    this.budget = input.budget;
    this.open = input.open;
    this.#input = input;
  }

  /** Bounded in steps and depth, and in the size of the value. */
  evaluate(x: Expression, scope: Scope): Node {
    if (!this.budget.spend(1, x.span)) return missing('…', 'the evaluation budget of this folder is used up', x.span);
    if (this.#depth >= evaluationLimits.depth) {
      this.budget.cut('depth', x.span);
      return missing('…', 'expressions refer to one another too deeply', x.span);
    }
    this.#depth++;
    const node = bounded(this.budget, evaluate(this, x, scope), x.span);
    this.#depth--;
    // Strings and what functions make are new each time; other values are made of parts that were paid for.
    if (x.kind === 'template' || x.kind === 'call') this.budget.spend(measure(node).size, x.span);
    return node;
  }

  root(name: string, steps: readonly Step[], at: Span): Rooted {
    return rootOf(this, { name, steps, at });
  }

  variable(name: string, at: Span): Node {
    const { inputs, declarations, defaults } = this.#input;
    const given = inputs.get(name);
    if (given) return given;
    const label = `var.${name}`;
    const block = declarations.variables.get(name);
    if (!block) return missing(label, `${label} is not declared in this folder`, at);
    const written = attributeOf(block.body, 'default');
    if (!written) return missing(label, `${label} has no default`, at);
    if (!defaults) return missing(label, `${label} may differ from its default`, at);
    return this.#once(block, label, at, () => {
      const type = attributeOf(block.body, 'type');
      const value = this.#written(written, label);
      return type ? conform(this, type.value, value) : value;
    });
  }

  local(name: string): Node | undefined {
    const written = this.#input.declarations.locals.get(name);
    return written && this.#written(written, `local.${name}`);
  }

  attribute(of: Address, name: string): Node | undefined {
    const declared = this.#declaredAt(of);
    if (!declared) return undefined;
    const { block, label, type } = declared;
    if (isPolicyDocument(type, name))
      return this.#once(block, `${label}.${name}`, block.head, () =>
        bounded(
          this.budget,
          policyDocument(this.body(declared), block, (text) => this.#decode(text)),
          block.head,
        ),
      );
    const written = attributeOf(block.body, name);
    return written ? this.#written(written, `${label}.${name}`) : this.#nested(declared, name);
  }

  repetition(of: Address): Repetition {
    const declared = this.#declaredAt(of);
    return declared ? this.repetitionOf(declared) : 'elsewhere';
  }

  repetitionOf({ block, label }: Declared): Repetition {
    const count = attributeOf(block.body, 'count');
    const forEach = attributeOf(block.body, 'for_each');
    if (!count && !forEach) return 'once';
    // Judged without defaults: they may hide a block here and show it where the module is used.
    const certain = this.#withoutDefaults();
    const none =
      (count && numberOf(certain.#written(count, `${label}.count`)) === 0) ||
      (forEach && iterations(deref(certain.#written(forEach, `${label}.for_each`)))?.length === 0);
    return none ? 'never' : 'many';
  }

  /** The whole block, evaluated. */
  body(declared: Declared): MapNode {
    const known = this.#bodies.get(declared);
    if (known) return known;
    const made = bodyNode(this, declared.block.body, undefined, (a) => this.#written(a, `${declared.label}.${a.name}`));
    this.#bodies.set(declared, made);
    return made;
  }

  /** The nested blocks of one type, as a list. */
  #nested({ block, label }: Declared, name: string): Node | undefined {
    const nested = block.body.blocks.filter((b) => generatedType(b) === name);
    const [first] = nested;
    if (!first) return undefined;
    return this.#once(first, `${label}.${name}`, block.head, () => {
      const holder = bodyNode(this, { attributes: [], blocks: nested, span: block.body.span }, undefined, (a) => this.#written(a, label));
      return holder.entries[0]?.value ?? missing(`${label}.${name}`, `${label}.${name} is not written`, block.head);
    });
  }

  #written(attribute: Attribute, label: string): Node {
    return this.#once(attribute, label, attribute.span, () => this.evaluate(attribute.value, undefined));
  }

  /** JSON text as a document, paid for by its length. */
  #decode(text: Node): Node | undefined {
    if (!this.budget.spend(measure(text).size, text.span)) return undefined;
    const document = decodeJson(text);
    if (document) this.budget.spend(measure(document).size, text.span);
    return document;
  }

  #declaredAt(of: Address): Declared | undefined {
    return this.#input.declarations.byLabel.get(of.slice(this.folder.length + 1));
  }

  #withoutDefaults(): Module {
    if (!this.#input.defaults) return this;
    this.#certain ??= new Module({ ...this.#input, defaults: false });
    return this.#certain;
  }
}

function bounded(budget: Budget, node: Node, at: Span): Node {
  const { size, nesting } = measure(node);
  const limit = size > evaluationLimits.size ? 'size' : nesting > evaluationLimits.nesting ? 'nesting' : undefined;
  if (!limit) return node;
  budget.cut(limit, at);
  return missing('…', 'the value is too large', at);
}

type Once = (key: object, label: string, at: Span, compute: () => Node) => Node;

/** Computes the value of a declaration once, and finds out when it rests on itself. */
function makeOnce(): Once {
  const done = new Map<object, Node>();
  const underway = new Set<object>();
  return (key, label, at, compute) => {
    const known = done.get(key);
    if (known) return known;
    if (underway.has(key)) return missing(label, `${label} refers to itself`, at);
    underway.add(key);
    const node = compute();
    underway.delete(key);
    done.set(key, node);
    return node;
  };
}
