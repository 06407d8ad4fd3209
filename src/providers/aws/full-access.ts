/** What AWS lets through where nobody has written a guardrail of their own. */
import type { Grant } from '../../model/fact.js';
import type { Span } from '../../model/span.js';
import { text } from '../../model/text.js';

/** Everything, for anyone or (without principals) for whoever is under the guardrail. */
export function fullAccess(via: string, span: Span, isForAnyone: boolean): Grant {
  const everything = text('*', span);
  const all = { patterns: [everything], negated: false };
  return {
    system: 'aws',
    effect: 'allow',
    actions: all,
    resources: all,
    scope: everything,
    conditions: [],
    ...(isForAnyone && { principals: [{ kind: 'anyone', value: everything }] }),
    via,
    span,
  };
}
