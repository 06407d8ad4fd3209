/** How an entity sees a resource: its own field names, laid over the dialect's spelling. */
import type { Attribute, AttributeValue, End, Handle } from '../model/fact.js';
import { handleAt } from '../model/fact.js';
import { type Gap, gap } from '../model/gap.js';
import type { Resource } from '../model/resource.js';
import { isHole, literal, show, type Text, textOf } from '../model/text.js';
import { type Address, booleanOf, deref, get, itemsOf, type MapNode, type Node, numberOf, stringOf } from '../model/tree.js';
import type { NestedSpelling, Row, Spelling, View } from '../providers/entity.js';
import { type Flaw, openDocument } from '../syntax/embedded.js';

/** What reading a view leaves behind. */
export interface Traces {
  readonly gaps: Gap[];
  /** Resources whose content was taken in through a reference. */
  readonly consumed: Set<Address>;
  /** Documents that nobody will accept as they are written. */
  readonly flaws: Flaw[];
}

export function makeView<Field extends string>(resource: Resource, row: Row<Field>, traces: Traces): View<Field> {
  const body = row.adapt ? row.adapt(resource.body) : resource.body;
  const fields: Readonly<Partial<Record<string, Spelling>>> = row.fields;
  return viewOf(resource, body, (field) => fields[field], traces);
}

function viewOf(resource: Resource, body: MapNode, spelledAs: (field: string) => Spelling | undefined, traces: Traces): View {
  const { dialect, type, label, scope, head, comments } = resource;
  const at = (field: string): Node | undefined => {
    const spelling = spelledAs(field);
    if (!spelling) return undefined;
    return present(body, isNested(spelling) ? spelling.at : spelling);
  };
  const blocks = (field: string): readonly View[] => {
    const spelling = spelledAs(field);
    if (!spelling || !isNested(spelling)) return [];
    const node = at(field) ?? [spelling.at].flat().flatMap((key) => untold(body, key) ?? [])[0];
    return nested(resource, node, spelling, traces);
  };
  return {
    dialect,
    type,
    label,
    scope,
    head,
    comments,
    body,
    span: body === resource.body ? resource.span : body.span,
    get: at,
    text: (field) => textOf(at(field)),
    texts: (field) => textsOf(at(field)),
    nested: blocks,
    document: (field) => document(at(field), traces),
    attribute: (field, fallback) => attribute(at(field), fallback, head),
    end: (field, names) => endOf(at(field), names),
  };
}

const isNested = (spelling: Spelling): spelling is NestedSpelling => typeof spelling === 'object' && !Array.isArray(spelling);

/** The first of the spelled paths that is written. */
function present(body: MapNode, spelling: string | readonly string[]): Node | undefined {
  for (const path of typeof spelling === 'string' ? [spelling] : spelling) {
    const found = get(body, path) ?? (path.includes('.') ? walk(body, path.split('.')) : undefined);
    // `name = null` is not written; a reference to such an argument is a value that the platform makes.
    if (found && !(found.kind === 'scalar' && found.value === null)) return found;
  }
  return undefined;
}

/**
 * A list of one counts as its item: a Terraform block that may stand once is a list all the same. What is not known on the way is not known
 * at its end.
 */
function walk(body: Node, keys: readonly string[]): Node | undefined {
  let at: Node | undefined = body;
  for (const [i, key] of keys.entries()) {
    const here: Node | undefined = at && deref(at);
    const block: Node | undefined = here?.kind === 'list' && here.items.length === 1 ? here.items[0] : here;
    if (block?.kind === 'unknown') return block;
    at = get(block, key) ?? (i < keys.length - 1 ? untold(block, key) : undefined);
  }
  return at;
}

/** What stands for a block that may have been generated. */
function untold(node: Node | undefined, key: string): Node | undefined {
  const at = node && deref(node);
  return at?.kind === 'map' ? at.untold?.find((e) => e.key.value === key)?.value : undefined;
}

function textsOf(node: Node | undefined): readonly Text[] {
  return itemsOf(node).flatMap((item) => {
    const at = deref(item);
    if (at.kind === 'list') return textsOf(at);
    return textOf(item) ?? [];
  });
}

function nested(resource: Resource, node: Node | undefined, spelling: NestedSpelling, traces: Traces): readonly View[] {
  return itemsOf(node).flatMap((item) => {
    const at = deref(item);
    if (at.kind === 'map') return viewOf(resource, at, (field) => spelling.fields[field], traces);
    const why =
      at.kind === 'unknown' ? `blocks are not known: ${at.why}` : `${resource.label}: a list of blocks is not known from the files`;
    traces.gaps.push(gap('unresolved', why, item.span));
    return [];
  });
}

function document(node: Node | undefined, traces: Traces): Node | undefined {
  if (!node) return undefined;
  const opened = openDocument(node);
  if ('document' in opened) {
    for (let at: Node | undefined = node; at?.kind === 'reference'; at = at.value) traces.consumed.add(at.to);
    if (opened.flaw) traces.flaws.push(opened.flaw);
    return opened.document;
  }
  const { problem, at, broken, missing } = opened;
  traces.gaps.push(gap(broken ? 'unparsed' : 'unresolved', problem, at));
  if (broken) traces.flaws.push({ problem, at });
  const name = missing ?? nameOfUnknown(node);
  return { kind: 'unknown', why: problem, span: node.span, ...(name !== undefined && { name }), ...(broken && { invalid: true }) };
}

/** What stands for a document that is not known: never a part of its text. */
function nameOfUnknown(node: Node): string | undefined {
  const name = textOf(node);
  const [only] = name && isHole(name) ? name.parts : [];
  return typeof only === 'object' ? only.name : undefined;
}

function attribute<V extends AttributeValue>(node: Node | undefined, fallback: V, head: View['head']): Attribute {
  if (!node) return { value: fallback, span: head };
  const value = valueLike(node, fallback);
  return value === undefined ? { value: undefined, why: whyUnknown(node), span: node.span } : { value, span: node.span };
}

function valueLike(node: Node, like: AttributeValue): AttributeValue | undefined {
  if (typeof like === 'boolean') return booleanOf(node);
  if (typeof like === 'number') return numberOf(node);
  if (typeof like === 'string') return stringOf(node) ?? numberOf(node)?.toString();
  const items = textsOf(node);
  return items.some(isHole) ? undefined : items.map(show);
}

function whyUnknown(node: Node): string {
  const t = textOf(node);
  return t ? show(t) : `a ${deref(node).kind} stands where one value is expected`;
}

/** See `View.end`. */
export function endOf(node: Node | undefined, names?: (name: string) => readonly Handle[]): End | undefined {
  if (!node) return undefined;
  const name = textOf(node);
  // An empty name is how many tools write "none".
  if (!name || literal(name) === '') return undefined;
  const handles: Handle[] = [];
  for (let at: Node | undefined = node; at?.kind === 'reference'; at = at.value) handles.push(handleAt(at.to));
  const last = deref(node);
  const only = last.kind === 'template' && last.parts.length === 1 ? last.parts[0] : undefined;
  if (only && typeof only !== 'string' && only.to) handles.push(handleAt(only.to));
  const withStars = name.parts.map((p) => (typeof p === 'string' ? p : '*')).join('');
  handles.push(...(names?.(withStars) ?? []).filter((h) => !h.includes('*')));
  return { handles: [...new Set(handles)], name };
}
