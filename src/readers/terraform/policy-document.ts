/**
 * `aws_iam_policy_document` as the IAM policy that it writes: same shape as the JSON, each part standing where it is written in HCL.
 * This is the data source's own arithmetic (names, defaults, merging), not the meaning of a policy.
 */
import type { Span } from '../../model/span.js';
import {
  deref,
  type Entry,
  get,
  itemsOf,
  list,
  type MapNode,
  map,
  type Node,
  type ScalarNode,
  scalar,
  stringOf,
} from '../../model/tree.js';
import { isKnown, isNull, isOpen, keyFrom, missing, reasonOf } from './nodes.js';

export const isPolicyDocument = (type: string, attribute: string): boolean =>
  type === 'data.aws_iam_policy_document' && (attribute === 'json' || attribute === 'minified_json');

/** JSON text as a document; undefined when it cannot be had. */
type Decode = (text: Node) => Node | undefined;

/** `body` is the data block, evaluated; `block` says where it stands. */
export function policyDocument(body: MapNode, block: { readonly span: Span; readonly head: Span }, decode: Decode): MapNode {
  const { head } = block;
  const statements = new Statements(decode);
  const others = (name: string): readonly Node[] => documentsIn(get(body, name));
  const sources = [...others('source_json'), ...others('source_policy_documents')];
  const overrides = [...others('override_json'), ...others('override_policy_documents')];
  for (const source of sources) statements.take(source);
  for (const written of itemsOf(get(body, 'statement'))) statements.put(statement(written, get(body, 'version')));
  for (const override of overrides) statements.take(override);
  const entries = [
    renamed(body, 'version', 'Version') ?? { key: scalar('Version', head), value: scalar('2012-10-17', head) },
    renamed(body, 'policy_id', 'Id'),
    { key: scalar('Statement', head), value: list(statements.all, head) },
  ];
  return map(entries.filter(isEntry), block.span);
}

const isEntry = (entry: Entry | undefined): entry is Entry => entry !== undefined;

/** A list of documents; one that is not known at all stands for any number of them. */
const documentsIn = (node: Node | undefined): readonly Node[] => itemsOf(node).filter((d) => !isNull(d) && stringOf(d) !== '');

/** The statements so far. One with a Sid takes the place of the one that has it. */
class Statements {
  readonly all: Node[] = [];
  readonly #bySid = new Map<string, number>();
  readonly #decode: Decode;

  constructor(decode: Decode) {
    this.#decode = decode;
  }

  /** All statements of another document. What cannot be read stays as an unknown statement: it may allow anything. */
  take(document: Node): void {
    const decoded = this.#decode(document);
    const written = decoded && get(decoded, 'Statement');
    if (decoded?.kind !== 'map' || (written && !isKnown(written))) {
      const why = `the statements of another document are not known: ${reasonOf(written ?? document)}`;
      this.all.push(missing('statements', why, document.span));
      return;
    }
    for (const each of itemsOf(written)) this.put(each);
  }

  put(added: Node): void {
    const sid = stringOf(get(added, 'Sid'));
    const at = sid ? this.#bySid.get(sid) : undefined;
    if (sid && at === undefined) this.#bySid.set(sid, this.all.length);
    if (at === undefined) this.all.push(added);
    else this.all[at] = added;
  }
}

function statement(block: Node, version: Node | undefined): Node {
  const body = deref(block);
  if (body.kind !== 'map') return block;
  const texts = (name: string, as: string): Entry | undefined => nonEmpty(renamed(body, name, as));
  const variables = (name: string, as: string): Entry | undefined => withPolicyVariables(texts(name, as), version);
  const entries = [
    renamed(body, 'sid', 'Sid'),
    renamed(body, 'effect', 'Effect') ?? { key: scalar('Effect', body.span), value: scalar('Allow', body.span) },
    texts('actions', 'Action'),
    texts('not_actions', 'NotAction'),
    variables('resources', 'Resource'),
    variables('not_resources', 'NotResource'),
    principals(body, 'principals', 'Principal', version),
    principals(body, 'not_principals', 'NotPrincipal', version),
    conditions(body, version),
  ];
  return map(entries.filter(isEntry), body.span);
}

