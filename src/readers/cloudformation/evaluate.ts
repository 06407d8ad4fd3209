/** Evaluates what a template says as far as it tells. Bounded: every value made is paid from a budget, every chain of names has an end. */
import { type Gap, gap } from '../../model/gap.js';
import type { Span } from '../../model/span.js';
import { type Entry, type MapNode, type Node, unknown } from '../../model/tree.js';
import { limits } from '../../syntax/syntax.js';
import { type Call, callOf, isFunctionKey } from './call.js';
import { decide } from './conditions.js';
import type { Evaluation } from './evaluation.js';
import { intrinsics } from './intrinsics.js';
import { type Template, valuesByName } from './template.js';
import { literalValue, stringValue } from './text.js';

/** Deep enough for a tree as deep as a syntax allows with a condition as deep on its ground; the JavaScript stack holds several times that. */
const deepest = 2 * limits.depth;

export class TemplateEvaluation implements Evaluation {
  readonly gaps: Gap[] = [];
  private readonly verdicts = new Map<string, boolean | undefined>();
  private readonly sections = new WeakMap<Node, ReadonlyMap<string, Node>>();
  private budget: number = limits.characters;
  private depth = 0;

  constructor(
    readonly template: Template,
    private readonly at: Span,
  ) {}

  evaluate(node: Node): Node | undefined {
    return this.within(() => this.valueOf(node), unknown('it is nested too deeply to evaluate', node.span));
  }

  holds(condition: string): boolean | undefined {
    if (this.verdicts.has(condition)) return this.verdicts.get(condition);
    // A condition that rests on itself finds this while it is being decided.
    this.verdicts.set(condition, undefined);
    const definition = this.template.conditions.get(condition);
    const verdict = definition && decide(definition, this);
    this.verdicts.set(condition, verdict);
    return verdict;
  }

  mapped(mapping: string, first: string, second: string): Node | undefined {
    const outer = this.template.mappings.get(mapping);
    const inner = outer && this.section(outer).get(first);
    const value = inner && this.section(inner).get(second);
    return value && literalValue(value, value.span, this);
  }

  afford(size: number): boolean {
    if (size > this.budget) {
      if (this.budget > 0) this.gaps.push(gap('too-large', 'the values of this template are too large to evaluate', this.at));
      this.budget = 0;
      return false;
    }
    this.budget -= size;
    return true;
  }

  within<T>(step: () => T, tooDeep: T): T {
    if (this.depth >= deepest) return tooDeep;
    this.depth++;
    const result = step();
    this.depth--;
    return result;
  }

  private valueOf(node: Node): Node | undefined {
    const call = callOf(node);
    if (call) return this.call(call, node);
    switch (node.kind) {
      case 'scalar':
        return stringValue(node);
      case 'list':
        return { ...node, items: node.items.flatMap((item) => this.evaluate(item) ?? []) };
      case 'map':
        return this.mapValue(node);
      default:
        return node;
    }
  }

  private call({ name, argument }: Call, node: Node): Node | undefined {
    const intrinsic = intrinsics.get(name);
    return intrinsic ? intrinsic(argument, node, this) : unknown(`${name} is not evaluated`, node.span);
  }

  private mapValue(node: MapNode): MapNode {
    const entries = node.entries.flatMap(({ key, value }): Entry[] => {
      if (typeof key.value === 'string' && isFunctionKey(key.value)) {
        this.gaps.push(gap('unresolved', `${key.value} may add entries here that are not known from the template`, key.span));
        return [];
      }
      const evaluated = this.evaluate(value);
      return evaluated ? [{ key, value: evaluated }] : [];
    });
    return { ...node, entries };
  }

  /** Values of a mapping by key; kept, since a large mapping may be asked many times. */
  private section(node: Node): ReadonlyMap<string, Node> {
    const known = this.sections.get(node);
    if (known) return known;
    const section = valuesByName(node);
    this.sections.set(node, section);
    return section;
  }
}
