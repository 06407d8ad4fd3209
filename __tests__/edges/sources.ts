/** Opening what is closed again, and asking for one file. */
import { type GitOptions, type GitSource, openGit } from '../../src/edges/git.js';
import { filePath, type Side } from '../../src/model/span.js';
import type { ChangeSource } from '../../src/ports.js';
import { newRepository, type TestRepository } from './repository.js';

const opened: ChangeSource[] = [];

export const closeSources = (): Promise<unknown> => Promise.all(opened.splice(0).map((source) => source.close()));

export async function open(repository: { path: string }, options?: GitOptions): Promise<GitSource> {
  const source = await openGit(repository.path, options);
  opened.push(source);
  return source;
}

/** The text of a file, or a word for what is there instead. */
export async function text(source: ChangeSource, side: Side, path: string): Promise<string | undefined> {
  const [content] = await source.read(side, [filePath(path)]);
  return content?.kind === 'text' ? content.text : content?.kind === 'gap' ? `${content.gap.kind}: ${content.gap.reason}` : content?.kind;
}

/** A branch `feature` off `main`, which goes on after it. */
export function branched(base: Record<string, string | Buffer>, head: Record<string, string | Buffer>): TestRepository {
  const repository = newRepository();
  repository.commit(base);
  repository.git('checkout', '--quiet', '-b', 'feature');
  repository.commit(head);
  repository.git('checkout', '--quiet', 'main');
  repository.commit({ 'later.tf': 'on main' });
  repository.git('checkout', '--quiet', 'feature');
  return repository;
}
