/** Ansible: the tasks of playbooks and roles that call a module of a cloud. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { type Address, address, get, type MapNode, map, type Node, stringOf } from '../../model/tree.js';
import { Bounds } from '../bounds.js';
import { type CommentFinder, commentFinder } from '../declaration.js';
import { knownText } from '../join-text.js';
import { defineReader, type ReadFile, type Unit } from '../reader.js';
import { JinjaEvaluation } from './jinja.js';
import { roundsOf } from './loops.js';
import { type Task, tasksOf } from './tasks.js';
import { Variables } from './variables.js';

/** One resource for each task, or for each round of it where the list that it loops over is written; the module's arguments are its body. */
export const ansible = defineReader<'yaml'>({
  id: 'ansible',
  dialect: 'ansible',
  title: 'Ansible playbooks and roles (modules of AWS, Azure and Google Cloud)',
  files: { yaml: ['**/*.{yaml,yml}'] },
  scope: 'file',
  read(unit) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    for (const file of unit.files) readFile(file, unit, resources, gaps);
    return { resources, gaps, moves: [] };
  },
});

function readFile({ source, tree }: ReadFile<'yaml'>, { open }: Unit<'yaml'>, resources: Resource[], gaps: Gap[]): void {
  const labelled = withLabels(tree.documents.flatMap(({ root }) => tasksOf(root)));
  if (labelled.length === 0) return;
  const registered = new Map<string, Address>();
  for (const { task, label } of labelled) {
    const name = stringOf(get(task.task, 'register'));
    if (name !== undefined) registered.set(name, address(source.path, label));
  }
  const bounds = new Bounds(source.path);
  const variables = new Variables(source.path, open);
  const commentsOf = commentFinder(tree.comments);
  for (const { task, label } of labelled) {
    for (const round of roundsOf(task.task, label)) {
      const names = {
        variable: (name: string): Node | undefined => round.bound.get(name) ?? variables.valueOf(name, task.vars),
        registered: (name: string): Address | undefined => registered.get(name),
        file: (name: string): Node | undefined => variables.file(name),
      };
      const read = resourceOf(task, round.label, source.path, new JinjaEvaluation(names, bounds), commentsOf, gaps);
      if (read) resources.push(read);
    }
  }
  gaps.push(...bounds.gaps);
}

interface Labelled {
  readonly task: Task;
  readonly label: string;
}

/** Tasks are called by their name, which need not be unique. */
function withLabels(tasks: readonly Task[]): readonly Labelled[] {
  const uses = new Map<string, number>();
  return tasks.map((task) => {
    const plain = `${task.module}.${stringOf(get(task.task, 'name')) ?? 'unnamed'}`;
    const use = (uses.get(plain) ?? 0) + 1;
    uses.set(plain, use);
    return { task, label: use === 1 ? plain : `${plain}:${use}` };
  });
}

/** Undefined for a task that takes something away. */
function resourceOf(
  { task, module, call }: Task,
  label: string,
  scope: string,
  evaluation: JinjaEvaluation,
  commentsOf: CommentFinder,
  gaps: Gap[],
): Resource | undefined {
  const written = argumentsOf(task, call.value);
  if (!written) gaps.push(gap('unresolved', `the arguments of ${module} are written as one string, which is not read`, call.value.span));
  const body = written ? evaluation.evaluate(written) : map([], call.key.span);
  if (body.kind !== 'map' || knownText(get(body, 'state')) === 'absent') return undefined;
  const head = get(task, 'name')?.span ?? call.key.span;
  const { span } = task;
  return {
    dialect: 'ansible',
    type: module,
    address: address(scope, label),
    label,
    scope,
    body,
    span,
    head,
    comments: commentsOf(span, span),
  };
}

/** What stands under the module's name, and what `args` adds to it; undefined when it is one string. */
function argumentsOf(task: Node, value: Node): MapNode | undefined {
  const more = get(task, 'args');
  const entries = [value, more].flatMap((node) => (node?.kind === 'map' ? node.entries : []));
  if (value.kind === 'map') return { ...value, entries };
  return value.kind === 'scalar' && value.value === null && more ? map(entries, more.span) : undefined;
}
