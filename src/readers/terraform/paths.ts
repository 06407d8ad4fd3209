/** Paths inside the repository. */

/** Resolves `.` and `..` against a folder; undefined when the path leaves the repository. */
export function resolvePath(folder: string, relative: string): string | undefined {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of relative.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}
