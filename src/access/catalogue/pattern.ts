/** Wildcards over known names: `*` any run, `?` one character, in any case of letters. */

/** Linear in the name for each wildcard, whatever the pattern: patterns come from reviewed files. Both in lower case. */
export function matches(pattern: string, name: string): boolean {
  let p = 0;
  let star = -1;
  let resume = 0;
  for (let n = 0; n < name.length; ) {
    const c = pattern[p];
    if (c === '*') {
      star = p++;
      resume = n;
    } else if (c !== undefined && (c === '?' || c === name[n])) {
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

export const isPattern = (text: string): boolean => /[*?]/.test(text);
