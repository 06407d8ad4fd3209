/** What `jsondecode` gives, with the places of its characters. */
import type { Node } from '../../model/tree.js';
import { openDocument } from '../../syntax/embedded.js';

/** Undefined when the text is not JSON or is not known at all. An encoded document is already what it decodes to. */
export function decodeJson(node: Node): Node | undefined {
  const opened = openDocument(node);
  return 'document' in opened ? opened.document : undefined;
}
