/** Contract of this room: text → positioned tree. A syntax is a total function: it never throws, it gives what it could read and gaps for the rest. */
import type { Gap } from '../model/gap.js';
import type { Source } from '../model/span.js';
import type { Comment, Node } from '../model/tree.js';

/** One document of a file; JSON has at most one, YAML any number. */
export interface Document {
  readonly root: Node;
}

export interface Parsed {
  readonly documents: readonly Document[];
  readonly comments: readonly Comment[];
  readonly gaps: readonly Gap[];
}

export interface Syntax<Tree> {
  readonly id: string;
  parse(source: Source): Tree;
}

export const defineSyntax = <Tree>(syntax: Syntax<Tree>): Syntax<Tree> => syntax;

/** Limits that every syntax keeps. Past them there is a `too-large` gap, never a crash. */
export const limits = {
  /** Nesting of maps, lists and expressions. */
  depth: 200,
  /** Characters of one file; larger files are refused before they get here. */
  characters: 20_000_000,
  /** Nodes that resolving YAML aliases and merge keys may make per file. */
  aliasNodes: 100_000,
} as const;
