/** Makes the resources that a SAM resource stands for. They stand where it stands. */
import { type Gap, gap } from '../../../model/gap.js';
import type { Resource } from '../../../model/resource.js';
import type { Span } from '../../../model/span.js';
import { type MapNode, type Node, scalar } from '../../../model/tree.js';
import { allow, document, type Fields, listOf, record, word } from '../build.js';
import type { TemplateEvaluation } from '../evaluate.js';
import { refer } from '../references.js';
import { substitute } from '../substitute.js';
import { missing } from '../text.js';

export class Maker {
  constructor(
    /** The logical id of the SAM resource. */
    readonly id: string,
    /** The SAM resource, with its properties evaluated. */
    readonly resource: Resource,
    private readonly evaluation: TemplateEvaluation,
    private readonly gaps: Gap[],
  ) {}

  /** Makes on behalf of a named part of the resource. */
  beside(name: string, at: Span): Maker {
    const { label } = this.resource;
    return new Maker(`${this.id}${name}`, { ...this.resource, label: `${label}${name}`, head: at }, this.evaluation, this.gaps);
  }

  get at(): Span {
    return this.resource.head;
  }

  /** A resource that SAM makes beside this one; its id is this one's with something behind. */
  make(suffix: string, type: string, fields: Fields, at: Span = this.at): Resource {
    const id = `${this.id}${suffix}`;
    this.evaluation.generate(id);
    return {
      ...this.resource,
      type,
      address: this.evaluation.addressOf(id) ?? id,
      label: `${this.resource.label}${suffix}`,
      body: this.record(fields, at),
      head: at,
    };
  }

  /** This resource, in the plain spelling. */
  same(type: string, fields: Fields): Resource {
    const added = this.record(fields);
    const kept = this.resource.body.entries.filter(({ key }) => !(String(key.value) in fields));
    return { ...this.resource, type, body: { ...this.resource.body, entries: [...kept, ...added.entries] } };
  }

  record(fields: Fields, at: Span = this.at): MapNode {
    return record(fields, at);
  }

  list(items: readonly Node[], at: Span = this.at): Node {
    return listOf(items, at);
  }

  text(value: string, at: Span = this.at): Node {
    return word(value, at);
  }

  /** A pattern as in `Fn::Sub`; names that are no variables are the template's own. */
  pattern(pattern: string, variables: ReadonlyMap<string, Node> = new Map(), at: Span = this.at): Node {
    return substitute(scalar(pattern, at), variables, at, this.evaluation) ?? missing(pattern, 'it is not known', at);
  }

  /** An attribute of a resource of the template, or the resource itself. */
  reference(id: string, attribute?: string, at: Span = this.at): Node {
    const to = this.evaluation.addressOf(id);
    if (to === undefined) return refer(id, at, this.evaluation) ?? missing(id, `${id} has no value`, at);
    return { kind: 'reference', to, path: attribute === undefined ? [] : [attribute], span: at };
  }

  document(statements: readonly Node[], at: Span = this.at): Node {
    return document(statements, at);
  }

  allow(actions: readonly string[], resources: readonly Node[], at: Span = this.at, condition?: Node): Node {
    return allow(actions, resources, at, condition);
  }

  unresolved(reason: string, at: Span): void {
    this.gaps.push(gap('unresolved', reason, at));
  }
}
