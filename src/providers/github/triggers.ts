/** What starts a workflow, and who can make that happen. */
import type { Attribute } from '../../model/fact.js';
import { literal, textOf } from '../../model/text.js';
import { deref, type Node } from '../../model/tree.js';

/** Events that people without write access can cause, and that run with the repository's own token and secrets. */
const byOutsiders = new Set([
  'commit_comment',
  'discussion',
  'discussion_comment',
  'fork',
  'gollum',
  'issue_comment',
  'issues',
  'pull_request_target',
  'watch',
  'workflow_run',
]);
/** Events that a pull request from a fork causes; they run the fork's code, with a token that reads at most and without secrets. */
const byForks = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment']);

export interface Triggers {
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** Whether another workflow calls this one: never, as well as other events, or nothing else does. */
  readonly called: 'never' | 'also' | 'only';
}

/** Reads `on:`, which is a name, a list of names or a map by names. */
export function triggersOf(on: Node | undefined, head: Attribute['span']): Triggers {
  const events = eventsOf(on);
  const names = events.flatMap(({ name }) => name ?? []);
  const span = on?.span ?? head;
  const unknown = !on || names.length < events.length;
  const listed = (among?: ReadonlySet<string>): Attribute => {
    const found = events.filter(({ name }) => name !== undefined && (!among || among.has(name)));
    if (unknown && found.length === 0) return { value: undefined, why: 'the triggers are not known from the file', span };
    return { value: found.flatMap(({ name }) => name ?? []), span: (among && found[0]?.node.span) ?? span };
  };
  return {
    attributes: { triggers: listed(), outsiderTriggers: listed(byOutsiders), forkTriggers: listed(byForks) },
    called: !names.includes('workflow_call') ? 'never' : events.length > 1 ? 'also' : 'only',
  };
}

function eventsOf(on: Node | undefined): readonly { readonly name: string | undefined; readonly node: Node }[] {
  const at = on && deref(on);
  if (!at) return [];
  const nodes = at.kind === 'map' ? at.entries.map(({ key }) => key) : at.kind === 'list' ? at.items : [at];
  return nodes.map((node) => ({ name: literal(textOf(node)), node }));
}
