/** Paths that are written in a file, relative to its folder. */
import { type FilePath, filePath } from '../model/span.js';

/** The path from the repository's root; undefined when it leads out of the repository or is absolute. */
export function pathWithin(folder: string, written: string): FilePath | undefined {
  if (written.startsWith('/') || /^[A-Za-z]:/.test(written)) return undefined;
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of written.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return filePath(steps.join('/'));
}
