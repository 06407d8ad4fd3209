/** On whose machine a job runs. A self-hosted one lends the job its own cloud identity and network. */
import type { Attribute } from '../../model/fact.js';
import { literal, textOf } from '../../model/text.js';
import { deref, entriesOf, get, itemsOf, type Node } from '../../model/tree.js';

type Runner = 'hosted' | 'self-hosted' | 'unknown';

const hosted = /^(?:ubuntu|windows|macos)-/i;
const matrixKey = /^matrix\.([\w-]+)$/;

/** `self-hosted` when any run of the job may be; `unknown` for expressions and labels that say nothing. */
export function runnerOf(runsOn: Node | undefined, strategy: Node | undefined): Attribute | undefined {
  if (!runsOn) return undefined;
  return { value: worst(classesOf(runsOn, get(strategy, 'matrix'))), span: runsOn.span };
}

const worst = (classes: readonly Runner[]): Runner => {
  if (classes.includes('self-hosted')) return 'self-hosted';
  return classes.length > 0 && classes.every((c) => c === 'hosted') ? 'hosted' : 'unknown';
};

/** A list of labels is one runner that has them all; a runner group is one of the organisation's own. */
function classesOf(runsOn: Node, matrix: Node | undefined): readonly Runner[] {
  const at = deref(runsOn);
  if (at.kind === 'map') return get(at, 'group') ? ['self-hosted'] : itemsOf(get(at, 'labels')).map(classOf);
  const labels = itemsOf(at);
  const [only] = labels;
  if (labels.length === 1 && only) return fromMatrix(only, matrix)?.flatMap((value) => classesOf(value, undefined)) ?? [classOf(only)];
  const classes = labels.map(classOf);
  return [classes.includes('self-hosted') ? 'self-hosted' : classes.includes('hosted') ? 'hosted' : 'unknown'];
}

function classOf(label: Node): Runner {
  const name = literal(textOf(label));
  if (name === undefined) return 'unknown';
  if (name.toLowerCase() === 'self-hosted') return 'self-hosted';
  return hosted.test(name) ? 'hosted' : 'unknown';
}

/** The values that a matrix gives to `${{ matrix.key }}`. */
function fromMatrix(label: Node, matrix: Node | undefined): readonly Node[] | undefined {
  const at = deref(label);
  const only = at.kind === 'template' && at.parts.length === 1 ? at.parts[0] : undefined;
  const key = only && typeof only !== 'string' ? matrixKey.exec(only.name)?.[1] : undefined;
  if (!key || !matrix) return undefined;
  // A row that excludes by this key alone takes the value away; one with more keys leaves it for other combinations.
  const excluded = itemsOf(get(matrix, 'exclude')).filter((row) => entriesOf(row).length === 1);
  const gone = new Set(excluded.flatMap((row) => literal(textOf(get(row, key))) ?? []));
  const listed = itemsOf(get(matrix, key)).filter((value) => !gone.has(literal(textOf(value)) ?? ''));
  return [...listed, ...itemsOf(get(matrix, 'include')).flatMap((row) => get(row, key) ?? [])];
}