/** The entry under its JSON name, at its own place; undefined when it is not written or null. */
function renamed(body: MapNode, name: string, as: string): Entry | undefined {
  const entry = body.entries.findLast((e) => e.key.value === name);
  return entry && !isNull(entry.value) ? { key: { ...entry.key, value: as }, value: entry.value } : undefined;
}

/** An empty list is left out of the JSON. */
function nonEmpty(entry: Entry | undefined): Entry | undefined {
  const value = entry && deref(entry.value);
  return value?.kind === 'list' && value.items.length === 0 && !isOpen(value) ? undefined : entry;
}

function principals(body: MapNode, name: string, as: string, version: Node | undefined): Entry | undefined {
  const blocks = body.entries.findLast((e) => e.key.value === name);
  if (!blocks) return undefined;
  const groups = new Groups();
  for (const block of itemsOf(blocks.value)) groups.add(get(block, 'type'), get(block, 'identifiers'), block, version);
  const key: ScalarNode = { ...blocks.key, value: as };
  const { entries } = groups;
  const [only] = entries;
  const everybody = entries.length === 1 && only?.key.value === '*' ? itemsOf(only.value) : [];
  // The data source writes this one pair as the bare word.
  if (everybody.length === 1 && stringOf(everybody[0]) === '*' && everybody[0]) return { key, value: everybody[0] };
  return entries.length > 0 ? { key, value: map(entries, blocks.value.span) } : undefined;
}

function conditions(body: MapNode, version: Node | undefined): Entry | undefined {
  const blocks = body.entries.findLast((e) => e.key.value === 'condition');
  if (!blocks) return undefined;
  const tests = new Map<string, { readonly key: ScalarNode; readonly groups: Groups; readonly at: Span }>();
  for (const block of itemsOf(blocks.value)) {
    const key = keyOrUnknown(get(block, 'test'), block);
    const test = tests.get(String(key.value)) ?? { key, groups: new Groups(), at: block.span };
    test.groups.add(get(block, 'variable'), get(block, 'values'), block, version);
    tests.set(String(key.value), test);
  }
  const entries = [...tests.values()].map(({ key, groups, at }) => ({ key, value: map(groups.entries, at) }));
  return entries.length > 0 ? { key: { ...blocks.key, value: 'Condition' }, value: map(entries, blocks.value.span) } : undefined;
}

/** Lists by name; blocks of the same name add to one list. */
class Groups {
  readonly #groups = new Map<string, { readonly key: ScalarNode; readonly values: Node[] }>();

  add(name: Node | undefined, values: Node | undefined, block: Node, version: Node | undefined): void {
    const key = keyOrUnknown(name, block);
    const written = values ?? missing('values', 'the block does not say its values', block.span);
    const value = withPolicyVariables({ key, value: written }, version)?.value ?? written;
    const group = this.#groups.get(String(key.value));
    if (group) group.values.push(value);
    else this.#groups.set(String(key.value), { key, values: [value] });
  }

  get entries(): readonly Entry[] {
    return [...this.#groups.values()].map(({ key, values: [first, ...more] }) => {
      const at = first ?? key;
      return { key, value: more.length === 0 ? at : list([at, ...more].flatMap(itemsOf), at.span) };
    });
  }
}

const keyOrUnknown = (name: Node | undefined, block: Node): ScalarNode =>
  (name && keyFrom(name)) ?? keyFrom(missing('name', 'the block does not say its name', block.span)) ?? scalar('<name>', block.span);

/** `&{aws:username}` is how the data source spells a policy variable, which HCL would otherwise take for its own. */
function withPolicyVariables(entry: Entry | undefined, version: Node | undefined): Entry | undefined {
  if (!entry || stringOf(version) === '2008-10-17') return entry;
  const spelled = (text: string): string => text.replaceAll('&{', '${');
  const visit = (node: Node): Node => {
    // The text keeps its length, so the places of its characters stay true.
    if (node.kind === 'scalar')
      return typeof node.value === 'string' && node.value.includes('&{') ? { ...node, value: spelled(node.value) } : node;
    if (node.kind === 'template') return { ...node, parts: node.parts.map((p) => (typeof p === 'string' ? spelled(p) : p)) };
    if (node.kind === 'list') return { ...node, items: node.items.map(visit) };
    return node.kind === 'reference' && node.value ? { ...node, value: visit(node.value) } : node;
  };
  return { key: entry.key, value: visit(entry.value) };
}
