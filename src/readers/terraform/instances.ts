/** How often a block stands, by its `count` or `for_each`, and under which names. */
import { type Gap, gap } from '../../model/gap.js';
import { type Address, deref, type Entry, list, map, type Node, numberOf, type ScalarNode, scalar } from '../../model/tree.js';
import { type Attribute, attributeOf, type Block as HclBlock } from '../../syntax/hcl/ast.js';
import { iterations, type Round } from './collections.js';
import type { Declared } from './declarations.js';
import { bind, type Scope } from './evaluation.js';
import { keyFrom, mayHaveMore, missing, reasonOf } from './nodes.js';
import { Once } from './once.js';

/** One block as it stands once. */
export interface Instance {
  readonly declared: Declared;
  /** As Terraform writes it below its module: `aws_iam_role.ci`, `aws_iam_role.ci["deploy"]`, `module.x[0]`. */
  readonly label: string;
  readonly address: Address;
  /** Binds `each` or `count`. What is bound is unknown where the instances are not known, or nothing is. */
  readonly scope: Scope;
  /** The values of its attributes. */
  readonly once: Once;
}

export interface Expansion {
  /** `many`: one instance stands for all, since their number is not known. */
  readonly repetition: 'once' | 'keyed' | 'many' | 'never';
  /** Of the block as a whole. */
  readonly address: Address;
  readonly instances: readonly Instance[];
  /** The key of each instance, where they have keys. */
  readonly keys?: readonly ScalarNode[];
}

/** Past this many instances of one block they are one, whose differences are not known. */
const mostInstances = 1_000;

/** A block in its module. */
interface Block {
  readonly declared: Declared;
  readonly address: Address;
}

/** `key` as it is written behind the label: `[0]`, `["deploy"]`. */
const instance = ({ declared, address }: Block, key: string, scope: Scope): Instance => ({
  declared,
  label: declared.label + key,
  address: address + key,
  scope,
  once: new Once(),
});

/** A block without instances of its own, or one whose instances are not known. */
export const single = (declared: Declared, address: Address, repetition: 'once' | 'many', scope?: Scope): Expansion => ({
  repetition,
  address,
  instances: [instance({ declared, address }, '', scope)],
});

/** The attribute that says how often the block stands. */
export const repeated = (block: HclBlock): Attribute | undefined => attributeOf(block.body, 'count') ?? attributeOf(block.body, 'for_each');

/** The instances for a value of `count` or `for_each`; a gap when there are more than can be looked at one by one. */
export function expand(declared: Declared, address: Address, by: Attribute, value: Node): Expansion | Gap {
  const block = { declared, address };
  const counted = by.name === 'count';
  const count = counted ? numberOf(value) : undefined;
  const rounds = counted ? undefined : eachRound(deref(value));
  const size = count ?? rounds?.length;
  if (size === undefined && !counted) return single(declared, address, 'many', anyRound(value, by));
  if (size === undefined || !Number.isInteger(size) || size < 0) return single(declared, address, 'many');
  if (size === 0 && mayHaveMore(deref(value))) return single(declared, address, 'many');
  if (size === 0) return { repetition: 'never', address, instances: [], keys: [] };
  if (size > mostInstances)
    return gap(
      'too-large',
      `${declared.label} stands ${size} times, more than the ${mostInstances} that are looked at one by one`,
      by.span,
    );
  const named = rounds ? rounds.map((round) => ofRound(block, by, round)) : Array.from({ length: size }, (_, i) => ofCount(block, by, i));
  return { repetition: 'keyed', address, instances: named.map((n) => n.instance), keys: named.map((n) => n.key) };
}

/** A set gives each item as its own key. Terraform refuses a list here; whoever writes one means a set. */
function eachRound(collection: Node): readonly Round[] | undefined {
  const rounds = iterations(collection);
  return collection.kind === 'list' ? rounds?.map(({ value }) => ({ key: value, value })) : rounds;
}

/** Any of instances of which nothing is known: what it is made of is not known for the reason that they are not. */
function anyRound(value: Node, by: Attribute): Scope {
  const part = (name: string): Entry => ({ key: scalar(name, by.span), value: missing(`each.${name}`, reasonOf(value), by.span) });
  return bind(undefined, 'each', map([part('key'), part('value')], by.span));
}

interface Named {
  readonly key: ScalarNode;
  readonly instance: Instance;
}

function ofCount(block: Block, by: Attribute, index: number): Named {
  const values = map([{ key: scalar('index', by.span), value: scalar(index, by.span) }], by.span);
  return { key: scalar(index, by.span), instance: instance(block, `[${index}]`, bind(undefined, 'count', values)) };
}

/** A key that is not known is written with its holes, `["<var.env>-ci"]`, which differ where the names of the missing values differ. */
function ofRound(block: Block, by: Attribute, { key, value }: Round): Named {
  const values = map(
    [
      { key: scalar('key', by.span), value: key },
      { key: scalar('value', by.span), value },
    ],
    by.span,
  );
  const name = keyFrom(key) ?? scalar('<…>', key.span);
  return { key: name, instance: instance(block, `[${quoted(String(name.value))}]`, bind(undefined, 'each', values)) };
}

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;

/** All instances as the value that the block's name stands for: a list by index, an object by key. */
export function allInstances({ instances, keys }: Expansion, block: HclBlock, refer: (instance: Instance) => Node): Node | undefined {
  if (!keys) return undefined;
  const nodes = instances.map(refer);
  if (attributeOf(block.body, 'count')) return list(nodes, block.head);
  return map(
    keys.flatMap((key, i): readonly Entry[] => {
      const value = nodes[i];
      return value ? [{ key, value }] : [];
    }),
    block.head,
  );
}
