/** Secrets and ConfigMaps that a kustomization writes out of literals and files. The hash that their names get is left out: it changes with each value. */
import { type Gap, gap } from '../../../model/gap.js';
import { type FilePath, type Source, span } from '../../../model/span.js';
import {
  deref,
  type Entry,
  entriesOf,
  get,
  itemsOf,
  type MapNode,
  map,
  type Node,
  placeWithin,
  scalar,
  stringOf,
} from '../../../model/tree.js';
import { pathWithin } from '../../paths.js';
import { withEntries, withValue } from '../edit.js';
import type { Manifest } from '../manifests.js';
import type { Kustomization } from './kustomization.js';

/** What a generator may read. */
interface Files {
  open(path: FilePath): Source | undefined;
}

const kinds = { secretGenerator: 'Secret', configMapGenerator: 'ConfigMap' } as const;

/** The objects with those that the kustomization writes. */
export function generated(
  manifests: readonly Manifest[],
  { body, folder, file }: Kustomization,
  files: Files,
  gaps: Gap[],
): readonly Manifest[] {
  let all = manifests;
  for (const field of ['secretGenerator', 'configMapGenerator'] as const) {
    for (const generator of itemsOf(get(body, field))) {
      const made = objectOf(generator, kinds[field], entriesOfGenerator(generator, folder, files, gaps), file);
      if (made) all = placed(all, made, stringOf(get(generator, 'behavior')));
    }
  }
  return all;
}

/** `merge` adds to an object that is there, `replace` takes its place, `create` stands beside the others. */
function placed(manifests: readonly Manifest[], made: Manifest, behavior: string | undefined): readonly Manifest[] {
  const name = stringOf(get(get(made.body, 'metadata'), 'name'));
  const at =
    behavior === 'merge' || behavior === 'replace'
      ? manifests.findIndex((m) => m.kind === made.kind && stringOf(get(get(m.body, 'metadata'), 'name')) === name)
      : -1;
  const there = manifests[at];
  if (!there) return [...manifests, made];
  return manifests.with(at, behavior === 'merge' ? { ...there, body: filled(there.body, made) } : { ...there, body: made.body });
}

function filled(body: MapNode, made: Manifest): MapNode {
  const field = dataField(made.kind);
  const added = get(made.body, field);
  const there = get(body, field);
  return added ? withValue(body, [field], withEntries(there?.kind === 'map' ? there : map([], added.span), entriesOf(added))) : body;
}

const dataField = (kind: string): string => (kind === 'Secret' ? 'stringData' : 'data');

function objectOf(generator: Node, kind: string, data: readonly Entry[], path: FilePath): Manifest | undefined {
  const name = get(generator, 'name');
  if (deref(generator).kind !== 'map' || !name) return undefined;
  const at = generator.span;
  const entry = (key: string, value: Node): Entry => ({ key: scalar(key, value.span), value });
  const options = get(generator, 'options');
  const given = (from: Node | undefined, ...keys: readonly string[]): readonly Entry[] =>
    keys.flatMap((key) => (get(from, key) ? [entry(key, get(from, key) ?? name)] : []));
  const metadata = map([entry('name', name), ...given(generator, 'namespace'), ...given(options, 'labels', 'annotations')], at);
  const body = map(
    [
      entry('apiVersion', scalar('v1', at)),
      entry('kind', scalar(kind, at)),
      entry('metadata', metadata),
      ...given(generator, 'type'),
      entry(dataField(kind), map(data, at)),
    ],
    at,
  );
  return { apiVersion: 'v1', kind, body, path, span: at, comments: [] };
}

function entriesOfGenerator(generator: Node, folder: string, files: Files, gaps: Gap[]): readonly Entry[] {
  const read = (path: string, at: Node): Source | undefined => {
    const local = pathWithin(folder, path);
    const source = local && files.open(local);
    if (!source) gaps.push(gap('unreadable', 'Kustomize: a file that a generator takes in is not in the repository', at.span));
    return source;
  };
  const literals = itemsOf(get(generator, 'literals')).flatMap(literalEntry);
  const envs = [...itemsOf(get(generator, 'envs')), ...itemsOf(get(generator, 'env'))].flatMap((node) => {
    const source = read(stringOf(node) ?? '', node);
    return source ? lineEntries(source) : [];
  });
  const contents = itemsOf(get(generator, 'files')).flatMap((node): Entry[] => {
    const [, key, path = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(stringOf(node) ?? '') ?? [];
    const source = read(path, node);
    if (!source) return [];
    const whole = span(source, 0, source.text.length);
    return [{ key: scalar(key ?? path.slice(path.lastIndexOf('/') + 1), node.span), value: scalar(source.text, whole) }];
  });
  return [...literals, ...envs, ...contents];
}

/** `KEY=value`, the value perhaps in quotes. */
function literalEntry(node: Node): readonly Entry[] {
  if (node.kind !== 'scalar') return [];
  const text = String(node.value);
  const equals = text.indexOf('=');
  if (equals === -1) return [];
  const quoted = /^(["']).*\1$/s.test(text.slice(equals + 1)) ? 1 : 0;
  const value = text.slice(equals + 1 + quoted, text.length - quoted);
  const place = placeWithin(node.span, node.offsets, equals + 1, text.length);
  return [{ key: scalar(text.slice(0, equals), node.span), value: scalar(value, place) }];
}

function lineEntries(source: Source): readonly Entry[] {
  return Array.from(source.text.matchAll(/^[ \t]*([^#\s=][^=\r\n]*)=([^\r\n]*)/gm), ({ index, 0: line, 1: key = '', 2: value = '' }) => {
    const at = span(source, index + line.length - value.length, index + line.length);
    return { key: scalar(key, span(source, index, index + line.length)), value: scalar(value, at) };
  });
}
