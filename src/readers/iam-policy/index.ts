/** Plain AWS policy documents in JSON files: permission policies, trust policies, bucket policies. What kind it is, its provider tells. */
import type { Resource } from '../../model/resource.js';
import type { FilePath } from '../../model/span.js';
import { address, entriesOf, get, itemsOf, type MapNode, type Node, stringOf } from '../../model/tree.js';
import { commentFinder } from '../declaration.js';
import { defineReader, type ReadFile } from '../reader.js';

/** A policy is the whole file; it is named after it. */
export const iamPolicy = defineReader<'json'>({
  id: 'iam-policy',
  dialect: 'iam-policy',
  title: 'AWS IAM policy documents (JSON)',
  files: { json: ['**/*.json'] },
  scope: 'file',
  read: (unit) => ({ resources: unit.files.flatMap(policyOf), gaps: [], moves: [] }),
});

function policyOf({ source, tree }: ReadFile<'json'>): readonly Resource[] {
  const body = tree.documents[0]?.root;
  if (body?.kind !== 'map' || !isPolicy(body)) return [];
  const label = fileName(source.path);
  const head = headOf(body);
  return [
    {
      dialect: 'iam-policy',
      type: 'policy',
      address: address(source.path, label),
      label,
      scope: source.path,
      body,
      span: body.span,
      head,
      comments: commentFinder(tree.comments)(body.span, body.span),
    },
  ];
}

/** The two versions of the policy language. */
const versions: ReadonlySet<string> = new Set(['2012-10-17', '2008-10-17']);

/** Other documents have a `Statement` too (SQL tools, APIs): it takes the language's version, or a statement with an effect. */
function isPolicy(root: MapNode): boolean {
  const statement = get(root, 'Statement');
  if (!statement) return false;
  return versions.has(stringOf(get(root, 'Version')) ?? '') || itemsOf(statement).some(hasEffect);
}

const hasEffect = (statement: Node): boolean => ['Allow', 'Deny'].includes(stringOf(get(statement, 'Effect')) ?? '');

/** The policy's own id, else the key of its statements. */
function headOf(root: MapNode): MapNode['span'] {
  const entryOf = (name: string) => entriesOf(root).findLast(({ key }) => key.value === name);
  return (entryOf('Id')?.value ?? entryOf('Statement')?.key ?? root).span;
}

const fileName = (path: FilePath): string => path.slice(path.lastIndexOf('/') + 1);
