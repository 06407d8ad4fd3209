/** The evaluator of one module: names lead to declarations, declarations to values, each computed once. */
import type { FilePath, Source, Span } from '../../model/span.js';
import type { Address, MapNode, Node, ReferenceNode } from '../../model/tree.js';
import { type Attribute, attributeOf, type Expression } from '../../syntax/hcl/ast.js';
import { bodyNode, generatedType } from './bodies.js';
import { type Budget, evaluationLimits, measure } from './budget.js';
import type { Declarations, Declared } from './declarations.js';
import { evaluate } from './evaluate.js';
import type { Repetition, Rooted, Scope, Step } from './evaluation.js';
import { allInstances, type Expansion, expand, type Instance, repeated, single } from './instances.js';
import { decodeJson } from './json-document.js';
import { calledModule } from './module-calls.js';
import type { EvaluatedModule, ModulePlace, Placed, Shared } from './module-contract.js';
import { missing } from './nodes.js';
import { Once } from './once.js';
import { isPolicyDocument, policyDocument } from './policy-document.js';
import { rootOf } from './roots.js';
import { variableValue } from './variables.js';

export class Module implements EvaluatedModule {
  readonly folder: string;
  readonly rootFolder: string;
  readonly path: string;
  readonly declarations: Declarations;
  readonly caller?: Placed;
  readonly budget: Budget;
  readonly shared: Shared;
  readonly #once = new Once();
  readonly #expansions = new Map<Declared, Expansion | 'underway'>();
  readonly #bodies = new Map<Instance, MapNode>();
  readonly #called = new Map<Instance, EvaluatedModule | undefined>();

  constructor(shared: Shared, { folder, declarations, path, caller }: ModulePlace) {
    this.folder = folder;
    this.rootFolder = shared.input.folder;
    this.path = path;
    this.declarations = declarations;
    if (caller) this.caller = caller;
    this.shared = shared;
    this.budget = shared.input.budget;
  }

  open(path: FilePath): Source | undefined {
    return this.shared.input.open(path);
  }

  below(folder: string): readonly FilePath[] {
    return this.shared.input.below(folder);
  }

  addressOf(label: string): Address {
    return this.shared.addressOf(this.path + label);
  }

  /** Bounded in steps and depth, and in the size of the value. */
  evaluate(x: Expression, scope: Scope): Node {
    const { shared, budget } = this;
    if (!budget.spend(1, x.span)) return missing('…', 'the evaluation budget of this folder is used up', x.span);
    if (shared.depth >= evaluationLimits.depth) {
      budget.cut('depth', x.span);
      return missing('…', 'expressions refer to one another too deeply', x.span);
    }
    shared.depth++;
    const node = bounded(budget, evaluate(this, x, scope), x.span);
    shared.depth--;
    // Strings and what functions make are new each time; other values are made of parts that were paid for.
    if (x.kind === 'template' || x.kind === 'call') budget.spend(measure(node).size, x.span);
    return node;
  }

