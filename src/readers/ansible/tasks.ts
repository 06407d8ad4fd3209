/** What in a document is a task, and the variables that stand above it. */
import { type Entry, get, itemsOf, type Node } from '../../model/tree.js';
import { moduleOf } from './modules.js';

export interface Task {
  readonly task: Node;
  /** The module's name without its collection. */
  readonly module: string;
  readonly call: Entry;
  /** `vars` of the play, the blocks and the task, the outermost first. */
  readonly vars: readonly Node[];
}

/** Blocks in blocks are written by hand; this is deeper than anyone does. */
const blockDepth = 50;
/** What holds further tasks, in a play and in a block. */
const inner: ReadonlySet<string> = new Set(['tasks', 'pre_tasks', 'post_tasks', 'handlers', 'block', 'rescue', 'always']);

/** The tasks of a playbook or of a file of tasks that call a module of a cloud; none when the document is something else. */
export function tasksOf(root: Node): readonly Task[] {
  const found: Task[] = [];
  if (root.kind === 'list') for (const item of root.items) collect(item, [], blockDepth, found);
  return found;
}

function collect(item: Node, outer: readonly Node[], depth: number, found: Task[]): void {
  if (item.kind !== 'map' || depth === 0) return;
  const own = get(item, 'vars');
  const vars = own ? [...outer, own] : outer;
  for (const entry of item.entries) {
    const module = moduleOf(entry);
    if (module !== undefined) found.push({ task: item, module, call: entry, vars });
    else if (inner.has(String(entry.key.value))) for (const each of itemsOf(entry.value)) collect(each, vars, depth - 1, found);
  }
}
