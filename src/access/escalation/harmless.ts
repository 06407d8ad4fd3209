/** Why a known path is not open to somebody whose statements name all of its actions: for whoever reads the policies and wonders. */

import { groupBy } from '../../model/group.js';
import type { Harmless } from '../../model/inventory.js';
import type { AllowedActions } from './allowed.js';
import type { Hit } from './find.js';
import type { Holder } from './holder.js';
import type { Path } from './paths.js';

/** So many reasons are told. */
const mostTold = 5;

/** `named`: the paths whose actions are all named by an allow statement. */
export function harmlessOf(named: readonly Path[], hits: readonly Hit[], holder: Holder, actions: AllowedActions): readonly Harmless[] {
  const isOpen = new Set(hits.map((h) => h.path.id));
  const closed = named.filter((path) => !isOpen.has(path.id)).map((path) => ({ id: path.id, because: reasonOf(path, holder, actions) }));
  return [...groupBy(closed, (c) => c.because)].slice(0, mostTold).map(([because, paths]) => ({ because, paths: paths.map((p) => p.id) }));
}

function reasonOf(path: Path, holder: Holder, actions: AllowedActions): string {
  const taken = path.required.find((action) => actions.allowing(action).length === 0);
  if (taken) return `${taken} is denied, or outside of what a boundary allows`;
  const services = path.by === 'passing' ? path.services : [];
  const bound = path.required.find((action) => !holder.canMeet(action, services));
  if (bound) return `the conditions on ${bound} keep it from being used for more`;
  return 'nobody stronger that the files declare is within reach';
}
