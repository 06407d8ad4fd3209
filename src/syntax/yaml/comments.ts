import { span } from '../../model/span.js';
import type { Comment } from '../../model/tree.js';
import type { Placed } from './build.js';

/** Comments of a text: what follows a `#` outside scalars, at the start of a line or behind white space. `scalars` holds ascending ranges. */
export function commentsOf({ source, text, place }: Placed, scalars: readonly number[]): readonly Comment[] {
  const comments: Comment[] = [];
  let next = 0;
  for (let i = text.indexOf('#'); i !== -1; ) {
    while ((scalars[next + 1] ?? Number.POSITIVE_INFINITY) <= i) next += 2;
    if ((scalars[next] ?? Number.POSITIVE_INFINITY) <= i) {
      i = text.indexOf('#', scalars[next + 1]);
    } else if (i > 0 && !/\s/.test(text.charAt(i - 1))) {
      i = text.indexOf('#', i + 1);
    } else {
      let end = i;
      while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
      const at = span(source, place(i), place(end));
      // A blanked line of a template may begin with a `#` that its author did not write.
      if (source.text[at.start] === '#') comments.push({ text: text.slice(i, end).replace(/^#+/, '').trim(), span: at });
      i = text.indexOf('#', end);
    }
  }
  return comments;
}
