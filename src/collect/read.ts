/** Hands each unit of files to its reader, parsed once per file and syntax, and fetches what a reader finds that it also needs. */
import { type Gap, gap } from '../model/gap.js';
import type { Move, Resource } from '../model/resource.js';
import type { FilePath, Side, Source } from '../model/span.js';
import type { Reader, ReadFile, ReadResult, SyntaxId, Trees, Unit } from '../readers/reader.js';
import { limits, type Syntax } from '../syntax/syntax.js';
import { type Collected, matcher, type Work } from './collect.js';
import { distinct } from './distinct.js';
import type { Files } from './files.js';
import { partsOf } from './wholes.js';

export type Syntaxes = { readonly [S in SyntaxId]: Syntax<Trees[S]> };

/** Everything that was read on one side. */
export interface ReadSide {
  readonly resources: readonly Resource[];
  readonly moves: readonly Move[];
  readonly gaps: readonly Gap[];
}

interface Matching {
  readonly id: SyntaxId;
  readonly matches: (path: string) => boolean;
}

/** How often a reader may find that it needs further files: a chain of local modules takes one round for each link. */
const rounds = 12;

export class Reading {
  private readonly matching = new Map<Reader, readonly Matching[]>();
  private readonly trees = new Map<Source, Map<SyntaxId, Trees[SyntaxId]>>();

  constructor(
    private readonly collected: Collected,
    private readonly syntaxes: Syntaxes,
  ) {}

  async side(side: Side): Promise<ReadSide> {
    const results: (ReadResult & Pick<Work, 'reader'>)[] = [];
    for (const work of this.collected.work) results.push({ reader: work.reader, ...(await this.unit(work, side)) });
    const parts: ReadonlySet<string> = partsOf(results.flatMap((r) => r.wholes ?? []));
    return {
      resources: distinct(results).filter((r) => !parts.has(r.scope)),
      moves: results.flatMap((r) => r.moves),
      gaps: [...results.flatMap((r) => r.gaps), ...this.syntaxGaps(side)],
    };
  }

  /** Reads again when the reader asked for files that were not loaded: reading is a pure function of the files. */
  private async unit(work: Work, side: Side): Promise<ReadResult> {
    const { files } = this.collected;
    const { reader, scope, paths, around } = work;
    const parsed = this.parseAll(reader, paths[side], side);
    // A side on which the scope has no part: what is there is read elsewhere.
    if (parsed.length === 0) return { resources: [], moves: [], gaps: [] };
    for (let round = 1; ; round++) {
      const wanted = new Set<FilePath>();
      const folder = (name: string): Unit<SyntaxId>['files'] => {
        const here = around.in(side, name);
        for (const path of here) if (!files.isLoaded(side, path)) wanted.add(path);
        return this.parseAll(reader, here, side);
      };
      const below = (name: string): readonly FilePath[] => around.below(side, name);
      const result = reader.read({ scope, files: parsed, open: opener(files, side, wanted), folder, below });
      if (wanted.size === 0) return result;
      if (round === rounds) return { ...result, gaps: [...result.gaps, tooDeep(scope)] };
      await files.loadAskedFor(side, [...wanted]);
    }
  }

  private parseAll(reader: Reader, paths: readonly FilePath[], side: Side): Unit<SyntaxId>['files'] {
    const bySyntax = this.syntaxesOf(reader);
    return paths.flatMap((path): ReadFile<SyntaxId>[] => {
      const source = this.collected.files.get(side, path);
      const syntax = bySyntax.find((s) => s.matches(path))?.id;
      return source && syntax ? [{ source, tree: this.parse(source, syntax) }] : [];
    });
  }

  /** Globs are compiled once for each reader: it may look into many folders. */
  private syntaxesOf(reader: Reader): readonly Matching[] {
    const known = this.matching.get(reader);
    if (known) return known;
    const made = [...Object.entries(reader.files), ...Object.entries(reader.beside ?? {})].map(([id, globs]) => ({
      id: id as SyntaxId,
      matches: matcher(globs),
    }));
    this.matching.set(reader, made);
    return made;
  }

  private parse(source: Source, id: SyntaxId): Trees[SyntaxId] {
    const known = this.trees.get(source) ?? new Map<SyntaxId, Trees[SyntaxId]>();
    this.trees.set(source, known);
    const tree = known.get(id) ?? this.syntaxes[id].parse(short(source));
    known.set(id, tree);
    return tree;
  }

  /** One side's own files speak; a file that both sides share speaks for head. */
  private syntaxGaps(side: Side): readonly Gap[] {
    return [...this.trees].flatMap(([source, trees]) =>
      source.side !== side
        ? []
        : [
            ...[...trees.values()].flatMap((t) => t.gaps),
            ...(source.text.length > limits.characters ? [gap('too-large', 'the file is too large to be read', source.path)] : []),
          ],
    );
  }
}

const tooDeep = (scope: string): Gap =>
  gap(
    'too-large',
    `files of ${scope || 'the top folder'} refer to further files in more than ${rounds} steps; what lies behind is not read`,
  );

/** A text past the limit is read as an empty one; its gap says so. */
const short = (source: Source): Source => (source.text.length > limits.characters ? { ...source, text: '' } : source);

const opener =
  (files: Files, side: Side, wanted: Set<FilePath>) =>
  (path: FilePath): Source | undefined => {
    if (!files.isLoaded(side, path)) wanted.add(path);
    return files.get(side, path);
  };
