/** Tasks that are done once for each item of a list. */
import { get, type Node } from '../../model/tree.js';

export interface Round {
  readonly label: string;
  /** Names that the loop binds. */
  readonly bound: ReadonlyMap<string, Node>;
}

/** As many rounds as anyone writes down; a longer list is one round over an item that is not told. */
const most = 100;

/** The rounds of a task, where the list is written in the task; else one round whose item is not known. */
export function roundsOf(task: Node, label: string): readonly Round[] {
  const list = get(task, 'loop') ?? get(task, 'with_items') ?? get(task, 'with_list');
  if (list?.kind !== 'list' || list.items.length > most || list.items.length === 0) return [{ label, bound: new Map() }];
  return list.items.map((item, i) => ({ label: `${label}[${i}]`, bound: new Map([['item', item]]) }));
}
