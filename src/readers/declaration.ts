/** Where a declaration written as `key: value` stands, and which comments are about it. */
import { lineAt, lineStarts, type Span, span } from '../model/span.js';
import type { Comment, Entry } from '../model/tree.js';

/** Key and value. The value of an alias stands elsewhere; the key is then all there is. */
export function declarationSpan({ key, value }: Entry): Span {
  const end = value.span.start >= key.span.end ? value.span.end : key.span.end;
  return span(key.span.source, key.span.start, end);
}

/** The comments of a declaration by its head and whole. */
export type CommentFinder = (head: Span, whole: Span) => readonly Comment[];

/**
 * Finds the comments of a declaration: inside it, on its first and last line, in the unbroken lines directly above its head, and in the
 * lines directly below that are indented deeper than its head (the end of a block that is commented out). `comments` are all of the file.
 */
export function commentFinder(comments: readonly Comment[]): CommentFinder {
  const ordered = [...comments].sort((a, b) => a.span.start - b.span.start);
  const indexAt = (offset: number): number => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((ordered[mid]?.span.start ?? 0) < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  };
  return (head, whole) => {
    let first = indexAt(head.start);
    for (let above = head; first > 0; first--) {
      const comment = ordered[first - 1];
      if (!comment || !standsAbove(comment.span, above) || columnOf(comment.span) > columnOf(head)) break;
      above = comment.span;
    }
    const bottom = endOfLine(whole);
    let next = indexAt(bottom);
    for (let end = bottom; next < ordered.length; next++) {
      const comment = ordered[next];
      if (!comment || columnOf(comment.span) <= columnOf(head) || !blankBetween(comment.span, end)) break;
      end = comment.span.end;
    }
    return ordered.slice(first, next);
  };
}

const columnOf = ({ source, start }: Span): number => start - (lineStarts(source)[lineAt(source, start)] ?? 0);

/** On a line of its own that is the one before. */
function standsAbove(comment: Span, below: Span): boolean {
  const line = lineAt(comment.source, comment.start);
  // Some syntaxes count the line break as the comment's last character.
  const last = lineAt(comment.source, Math.max(comment.start, comment.end - 1));
  return (
    last + 1 === lineAt(below.source, below.start) && !/\S/.test(comment.source.text.slice(lineStarts(comment.source)[line], comment.start))
  );
}

/** End of the line on which the last visible character of the declaration stands. */
function endOfLine({ source, start, end }: Span): number {
  let last = end;
  while (last > start && /\s/.test(source.text[last - 1] ?? '')) last--;
  return lineStarts(source)[lineAt(source, last) + 1] ?? source.text.length;
}

function blankBetween({ source, start }: Span, from: number): boolean {
  for (let i = from; i < start; i++) if (!/\s/.test(source.text[i] ?? '')) return false;
  return true;
}
