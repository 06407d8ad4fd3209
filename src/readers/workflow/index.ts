/** GitHub Actions workflows: each job is a resource. */
import { type Gap, gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { address, type Entry, get, type MapNode, map, scalar } from '../../model/tree.js';
import { type CommentFinder, commentFinder, declarationSpan } from '../declaration.js';
import { defineReader, type ReadFile } from '../reader.js';
import { withExpressions } from './expressions.js';

/** A job's body is the job as written, followed by what its workflow says for all jobs under `workflow.name`, `.on`, `.permissions`, `.env`, `.jobs`. */
export const workflow = defineReader<'yaml'>({
  id: 'workflow',
  dialect: 'workflow',
  title: 'GitHub Actions workflows',
  files: { yaml: ['**/.github/workflows/*.{yml,yaml}'] },
  scope: 'file',
  read(unit) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    for (const file of unit.files) readFile(file, resources, gaps);
    return { resources, gaps, moves: [] };
  },
});

/** What a workflow says for all its jobs. */
const shared = ['name', 'on', 'permissions', 'env'] as const;
const contextPrefix = 'workflow.';

function readFile({ source, tree }: ReadFile<'yaml'>, resources: Resource[], gaps: Gap[]): void {
  const root = tree.documents[0]?.root;
  const jobs = get(root, 'jobs');
  if (root?.kind !== 'map' || !jobs) return;
  if (jobs.kind !== 'map') {
    gaps.push(gap('unparsed', 'jobs is not a map', jobs.span));
    return;
  }
  const context = contextOf(root, jobs);
  const commentsOf = commentFinder(tree.comments);
  for (const [label, entry] of jobsById(jobs)) {
    if (entry.value.kind === 'map') resources.push(jobOf(label, entry, entry.value, source.path, context, commentsOf));
    else gaps.push(gap('unparsed', `job ${label} is not a map`, entry.key.span));
  }
}

function jobOf(label: string, entry: Entry, job: MapNode, scope: string, context: readonly Entry[], commentsOf: CommentFinder): Resource {
  // GitHub knows no such keys; a job that has one would forge what its workflow says.
  const own = job.entries.filter(({ key }) => !String(key.value).startsWith(contextPrefix));
  const entries = own.map(({ key, value }) => ({ key, value: withExpressions(value) }));
  const head = entry.key.span;
  const span = declarationSpan(entry);
  return {
    dialect: 'workflow',
    type: 'job',
    address: address(scope, label),
    label,
    scope,
    body: map([...entries, ...context], job.span),
    span,
    head,
    comments: commentsOf(head, span),
  };
}

/** As `get` does, the last of equal ids wins. */
const jobsById = (jobs: MapNode): ReadonlyMap<string, Entry> => new Map(jobs.entries.map((entry) => [String(entry.key.value), entry]));

function contextOf(root: MapNode, jobs: MapNode): readonly Entry[] {
  const entries = shared.flatMap((name): Entry[] => {
    const found = root.entries.findLast(({ key }) => key.value === name);
    return found ? [{ key: scalar(contextPrefix + name, found.key.span), value: withExpressions(found.value) }] : [];
  });
  const at = root.entries.findLast(({ key }) => key.value === 'jobs')?.key.span ?? jobs.span;
  return [...entries, { key: scalar(`${contextPrefix}jobs`, at), value: scalar(jobsById(jobs).size, at) }];
}
