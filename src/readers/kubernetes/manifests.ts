/** The objects of a file, each with what is known of its place: what an overlay, a chart or nobody goes on to change. */
import type { Gap } from '../../model/gap.js';
import type { FilePath, Span } from '../../model/span.js';
import { span } from '../../model/span.js';
import type { Comment } from '../../model/tree.js';
import { commentFinder } from '../declaration.js';
import type { ReadFile } from '../reader.js';
import { type KubernetesObject, objectsOf } from './objects.js';
import { withHoles } from './templates.js';

/** An object on its way to being a resource. */
export interface Manifest extends KubernetesObject {
  readonly path: FilePath;
  /** The whole declaration, which stays where it is whatever changes the body. */
  readonly span: Span;
  readonly comments: readonly Comment[];
  /** What it was called before overlays renamed it: their patches may still use those names. */
  readonly formerly?: readonly FormerName[];
  /** Where the object has no name of its own. */
  readonly label?: string;
}

/** A name within a namespace, as written. */
export interface FormerName {
  readonly name: string;
  readonly namespace: string | undefined;
}

export type ManifestFile = ReadFile<'yaml' | 'json'>;

/** All objects of a file, in their order. */
export function manifestsOf({ source, tree }: ManifestFile, gaps: Gap[]): readonly Manifest[] {
  const found = tree.documents.flatMap(({ root }) => objectsOf(root, gaps));
  if (found.length === 0) return [];
  const objects = source.text.includes('{{') ? found.map((o) => ({ ...o, body: withHoles(o.body) })) : found;
  const commentsOf = commentFinder(tree.comments);
  return objects.map((object, i) => {
    const whole = i === 0 ? withMarker(object.body.span) : object.body.span;
    return { ...object, path: source.path, span: object.body.span, comments: commentsOf(whole, whole) };
  });
}

/** A file often begins with a comment and `---`: with no other object above it, the comment is about the first. */
function withMarker(body: Span): Span {
  const lead = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?=---[ \t]*(?:#[^\r\n]*)?\r?\n$)/.exec(body.source.text.slice(0, body.start));
  return lead ? span(body.source, lead[0].length, body.end) : body;
}
