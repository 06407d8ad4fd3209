/** One template being made into resources, with the stacks that it makes from other templates on disk. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { FilePath } from '../../model/span.js';
import { address, entriesOf, get, type MapNode, map, type Node, stringOf } from '../../model/tree.js';
import { type CommentFinder, commentFinder, declarationSpan } from '../declaration.js';
import type { Budget } from './budget.js';
import { labelsOf } from './cdk.js';
import { TemplateEvaluation } from './evaluate.js';
import type { Argument } from './evaluation.js';
import type { Exporter, Exports } from './exports.js';
import { includedBy } from './include.js';
import type { Library } from './library.js';
import { argumentsOf, isStack, nestedTemplate } from './nested.js';
import { expanded, generatedIds, withGlobals } from './sam/index.js';
import { Maker } from './sam/maker.js';
import type { Placed } from './sections.js';
import { templateOf, transformsOf } from './template.js';
import { knownText } from './text.js';

/** What all stacks below one template share. */
interface Whole {
  readonly library: Library;
  readonly budget: Budget;
  /** The path of the outermost template. */
  readonly scope: FilePath;
  readonly exports: Exports;
}

/** Where a stack stands. */
interface Position {
  /** Its id and those of the stacks around it, outermost first. */
  readonly ids: readonly string[];
  /** The paths of its template and of those around it, outermost first. */
  readonly paths: readonly FilePath[];
  readonly given: ReadonlyMap<string, Argument>;
}

export class Stack implements Exporter {
  private readonly evaluation: TemplateEvaluation;
  private readonly gaps: Gap[] = [];
  private readonly nestedStacks = new Map<string, Stack | undefined>();
  private readonly labels: ReadonlyMap<string, string>;
  private readonly finders = new Map<FilePath, CommentFinder>();
  private readonly path: FilePath;

  constructor(
    private readonly root: Node,
    private readonly position: Position,
    private readonly whole: Whole,
  ) {
    this.path = position.paths.at(-1) ?? whole.scope;
    this.evaluation = new TemplateEvaluation(templateOf(root), {
      budget: whole.budget,
      arguments: position.given,
      addressOf: (id) => address(whole.scope, this.fullId(id)),
      output: (id, name) => this.outputOf(id, name),
      exported: (name) => whole.exports.value(name),
      include: includedBy(this.path, whole.library, () => this.evaluation),
    });
    for (const [id, { value }] of this.evaluation.resources())
      for (const made of generatedIds(id, stringOf(get(value, 'Type')) ?? '')) this.evaluation.generate(made);
    this.labels = labelsOf(this.evaluation.resources());
  }

  /** The resources of this stack and of those that it makes. */
  read(): { readonly resources: readonly Resource[]; readonly gaps: readonly Gap[] } {
    const resources: Resource[] = [];
    for (const [id, placed] of this.evaluation.resources()) {
      if (this.isLeftOut(placed)) continue;
      const read = this.resource(id, placed);
      if ('type' in read) resources.push(...expanded(new Maker(id, read, this.evaluation, this.gaps), placed.value, this.evaluation));
      else this.gaps.push(read);
      const inside = this.nested(id)?.read();
      resources.push(...(inside?.resources ?? []));
      this.gaps.push(...(inside?.gaps ?? []));
    }
    resources.push(...this.parameters());
    return { resources, gaps: [...sectionGaps(this.root), ...this.gaps, ...this.evaluation.gaps] };
  }

  /** Parameters that run with what the template says unless somebody says otherwise. */
  private parameters(): readonly Resource[] {
    const { scope } = this.whole;
    return entriesOf(get(this.root, 'Parameters')).flatMap((entry): Resource[] => {
      const { key, value } = entry;
      const id = String(key.value);
      if (value.kind !== 'map' || !get(value, 'Default') || this.position.given.has(id)) return [];
      const comments = this.finderFor(key.span.source.path)(key.span, declarationSpan(entry));
      const label = [...this.position.ids, id].join('/');
      const place = { address: address(scope, this.fullId(id)), label, scope, span: declarationSpan(entry), head: key.span };
      return [{ dialect: 'cloudformation', type: 'Parameter', body: value, comments, ...place }];
    });
  }

  /** The files from which the stacks below this one were made. */
  parts(): readonly FilePath[] {
    const paths = [...this.nestedStacks.values()].flatMap((stack) => (stack ? [stack.path, ...stack.parts()] : []));
    return [...new Set(paths)].filter((path) => path !== this.path);
  }

