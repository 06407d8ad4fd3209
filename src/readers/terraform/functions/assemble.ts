/** Strings and values one after the other. */
import type { Span } from '../../../model/span.js';
import { type Node, type OffsetMap, scalar } from '../../../model/tree.js';
import { FlatTextBuilder, flatString, nodeOf } from '../../flat-text.js';
import { evaluationLimits } from '../budget.js';
import { flatOf } from '../text.js';

/** What is not known stays as a hole. Undefined when the text gets too long. */
export function assembled(pieces: readonly (string | Node)[], at: Span): Node | undefined {
  const out = new FlatTextBuilder();
  let length = 0;
  for (const piece of pieces) {
    const flat = typeof piece === 'string' ? flatString(piece, beginningAt(at)) : flatOf(piece, at);
    length += flat.chars.length;
    if (length > evaluationLimits.characters) return undefined;
    out.append(flat);
  }
  return length === 0 ? scalar('', at) : nodeOf(out.build(), at);
}

const beginningAt = (at: Span): OffsetMap => ({ from: [0], to: [at.start] });
