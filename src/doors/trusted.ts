/** The user's own files of a review: config and waivers from the side that the change cannot edit, the registry from the head. */
import { EdgeError } from '../edges/edge-error.js';
import type { FilePath, Side, Source } from '../model/span.js';
import { filePath } from '../model/span.js';
import type { ChangeSource } from '../ports.js';

/** Where the repository keeps its terms. */
export const configPath = filePath('.github/identity-review.yml');
export const waiversPath = filePath('.github/identity-waivers.yml');

/** The first of the files that is there; one that cannot be read as text ends the run, silence would be a pass. */
export async function readOwn(source: ChangeSource, side: Side, paths: readonly FilePath[]): Promise<Source | undefined> {
  const contents = await source.read(side, paths);
  for (const [i, path] of paths.entries()) {
    const content = contents[i];
    if (!content) continue;
    if (content.kind === 'text') return { path, side, text: content.text };
    throw new EdgeError('cannot-read', content.kind === 'gap' ? `${path}: ${content.gap.reason}` : `${path} is not a text file.`);
  }
  return undefined;
}
