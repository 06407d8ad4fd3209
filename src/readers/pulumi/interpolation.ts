/** `${name.property["key"][0]}` in strings: where it stands and what path it names. */

/** A whole interpolation from `${` to `}`, as offsets of the string. */
export interface Interpolation {
  readonly start: number;
  readonly end: number;
  /** Undefined when what is written is no path. */
  readonly path: readonly string[] | undefined;
}

/** The interpolations of a string in order; `$${` writes `${`, and is given with an empty path. */
export function interpolationsOf(text: string): readonly Interpolation[] {
  const found: Interpolation[] = [];
  let from = 0;
  for (let start = text.indexOf('${', from); start >= 0; start = text.indexOf('${', from)) {
    if (text[start - 1] === '$') {
      found.push({ start: start - 1, end: start + 2, path: [] });
      from = start + 2;
      continue;
    }
    const end = text.indexOf('}', start);
    if (end < 0) break;
    found.push({ start, end: end + 1, path: pathOf(text.slice(start + 2, end)) });
    from = end + 1;
  }
  return found;
}

const step = /\.?([\w-]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]/y;

/** The steps of a path; undefined when something else is written. */
export function pathOf(written: string): readonly string[] | undefined {
  const text = written.trim();
  const path: string[] = [];
  step.lastIndex = 0;
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (!match) return undefined;
    path.push(match[1] ?? match[2] ?? match[3]?.replace(/\\(.)/g, '$1') ?? '');
  }
  return path.length > 0 ? path : undefined;
}
