/** What the actions of a job say about it: what they leave behind, and what they are trusted with. */
import type { Attribute } from '../../model/fact.js';
import type { Span } from '../../model/span.js';
import { textOf } from '../../model/text.js';
import { entriesOf, type Node } from '../../model/tree.js';
import { secretsIn } from './secrets.js';
import { type Action, inputOf, type Step, switchOf } from './step.js';

const using = (steps: readonly Step[], name: string): readonly (Step & { readonly action: Action })[] =>
  steps.flatMap((step) => (step.action?.name === name ? [{ ...step, action: step.action }] : []));

/** Yes at the first `true`, unknown at the first `undefined` when there is none, else no. */
function anyOf(answers: readonly { readonly answer: boolean | undefined; readonly span: Span }[], otherwise: Span): Attribute {
  const yes = answers.find(({ answer }) => answer === true);
  if (yes) return { value: true, span: yes.span };
  const open = answers.find(({ answer }) => answer === undefined);
  return open ? { value: undefined, why: 'an expression decides', span: open.span } : { value: false, span: otherwise };
}

/** The checked-out tree, as far as identities care. */
export function checkoutAttributes(steps: readonly Step[], head: Span): Readonly<Record<string, Attribute>> {
  const checkouts = using(steps, 'actions/checkout');
  const persists = checkouts.map(({ inputs, action }) => {
    const node = inputOf(inputs, 'persist-credentials');
    return { answer: switchOf(inputs, 'persist-credentials', true), span: node?.span ?? action.span };
  });
  const foreign = checkouts.flatMap(({ inputs }) => {
    const ref = inputOf(inputs, 'ref', 'repository');
    return ref
      ? [{ answer: takesPullRequest(inputOf(inputs, 'ref')) || takesPullRequest(inputOf(inputs, 'repository')), span: ref.span }]
      : [];
  });
  return { persistsCredentials: anyOf(persists, head), checksOutPullRequest: anyOf(foreign, head) };
}

/** Expressions that a pull request's author decides. */
const ofPullRequest = /github\.head_ref|github\.event\.(?:pull_request\.(?:head|merge)|workflow_run\.head)|refs\/pull\//i;

function takesPullRequest(node: Node | undefined): boolean {
  const text = textOf(node);
  return text?.parts.some((part) => ofPullRequest.test(typeof part === 'string' ? part : part.name)) ?? false;
}

/** How wide and how lasting the GitHub App tokens of the job are; nothing when it makes none. */
export function appTokenAttributes(steps: readonly Step[], head: Span): Readonly<Record<string, Attribute>> {
  const tokens = using(steps, 'actions/create-github-app-token');
  if (tokens.length === 0) return {};
  const wide = tokens.find(({ inputs }) => !isScoped(inputs));
  const kept = tokens.map(({ inputs, action }) => ({
    answer: switchOf(inputs, 'skip-token-revoke', false),
    span: inputOf(inputs, 'skip-token-revoke')?.span ?? action.span,
  }));
  return {
    appTokenScoped: { value: !wide, span: (wide ?? tokens[0])?.action.span ?? head },
    appTokenKept: anyOf(kept, tokens[0]?.action.span ?? head),
  };
}

/** Names the permissions it needs, and the repositories when it reaches beyond this one. */
const isScoped = (inputs: Node | undefined): boolean =>
  entriesOf(inputs).some(({ key }) => /^permission-/i.test(String(key.value))) &&
  (!inputOf(inputs, 'owner', 'enterprise') || inputOf(inputs, 'repositories') !== undefined);

/** Actions of others that are handed a secret and whose code can change without a change here. `shared`: environments that all steps see. */
export function unpinnedWithSecrets(steps: readonly Step[], shared: readonly (Node | undefined)[]): Attribute | undefined {
  const everywhere = shared.some(handsSecret);
  const found = steps.flatMap(({ action, inputs, env }) =>
    action && !action.pinned && (everywhere || handsSecret(inputs) || handsSecret(env)) ? [action] : [],
  );
  const [first] = found;
  return first && { value: [...new Set(found.map(({ name }) => name))], span: first.span };
}

/** The job's own token does not count: every action can read it anyway. */
function handsSecret(node: Node | undefined): boolean {
  const { names, whole } = secretsIn(node);
  return names.length > 0 || whole;
}
