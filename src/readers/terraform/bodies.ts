/** Block bodies as maps: attributes by name, nested blocks as lists under their type. */
import { type Span, span } from '../../model/span.js';
import { deref, type Entry, list, type MapNode, map, type Node, scalar } from '../../model/tree.js';
import { type Attribute, attributeOf, type Block, type Body, type Expression } from '../../syntax/hcl/ast.js';
import { measure } from './budget.js';
import { iterations, type Round } from './collections.js';
import { bind, type Evaluation, type Scope } from './evaluation.js';
import { keyFrom, missing, nameOf, reasonOf } from './nodes.js';
import { unfold } from './traversal.js';

/** `written` evaluates an attribute of the outermost body, where others may refer to it. */
export function bodyNode(e: Evaluation, body: Body, scope: Scope, written: (attribute: Attribute) => Node): MapNode {
  const entries = body.attributes.map(
    (a): Entry => ({ key: scalar(a.name, a.nameSpan), value: affordable(e, metaValue(e, a) ?? written(a)) }),
  );
  if (body.blocks.length === 0) return map(entries, body.span);
  for (const [type, blocks] of byType(body.blocks)) {
    const [first] = blocks;
    const last = blocks.at(-1);
    if (!first || !last) continue;
    const items = blocks.flatMap((block) => blockNodes(e, block, scope));
    entries.push({ key: scalar(type, typeSpan(first)), value: list(items, between(first.span, last.span)) });
  }
  return map(
    entries.sort((a, b) => a.key.span.start - b.key.span.start),
    body.span,
  );
}

/** What each resource takes in counts, so that one big value in many resources stays bounded as well. */
function affordable(e: Evaluation, value: Node): Node {
  return e.budget.spend(measure(value).size, value.span)
    ? value
    : missing('…', 'the evaluation budget of this folder is used up', value.span);
}

const between = (first: Span, last: Span): Span =>
  first.source === last.source && last.end >= first.end ? span(first.source, first.start, last.end) : first;

/** Blocks by the type they make; a `dynamic` block counts as what it generates. */
function byType(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> {
  const types = new Map<string, Block[]>();
  for (const block of blocks) {
    const type = generatedType(block);
    const known = types.get(type);
    if (known) known.push(block);
    else types.set(type, [block]);
  }
  return types;
}

/** The type of block that a block makes. */
export const generatedType = (block: Block): string => (block.type === 'dynamic' ? block.labels[0]?.text : undefined) ?? block.type;
const typeSpan = (block: Block): Span =>
  block.type === 'dynamic' && block.labels[0]
    ? block.labels[0].span
    : span(block.span.source, block.span.start, block.span.start + block.type.length);

function blockNodes(e: Evaluation, block: Block, scope: Scope): readonly Node[] {
  if (block.type === 'dynamic' && block.labels.length > 0) return dynamicNodes(e, block, scope);
  return [nestedNode(e, block, scope)];
}

const nestedNode = (e: Evaluation, block: Block, scope: Scope): MapNode => ({
  ...bodyNode(e, block.body, scope, (attribute) => e.evaluate(attribute.value, scope)),
  span: block.span,
});

/** One block for each item; for items whose number is not known, one in which the iterator's values are unknown. */
function dynamicNodes(e: Evaluation, block: Block, scope: Scope): readonly Node[] {
  const content = block.body.blocks.find((b) => b.type === 'content');
  const over = attributeOf(block.body, 'for_each')?.value;
  const type = generatedType(block);
  if (!content || !over) return [missing(type, `a dynamic ${type} block without for_each or content`, block.span)];
  const named = attributeOf(block.body, 'iterator')?.value;
  const iterator = named?.kind === 'variable' ? named.name : type;
  const collection = deref(e.evaluate(over, scope));
  return (iterations(collection) ?? [anyRound(iterator, collection, over)]).map(({ key, value }) => {
    const each = map(
      [
        { key: scalar('key', block.head), value: key },
        { key: scalar('value', block.head), value },
      ],
      over.span,
    );
    return nestedNode(e, content, bind(scope, iterator, each));
  });
}

const anyRound = (iterator: string, collection: Node, over: Expression): Round => {
  const why = `${nameOf(collection)} is not known: ${reasonOf(collection)}`;
  return { key: missing(`${iterator}.key`, why, over.span), value: missing(`${iterator}.value`, why, over.span) };
};

/** `provider = aws.west` and `providers = { aws = aws.west }` name providers; they are no expressions. */
function metaValue(e: Evaluation, { name, value }: Attribute): Node | undefined {
  if (name === 'provider') return providerReference(e, value);
  if (name !== 'providers' || value.kind !== 'object') return undefined;
  const entries = value.items.flatMap((item): readonly Entry[] => {
    const key = keyFrom(e.evaluate(item.key, undefined));
    const provider = providerReference(e, item.value);
    return key && provider ? [{ key, value: provider }] : [];
  });
  return entries.length === value.items.length ? map(entries, value.span) : undefined;
}

function providerReference(e: Evaluation, x: Expression): Node | undefined {
  const { root, steps } = unfold(x);
  if (root.kind !== 'variable') return undefined;
  const label = ['provider', root.name, ...steps.flatMap((s) => ('name' in s ? [s.name] : []))].join('.');
  return { kind: 'reference', to: e.addressOf(label), path: [], span: x.span };
}
