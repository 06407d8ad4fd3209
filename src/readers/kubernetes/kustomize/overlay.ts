/**
 * Overlays of Kustomize, built from the files of the repository. An object that an overlay takes in is judged as the overlay makes it, once for
 * each overlay that nobody takes in; what stands in the folders of an overlay and is not taken in is read as it is.
 */
import { type Gap, gap } from '../../../model/gap.js';
import { groupBy } from '../../../model/group.js';
import { type FilePath, folderOf, type Source, type Span } from '../../../model/span.js';
import { type Node, stringOf } from '../../../model/tree.js';
import { Bounds } from '../../bounds.js';
import { pathWithin } from '../../paths.js';
import type { Unit } from '../../reader.js';
import { sizeOf } from '../edit.js';
import { manifestsOfFolder } from '../folder.js';
import { valueManifests } from '../helm/values.js';
import { type Manifest, type ManifestFile, manifestsOf } from '../manifests.js';
import { generated } from './generators.js';
import {
  chartValues,
  componentPaths,
  isBelow,
  isRemote,
  type Kustomization,
  kustomizationIn,
  notFollowed,
  resourcePaths,
} from './kustomization.js';
import { patched } from './patches.js';
import { named, namingOf } from './rename.js';
import { replaced } from './replacements.js';

/** Nodes that one overlay may make us go over: those of its objects at each level, and for each patch. */
const budget = 20_000_000;
/** What an object costs that is taken in once more: two hundred thousand are too many. */
const perObject = 100;
/** Overlays in overlays. */
const deepest = 64;

export class Overlay {
  readonly gaps: Gap[] = [];
  readonly #unit: Unit<'yaml' | 'json'>;
  readonly #bounds: Bounds;
  readonly #built = new Map<string, readonly Manifest[]>();
  readonly #refusals: { readonly why: Refusal; readonly at: Span }[] = [];
  readonly #files = new Map<string, ReadonlyMap<FilePath, ManifestFile>>();
  /** Files that became part of the overlay in some way. */
  readonly #taken = new Set<FilePath>();
  /** Folders that are read through this overlay. */
  readonly #folders = new Set<string>();

  constructor(unit: Unit<'yaml' | 'json'>, { file }: Kustomization) {
    this.#unit = unit;
    this.#bounds = new Bounds(file, budget);
  }

