/** The two spellings of an intrinsic function are one call. */
import type { Node } from '../../model/tree.js';

export interface Call {
  /** Full name: `Ref`, `Condition`, `Fn::Sub`. */
  readonly name: string;
  readonly argument: Node;
}

/** Reads `{ Fn::Sub: … }` and `!Sub …`; undefined for any other node. */
export function callOf(node: Node): Call | undefined {
  const tag = node.tag;
  // `!!str` and `!<tag:yaml.org,2002:str>` are YAML's own types.
  if (tag !== undefined && /^![^!<]/.test(tag)) {
    const { tag: _, ...argument } = node;
    return { name: fullName(tag.slice(1)), argument };
  }
  if (node.kind !== 'map') return undefined;
  const last = node.entries.at(-1);
  if (!last || node.entries.some(({ key }) => key.value !== last.key.value)) return undefined;
  const name = last.key.value;
  return typeof name === 'string' && (name === 'Ref' || (isFunctionKey(name) && !isLoopKey(name)))
    ? { name, argument: last.value }
    : undefined;
}

/** Whether a key can only be meant as a function, also among other keys. */
export const isFunctionKey = (key: string): boolean => key.startsWith('Fn::');

/** Whether a key stands for entries that a loop makes. */
export const isLoopKey = (key: string): boolean => key.startsWith('Fn::ForEach::');

const fullName = (tag: string): string => (tag === 'Ref' || tag === 'Condition' || isFunctionKey(tag) ? tag : `Fn::${tag}`);
