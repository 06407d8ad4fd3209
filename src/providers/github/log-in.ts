/** Reads the steps against the table of log-ins: which keys they hold, whom they become, and whether the job's own OIDC token is enough. */
import { literal, textOf } from '../../model/text.js';
import type { Node } from '../../model/tree.js';
import type { Say } from '../entity.js';
import { isWrittenSecret, writtenText } from '../written-secret.js';
import { environmentKeys, type Key, type LogIn, logIns } from './log-ins.js';
import { secretsIn } from './secrets.js';
import { inputOf, type Step } from './step.js';

/** What has been told already, so that no later reading tells it again. */
export interface Told {
  readonly secrets: Set<string>;
  readonly nodes: Set<Node>;
}

const byAction = new Map(logIns.map((row) => [row.action, row]));

/** Tells every log-in of the steps and of the given environments. */
export function tellLogIns(steps: readonly Step[], environments: readonly (Node | undefined)[], say: Say, told: Told): void {
  for (const step of steps) {
    const row = step.action && byAction.get(step.action.name);
    if (step.action && row) tellLogIn(row, step.inputs, step.action.span, say, told);
  }
  for (const env of environments) for (const key of environmentKeys) tellKey(key, env, say, told, 'only secrets');
}

function tellLogIn(row: LogIn, inputs: Node | undefined, at: Node['span'], say: Say, told: Told): void {
  const keyed = (row.keys ?? []).map((key) => tellKey(key, inputs, say, told)).includes(true);
  const whom = row.as && inputOf(inputs, ...row.as.inputs);
  const to = whom && say.end(whom, row.as?.names);
  if (whom && to) {
    for (const name of secretsIn(whom).names) told.secrets.add(name);
    const limits = row.as?.limits;
    const isLimited = limits?.inputs.some((input) => isGiven(inputOf(inputs, input)));
    say.link('assumes', to, row.action, whom.span, undefined, isLimited ? limits?.what : undefined);
  }
  if (keyed || !row.exchange || !exchanges(row.exchange, inputs)) return;
  const span = inputOf(inputs, ...row.exchange.inputs)?.span ?? at;
  say.credential({ kind: 'token', name: row.exchange.name, origin: 'federated', lifetime: 'short-lived', span });
}

/** A limit that is empty, or that is put together when the job runs, may be none. */
const isGiven = (node: Node | undefined): boolean => (literal(textOf(node)) ?? '').trim() !== '';

function exchanges({ inputs, when = {}, unless = {} }: NonNullable<LogIn['exchange']>, written: Node | undefined): boolean {
  const says = ([name, value]: readonly [string, string]) =>
    literal(textOf(inputOf(written, name)))
      ?.trim()
      .toLowerCase() === value;
  return (
    (inputs.length === 0 || inputOf(written, ...inputs) !== undefined) &&
    Object.entries(when).every(says) &&
    !Object.entries(unless).some(says)
  );
}

/** Tells a key where one is written, and whether there is one. The job's own token in its place is none: it ends with the job. */
function tellKey(key: Key, inputs: Node | undefined, say: Say, told: Told, only?: 'only secrets'): boolean {
  const node = inputOf(inputs, ...key.inputs);
  const value = writtenText(node);
  if (!node || (value !== undefined && (only || !isWrittenSecret(value)))) return false;
  if (value !== undefined) {
    told.nodes.add(node);
    const hidden = say.hide(node, key.name);
    say.credential({
      kind: key.kind,
      name: key.name,
      origin: 'literal',
      lifetime: 'static',
      ...(hidden && { value: hidden }),
      span: node.span,
    });
    return true;
  }
  const { names, ownToken, whole } = secretsIn(node);
  if (names.length === 0 && !whole && (ownToken || only)) return false;
  if (names.length > 0 && names.every((name) => told.secrets.has(name))) return true;
  // The other half of the same key (an access key id) is told with it.
  for (const name of key.inputs.flatMap((input) => secretsIn(inputOf(inputs, input)).names)) told.secrets.add(name);
  say.credential({
    kind: key.kind,
    name: names.length > 0 ? `${key.name} (${names.join(', ')})` : key.name,
    origin: 'reference',
    lifetime: names.length > 0 || whole ? 'static' : 'unknown',
    span: node.span,
  });
  return true;
}
