/** Facts on one line each, with the line of the file on which they stand: what tests of providers compare. */

import { interpret, meaningsOf } from '../../src/inventory/interpret.js';
import { type End, type Fact, type Grant, handleAt } from '../../src/model/fact.js';
import { makeVault } from '../../src/model/redact.js';
import type { Resource } from '../../src/model/resource.js';
import { filePath, locate, type Source, type Span } from '../../src/model/span.js';
import { show, type Text } from '../../src/model/text.js';
import type { Provider } from '../../src/providers/entity.js';

export const sourceOf = (path: string, text: string): Source => ({ path: filePath(path), side: 'head', text });

/** What a provider says about resources. */
export function told(provider: Provider, resources: readonly Resource[]) {
  const vault = makeVault((value) => `#${value.length}`);
  const { facts, gaps } = interpret(resources, [provider], meaningsOf([provider]), vault);
  const of = (kind: Fact['fact']): readonly string[] => facts.filter((f) => f.fact === kind).map(lineOf);
  /** Of the subject with this label; of the first one without. */
  const attributes = (label?: string): Readonly<Record<string, string>> => {
    const subject = facts.find((f) => f.fact === 'subject' && (label === undefined || f.label === label));
    if (subject?.fact !== 'subject') throw new Error(`no subject ${label ?? ''}`);
    return Object.fromEntries(
      Object.entries(subject.attributes).map(([name, { value, why, span }]) => [
        name,
        `${value === undefined ? `?(${why})` : JSON.stringify(value)}${at(span)}`,
      ]),
    );
  };
  return {
    facts,
    gaps,
    subjects: of('subject'),
    grants: of('grant'),
    credentials: of('credential'),
    links: of('link'),
    assignments: of('assignment'),
    reasons: gaps.map((g) => g.reason),
    attributes,
    /** Everything that could leave the house, without the sources that spans point into. */
    text: () => JSON.stringify({ facts, gaps }, (key, value: unknown) => (key === 'source' ? undefined : value)),
  };
}

const at = (span: Span): string => ` @${locate(span).startLine}`;
const list = (texts: readonly Text[]): string => texts.map(show).join(',');
const end = ({ handles, name }: End): string => (handles.length > 0 ? handles.join('|') : `"${show(name)}"`);
const granted = (g: Grant): string =>
  [
    list(g.actions.patterns),
    `on ${list(g.resources.patterns)}`,
    `in ${show(g.scope)}`,
    ...g.conditions.map((c) => `if ${c.key}=${list(c.values)}`),
    `via ${g.via}`,
  ].join(' ');

function lineOf(fact: Fact): string {
  switch (fact.fact) {
    case 'subject': {
      const own = new Set([handleAt(`${fact.scope}#${fact.label}`)]);
      const names = fact.handles.filter((h) => !own.has(h));
      return [fact.type, fact.kind ?? fact.category, fact.name ? show(fact.name) : '-', ...names].join(' ');
    }
    case 'grant':
      return `${granted(fact.grant)}${at(fact.grant.span)}`;
    case 'trust':
      return `trust${at(fact.trust.span)}`;
    case 'credential': {
      const { kind, name, origin, lifetime, value, expires, span } = fact.credential;
      return `${kind} "${name}" ${origin} ${lifetime}${expires ? ` for ${show(expires)}` : ''}${value ? ' hidden' : ''}${at(span)}`;
    }
    case 'link':
      return `${fact.relation} ${end(fact.to)} via ${fact.via}${at(fact.span)}`;
    case 'assignment':
      return `${end(fact.set)} to ${fact.to.map(end).join(' ')}${fact.scope ? ` in ${show(fact.scope)}` : ''} via ${fact.via}${at(fact.span)}`;
  }
}
