/** All files of a commit, listed by GitHub. It lists 100 000 entries or 7 MB at once; what is larger is listed folder by folder. */
import { isFileMode, leftOut } from '../git/tree.js';
import { TreeViewBuilder } from '../tree-view.js';
import { type Hosted, type TreeEntry, treeOf } from './repository.js';

/** A file of a commit: its blob, or, where no list has it, to be asked for by path. */
export type InCommit = { readonly sha: string; readonly size: number | undefined } | 'by-path';

/** One side, and the folders (`''`, `a/b/`) of which not all is listed. */
export interface ApiTree {
  readonly view: TreeViewBuilder<InCommit>;
  readonly unlisted: readonly string[];
}

/** Lists trees of one repository; folders that both sides have alike are asked for once. */
export class Trees {
  private readonly known = new Map<string, ReturnType<typeof treeOf>>();

  constructor(
    private readonly hosted: Hosted,
    /** So many lists may be asked for. */
    private readonly limit: number,
  ) {}

  async list(commit: string): Promise<ApiTree> {
    const view = new TreeViewBuilder<InCommit>();
    const unlisted: string[] = [];
    const waiting = [{ sha: commit, prefix: '' }];
    for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
      const whole = await this.ask(folder.sha, true);
      if (whole && !whole.cut) add(view, folder.prefix, whole.entries);
      else {
        const near = await this.ask(folder.sha, false);
        if (!near || near.cut) unlisted.push(folder.prefix);
        add(view, folder.prefix, near?.entries ?? []);
        for (const { type, sha, path } of near?.entries ?? [])
          if (type === 'tree') waiting.push({ sha, prefix: `${folder.prefix}${path}/` });
      }
    }
    return { view, unlisted: unlisted.sort() };
  }

  private ask(sha: string, below: boolean): ReturnType<typeof treeOf> | undefined {
    const key = `${sha} ${below}`;
    const known = this.known.get(key);
    if (known || this.known.size >= this.limit) return known;
    const asked = treeOf(this.hosted, sha, below);
    this.known.set(key, asked);
    return asked;
  }
}

function add(view: TreeViewBuilder<InCommit>, prefix: string, entries: readonly TreeEntry[]): void {
  for (const { path, mode, type, sha, size } of entries)
    if (type !== 'tree') view.add(prefix + path, isFileMode(mode) ? { kind: 'file', where: { sha, size } } : leftOut(mode, sha));
}
