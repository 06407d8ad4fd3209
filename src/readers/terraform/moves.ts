/** `moved` blocks, and what Terraform takes for a move by itself: old address → the address where it stands now. */
import { type Gap, gap } from '../../model/gap.js';
import type { Move, Resource } from '../../model/resource.js';
import { address } from '../../model/tree.js';
import { attributeOf, type Block, type Expression } from '../../syntax/hcl/ast.js';

/** A move within one module: labels below it. */
interface Moved {
  readonly from: string;
  readonly to: string;
}

/** Moves that follow one another. */
const longestChain = 20;

/** The `moved` blocks of one folder. */
export function movedIn(blocks: readonly Block[]): { readonly moves: readonly Moved[]; readonly gaps: readonly Gap[] } {
  const moves: Moved[] = [];
  const gaps: Gap[] = [];
  for (const block of blocks) {
    const [from, to] = ['from', 'to'].map((name) => {
      const written = attributeOf(block.body, name);
      return written && labelOf(written.value);
    });
    if (from === undefined || to === undefined) gaps.push(gap('unparsed', 'a moved block whose from or to is no address', block.head));
    else moves.push({ from, to });
  }
  return { moves, gaps };
}

/** The label that `from` or `to` names, as Terraform writes it. */
export function labelOf(x: Expression): string | undefined {
  switch (x.kind) {
    case 'variable':
      return x.name;
    case 'traversal': {
      const source = labelOf(x.source);
      return source && `${source}.${x.name}`;
    }
    case 'index': {
      const source = labelOf(x.source);
      const key = keyOf(x.key);
      return source && key && `${source}[${key}]`;
    }
    default:
      return undefined;
  }
}

function keyOf(x: Expression): string | undefined {
  if (x.kind === 'literal') return String(x.value);
  const [part] = x.kind === 'template' && x.parts.length === 1 ? x.parts : [];
  return part?.kind === 'text' ? JSON.stringify(part.text) : undefined;
}

/** `moved` for one module of the configuration; `path` is what the labels of its resources begin with. */
export interface MovedIn {
  readonly path: string;
  readonly moves: readonly Moved[];
}

/**
 * Where each resource stood before: each declared move that leads to it, or to a module or block that it belongs to, followed back
 * along its chain. A block that gets a `count` keeps its identity as the first instance.
 */
export function movesOf(scope: string, resources: readonly Resource[], declared: readonly MovedIn[]): readonly Move[] {
  const byTarget = new Map<string, string[]>();
  for (const { path, moves } of declared)
    for (const { from, to } of moves) byTarget.set(path + to, [...(byTarget.get(path + to) ?? []), path + from]);
  // Without moves, an address has only changed where there is an instance now.
  const candidates = byTarget.size > 0 ? resources : resources.filter((r) => r.label.endsWith('[0]'));
  return candidates.flatMap(({ label, address: to }) =>
    [...formerLabels(label, byTarget)].map((from): Move => ({ from: address(scope, from), to })),
  );
}

function formerLabels(label: string, byTarget: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [label];
  for (let at = open.pop(); at !== undefined && found.size < longestChain; at = open.pop()) {
    const before = [...beginnings(at)].flatMap(({ head, rest }) => (byTarget.get(head) ?? []).map((from) => from + rest));
    if (at.endsWith('[0]')) before.push(at.slice(0, -'[0]'.length));
    for (const from of before)
      if (from !== label && !found.has(from)) {
        found.add(from);
        open.push(from);
      }
  }
  return found;
}

/** All addresses that a label is or belongs to: `module.a["x"].t.n[0]` is of `module.a`, `module.a["x"]`, `module.a["x"].t.n`. */
function* beginnings(label: string): Iterable<{ readonly head: string; readonly rest: string }> {
  let quoted = false;
  for (let i = 1; i < label.length; i++) {
    const c = label[i];
    if (quoted && c === '\\') i++;
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === '.' || c === '[')) yield { head: label.slice(0, i), rest: label.slice(i) };
  }
  yield { head: label, rest: '' };
}
