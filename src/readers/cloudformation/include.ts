/** `AWS::Include`: a snippet of a template that is kept in a file of its own. */
import type { FilePath } from '../../model/span.js';
import { dig, get, type Node, stringOf } from '../../model/tree.js';
import type { Evaluation } from './evaluation.js';
import { type Library, localPath } from './library.js';
import { knownText } from './text.js';

/**
 * Opens what an `AWS::Include` names by a path beside its template. Undefined for other macros, for snippets that are kept elsewhere
 * (S3) and for one that includes itself.
 */
export function includedBy(from: FilePath, library: Library, evaluation: () => Evaluation): (transform: Node) => Node | undefined {
  const opening = new Set<FilePath>();
  return (transform) => {
    const e = evaluation();
    const location = dig(transform, 'Parameters', 'Location');
    const written = location && stringOf(get(transform, 'Name')) === 'AWS::Include' ? knownText(e.evaluate(location, 'one')) : undefined;
    const path = written === undefined ? undefined : localPath(from, written);
    if (path === undefined || opening.has(path)) return undefined;
    const file = library.file(path);
    const root = file?.tree.documents[0]?.root;
    if (!file || !root || !e.afford(file.source.text.length)) return undefined;
    opening.add(path);
    const content = e.evaluate(root);
    opening.delete(path);
    return content;
  };
}
