/** Evaluates what a template says as far as it tells. Bounded: every value made is paid from a budget, every chain of names has an end. */
import type { Gap } from '../../model/gap.js';
import { type Address, type ListNode, type Node, unknown } from '../../model/tree.js';
import { merged, openBranches } from './branches.js';
import type { Budget } from './budget.js';
import { type Call, callOf } from './call.js';
import { decide } from './conditions.js';
import type { Argument, Bindings, Evaluation, Mapping, Mode } from './evaluation.js';
import { intrinsics } from './intrinsics.js';
import { type Placed, unfold, unfoldedMap } from './sections.js';
import { substituteBound } from './substitute.js';
import { type Template, valuesByName } from './template.js';
import { stringValue } from './text.js';

/** What stands around a template: the stack that makes it, and the files beside it. */
export interface Surroundings {
  readonly budget: Budget;
  readonly arguments: ReadonlyMap<string, Argument>;
  addressOf(id: string): Address;
  output(id: string, name: string): Node | undefined;
  exported(name: string): Node | undefined;
  include(transform: Node): Node | undefined;
}

const narrowness: Readonly<Record<Mode, number>> = { every: 0, one: 1, certain: 2 };

export class TemplateEvaluation implements Evaluation {
  readonly gaps: Gap[] = [];
  mode: Mode = 'every';
  bindings: Bindings = new Map();
  private readonly verdicts = new Map<string, boolean | undefined>();
  private readonly mappings = new Map<string, Mapping>();
  private declared: ReadonlyMap<string, Placed> | undefined;
  private readonly generated = new Set<string>();

  constructor(
    readonly template: Template,
    private readonly around: Surroundings,
  ) {}

  /** Every resource that is written, loops unrolled, by logical id. */
  resources(): ReadonlyMap<string, Placed> {
    if (this.declared) return this.declared;
    // A loop that runs over its own resources finds none.
    this.declared = new Map();
    this.declared = new Map(unfold(this.template.resources, this, this.gaps).map((placed) => [String(placed.key.value), placed]));
    return this.declared;
  }

  /** A resource that a macro will make. */
  generate(id: string): void {
    this.generated.add(id);
  }

  /** The value of something that a loop may have placed. */
  placed({ value, bindings }: Pick<Placed, 'value' | 'bindings'>, mode: Mode = 'every'): Node | undefined {
    return this.under(bindings, () => this.evaluate(value, mode));
  }

  evaluate(node: Node, mode: Mode = this.mode): Node | undefined {
    const before = this.mode;
    if (narrowness[mode] > narrowness[before]) this.mode = mode;
    const value = this.within(() => this.valueOf(node), unknown('it is nested too deeply to evaluate', node.span));
    this.mode = before;
    return value;
  }

  holds(condition: string): boolean | undefined {
    if (this.verdicts.has(condition)) return this.verdicts.get(condition);
    // A condition that rests on itself finds this while it is being decided.
    this.verdicts.set(condition, undefined);
    const definition = this.template.conditions.get(condition);
    const verdict = definition && this.under(new Map(), () => decide(definition, this));
    this.verdicts.set(condition, verdict);
    return verdict;
  }

  argument(parameter: string): Argument | undefined {
    return this.around.arguments.get(parameter);
  }

  addressOf(id: string): Address | undefined {
    return this.resources().has(id) || this.generated.has(id) ? this.around.addressOf(id) : undefined;
  }

  output(id: string, name: string): Node | undefined {
    return this.around.output(id, name);
  }

  exported(name: string): Node | undefined {
    return this.around.exported(name);
  }

  include(transform: Node): Node | undefined {
    return this.around.include(transform);
  }

  /** Kept by its keys, since a large mapping may be asked many times. */
  mapping(name: string): Mapping | undefined {
    const known = this.mappings.get(name);
    const written = this.template.mappings.get(name);
    if (known || !written) return known;
    const rows = new Map([...valuesByName(written)].map(([key, row]) => [key, valuesByName(row)]));
    this.mappings.set(name, rows);
    return rows;
  }

  afford(size: number): boolean {
    return this.around.budget.afford(size);
  }

  within<T>(step: () => T, tooDeep: T): T {
    return this.around.budget.within(step, tooDeep);
  }

  bound<T>(variable: string, value: Node, step: () => T): T {
    return this.under(new Map([...this.bindings, [variable, value]]), step);
  }

  private under<T>(bindings: Bindings, step: () => T): T {
    const before = this.bindings;
    this.bindings = bindings;
    const result = step();
    this.bindings = before;
    return result;
  }

  private valueOf(node: Node): Node | undefined {
    const call = callOf(node);
    if (call) return this.call(call, node);
    switch (node.kind) {
      case 'scalar':
        return this.bindings.size > 0 ? substituteBound(node, this) : stringValue(node);
      case 'list':
        return this.listValue(node);
      case 'map':
        return unfoldedMap(node, this, this.gaps, (placed) => this.placed(placed, this.mode));
      default:
        return node;
    }
  }

  private call({ name, argument }: Call, node: Node): Node | undefined {
    const intrinsic = intrinsics.get(name);
    return intrinsic ? intrinsic(argument, node, this) : unknown(`${name} is not evaluated`, node.span);
  }

  private listValue(node: ListNode): ListNode {
    return { ...node, items: node.items.flatMap((item) => this.itemValues(item)) };
  }

  /** An item that an open condition chooses is each of what it may be. */
  private itemValues(item: Node): readonly Node[] {
    const branches = this.mode === 'every' ? openBranches(item, this) : undefined;
    if (branches) return this.within(() => merged(this.itemValues(branches.yes), this.itemValues(branches.no), this), []);
    const value = this.evaluate(item);
    return value ? [value] : [];
  }
}
