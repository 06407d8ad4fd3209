/** Tags in both spellings: a map, and a list of `Key`/`Value` pairs. */
import type { Tag } from '../../model/fact.js';
import { textOf } from '../../model/text.js';
import { deref, get, type Node, stringOf } from '../../model/tree.js';
import type { Say } from '../entity.js';

/** Tags that are not known from the files are told as a gap: an owner may be among them. */
export function tagsOf(node: Node | undefined, say: Say): readonly Tag[] {
  if (!node) return [];
  const at = deref(node);
  if (at.kind === 'map') return at.entries.flatMap(({ key, value }) => tag(String(key.value), value));
  if (at.kind === 'list')
    return at.items.flatMap((item) => {
      const key = stringOf(get(item, 'Key') ?? get(item, 'key'));
      const value = get(item, 'Value') ?? get(item, 'value');
      if (key !== undefined && value) return tag(key, value);
      say.unresolved('a tag is not known from the files', item.span);
      return [];
    });
  if (at.kind !== 'scalar' || at.value !== null) say.unresolved('the tags are not known from the files', node.span);
  return [];
}

function tag(key: string, node: Node): readonly Tag[] {
  const value = textOf(node);
  return value ? [{ source: 'tag', key, value, span: node.span }] : [];
}
