/** `aws:iam:getPolicyDocument`: it asks nobody, it only writes its arguments down as a policy document. */
import type { Span } from '../../model/span.js';
import { textOf } from '../../model/text.js';
import { type Entry, get, itemsOf, list, map, type Node, type ScalarNode, scalar } from '../../model/tree.js';
import { missing } from '../bounds.js';

/** Arguments and the elements of the document that they become. */
const elements: readonly (readonly [string, string])[] = [
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['actions', 'Action'],
  ['notActions', 'NotAction'],
  ['resources', 'Resource'],
  ['notResources', 'NotResource'],
];

/** The document. Documents that it would take in and that are not known leave it open. */
export function policyDocument(given: Node, at: Span): Node {
  const others = ['sourcePolicyDocuments', 'overridePolicyDocuments', 'sourceJson', 'overrideJson'].flatMap((key) =>
    itemsOf(get(given, key)),
  );
  const taken = others.map((other) => missing('…', 'a policy document that another one takes in is not evaluated', other.span));
  const statements = itemsOf(get(given, 'statements')).map(statementOf);
  return map([{ key: scalar('Statement', at), value: list([...statements, ...taken], at) }], at);
}

function statementOf(statement: Node): Node {
  if (statement.kind !== 'map') return statement;
  const at = statement.span;
  const entries: Entry[] = elements.flatMap(([from, to]) => {
    const value = get(statement, from);
    return value ? [entry(to, value)] : [];
  });
  if (!get(statement, 'effect')) entries.push(entry('Effect', scalar('Allow', at)));
  for (const [from, to] of [
    ['principals', 'Principal'],
    ['notPrincipals', 'NotPrincipal'],
  ] as const) {
    const who = itemsOf(get(statement, from));
    if (who.length > 0) entries.push(entry(to, principalsOf(who, at)));
  }
  const conditions = itemsOf(get(statement, 'conditions'));
  if (conditions.length > 0) entries.push(entry('Condition', map(conditions.map(conditionOf), at)));
  return map(entries, at);
}

const entry = (key: string, value: Node): Entry => ({ key: scalar(key, value.span), value });

/** `*` of the type `*` is everybody. */
function principalsOf(who: readonly Node[], at: Span): Node {
  if (who.some((w) => name(get(w, 'type')) === '*')) return scalar('*', who[0]?.span ?? at);
  return map(
    who.map((w) => ({ key: keyOf(get(w, 'type'), w), value: get(w, 'identifiers') ?? missing('…', 'a principal is not known', w.span) })),
    at,
  );
}

function conditionOf(condition: Node): Entry {
  const values = get(condition, 'values') ?? missing('…', 'the values of a condition are not known', condition.span);
  const constraint: Entry = { key: keyOf(get(condition, 'variable'), condition), value: values };
  return { key: keyOf(get(condition, 'test'), condition), value: map([constraint], condition.span) };
}

const name = (node: Node | undefined): string | undefined => (node?.kind === 'scalar' ? String(node.value) : undefined);

function keyOf(node: Node | undefined, whole: Node): ScalarNode {
  if (node?.kind === 'scalar') return node;
  const shown = textOf(node)?.parts.map((p) => (typeof p === 'string' ? p : `<${p.name}>`));
  return scalar(shown?.join('') ?? '<…>', (node ?? whole).span);
}
