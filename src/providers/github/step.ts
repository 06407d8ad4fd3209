/** The steps of a job and the actions they use. */
import type { Span } from '../../model/span.js';
import { booleanOf, entriesOf, get, itemsOf, type Node, stringOf } from '../../model/tree.js';

/** What stands behind `uses:`. */
export interface Action {
  /** `owner/repo` or `owner/repo/path` in lower case, without its version; an image or a local path as written. */
  readonly name: string;
  /** Part of this repository, and so of this review. */
  readonly local: boolean;
  /** Nobody can change what runs without changing this line: a full commit id or an image digest. */
  readonly pinned: boolean;
  readonly span: Span;
}

export interface Step {
  readonly action: Action | undefined;
  /** Below `with:`. */
  readonly inputs: Node | undefined;
  readonly env: Node | undefined;
}

/** The steps in order. */
export const stepsOf = (steps: Node | undefined): readonly Step[] =>
  itemsOf(steps).map((step) => ({ action: actionOf(get(step, 'uses')), inputs: get(step, 'with'), env: get(step, 'env') }));

const commitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** Reads a `uses:`; undefined when there is none or it is not known. */
export function actionOf(node: Node | undefined): Action | undefined {
  const uses = stringOf(node)?.trim();
  if (!node || !uses) return undefined;
  const at = uses.lastIndexOf('@');
  if (uses.startsWith('docker://')) return { name: uses, local: false, pinned: /@sha256:[0-9a-f]{64}$/i.test(uses), span: node.span };
  if (uses.startsWith('./')) return { name: uses, local: true, pinned: true, span: node.span };
  const name = (at < 0 ? uses : uses.slice(0, at)).toLowerCase();
  return { name, local: false, pinned: at >= 0 && commitId.test(uses.slice(at + 1)), span: node.span };
}

/** The first of these inputs that says anything. Input names know no case. */
export function inputOf(inputs: Node | undefined, ...names: readonly string[]): Node | undefined {
  for (const name of names) {
    const found = entriesOf(inputs).findLast(({ key }) => String(key.value).toLowerCase() === name.toLowerCase())?.value;
    if (found && !isEmpty(found)) return found;
  }
  return undefined;
}

const isEmpty = (node: Node): boolean => node.kind === 'scalar' && (node.value === null || node.value === '');

/** A switch of an action: `usual` when it is not set, undefined when an expression decides. */
export function switchOf(inputs: Node | undefined, name: string, usual: boolean): boolean | undefined {
  const node = inputOf(inputs, name);
  return node ? booleanOf(node) : usual;
}
