/** Kinds of principals as rules see them. */
import type { Principal } from '../../model/fact.js';
import { isHole, show } from '../../model/text.js';
import { boolean, known, notKnown, type Value, type Words } from '../value.js';

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

/** Whether everybody is among them. */
export function anyoneAmong(principals: readonly Principal[]): Value {
  if (principals.some(({ kind }) => kind === 'anyone')) return boolean(true);
  const open = principals.find((p) => known(kindOf(p)) === undefined);
  return open ? notKnown(`whether ${show(open.value)} is everybody`) : boolean(false);
}
