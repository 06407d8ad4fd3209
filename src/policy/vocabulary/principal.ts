/** Kinds of principals as rules see them. */
import type { Principal } from '../../model/fact.js';
import { isHole } from '../../model/text.js';
import type { Value, Words } from '../value.js';

/** Who comes from outside the files may be anybody: its kind is as little known as itself. A reference to something declared is one identity. */
const kindOf = ({ kind, value }: Principal): Words => {
  const [part] = value.parts;
  const open = isHole(value) && typeof part === 'object' && part.to === undefined;
  return kind === 'identity' && open ? value.parts : [kind];
};

/** Each kind once. */
export function principalKinds(principals: readonly Principal[]): Value {
  const found = new Map(principals.map((p) => [JSON.stringify(kindOf(p)), kindOf(p)]));
  return { is: 'list', items: [...found.values()] };
}
