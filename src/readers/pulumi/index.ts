/** Programs in Pulumi YAML. Programs in languages are code, and code is not run here. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { address, type Entry, get, type MapNode, map, type Node, stringOf } from '../../model/tree.js';
import { Bounds } from '../bounds.js';
import { type CommentFinder, commentFinder, declarationSpan } from '../declaration.js';
import { defineReader, type ReadFile, type Unit } from '../reader.js';
import { ProgramEvaluation } from './evaluate.js';
import { isProgram, isStack, programOf } from './program.js';
import { typeOf } from './types.js';

/** Reads the `resources` of each program; the stacks of its folder give settings. */
export const pulumi = defineReader<'yaml'>({
  id: 'pulumi',
  dialect: 'pulumi',
  title: 'Pulumi YAML',
  files: { yaml: ['**/{Pulumi,Main}.{yaml,yml}', '**/Pulumi.*.{yaml,yml}'] },
  scope: 'directory',
  read(unit) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    const stacks = unit.files.filter(isStack).flatMap(({ tree }) => tree.documents.map((d) => d.root));
    for (const file of unit.files) if (!isStack(file)) readProgram(file, stacks, unit, resources, gaps);
    return { resources, gaps, moves: [] };
  },
});

function readProgram(
  { source, tree }: ReadFile<'yaml'>,
  stacks: readonly Node[],
  unit: Unit<'yaml'>,
  resources: Resource[],
  gaps: Gap[],
): void {
  const commentsOf = commentFinder(tree.comments);
  for (const { root } of tree.documents) {
    if (!isProgram(root)) {
      gaps.push(...codeGap(root));
      continue;
    }
    const program = programOf(root, source.path, stacks);
    const evaluation = new ProgramEvaluation(program, new Bounds(root.span), unit.open);
    for (const [label, entry] of program.resources) {
      const read = readResource(label, entry, evaluation, commentsOf, gaps);
      if (read) resources.push(read);
    }
    gaps.push(...evaluation.bounds.gaps);
  }
}

/** The project of a program in a language: what it makes cannot be told without running it. */
function codeGap(root: Node): readonly Gap[] {
  const runtime = get(root, 'runtime');
  const language = stringOf(runtime) ?? stringOf(get(runtime, 'name'));
  if (!runtime || language === undefined || language === 'yaml') return [];
  return [gap('unsupported', `this Pulumi program is written in ${language}: the identities that it makes are not reviewed`, runtime.span)];
}

/** Undefined for what is only looked up (`get`), which the program does not make. */
function readResource(
  label: string,
  entry: Entry,
  evaluation: ProgramEvaluation,
  commentsOf: CommentFinder,
  gaps: Gap[],
): Resource | undefined {
  const head = entry.key.span;
  const written = stringOf(get(entry.value, 'type'));
  if (written === undefined) {
    gaps.push(gap('unparsed', `resource ${label} has no type`, head));
    return undefined;
  }
  if (get(entry.value, 'get')) return undefined;
  const scope = evaluation.program.path;
  const span = declarationSpan(entry);
  return {
    ...typeOf(written),
    address: address(scope, label),
    label,
    scope,
    body: bodyOf(entry, evaluation, gaps),
    span,
    head,
    comments: commentsOf(head, span),
  };
}

function bodyOf({ key, value }: Entry, evaluation: ProgramEvaluation, gaps: Gap[]): MapNode {
  const properties = get(value, 'properties');
  const body = properties && evaluation.evaluate(properties);
  if (body?.kind === 'map') return body;
  const none = !body || (body.kind === 'scalar' && body.value === null);
  if (!none) gaps.push(gap('unresolved', `the properties of ${String(key.value)} are not known from the program`, body.span));
  return map([], key.span);
}
