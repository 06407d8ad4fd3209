/** The texts of both sides, each fetched once. */
import { type Gap, gap } from '../model/gap.js';
import type { FilePath, Side, Source } from '../model/span.js';
import type { ChangedFile, ChangeSource, Content } from '../ports.js';

/** The paths that a change is about: a renamed file has two. */
export const pathsOf = (c: ChangedFile): readonly FilePath[] => (c.from ? [c.path, c.from] : [c.path]);

/** How many files readers may ask for besides those of their units. */
const mostAskedFor = 10_000;

/** A file on its way through: its text, or the bytes of one that has none. */
export interface Passing {
  readonly source: Source;
  readonly binary?: Uint8Array;
}

/** Sources by side and path. A file that the change does not touch is read once and is one `Source` for both sides. */
export class Files {
  readonly gaps: Gap[] = [];
  bytes = 0;
  /** Paths that were read as text, on either side. */
  readonly texts = new Set<string>();
  private askedFor = 0;
  private readonly loaded: Record<Side, Map<FilePath, Source | undefined>> = { base: new Map(), head: new Map() };
  private readonly differs: ReadonlySet<string>;

  constructor(
    private readonly source: ChangeSource,
    changed: readonly ChangedFile[],
  ) {
    this.differs = new Set(changed.flatMap(pathsOf));
  }

  /** The text of a file, or undefined when it is not there, is binary or could not be read (then there is a gap). */
  get(side: Side, path: FilePath): Source | undefined {
    return this.loaded[this.sideOf(side, path)].get(path);
  }

  isLoaded(side: Side, path: FilePath): boolean {
    return this.loaded[this.sideOf(side, path)].has(path);
  }

  async load(side: Side, paths: readonly FilePath[]): Promise<void> {
    const missing = [...new Set(paths)].filter((p) => !this.isLoaded(side, p));
    for (const at of ['base', 'head'] as const) {
      const here = missing.filter((p) => this.sideOf(side, p) === at);
      if (here.length === 0) continue;
      const contents = await this.source.read(at, here);
      for (const [i, path] of here.entries()) this.loaded[at].set(path, this.accept(at, path, contents[i]));
    }
  }

  /** What is looked at once: what is not loaded yet is read and not kept. A binary file has no text, which is no gap here. */
  async passing(side: Side, paths: readonly FilePath[]): Promise<readonly Passing[]> {
    const unread = paths.filter((path) => !this.isLoaded(side, path));
    const contents = unread.length === 0 ? [] : await this.source.read(side, unread);
    const read = new Map(unread.map((path, i) => [path, contents[i]]));
    return paths.flatMap((path) => {
      const content = read.get(path);
      if (content?.kind === 'binary') return content.content ? { source: { path, side, text: '' }, binary: content.content } : [];
      const source = read.has(path) ? this.accept(side, path, content) : this.get(side, path);
      return source ? { source } : [];
    });
  }

  /** Loads what a reader asks for, until it has asked for too much; then the rest counts as not there, and there is a gap. */
  async loadAskedFor(side: Side, paths: readonly FilePath[]): Promise<void> {
    const granted = paths.slice(0, Math.max(0, mostAskedFor - this.askedFor));
    await this.load(side, granted);
    for (const path of paths.slice(granted.length)) this.loaded[this.sideOf(side, path)].set(path, undefined);
    if (granted.length < paths.length && this.askedFor < mostAskedFor)
      this.gaps.push(gap('too-large', `files refer to more than ${mostAskedFor} further files; the rest of them is not read`));
    this.askedFor += paths.length;
  }

  private sideOf(side: Side, path: FilePath): Side {
    return this.differs.has(path) ? side : 'head';
  }

  private accept(side: Side, path: FilePath, content: Content | undefined): Source | undefined {
    if (!content) return undefined;
    if (content.kind === 'text') {
      this.bytes += content.bytes;
      this.texts.add(path);
      return { path, side, text: content.text };
    }
    this.gaps.push(content.kind === 'gap' ? content.gap : gap('unparsed', 'the file is binary although its name says text', path));
    return undefined;
  }
}
