/** Names inside a checkout that lead somewhere else. */
import { lstatSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';

/** The first symbolic link on the way from a folder down to a file. None when the file is not below the folder, or is not there yet. */
export function linkBelow(folder: string, file: string): string | undefined {
  const names = relative(folder, resolve(folder, file)).split(sep);
  if (names[0] === '..') return undefined;
  return names.map((_, i) => join(folder, ...names.slice(0, i + 1))).find(isLink);
}

const isLink = (file: string): boolean => {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    // What is not there, or below something that is no folder, is no link; whoever opens it tells the trouble better.
    return false;
  }
};
