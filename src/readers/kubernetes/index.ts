/** Kubernetes manifests: every object of every document, lists taken apart. Rendered Helm and Kustomize output are the same thing. */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { type Span, span } from '../../model/span.js';
import { address, dig, get } from '../../model/tree.js';
import { commentFinder } from '../declaration.js';
import { defineReader, type ReadFile } from '../reader.js';
import { Labels, labelOf } from './labels.js';
import { type KubernetesObject, objectsOf } from './objects.js';
import { withHoles } from './templates.js';

/** Manifests refer to each other by name, and names are looked up in the whole folder. */
export const kubernetes = defineReader<'yaml' | 'json'>({
  id: 'kubernetes',
  dialect: 'kubernetes',
  title: 'Kubernetes manifests',
  files: { yaml: ['**/*.{yaml,yml}'], json: ['**/*.json'] },
  scope: 'directory',
  read(unit) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    const labels = new Labels();
    for (const file of unit.files) readFile(file, unit.scope, labels, resources, gaps);
    return { resources, gaps, moves: [] };
  },
});

function readFile(file: ReadFile<'yaml' | 'json'>, scope: string, labels: Labels, resources: Resource[], gaps: Gap[]): void {
  const found = file.tree.documents.flatMap(({ root }) => objectsOf(root, gaps));
  if (found.length === 0) return;
  const objects = file.source.text.includes('{{') ? found.map((o) => ({ ...o, body: withHoles(o.body) })) : found;
  const commentsOf = commentFinder(file.tree.comments);
  for (const [i, object] of objects.entries()) {
    const { body } = object;
    const whole = i === 0 ? withMarker(body.span) : body.span;
    const label = labels.unique(labelOf(object), file.source.path);
    const head = headOf(object);
    resources.push({
      dialect: 'kubernetes',
      type: typeOf(object),
      address: address(scope, label),
      label,
      scope,
      body,
      span: body.span,
      head,
      comments: commentsOf(whole, whole),
    });
  }
}

/** `<group>/<Kind>`; the core group has no name. */
function typeOf({ apiVersion, kind }: KubernetesObject): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}

function headOf({ body }: KubernetesObject): Span {
  const named = dig(body, 'metadata', 'name') ?? dig(body, 'metadata', 'generateName') ?? get(body, 'kind') ?? body;
  return named.span;
}

/** A file often begins with a comment and `---`: with no other object above it, the comment is about the first. */
function withMarker(body: Span): Span {
  const lead = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*(?=---[ \t]*(?:#[^\r\n]*)?\r?\n$)/.exec(body.source.text.slice(0, body.start));
  return lead ? span(body.source, lead[0].length, body.end) : body;
}
