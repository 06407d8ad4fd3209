/** What the names outside any scope stand for: variables, locals, blocks, and what Terraform knows only when it runs. */
import type { Span } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import type { Rooted, Step } from './evaluation.js';
import { failed, missing } from './nodes.js';

/** The declarations that names lead to. */
export interface Roots {
  variable(name: string, at: Span): Node;
  local(name: string): Node | undefined;
  /** A resource, data source or module call by its label. */
  block(label: string, at: Span): Node;
}

/** A root name with what follows it. */
export interface Named {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly at: Span;
}

export function rootOf(roots: Roots, { name, steps, at }: Named): Rooted {
  const [first] = steps;
  const key = first && 'name' in first ? first.name : undefined;
  switch (name) {
    case 'var':
      return key === undefined ? whole(name, at) : { node: roots.variable(key, at), taken: 1 };
    case 'local': {
      if (key === undefined) return whole(name, at);
      return { node: roots.local(key) ?? failed(`local.${key}`, `local.${key} is not declared in this folder`, at), taken: 1 };
    }
    case 'path':
    case 'terraform':
    case 'tofu':
      return atRunTime(name, key, at, 'is known only when Terraform runs');
    case 'each':
    case 'count':
      return atRunTime(name, key, at, 'differs from instance to instance');
    case 'self':
      return atRunTime(name, key, at, 'is known only when the resource stands');
    case 'data':
    case 'ephemeral':
      return blockReference(roots, name, 2, steps, at);
    default:
      // `module.x` is built like `aws_iam_role.x`.
      return blockReference(roots, name, 1, steps, at);
  }
}

function atRunTime(root: string, key: string | undefined, at: Span, why: string): Rooted {
  if (key === undefined) return whole(root, at);
  return { node: missing(`${root}.${key}`, `${root}.${key} ${why}`, at), taken: 1 };
}

const whole = (name: string, at: Span): Rooted => ({ node: missing(name, `${name} as a whole is not evaluated`, at), taken: 0 });

/** `taken` steps lead to a block: `.type.name` behind `data`, `.name` behind a type. */
function blockReference(roots: Roots, root: string, taken: 1 | 2, steps: readonly Step[], at: Span): Rooted {
  let label = root;
  let end = at;
  for (let i = 0; i < taken; i++) {
    const step = steps[i];
    if (!step || !('name' in step)) return { node: failed(root, `${root} is not a value`, at), taken: 0 };
    label += `.${step.name}`;
    end = step.span;
  }
  return { node: roots.block(label, end), taken };
}
