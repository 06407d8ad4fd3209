/** Contract of this room: the trees of one scope → one tool's resources. A reader knows its tool's notion of a resource and a reference; it knows no cloud. */
import type { Gap } from '../model/gap.js';
import type { Dialect, Move, Resource } from '../model/resource.js';
import type { FilePath, Source } from '../model/span.js';

import type { BicepFile } from '../syntax/bicep/ast.js';
import type { HclFile } from '../syntax/hcl/ast.js';

import type { Parsed } from '../syntax/syntax.js';

/** What each syntax yields. */
export interface Trees {
  readonly yaml: Parsed;
  readonly json: Parsed;
  readonly hcl: HclFile;
  readonly bicep: BicepFile;
}
export type SyntaxId = keyof Trees;

export interface ReadFile<S extends SyntaxId> {
  readonly source: Source;
  readonly tree: Trees[S];
}

/** What a reader is handed: all files of one scope that match its globs, parsed. */
export interface Unit<S extends SyntaxId> {
  /** The file path for scope `file`, the folder for `directory`, `''` for `tree`. */
  readonly scope: string;
  readonly files: readonly ReadFile<S>[];
  /** Another file of the same side by path (a template, a local module); undefined when there is none. Counted and limited by the core. */
  readonly open: (path: FilePath) => Source | undefined;
  /** The files of another folder of the same side that match the reader's globs (for scope `file`: its globs of `beside`), parsed. */
  readonly folder?: (folder: string) => readonly ReadFile<S>[];
  /** For scope `directory`: the paths of all files of the same side in and below a folder, whatever they are. */
  readonly below?: (folder: string) => readonly FilePath[];
}

export interface ReadResult {
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  readonly moves: readonly Move[];
  /** Where files are read as parts of others: the core leaves out the resources whose scope is such a part. */
  readonly wholes?: readonly Whole[];
}

/** A file that took others in: their resources are among its own, with the inputs that it gives them. */
export interface Whole {
  readonly of: FilePath;
  readonly parts: readonly FilePath[];
}

export interface Reader<S extends SyntaxId = SyntaxId> {
  readonly id: string;
  readonly dialect: Dialect;
  /** What it reads, for the support matrix. */
  readonly title: string;
  /** Which syntax parses a file is chosen by the first glob that matches its path (minimatch, `dot: true`). */
  readonly files: Readonly<Partial<Record<S, readonly string[]>>>;
  /** For scope `file`: what it may look at besides, in any folder (`Unit.folder`). A change to one of these is not its business. */
  readonly beside?: Readonly<Partial<Record<S, readonly string[]>>>;
  /** How much must be read together: a changed file alone, its whole folder, or the whole tree. */
  readonly scope: 'file' | 'directory' | 'tree';
  /**
   * For scope `directory`: which of the folders asked for a file makes part of its own folder (local modules). A folder that others use is
   * read through them, and alone only when nobody does.
   */
  readonly uses?: (source: Source, asked: ReadonlySet<string>) => readonly string[];
  /** Globs of the files that `uses` is asked about; all that the reader reads when it does not say. */
  readonly users?: readonly string[];
  /**
   * For scope `directory`: files of other formats that a folder may take in as data, and whether one of its files mentions any of those that
   * changed. The folder is then read again although nothing in it changed.
   */
  readonly takes?: { readonly files: readonly string[]; readonly oneOf: (source: Source, paths: ReadonlySet<string>) => boolean };
  read(unit: Unit<S>): ReadResult;
}

export const defineReader = <S extends SyntaxId>(reader: Reader<S>): Reader<S> => reader;
