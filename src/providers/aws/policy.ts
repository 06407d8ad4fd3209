/**
 * IAM's policy language: a document → statements → grants or trust. Two spellings of one language: the JSON document, and Terraform's
 * `aws_iam_policy_document` blocks where nobody takes their JSON. What a statement does not tell is a gap, and what is told is kept on
 * the wide side.
 */
import type { Condition, Grant, Handle, PatternSet, Principal, Trust } from '../../model/fact.js';
import type { Span } from '../../model/span.js';
import { isHole, literal, show, type Text, text, textOf } from '../../model/text.js';
import { deref, entriesOf, get, type Node } from '../../model/tree.js';
import type { Say } from '../entity.js';
import { isWrittenSecret } from '../written-secret.js';
import { flatItems } from './names.js';
import { principalsOf } from './principals.js';
import { admittedBy } from './web-identity.js';

type Unresolved = Pick<Say, 'unresolved'>;

/** One statement, as written. */
export interface Statement {
  readonly effect: 'allow' | 'deny';
  readonly actions: PatternSet;
  /** Absent in trust policies, and in the policies of resources that stand for themselves. */
  readonly resources: PatternSet | undefined;
  /** Absent in identity policies. */
  readonly principals: { readonly named: readonly Principal[]; readonly negated: boolean; readonly span: Span } | undefined;
  readonly conditions: readonly Condition[];
  readonly span: Span;
}

/** Names of the elements in one spelling. */
interface Spelled {
  readonly statement: string;
  readonly effect: string;
  readonly actions: readonly [string, string];
  readonly resources: readonly [string, string];
  readonly principals: readonly [string, string];
  readonly condition: string;
}
const json: Spelled = {
  statement: 'Statement',
  effect: 'Effect',
  actions: ['Action', 'NotAction'],
  resources: ['Resource', 'NotResource'],
  principals: ['Principal', 'NotPrincipal'],
  condition: 'Condition',
};
const blocks: Spelled = {
  statement: 'statement',
  effect: 'effect',
  actions: ['actions', 'not_actions'],
  resources: ['resources', 'not_resources'],
  principals: ['principals', 'not_principals'],
  condition: 'condition',
};

/** All statements that a document writes itself and that could be understood; every other one is a gap. */
export function statementsOf(document: Node, say: Unresolved): readonly Statement[] {
  const { kind } = deref(document);
  // That it is not known has been told where it was opened.
  if (kind === 'unknown') return [];
  if (kind !== 'map') {
    say.unresolved('a policy document is not known from the files', document.span);
    return [];
  }
  const isJson = get(document, json.statement) !== undefined || get(document, blocks.statement) === undefined;
  const spelled = isJson ? json : blocks;
  const statements = get(document, spelled.statement);
  if (!statements && !blockOnly.some((key) => get(document, key))) say.unresolved('the policy document has no Statement', document.span);
  return flatItems(statements).flatMap((item) => statementOf(item, spelled, say) ?? []);
}

/** Through these a block document takes in others, which speak for themselves. */
const blockOnly = ['source_policy_documents', 'override_policy_documents', 'source_json', 'override_json'];

function statementOf(item: Node, spelled: Spelled, say: Unresolved): Statement | undefined {
  if (deref(item).kind !== 'map') {
    say.unresolved('a policy statement is not known from the files', item.span);
    return undefined;
  }
  const actions = patternsOf(item, spelled.actions, spelled, say);
  if (!actions) {
    say.unresolved('a policy statement names no action', item.span);
    return undefined;
  }
  return {
    effect: effectOf(get(item, spelled.effect), spelled, item, say),
    actions,
    resources: patternsOf(item, spelled.resources, spelled, say),
    principals: whoOf(item, spelled, say),
    conditions: spelled === json ? mappedConditions(get(item, json.condition), say) : blockConditions(get(item, blocks.condition), say),
    span: item.span,
  };
}

/** An effect that AWS would not take, or that is not known, is read on the wide side: as Allow, unless it can only mean Deny. */
function effectOf(node: Node | undefined, spelled: Spelled, item: Node, say: Unresolved): Statement['effect'] {
  if (!node && spelled === blocks) return 'allow';
  const effect = literal(textOf(node));
  if (effect !== 'Allow' && effect !== 'Deny')
    say.unresolved('the Effect of a policy statement is neither Allow nor Deny', (node ?? item).span);
  return effect?.toLowerCase() === 'deny' ? 'deny' : 'allow';
}

/** `Action` or `NotAction`. An empty list beside its opposite is how Terraform spells "not given". */
function patternsOf(item: Node, [plain, not]: readonly [string, string], spelled: Spelled, say: Unresolved): PatternSet | undefined {
  const [given, excepted] = [get(item, plain), get(item, not)];
  const negated = excepted !== undefined && flatItems(given).length === 0;
  const node = negated ? excepted : given;
  if (!node) return undefined;
  return { patterns: flatItems(node).flatMap((n) => textIn(n, spelled) ?? broken(n, negated ? not : plain, say)), negated };
}

/** What is no pattern at all may have been meant for anything: it is not known, and never nothing. */
function broken(node: Node, element: string, say: Unresolved): readonly Text[] {
  if (deref(node).kind !== 'map') return [];
  say.unresolved(`the ${element} of a policy statement is not a text`, node.span);
  return [{ parts: [{ name: `a broken ${element}` }], span: node.span }];
}

