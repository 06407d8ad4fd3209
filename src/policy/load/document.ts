/** A user's YAML file as plain data, which still knows where each part of it stands. */
import { ConfigError } from '../../model/config-error.js';
import type { Gap } from '../../model/gap.js';
import { locate, type Source, type Span, span } from '../../model/span.js';
import type { MapNode, Node, OffsetMap } from '../../model/tree.js';
import { yaml } from '../../syntax/yaml/index.js';
import type { Path, Problem, Report } from '../problem.js';

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

export interface UserFile {
  readonly source: Source;
  /** `undefined` when the file is empty. */
  readonly data: Plain | undefined;
  /** What is wrong with the text itself. */
  readonly errors: readonly ConfigError[];
  /** The part of the file that a problem is about. */
  readonly spanOf: (problem: Problem) => Span;
  /** Gives a problem its place. */
  readonly errorOf: (problem: Problem) => ConfigError;
}

const errorAt = (at: Span, message: string, mend: string): ConfigError => {
  const { path, startLine, startColumn } = locate(at);
  return new ConfigError(message, { file: path, line: startLine, column: startColumn }, mend);
};

/** Where the offset of a decoded string stands in the file. */
function sourceOffset({ from, to }: OffsetMap, offset: number): number {
  let i = from.length - 1;
  while (i > 0 && (from[i] ?? 0) > offset) i--;
  return (to[i] ?? 0) + offset - (from[i] ?? 0);
}

function child(node: Node, step: string | number): Node | undefined {
  if (node.kind === 'list') return typeof step === 'number' ? node.items[step] : undefined;
  return node.kind === 'map' ? node.entries.findLast((e) => String(e.key.value) === String(step))?.value : undefined;
}

/** The node at the path, or the deepest one on the way that exists. */
function nodeAt(root: Node, path: Path): Node {
  let at = root;
  for (const step of path) {
    const next = child(at, step);
    if (!next) return at;
    at = next;
  }
  return at;
}

function spanOf(root: Node, { at, atKey, range }: Problem): Span {
  const last = at.at(-1);
  const node = nodeAt(root, at);
  if (atKey && last !== undefined) {
    const parent = nodeAt(root, at.slice(0, -1));
    const entry = parent.kind === 'map' ? parent.entries.findLast((e) => String(e.key.value) === String(last)) : undefined;
    return entry?.key.span ?? node.span;
  }
  if (range && node.kind === 'scalar' && node.offsets) {
    return span(node.span.source, sourceOffset(node.offsets, range.start), sourceOffset(node.offsets, range.end));
  }
  // A block's span starts at its first entry, a missing part is told at the block that lacks it.
  return node.span;
}

/** Plain data of a tree. Keys are strings; duplicates are reported, since nobody means them. */
class Plainer {
  readonly errors: ConfigError[] = [];

  of(node: Node): Plain {
    switch (node.kind) {
      case 'map':
        return this.#map(node);
      case 'list':
        return node.items.map((item) => this.of(item));
      case 'scalar':
        return node.value;
      default:
        this.errors.push(errorAt(node.span, 'This value cannot be used here.', 'Write it out.'));
        return null;
    }
  }

  #map(node: MapNode): Plain {
    const seen = new Map<string, Plain>();
    for (const { key, value } of node.entries) {
      const name = String(key.value);
      if (seen.has(name)) this.errors.push(errorAt(key.span, `\`${name}\` is there twice.`, 'Remove one of them.'));
      seen.set(name, this.of(value));
    }
    // fromEntries defines own properties, so that a key `__proto__` is data like any other.
    return Object.fromEntries(seen);
  }
}

const gapError = (source: Source, { reason, at }: Gap): ConfigError =>
  errorAt(at && typeof at === 'object' ? at : span(source, 0, 0), reason, 'Correct the YAML.');

/** Reads one document of plain YAML. */
export function readUserFile(source: Source): UserFile {
  const { documents, gaps } = yaml.parse(source);
  const [first, second] = documents;
  const errors = gaps.map((g) => gapError(source, g));
  if (second) errors.push(errorAt(second.root.span, 'The file has more than one document.', 'Remove the `---`.'));
  const plainer = new Plainer();
  const data = first && plainer.of(first.root);
  errors.push(...plainer.errors);
  const whole = span(source, 0, 0);
  const place = (problem: Problem): Span => (first ? spanOf(first.root, problem) : whole);
  return {
    source,
    data: data === null ? undefined : data,
    errors,
    spanOf: place,
    errorOf: (problem) => errorAt(place(problem), problem.message, problem.mend),
  };
}

/** Collects problems as errors of one file. */
export const into =
  (errors: ConfigError[], file: UserFile): Report =>
  (problem) =>
    errors.push(file.errorOf(problem));
