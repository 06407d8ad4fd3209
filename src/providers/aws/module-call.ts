/**
 * A call of a Terraform module that is kept elsewhere. What the module makes is not known, but a policy document, a start script or a role
 * that is handed to it means what it says. A module in the same files speaks for itself.
 */
import { deref, entriesOf, get, itemsOf, list, type MapNode, map, type Node, scalar, stringOf } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { secretsInScript } from './literals.js';
import { endsOf } from './names.js';
import { guards, sayDocument } from './policy-document.js';

export const moduleCall = defineEntity({
  id: 'aws.module-call',
  title: 'Policies, scripts and roles handed to a module',
  spelled: {
    terraform: {
      type: 'module',
      fields: {
        source: 'source',
        documents: { at: 'documents', fields: { document: 'document' } },
        script: 'user_data',
        encoded: 'user_data_base64',
        profile: 'iam_instance_profile',
      },
      adapt: withDocuments,
    },
  },
  means: (r, say) => {
    if (/^\.{1,2}\//.test(stringOf(r.get('source')) ?? '')) return;
    const documents = r.nested('documents').flatMap((d) => d.document('document') ?? []);
    const secrets = [r.get('script'), r.get('encoded')].flatMap((script) => secretsInScript(script, say));
    const profiles = endsOf(r.get('profile'), 'instance-profile', say);
    if (documents.length + secrets.length + profiles.length === 0) return;
    const gives = documents.length > 0 && !documents.some(guards);
    say.subject({ category: gives ? 'permission-set' : 'resource', name: undefined });
    for (const document of documents) sayDocument(document, 'policy handed to a module', say);
    for (const secret of secrets) say.credential(secret);
    for (const profile of profiles) say.link('runs-as', profile, 'module', profile.name.span);
  },
});

/** The body with all policy documents among its inputs in one list: inputs that are called a policy, and fields of theirs that are. */
function withDocuments(body: MapNode): MapNode {
  const documents = body.entries.flatMap(({ key, value }) => documentsIn(String(key.value), value));
  return { ...body, entries: [...body.entries, { key: scalar('documents', body.span), value: list(documents, body.span) }] };
}

function documentsIn(name: string, value: Node): readonly Node[] {
  if (!isPolicyName(name)) return [];
  if (isDocument(value)) return [map([{ key: scalar('document', value.span), value }], value.span)];
  return itemsOf(value).flatMap((item) =>
    entriesOf(item).flatMap(({ key, value: inner }) => (isDocument(inner) ? documentsIn(String(key.value), inner) : [])),
  );
}

const isPolicyName = (name: string): boolean => /polic(y|ies)/i.test(name);

/** A map with statements, or a text that spells one. */
function isDocument(node: Node): boolean {
  const at = deref(node);
  if (at.kind === 'map') return get(at, 'Statement') !== undefined;
  const [first] = at.kind === 'template' ? at.parts : [at.kind === 'scalar' ? at.value : undefined];
  return typeof first === 'string' && /^\s*\{/.test(first) && first.includes('"Statement"');
}
