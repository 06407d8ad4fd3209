/** All Bicep files of a tree: which of them are deployed by themselves, and which are parts of others. */
import { type FilePath, folderOf, type Source } from '../../model/span.js';
import { entriesOf, get, type Node } from '../../model/tree.js';
import type { BicepFile, Expression, ModuleStatement } from '../../syntax/bicep/ast.js';
import { json } from '../../syntax/json.js';
import { missing } from '../bounds.js';
import { pathWithin } from '../paths.js';
import type { ReadFile, Unit } from '../reader.js';

/** Files in such folders show how others are used; they do not stand for their use. */
const isExample = (path: string): boolean => /(^|\/)(examples?|tests?|samples?)\//.test(path);

export class Project {
  readonly files: ReadonlyMap<FilePath, ReadFile<'bicep'>>;
  /** Files that are read as they stand: those that no other one takes in. */
  readonly roots: ReadonlySet<FilePath>;

  constructor(
    files: readonly ReadFile<'bicep'>[],
    readonly open: Unit<'bicep'>['open'],
  ) {
    this.files = new Map(files.filter(({ source }) => source.path.endsWith('.bicep')).map((file) => [file.source.path, file]));
    this.roots = this.#findRoots();
    this.#parameterFiles = files.filter(({ source }) => source.path.endsWith('.bicepparam'));
  }

  readonly #parameterFiles: readonly ReadFile<'bicep'>[];

  /** True when a file is read by itself, although this one shows how it is used. */
  readsAlone(user: FilePath, used: FilePath): boolean {
    return isExample(user) && this.roots.has(used);
  }

  /** Parameter files that are written for a template. */
  parametersFor(path: FilePath): readonly ReadFile<'bicep'>[] {
    return this.#parameterFiles.filter(({ source, tree }) => {
      const using = tree.statements.find((s) => s.kind === 'using');
      const target = using?.kind === 'using' ? literalText(using.value) : undefined;
      return target !== undefined && pathWithin(folderOf(source.path), target) === path;
    });
  }

  /** Values of the JSON parameter file beside a template. */
  jsonParametersFor(path: FilePath): ReadonlyMap<string, Node> {
    const source = this.open(path.replace(/\.bicep$/, '.parameters.json') as FilePath);
    const root = source && json.parse(source).documents[0]?.root;
    return new Map(
      entriesOf(get(root, 'parameters')).map(({ key, value }) => {
        const name = String(key.value);
        return [name, get(value, 'value') ?? missing(name, `parameter ${name} is kept in a vault`, value.span)];
      }),
    );
  }

  #findRoots(): ReadonlySet<FilePath> {
    const uses = new Map([...this.files.values()].map((file) => [file.source.path, usedBy(file)]));
    const used = new Set([...uses].flatMap(([user, targets]) => (isExample(user) ? [] : targets.filter((t) => t !== user))));
    const roots = new Set([...this.files.keys()].filter((path) => !used.has(path)));
    const reached = new Set<FilePath>();
    const reach = (from: Iterable<FilePath>): void => {
      const queue = new Set(from);
      // A set goes on over what is added while it is walked.
      for (const path of queue) {
        reached.add(path);
        for (const next of uses.get(path) ?? []) if (!reached.has(next)) queue.add(next);
      }
    };
    reach([...roots].filter((path) => !isExample(path)));
    // Files that only use one another have no root; the first of them stands for the rest.
    for (const path of this.files.keys()) {
      if (reached.has(path) || roots.has(path)) continue;
      roots.add(path);
      reach([path]);
    }
    return roots;
  }
}

/** The local files that a file takes in as modules. */
const usedBy = ({ source, tree }: ReadFile<'bicep'>): readonly FilePath[] =>
  tree.statements.flatMap((s) => (s.kind === 'module' ? (localPath(s, source) ?? []) : []));

/** The file that a module statement names; undefined when it is not in the repository. */
export function localPath({ path }: ModuleStatement, source: Source): FilePath | undefined {
  const written = literalText(path);
  return written === undefined || isRemote(written) ? undefined : pathWithin(folderOf(source.path), written);
}

/** A registry or a template spec. */
export const isRemote = (written: string): boolean => /^(br|ts)[:/]/.test(written);

/** The text of a string that is written without holes. */
export function literalText(x: Expression): string | undefined {
  if (x.kind !== 'string') return undefined;
  return x.parts.every((p) => p.kind === 'text') ? x.parts.map((p) => p.text).join('') : undefined;
}

/** What a file declares, by kind. */
export const statementsOf = <K extends BicepFile['statements'][number]['kind']>(
  { statements }: BicepFile,
  kind: K,
): readonly Extract<BicepFile['statements'][number], { kind: K }>[] =>
  statements.filter((s): s is Extract<typeof s, { kind: K }> => s.kind === kind);
