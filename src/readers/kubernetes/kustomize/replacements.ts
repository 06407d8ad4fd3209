/** Replacements of a kustomization: a field of one object, or a value, that is written into fields of others. */
import { gap } from '../../../model/gap.js';
import { deref, get, itemsOf, type MapNode, type Node, numberOf, scalar, stringOf } from '../../../model/tree.js';
import { pathWithin } from '../../paths.js';
import { sizeOf } from '../edit.js';
import type { Manifest } from '../manifests.js';
import { nodesAt, type Step, stepsIn, withValueAt } from './field-path.js';
import type { Kustomization } from './kustomization.js';
import type { Bench } from './patches.js';
import { type Selects, selectorOf } from './selector.js';

/** What it costs to ask whether a replacement is for an object. */
const perLook = 10;

/** The objects with all replacements made, one after the other. */
export function replaced(manifests: readonly Manifest[], kustomization: Kustomization, bench: Bench): readonly Manifest[] {
  let all = manifests;
  for (const replacement of replacementsOf(kustomization, bench)) {
    if (!bench.afford((all.length + 1) * perLook)) return all;
    const done = made(all, replacement, bench);
    if (typeof done === 'string') bench.gaps.push(gap('unresolved', `Kustomize: ${done}; the replacement was not made`, replacement.span));
    else all = done;
  }
  return all;
}

/** Written in place, or one or several in a file. */
function replacementsOf({ body, folder }: Kustomization, bench: Bench): readonly Node[] {
  return itemsOf(get(body, 'replacements')).flatMap((item): readonly Node[] => {
    const path = get(item, 'path');
    if (!path) return [item];
    const local = pathWithin(folder, stringOf(path) ?? '/');
    const file = local && bench.file(local);
    if (!file) bench.gaps.push(gap('unreadable', 'Kustomize: a replacement is not among the files of the repository', path.span));
    return (file?.tree.documents ?? []).flatMap(({ root }) => itemsOf(root));
  });
}

/** The objects with one replacement made in all its targets, or why none is. */
function made(manifests: readonly Manifest[], replacement: Node, bench: Bench): readonly Manifest[] | string {
  const value = sourceOf(manifests, replacement, bench);
  if (typeof value === 'string') return value;
  let all = manifests;
  for (const target of itemsOf(get(replacement, 'targets'))) {
    const next = written(all, target, value, bench);
    if (typeof next === 'string') return next;
    all = next;
  }
  return all;
}

/** The value that is copied. */
function sourceOf(manifests: readonly Manifest[], replacement: Node, { afford }: Bench): Node | string {
  const given = get(replacement, 'sourceValue');
  if (given) return given;
  const source = get(replacement, 'source');
  if (!source) return 'a replacement has no source';
  const selects = selectorOf(source, 'the source of a replacement');
  if (typeof selects === 'string') return selects;
  const [object, other] = manifests.filter(selects);
  if (!object || other) return `the source of a replacement is ${object ? 'more than one object' : 'not in this overlay'}`;
  if (!afford(sizeOf(object.body))) return 'it is too large';
  const steps = pathIn(get(source, 'fieldPath'));
  const [value] = typeof steps === 'string' ? [] : nodesAt(object.body, steps);
  if (!value) return typeof steps === 'string' ? steps : 'the field that is copied is not there';
  const { delimiter, index } = partOf(get(source, 'options'));
  if (delimiter === undefined) return value;
  const part = textOf(value)?.split(delimiter)[index];
  return part === undefined ? 'the part of the field that is copied is not known' : scalar(part, value.span);
}

function written(manifests: readonly Manifest[], target: Node, value: Node, bench: Bench): readonly Manifest[] | string {
  const selects = selectedBy(target);
  if (typeof selects === 'string') return selects;
  const options = get(target, 'options');
  const paths = itemsOf(get(target, 'fieldPaths'));
  const next: Manifest[] = [];
  for (const manifest of manifests) {
    let { body } = manifest;
    for (const path of selects(manifest) ? (paths.length > 0 ? paths : [undefined]) : []) {
      const steps = pathIn(path);
      if (typeof steps === 'string') return steps;
      if (!bench.afford(sizeOf(body) + sizeOf(value))) return 'it is too large';
      const done = writtenAt(body, steps, value, { options, afford: bench.afford });
      if (typeof done === 'string') return done;
      body = done;
    }
    next.push(body === manifest.body ? manifest : { ...manifest, body });
  }
  return next;
}

interface Writing extends Pick<Bench, 'afford'> {
  readonly options: Node | undefined;
}

function writtenAt(body: MapNode, steps: readonly Step[], value: Node, { options, afford }: Writing): MapNode | string {
  const part = partOf(options);
  const { delimiter } = part;
  const change =
    delimiter === undefined
      ? () => value
      : (old: Node | undefined) => old && withPart(old, value, { delimiter, index: part.index, afford });
  const done = withValueAt(body, steps, change, stringOrBoolean(get(options, 'create')));
  return done?.kind === 'map' ? done : 'the field that is replaced is not there, or not known';
}

/** What is selected and not rejected. */
function selectedBy(target: Node): Selects | string {
  const what = 'the target of a replacement';
  const select = get(target, 'select');
  const selects = select ? selectorOf(select, what) : 'a target of a replacement selects nothing';
  if (typeof selects === 'string') return selects;
  const rejects: Selects[] = [];
  for (const rejected of itemsOf(get(target, 'reject'))) {
    const one = selectorOf(rejected, what);
    if (typeof one === 'string') return one;
    rejects.push(one);
  }
  return (manifest) => selects(manifest) && !rejects.some((rejectsIt) => rejectsIt(manifest));
}

interface Part extends Pick<Bench, 'afford'> {
  readonly delimiter: string;
  readonly index: number;
}

const partOf = (options: Node | undefined): { readonly delimiter: string | undefined; readonly index: number } => ({
  delimiter: stringOf(get(options, 'delimiter')) || undefined,
  index: numberOf(get(options, 'index')) ?? 0,
});

/** One part of a text exchanged. A place before the first or behind the last adds one. */
function withPart(old: Node, value: Node, { delimiter, index, afford }: Part): Node | undefined {
  const [text, part] = [textOf(old), textOf(value)];
  // A text may be put together with itself, again and again.
  if (text === undefined || part === undefined || !afford(text.length + part.length)) return undefined;
  const parts = text.split(delimiter);
  const at = Math.min(Math.max(index, -1), parts.length);
  const next = at === -1 ? [part, ...parts] : at === parts.length ? [...parts, part] : parts.with(at, part);
  return scalar(next.join(delimiter), old.span);
}

const textOf = (node: Node): string | undefined => {
  const at = deref(node);
  return at.kind === 'scalar' && at.value !== null ? String(at.value) : undefined;
};

const stringOrBoolean = (node: Node | undefined): boolean => node?.kind === 'scalar' && (node.value === true || node.value === 'true');

/** Without a path the name is meant. */
function pathIn(path: Node | undefined): readonly Step[] | string {
  const text = path ? stringOf(path) : 'metadata.name';
  return (text === undefined ? undefined : stepsIn(text)) ?? 'the path of a field is not understood';
}
