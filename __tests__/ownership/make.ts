/** Files for the tests of this room. */
import type { Tag } from '../../src/model/fact.js';
import { filePath, type Source, span } from '../../src/model/span.js';
import { type Text, text } from '../../src/model/text.js';
import type { Comment } from '../../src/model/tree.js';

export const sourceOf = (content: string, path = '.github/file'): Source => ({ path: filePath(path), side: 'head', text: content });

const place = span(sourceOf(''), 0, 0);
export const comment = (said: string): Comment => ({ text: said, span: place });
export const tag = (key: string, value: string | Text, source: Tag['source'] = 'tag'): Tag => ({
  source,
  key,
  value: typeof value === 'string' ? text(value, place) : value,
  span: place,
});
export const hole = (name: string): Text => ({ parts: [{ name }], span: place });
