/** The nearest right word, for whoever mistyped one. */

/** Levenshtein distance, given up on above `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word that is meant most likely; undefined when none is near. Words over 80 characters are not compared. */
export function nearest(wrong: string, words: Iterable<string>): string | undefined {
  if (wrong.length > 80) return undefined;
  const meant = wrong.toLowerCase().replaceAll(/[_\s]/g, '-');
  const limit = Math.max(1, Math.floor(wrong.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const word of words) {
    // A bare last part (`kind` for `subject.kind`) counts as nearly right.
    const d = word.endsWith(`.${wrong}`) ? 0 : distance(meant, word.toLowerCase(), limit);
    if (d < least) [best, least] = [word, d];
  }
  return best;
}

/** `Did you mean …?`, else all the words there are when they are few. */
export function suggest(wrong: string, words: readonly string[]): string {
  const near = nearest(wrong, words);
  if (near) return `Did you mean \`${near}\`?`;
  return words.length > 0 && words.length <= 16 ? `It is one of ${words.map((w) => `\`${w}\``).join(', ')}.` : '';
}
