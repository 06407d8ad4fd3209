/** How a provider's words about one resource become facts. */
import { type Fact, type Handle, handleAt, type SubjectFact, type System } from '../model/fact.js';
import { gap } from '../model/gap.js';
import type { Vault } from '../model/redact.js';
import type { Resource } from '../model/resource.js';
import { deref } from '../model/tree.js';
import type { Declared, Say } from '../providers/entity.js';
import { endOf, type Traces } from './view.js';

export function makeSay(resource: Resource, self: Handle, type: string, facts: Fact[], traces: Traces, vault: Vault): Say {
  return {
    self,
    subject: (declared) => void facts.push(subjectOf(resource, self, type, declared)),
    grant: (grant, to = self) => void facts.push({ fact: 'grant', to, grant }),
    trust: (trust, of = self) => void facts.push({ fact: 'trust', of, trust }),
    credential: (credential, of = self) => void facts.push({ fact: 'credential', of, credential }),
    link: (relation, to, via, span, from = self, limit = undefined) =>
      void facts.push({ fact: 'link', from, relation, to, via, span, ...(limit !== undefined && { limit }) }),
    assign: (set, to, { role = 'give', ...more }) => void facts.push({ fact: 'assignment', set, to, role, ...more }),
    unresolved: (reason, at) => void traces.gaps.push(gap('unresolved', reason, at)),
    hide: (node, what) => {
      const at = deref(node);
      return at.kind === 'scalar' && at.value !== null && at.value !== '' ? vault.hide(String(at.value), what, node.span) : undefined;
    },
    end: endOf,
  };
}

function subjectOf(resource: Resource, self: Handle, type: string, declared: Declared): SubjectFact {
  const { handles = [], tags = [], attributes = {}, ...rest } = declared;
  return {
    fact: 'subject',
    ...rest,
    provider: type.slice(0, type.indexOf('.')) as System,
    type,
    label: resource.label,
    scope: resource.scope,
    handles: [...new Set([self, handleAt(resource.address), ...handles.filter((h) => !h.includes('*'))])],
    tags,
    attributes,
    comments: resource.comments,
    span: resource.span,
    head: resource.head,
  };
}
