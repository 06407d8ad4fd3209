/** The patterns of CODEOWNERS: those of gitignore without `!` and `[…]`. Matched without backtracking, for the files are anybody's. */

/** Whether a path, relative to the root, is meant. */
export type PathPattern = (path: string) => boolean;

const anyDepth = '**';

/**
 * A pattern with a slash before its end starts at the root, any other one anywhere. What it matches is owned with everything below,
 * unless it ends with `/*`: that is one level, a rule of GitHub's own.
 */
export function pathPattern(written: string): PathPattern {
  const names = written.replace(/^\//, '').replace(/\/$/, '').split('/');
  const anchored = written.slice(0, -1).includes('/');
  const steps = [...(anchored ? [] : [anyDepth]), ...names].filter((name, i, all) => name !== anyDepth || all[i - 1] !== anyDepth);
  const [onlyBelow, oneLevel] = [written.endsWith('/'), written.endsWith('/*')];
  return (path) => reaches(steps, path.split('/'), onlyBelow, oneLevel);
}

/** Walks the path once, with the set of steps that can have been taken so far. */
function reaches(steps: readonly string[], path: readonly string[], onlyBelow: boolean, oneLevel: boolean): boolean {
  const last = steps.length - 1;
  let at = skipped(new Set([0]), steps);
  for (const [i, name] of path.entries()) {
    const next = new Set<number>();
    for (const step of at) {
      const isAny = steps[step] === anyDepth;
      if (isAny) next.add(step);
      if (isAny ? step === last : step <= last && nameMatches(steps[step] ?? '', name)) next.add(step + 1);
    }
    at = skipped(next, steps);
    if (at.has(steps.length) && (i === path.length - 1 ? !onlyBelow : !oneLevel)) return true;
  }
  return false;
}

/** `**` may stand for no folder at all, but at the end it stands for something. */
function skipped(at: Set<number>, steps: readonly string[]): Set<number> {
  for (const step of at) if (steps[step] === anyDepth && step < steps.length - 1) at.add(step + 1);
  return at;
}

/** One name against `*` and `?`: greedy with one point of return. */
function nameMatches(pattern: string, name: string): boolean {
  let [p, n, star, resume] = [0, 0, -1, 0];
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = n;
    } else if (pattern[p] === '?' || pattern[p] === name[n]) {
      p++;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