  build(root: Kustomization): readonly Manifest[] {
    const manifests = this.#build(root, []);
    this.gaps.push(...this.#refusalGaps(), ...this.#bounds.gaps);
    return manifests;
  }

  /** Objects in the folders of the overlay that it does not take in, by folder. */
  leftovers(): readonly { readonly folder: string; readonly manifests: readonly Manifest[] }[] {
    return [...this.#folders].sort().map((folder) => ({
      folder,
      manifests: manifestsOfFolder(
        this.#unit,
        this.#filesOf(folder).filter(({ source }) => !this.#taken.has(source.path)),
        this.gaps,
      ),
    }));
  }

  /** `above` are the overlays that lead here, to tell a circle. */
  #build(kustomization: Kustomization, above: readonly string[]): readonly Manifest[] {
    const { folder } = kustomization;
    const known = this.#built.get(folder);
    if (known) return known;
    const made = this.#finished([], kustomization, above);
    this.#built.set(folder, made);
    return made;
  }

  /** What a kustomization makes of the objects around it and of those that it takes in itself. */
  #finished(around: readonly Manifest[], kustomization: Kustomization, above: readonly string[]): readonly Manifest[] {
    const { folder, file, body } = kustomization;
    const here = [...above, folder];
    this.#folders.add(folder);
    this.#taken.add(file);
    for (const { what, at } of notFollowed(body)) this.gaps.push(gap('unsupported', `Kustomize: ${what} are not followed`, at.span));
    let all: readonly Manifest[] = [...around, ...resourcePaths(body).flatMap((path) => this.#resource(path, folder, here))];
    for (const path of componentPaths(body)) {
      const component = this.#kustomizationAt(path, folder, here);
      if (component) all = this.#finished(all, component, here);
    }
    all = [...all, ...this.#charts(kustomization)];
    all = generated(all, kustomization, { open: (path) => this.#open(path) }, this.gaps);
    const bench = {
      gaps: this.gaps,
      file: (path: FilePath) => this.#file(path, folder),
      afford: (count: number) => this.#bounds.afford(count),
    };
    all = patched(patched(all, kustomization, 'patchesStrategicMerge', bench), kustomization, 'patches', bench);
    const naming = namingOf(body);
    if (!this.#affordAll(all, naming.labels.length + naming.annotations.length)) return [];
    return replaced(patched(named(all, naming), kustomization, 'patchesJson6902', bench), kustomization, bench);
  }

  /** Pays for all objects, each with so much more. */
  #affordAll(manifests: readonly Manifest[], more: number): boolean {
    return manifests.every(({ body }) => this.#bounds.afford(sizeOf(body) + more));
  }

  /** The charts themselves are elsewhere; what they are told stands here. */
  #charts({ body, file }: Kustomization): readonly Manifest[] {
    return chartValues(body).flatMap(({ name, namespace, values }) =>
      valueManifests({ values, path: file, name, ...(namespace && { namespace }), for: 'all' }),
    );
  }

  #resource(path: Node, folder: string, above: readonly string[]): readonly Manifest[] {
    const local = this.#local(path, folder);
    if (local === undefined) return [];
    const inner = kustomizationIn(this.#filesOf(local));
    if (inner) {
      const made = this.#entered(path, inner, above) ? this.#build(inner, above) : [];
      return this.#bounds.afford(made.length * perObject) ? made : [];
    }
    const file = this.#file(local, folder);
    if (file) return manifestsOf(file, this.gaps);
    this.#noOverlay(local);
    return this.#refused(path, isRemote(stringOf(path) ?? '') ? 'remote' : 'missing');
  }

  #kustomizationAt(path: Node, folder: string, above: readonly string[]): Kustomization | undefined {
    const local = this.#local(path, folder);
    if (local === undefined) return undefined;
    const inner = kustomizationIn(this.#filesOf(local));
    if (!inner) {
      this.#noOverlay(local);
      this.#refused(path, isRemote(stringOf(path) ?? '') ? 'remote' : 'missing');
    }
    return inner && this.#entered(path, inner, above) ? inner : undefined;
  }

  /** A folder that is named and is no overlay is nobody's to read but ours. */
  #noOverlay(folder: FilePath): void {
    if (this.#indexOf(folder).size > 0) this.#folders.add(folder);
  }

  #entered(path: Node, { folder }: Kustomization, above: readonly string[]): boolean {
    if (above.includes(folder)) this.gaps.push(gap('unresolved', 'Kustomize: this overlay takes itself in', path.span));
    else if (above.length >= deepest) this.gaps.push(gap('too-large', 'Kustomize: overlays are nested too deep', path.span));
    else return true;
    return false;
  }

  #local(path: Node, folder: string): FilePath | undefined {
    const written = stringOf(path);
    const local = written === undefined ? undefined : pathWithin(folder, written);
    if (written === undefined) this.#refused(path, 'unknown');
    else if (local === undefined) this.#refused(path, isRemote(written) ? 'remote' : 'outside');
    return local;
  }

  #refused(path: Node, why: Refusal): readonly Manifest[] {
    this.#refusals.push({ why, at: path.span });
    return [];
  }

  /** Each thing from elsewhere is told; of what is missing, a partial checkout may have hundreds. */
  #refusalGaps(): readonly Gap[] {
    const groups = groupBy(this.#refusals, ({ why, at }) => (why === 'remote' ? at : `${why} ${at.source.path}`));
    return [...groups.values()].flatMap(([first, ...others]) => {
      if (!first) return [];
      const { kind, reason } = refusals[first.why];
      return gap(kind, others.length > 0 ? `${reason} (and ${others.length} more in this file)` : reason, first.at);
    });
  }

  #filesOf(folder: string): readonly ManifestFile[] {
    return [...this.#indexOf(folder).values()];
  }

  #indexOf(folder: string): ReadonlyMap<FilePath, ManifestFile> {
    const known = this.#files.get(folder);
    if (known) return known;
    const files = folder === this.#unit.scope ? this.#unit.files : (this.#unit.folder?.(folder) ?? []);
    const made = new Map(files.map((file): [FilePath, ManifestFile] => [file.source.path, file]));
    this.#files.set(folder, made);
    return made;
  }

  /** A single file. Its folder is read with the overlay when it belongs to it, see `foldersTakenBy`. */
  #file(path: FilePath, folder: string): ManifestFile | undefined {
    const around = folderOf(path);
    const file = this.#indexOf(around).get(path);
    if (!file) return undefined;
    this.#taken.add(path);
    if (isBelow(folder, around)) this.#folders.add(around);
    return file;
  }

  #open(path: FilePath): Source | undefined {
    this.#taken.add(path);
    return this.#unit.open(path);
  }
}

type Refusal = 'remote' | 'outside' | 'missing' | 'unknown';

const refusals: Readonly<Record<Refusal, Pick<Gap, 'kind' | 'reason'>>> = {
  remote: { kind: 'unsupported', reason: 'Kustomize: what is taken in from elsewhere is not reviewed' },
  outside: { kind: 'unreadable', reason: 'Kustomize: this leads out of the repository' },
  missing: { kind: 'unreadable', reason: 'Kustomize: what is taken in here is not among the files of the repository' },
  unknown: { kind: 'unresolved', reason: 'Kustomize: what is taken in here is not known from the file' },
};