  /** Names that only the deployment tells are left out. */
  exported(): ReadonlyMap<string, string> {
    return new Map(
      [...this.evaluation.template.outputs].flatMap(([output, written]): (readonly [string, string])[] => {
        const name = get(get(written, 'Export'), 'Name');
        const known = name && knownText(this.evaluation.evaluate(name, 'one'));
        return known === undefined ? [] : [[known, output]];
      }),
    );
  }

  /** The value of an output; undefined when there is none. */
  output(name: string): Node | undefined {
    const value = get(this.evaluation.template.outputs.get(name), 'Value');
    return value && this.evaluation.evaluate(value, 'one');
  }

  private outputOf(id: string, name: string): Node | undefined {
    return this.whole.budget.within(() => this.nested(id)?.output(name), undefined);
  }

  private fullId(id: string): string {
    return [...this.position.ids, id].join('/');
  }

  /** A resource whose condition cannot hold. One that may hold is kept: it is judged as if it did. */
  private isLeftOut({ value }: Placed): boolean {
    const condition = knownText(get(value, 'Condition'));
    return condition !== undefined && this.evaluation.holds(condition) === false;
  }

  private resource(id: string, placed: Placed): Resource | Gap {
    const head = placed.key.span;
    const type = stringOf(get(placed.value, 'Type'));
    if (type === undefined) return gap('unparsed', `resource ${id} has no type`, head);
    const { scope } = this.whole;
    const span = declarationSpan(placed);
    return {
      dialect: 'cloudformation',
      type,
      address: address(scope, this.fullId(id)),
      label: [...this.position.ids, this.labels.get(id) ?? id].join('/'),
      scope,
      body: this.body(id, type, placed),
      span,
      head,
      comments: this.finderFor(head.source.path)(head, span),
    };
  }

  /** Comments are looked for in the file in which a resource is written: it may be an included one. */
  private finderFor(path: FilePath): CommentFinder {
    const known = this.finders.get(path) ?? commentFinder(this.whole.library.file(path)?.tree.comments ?? []);
    this.finders.set(path, known);
    return known;
  }

  private body(id: string, type: string, placed: Placed): MapNode {
    const properties = withGlobals(type, get(placed.value, 'Properties'), this.evaluation);
    const value = properties && this.evaluation.placed({ ...placed, value: properties });
    if (value?.kind === 'map') return value;
    if (value) this.gaps.push(gap('unresolved', `the properties of ${id} are not known: ${whyNot(value)}`, value.span));
    return map([], placed.key.span);
  }

  /** The stack that a resource is; made when it is first asked for, since its parameters may be outputs of others. */
  private nested(id: string): Stack | undefined {
    if (this.nestedStacks.has(id)) return this.nestedStacks.get(id);
    // A stack whose parameters rest on its own outputs finds this while it is being made.
    this.nestedStacks.set(id, undefined);
    const placed = this.evaluation.resources().get(id);
    if (!placed || !isStack(stringOf(get(placed.value, 'Type')) ?? '')) return undefined;
    const stack = this.makeNested(id, placed);
    if (stack instanceof Stack) this.nestedStacks.set(id, stack);
    else this.gaps.push(stack);
    return this.nestedStacks.get(id);
  }

  private makeNested(id: string, placed: Placed): Stack | Gap {
    const { ids, paths } = this.position;
    const template = nestedTemplate(id, placed, this.path, this.whole.library, this.evaluation);
    if (!('path' in template)) return template;
    const at = placed.key.span;
    if (!template.embedded && paths.includes(template.path))
      return gap('unresolved', `stack ${id} is made from a template that it is itself a part of`, at);
    if (!this.whole.budget.stack(ids.length + 1)) return gap('too-large', 'there are too many stacks inside one another', at);
    const given = argumentsOf(placed, this.evaluation);
    return new Stack(template.root, { ids: [...ids, id], paths: [...paths, template.path], given }, this.whole);
  }
}

const whyNot = (node: Node): string => (node.kind === 'unknown' ? node.why : `a ${node.kind} stands in their place`);

/** What keeps the template from being all that will be deployed. */
function sectionGaps(root: Node): readonly Gap[] {
  const gaps: Gap[] = [];
  const section = get(root, 'Resources');
  if (section && section.kind !== 'map') gaps.push(gap('unparsed', 'Resources is not a map', section.span));
  for (const macro of transformsOf(root)) {
    if (macro.startsWith('AWS::') && macro !== 'AWS::Include') continue;
    gaps.push(gap('unresolved', `the macro ${macro} may change this template in ways that are not known`, get(root, 'Transform')?.span));
  }
  return gaps;
}