  // ── names ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  root(name: string, steps: readonly Step[], at: Span): Rooted {
    return rootOf(this, { name, steps, at });
  }

  variable(name: string, at: Span): Node {
    const label = `var.${name}`;
    const block = this.declarations.variables.get(name);
    if (!block) return missing(label, `${label} is not declared in this folder`, at);
    return this.#once.get(block, label, at, () => variableValue(this, block, label, at, this.#sourcesOf(name)));
  }

  #sourcesOf(name: string): Parameters<typeof variableValue>[4] {
    const { caller } = this;
    const label = `var.${name}`;
    if (caller) {
      const given = caller.module.written(caller.instance, name);
      return { given, defaults: true, without: `${label} has no default and ${caller.instance.label} does not give it a value` };
    }
    const { given, offered } = this.shared.input.variables;
    const written = given.get(name);
    const files = offered(name);
    const hint = files.length > 0 ? `; values are given in ${files.join(', ')}` : '';
    return {
      // Files of values hold no names of the module.
      given: written && this.evaluate(written.value, 'closed'),
      defaults: this.shared.defaults,
      without: `${label} has no default${hint}`,
    };
  }

  local(name: string): Node | undefined {
    const written = this.declarations.locals.get(name);
    const known = written && this.#once.known(written);
    if (known) return known;
    return written && this.#once.get(written, `local.${name}`, written.span, () => this.evaluate(written.value, undefined));
  }

  /** The value of an output; undefined when there is none of that name. */
  output(name: string): Node | undefined {
    const block = this.declarations.outputs.get(name);
    const written = block && attributeOf(block.body, 'value');
    return written && this.#once.get(written, `output.${name}`, written.span, () => this.evaluate(written.value, undefined));
  }

  /** A block by its label. Where it stands several times, the reference holds all of its instances. */
  block(label: string, at: Span): ReferenceNode {
    const declared = this.declarations.byLabel.get(label);
    if (!declared) return { kind: 'reference', to: this.addressOf(label), path: [], span: at };
    const { repetition, address: to } = this.expansion(declared);
    if (repetition === 'once' || repetition === 'many') return { kind: 'reference', to, path: [], span: at };
    return { kind: 'reference', to, path: [], span: at, value: this.#allOf(declared) };
  }

  #allOf(declared: Declared): Node {
    const expansion = this.expansion(declared);
    const { block } = declared;
    return this.#once.get(declared, declared.label, block.head, () => {
      const refer = ({ address }: Instance): Node => ({ kind: 'reference', to: address, path: [], span: block.head });
      return allInstances(expansion, block, refer) ?? missing(declared.label, `${declared.label} has no instances`, block.head);
    });
  }

  // ── blocks ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
  expansion(declared: Declared): Expansion {
    const known = this.#expansions.get(declared);
    // A block whose number rests on its own instances.
    if (known === 'underway') return single(declared, this.addressOf(declared.label), 'many');
    if (known) return known;
    this.#expansions.set(declared, 'underway');
    const made = this.#expand(declared);
    this.#expansions.set(declared, made);
    this.shared.place(this, made);
    return made;
  }

  #expand(declared: Declared): Expansion {
    const by = repeated(declared.block);
    const address = this.addressOf(declared.label);
    if (!by) return single(declared, address, 'once');
    const made = expand(declared, address, by, this.evaluate(by.value, undefined));
    if ('kind' in made) {
      this.shared.tell(made);
      return single(declared, address, 'many');
    }
    // Defaults may hide a block here and show it where the module is used.
    if (made.repetition === 'never' && this.shared.defaults && this.certain?.expansion(declared).repetition !== 'never')
      return single(declared, address, 'many');
    return made;
  }

  get certain(): EvaluatedModule | undefined {
    const { caller, shared } = this;
    if (!caller) return shared.certainRoot;
    const above = caller.module.certain;
    const instance = above?.expansion(caller.instance.declared).instances.find((i) => i.label === caller.instance.label);
    return instance && above?.called(instance);
  }

  repetition(of: Address): Repetition {
    return this.shared.repetition(of);
  }

  attribute(of: Address, name: string): Node | undefined {
    const placed = this.shared.placed(of);
    return placed?.module.valueOf(placed.instance, name);
  }

  valueOf(instance: Instance, name: string): Node | undefined {
    const { block, kind, label, type } = instance.declared;
    // What is written in a module call goes in; what comes out of it is in the module.
    if (kind === 'module') return this.called(instance)?.output(name);
    if (isPolicyDocument(type, name))
      return instance.once.get(block, `${label}.${name}`, block.head, () =>
        bounded(
          this.budget,
          policyDocument(this.body(instance), block, (text) => this.#decode(text)),
          block.head,
        ),
      );
    return this.written(instance, name) ?? this.#nested(instance, name);
  }

  written(instance: Instance, name: string): Node | undefined {
    const attribute = attributeOf(instance.declared.block.body, name);
    return attribute && this.#writtenIn(instance, attribute);
  }

  #writtenIn(instance: Instance, attribute: Attribute): Node {
    const known = instance.once.known(attribute);
    if (known) return known;
    return instance.once.get(attribute, `${instance.label}.${attribute.name}`, attribute.span, () =>
      this.evaluate(attribute.value, instance.scope),
    );
  }

  body(instance: Instance): MapNode {
    const known = this.#bodies.get(instance);
    if (known) return known;
    const made = bodyNode(this, instance.declared.block.body, instance.scope, (a) => this.#writtenIn(instance, a));
    this.#bodies.set(instance, made);
    return made;
  }

  /** The nested blocks of one type, as a list. */
  #nested(instance: Instance, name: string): Node | undefined {
    const { block, label } = instance.declared;
    const nested = block.body.blocks.filter((b) => generatedType(b) === name);
    const [first] = nested;
    if (!first) return undefined;
    return instance.once.get(first, `${label}.${name}`, block.head, () => {
      const body = { attributes: [], blocks: nested, span: block.body.span };
      const holder = bodyNode(this, body, instance.scope, (a) => this.#writtenIn(instance, a));
      return holder.entries[0]?.value ?? missing(`${label}.${name}`, `${label}.${name} is not written`, block.head);
    });
  }

  called(instance: Instance): EvaluatedModule | undefined {
    if (!this.#called.has(instance)) this.#called.set(instance, calledModule(this, instance));
    return this.#called.get(instance);
  }

  /** JSON text as a document, paid for by its length. */
  #decode(text: Node): Node | undefined {
    if (!this.budget.spend(measure(text).size, text.span)) return undefined;
    const document = decodeJson(text);
    if (document) this.budget.spend(measure(document).size, text.span);
    return document;
  }
}

function bounded(budget: Budget, node: Node, at: Span): Node {
  const { size, nesting } = measure(node);
  const limit = size > evaluationLimits.size ? 'size' : nesting > evaluationLimits.nesting ? 'nesting' : undefined;
  if (!limit) return node;
  budget.cut(limit, at);
  return missing('…', 'the value is too large', at);
}
