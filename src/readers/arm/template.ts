/** What names mean in an ARM template: parameters, variables, rounds of loops, other resources. */
import type { Span } from '../../model/span.js';
import { show, textOf } from '../../model/text.js';
import { type Address, deref, entriesOf, get, itemsOf, type Node, numberOf, type ReferenceNode, scalar } from '../../model/tree.js';
import { armFunction } from '../arm-functions.js';
import { type Bounds, missing } from '../bounds.js';
import { knownText } from '../join-text.js';
import { copiedProperty, jsonValue, type LoopNames } from './values.js';

/** A resource that the template declares, by which others refer to it. */
export interface Declared {
  readonly address: Address;
  readonly type: string;
  readonly name: Node | undefined;
}

export interface TemplateInput {
  readonly root: Node;
  readonly bounds: Bounds;
  /** Values of parameters, by name in lower case, that stand before their defaults, and those of them that hold whoever deploys it. */
  readonly given: ReadonlyMap<string, Node>;
  readonly certain: ReadonlyMap<string, Node>;
  /** By `type/name`, by `#symbol` and by `=name`, all in lower case. Filled before the bodies are evaluated. */
  readonly declared: Map<string, Declared>;
}

/** Rounds of the loops around; the innermost comes first. `undefined` as index: not known. */
type Rounds = readonly { readonly loop: string; readonly index: number | undefined }[];

export class TemplateNames implements LoopNames {
  readonly bounds: Bounds;

  constructor(
    readonly input: TemplateInput,
    private readonly rounds: Rounds = [],
    /** False: a default tells nothing, since whoever deploys the template may give another value. */
    private readonly defaults = true,
    private readonly values: Values = new Values(),
  ) {
    this.bounds = input.bounds;
  }

  round(loop: string, index: number | undefined): TemplateNames {
    return new TemplateNames(this.input, [{ loop, index }, ...this.rounds], this.defaults, this.values);
  }

  /** The same names as far as they hold whoever deploys the template. */
  certainly(): TemplateNames {
    return this.defaults ? new TemplateNames({ ...this.input, given: this.input.certain }, this.rounds, false) : this;
  }

  /** ARM templates have functions alone. */
  valueOf(): undefined {
    return undefined;
  }

  call(name: string, args: readonly Node[], at: Span): Node | undefined {
    switch (name.toLowerCase()) {
      case 'parameters':
        return this.#named(args, at, (wanted) => this.#parameter(wanted, at));
      case 'variables':
        return this.#named(args, at, (wanted) => this.#variable(wanted, at));
      case 'copyindex':
        return this.#copyIndex(args, at);
      case 'resourceid':
      case 'subscriptionresourceid':
      case 'tenantresourceid':
        return this.#resourceId(name, args, at);
      case 'reference':
        return this.#reference(args, at);
      default:
        return undefined;
    }
  }

  #named(args: readonly Node[], at: Span, value: (name: string) => Node): Node {
    const name = knownText(args[0]);
    return name === undefined ? missing('…', 'which value is meant is not known', at) : { ...value(name), span: at };
  }

  #parameter(name: string, at: Span): Node {
    const given = this.input.given.get(name.toLowerCase());
    if (given) return given;
    if (!this.defaults) return missing(name, `parameter ${name} may differ from its default`, at);
    const written = get(this.values.section(get(this.input.root, 'parameters')).get(name.toLowerCase()), 'defaultValue');
    if (!written) return missing(name, `parameter ${name} has no default`, at);
    return this.values.once(written, name, at, () => jsonValue(written, this));
  }

  #variable(name: string, at: Span): Node {
    const section = get(this.input.root, 'variables');
    const written = this.values.section(section).get(name.toLowerCase());
    if (written) return this.values.once(written, name, at, () => jsonValue(written, this));
    const copy = itemsOf(get(section, 'copy')).find((c) => knownText(get(c, 'name'))?.toLowerCase() === name.toLowerCase());
    const made =
      copy && this.values.once(copy, name, at, () => copiedProperty(copy, this)?.value ?? missing(name, `${name} cannot be read`, at));
    return made ?? missing(name, `variable ${name} is not declared in this template`, at);
  }

  /** `copyIndex()`, `copyIndex(1)`, `copyIndex('loop', 1)` */
  #copyIndex(args: readonly Node[], at: Span): Node {
    const loop = args[0] && numberOf(args[0]) === undefined ? knownText(args[0]) : undefined;
    const round = loop === undefined ? this.rounds[0] : this.rounds.find((r) => r.loop === loop);
    const offset = numberOf(args[loop === undefined ? 0 : 1]) ?? 0;
    if (round?.index === undefined) return missing('copyIndex()', 'which round of the loop it is is not known', at);
    return scalar(round.index + offset, at);
  }

  /** The id of a resource that the template declares is a reference to it. */
  #resourceId(name: string, args: readonly Node[], at: Span): Node {
    const value = armFunction(name, args, at, this.bounds);
    const first = args.findIndex((arg) => /^[\w.-]+\.[\w.-]+\/./.test(knownText(arg) ?? ''));
    const to = first < 0 ? undefined : this.input.declared.get(keyOf(knownText(args[first]) ?? '', args.slice(first + 1)))?.address;
    if (to === undefined) return value;
    const reference: ReferenceNode = { kind: 'reference', to, path: ['id'], span: at, ...(value.kind !== 'unknown' && { value }) };
    return reference;
  }

  /** `reference(id)` and `reference('name')` give the properties; with `Full`, all of the resource. */
  #reference([of, , full]: readonly Node[], at: Span): Node | undefined {
    const name = knownText(of)?.toLowerCase();
    const to = of?.kind === 'reference' ? of.to : name === undefined ? undefined : this.#byName(name)?.address;
    if (to === undefined) return undefined;
    return { kind: 'reference', to, path: knownText(full)?.toLowerCase() === 'full' ? [] : ['properties'], span: at };
  }

  #byName(name: string): Declared | undefined {
    const { declared } = this.input;
    return declared.get(`#${name}`) ?? declared.get(`=${name}`);
  }
}

/** Values of declarations, each computed once; one that rests on itself is found. */
class Values {
  readonly #done = new Map<Node, Node>();
  readonly #underway = new Set<Node>();
  readonly #sections = new WeakMap<Node, ReadonlyMap<string, Node>>();

  /** A section by name in lower case: ARM does not tell names by their case. */
  section(node: Node | undefined): ReadonlyMap<string, Node> {
    const known = node && this.#sections.get(node);
    if (known) return known;
    const section = new Map(entriesOf(node).map(({ key, value }) => [String(key.value).toLowerCase(), value]));
    if (node) this.#sections.set(node, section);
    return section;
  }

  once(written: Node, name: string, at: Span, compute: () => Node): Node {
    const known = this.#done.get(written);
    if (known) return known;
    if (this.#underway.has(written)) return missing(name, `${name} refers to itself`, at);
    this.#underway.add(written);
    const value = compute();
    this.#underway.delete(written);
    this.#done.set(written, value);
    return value;
  }
}

/** Under which a resource is found by its type and the parts of its name. */
export const keyOf = (type: string, names: readonly Node[]): string =>
  `${type}/${names.map((name) => textual(name) ?? '').join('/')}`.toLowerCase();

export const textual = (node: Node | undefined): string | undefined => {
  const text = textOf(node && deref(node));
  return text && show(text);
};