/** Terraform's blocks write IAM's policy variables as `&{aws:username}`. */
function textIn(node: Node, spelled: Spelled): Text | undefined {
  const t = textOf(node);
  return t && spelled === blocks ? { ...t, parts: t.parts.map((p) => (typeof p === 'string' ? p.replaceAll('&{', '${') : p)) } : t;
}

function whoOf(item: Node, { principals: [plain, not] }: Spelled, say: Unresolved): Statement['principals'] {
  const node = get(item, plain) ?? get(item, not);
  return node && { named: principalsOf(node, say), negated: get(item, plain) === undefined, span: node.span };
}

function mappedConditions(node: Node | undefined, say: Unresolved): readonly Condition[] {
  if (node && deref(node).kind !== 'map') say.unresolved('the Condition of a policy statement is not known from the files', node.span);
  return entriesOf(node).flatMap(({ key: operator, value: keys }) => {
    if (deref(keys).kind !== 'map') say.unresolved('a condition of a policy statement is not known from the files', keys.span);
    return entriesOf(keys).map(({ key, value }) =>
      condition({
        operator: String(operator.value),
        key: String(key.value),
        values: flatItems(value).flatMap((v) => textOf(v) ?? []),
        span: key.span,
      }),
    );
  });
}

function blockConditions(node: Node | undefined, say: Unresolved): readonly Condition[] {
  return flatItems(node).flatMap((block) => {
    const operator = textOf(get(block, 'test'));
    const key = textOf(get(block, 'variable'));
    if (!operator || !key) {
      say.unresolved('a condition of a policy statement is not known from the files', block.span);
      return [];
    }
    const values = flatItems(get(block, 'values')).flatMap((v) => textIn(v, blocks) ?? []);
    return [condition({ operator: show(operator), key: show(key), values, span: block.span })];
  });
}

/** Values of these keys are agreed on in private, unless they are an address or a pattern. */
const agreed = new Set(['sts:externalid', 'aws:referer', 'aws:useragent']);

function condition(c: Condition): Condition {
  const written = (value: Text): boolean => value.parts.some((part) => typeof part === 'string' && isWrittenSecret(part));
  return agreed.has(c.key.toLowerCase()) && c.values.some(written) ? { ...c, secret: true } : c;
}

const everything = (span: Span): PatternSet => ({ patterns: [text('*', span)], negated: false });

function grantOf(s: Statement, via: string): Grant {
  const { effect, actions, conditions, span } = s;
  return { system: 'aws', effect, actions, resources: s.resources ?? everything(span), scope: text('*', span), conditions, via, span };
}

/** What stands for the content of a document that is not known. One that cannot be read is no value that somebody could tell. */
function unknownSet(document: Node): Text | undefined {
  const at = deref(document);
  if (at.kind !== 'unknown') return undefined;
  return at.invalid ? text('a document that is not valid', document.span) : textOf(document);
}

/** Statements of a document that are not known from the files: each may allow anything. What is written and no statement is none. */
const unreadable = (document: Node): readonly Text[] =>
  flatItems(get(document, json.statement) ?? get(document, blocks.statement)).flatMap((item) => {
    const name = deref(item).kind === 'scalar' ? undefined : textOf(item);
    return name && isHole(name) ? [name] : [];
  });

/** Says what a policy document of an identity or a permission set gives. */
export function sayGrants(document: Node | undefined, via: string, say: Say, to: Handle = say.self): void {
  const unknown = document && unknownSet(document);
  // A policy that the files do not tell is held all the same.
  if (unknown) {
    const holder = { handles: [to], name: unknown };
    say.assign({ handles: [], name: unknown }, [holder], { via, span: unknown.span });
  }
  for (const lost of document ? unreadable(document) : [])
    say.assign({ handles: [], name: lost }, [{ handles: [to], name: lost }], { via, span: lost.span });
  for (const s of document ? statementsOf(document, say) : []) {
    if (!s.resources) say.unresolved('a policy statement names no Resource; it is read as every resource', s.span);
    say.grant(grantOf(s, via), to);
  }
}

/** Says whom a resource's own policy lets in. */
export function sayResourcePolicy(document: Node | undefined, via: string, say: Say): void {
  for (const s of document ? statementsOf(document, say) : []) sayResourceGrant(s, via, say);
}

/** Says whom one statement of a resource's own policy lets in. */
export function sayResourceGrant(s: Statement, via: string, say: Say): void {
  if (!s.principals) say.unresolved('a statement of a resource policy names no Principal', s.span);
  say.grant({ ...grantOf(s, via), principals: heldBy(s) });
}

/**
 * Whom a statement speaks of, without negation: `Allow` to everybody but a few lets in anyone; `Deny` to everybody but a few is not
 * counted as a protection against somebody in particular.
 */
function heldBy({ effect, principals }: Statement): readonly Principal[] {
  if (!principals?.negated) return principals?.named ?? [];
  return effect === 'allow' ? [{ kind: 'anyone', value: text('*', principals.span) }] : [];
}

/** One statement of a trust policy. */
export function trustOf(s: Statement): Trust {
  const { effect, actions, conditions, principals, span } = s;
  const said: Trust = {
    system: 'aws',
    effect,
    principals: principals?.named ?? [],
    negated: principals?.negated ?? false,
    actions,
    conditions,
    span,
  };
  const admits = admittedBy(said);
  return admits ? { ...said, admits } : said;
}

/** Says who may become an identity. */
export function sayTrust(document: Node | undefined, say: Say, of?: Handle): void {
  for (const s of document ? statementsOf(document, say) : []) {
    if (!s.principals) say.unresolved('a statement of a trust policy names no Principal', s.span);
    say.trust(trustOf(s), of);
  }
}
