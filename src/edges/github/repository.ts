/** A repository on GitHub, and what can be asked about its commits and files. */
import type { GitHub, Manner } from './client.js';
import { operation } from './operation.js';
import { at, listOf, numberAt, textAt } from './read.js';

/** Which repository, and who asks. */
export interface Hosted {
  readonly github: GitHub;
  readonly owner: string;
  readonly repo: string;
}

/** Something in a tree, as git has it. */
export interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  /** Bytes of a file. */
  readonly size: number | undefined;
}

/** What GitHub says of a file in a change. Its `patch` may be cut without a word, so nobody reads it. */
export interface FileChange {
  readonly path: string;
  readonly from: string | undefined;
  readonly status: string;
}

/** A branch that left another, and where. */
export interface Comparison {
  /** The commit that the base is today. */
  readonly base: string;
  readonly mergeBase: string;
  /** The first 300 at most. */
  readonly files: readonly FileChange[];
}

const compare = operation('GET /repos/{owner}/{repo}/compare/{basehead}', 'contents: read', (data): Comparison | undefined => {
  const base = textAt(data, 'base_commit', 'sha');
  const mergeBase = textAt(data, 'merge_base_commit', 'sha');
  const files = listOf(at(data, 'files') ?? [], fileChange);
  return base === undefined || mergeBase === undefined || files === undefined ? undefined : { base, mergeBase, files };
});

const commit = operation('GET /repos/{owner}/{repo}/commits/{ref}', 'contents: read', (data) => textAt(data, 'sha'));

const tree = operation('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', 'contents: read', (data) => {
  const entries = listOf(at(data, 'tree'), treeEntry);
  const cut = at(data, 'truncated');
  return entries === undefined || typeof cut !== 'boolean' ? undefined : { entries, cut };
});

const blob = operation('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', 'contents: read', (data) => {
  const content = textAt(data, 'content');
  return content !== undefined && at(data, 'encoding') === 'base64' ? Buffer.from(content, 'base64') : undefined;
});

const contents = operation('GET /repos/{owner}/{repo}/contents/{path}', 'contents: read', (data) => {
  const sha = textAt(data, 'sha');
  const size = numberAt(data, 'size');
  return sha === undefined || size === undefined ? undefined : { sha, size, isFile: at(data, 'type') === 'file' };
});

const pullFiles = operation('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', 'pull-requests: read', (data) =>
  listOf(data, fileChange),
);

/** Where `head` left `base`; each is a commit or a branch. */
export const comparisonOf = ({ github, ...place }: Hosted, base: string, head: string, manner: Manner = 'patiently'): Promise<Comparison> =>
  // The files come whole on the first page; commits are not needed.
  github.ask(compare, { ...place, basehead: `${base}...${head}`, per_page: 1 }, manner);

/** The commit that a name stands for. */
export const commitOf = ({ github, ...place }: Hosted, ref: string): Promise<string> => github.ask(commit, { ...place, ref });

/** One folder, or all that is below it. `cut`: GitHub has more than it lists. */
export const treeOf = (
  { github, ...place }: Hosted,
  sha: string,
  below: boolean,
): Promise<{ entries: readonly TreeEntry[]; cut: boolean }> =>
  github.ask(tree, { ...place, tree_sha: sha, ...(below ? { recursive: '1' } : {}) });

/** Bytes by blob id, up to 100 MB. */
export const blobOf = ({ github, ...place }: Hosted, sha: string): Promise<Buffer> => github.ask(blob, { ...place, file_sha: sha });

/** Which blob stands at a path. Its content comes by `blobOf`: here GitHub leaves it out above 1 MB. */
export const entryAt = ({ github, ...place }: Hosted, path: string, ref: string): Promise<{ sha: string; size: number; isFile: boolean }> =>
  github.ask(contents, { ...place, path, ref });

/** The files of a pull request. GitHub ends the list at 3 000 and does not say so. */
export const filesOfPull = ({ github, ...place }: Hosted, number: number): Promise<{ items: readonly FileChange[]; more: boolean }> =>
  github.all(pullFiles, { ...place, pull_number: number }, pullFileCap);

const pullFileCap = 3000;
/** Where GitHub ends the list of files of a comparison. */
export const compareFileCap = 300;

function fileChange(data: unknown): FileChange | undefined {
  const path = textAt(data, 'filename');
  const status = textAt(data, 'status');
  return path === undefined || status === undefined ? undefined : { path, status, from: textAt(data, 'previous_filename') };
}

function treeEntry(data: unknown): TreeEntry | undefined {
  const [path, mode, type, sha] = ['path', 'mode', 'type', 'sha'].map((name) => textAt(data, name));
  if (path === undefined || mode === undefined || type === undefined || sha === undefined) return undefined;
  return { path, mode, type, sha, size: numberAt(data, 'size') };
}
