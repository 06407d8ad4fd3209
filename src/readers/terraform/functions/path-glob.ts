/** The patterns of `fileset`, matched in time that does not run away: `*`, `?`, whole steps of `**`, and alternatives in braces. */

/** What alternatives in braces may come to. */
const mostPatterns = 64;

/** Undefined for a pattern that is more than that, or too long to be looked at. */
export function matchesGlob(pattern: string, path: string): boolean | undefined {
  if (/[[\]\\!]/.test(pattern) || pattern.length > 200) return undefined;
  const steps = path.split('/');
  return alternatives(pattern)?.some((one) => matchesSteps(one.split('/'), steps));
}

/** `a{b,c}` is `ab` and `ac`. Undefined for braces within braces, over more than one step, or without their other half. */
function alternatives(pattern: string): readonly string[] | undefined {
  let all: readonly string[] = [''];
  for (const piece of pattern.split(/(\{[^{}]*\})/)) {
    const choices = piece.startsWith('{') && piece.endsWith('}') ? piece.slice(1, -1).split(',') : [piece];
    if (/[{}]/.test(choices.join('')) || (choices[0] !== piece && piece.includes('/'))) return undefined;
    all = all.flatMap((start) => choices.map((end) => start + end));
    if (all.length > mostPatterns) return undefined;
  }
  return all;
}

/** A row of answers for each step of the pattern: which beginnings of the path it may end at. */
function matchesSteps(pattern: readonly string[], path: readonly string[]): boolean {
  let reached: readonly boolean[] = path.map(() => false);
  let atStart = true;
  for (const step of pattern) {
    const next = path.map(() => false);
    for (const [i, part] of path.entries()) {
      const before = i === 0 ? atStart : (reached[i - 1] ?? false);
      next[i] = step === '**' ? before || (next[i - 1] ?? false) || (reached[i] ?? false) : before && matchesStep(step, part);
    }
    if (step !== '**') atStart = false;
    reached = next;
  }
  return reached.at(-1) ?? false;
}

/** Goes back to the last star alone, so that each star costs one walk at most. */
function matchesStep(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let i = 0;
  while (i < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      resume = i;
    } else if (pattern[at] === '?' || pattern[at] === text[i]) {
      at++;
      i++;
    } else if (star >= 0) {
      at = star + 1;
      i = ++resume;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
