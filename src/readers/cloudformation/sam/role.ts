/** The role that SAM makes for what names none. */
import type { Resource } from '../../../model/resource.js';
import { deref, entriesOf, get, itemsOf, type Node } from '../../../model/tree.js';
import { type Fields, serviceTrust } from '../build.js';
import { missing } from '../text.js';
import type { Maker } from './maker.js';
import { policyTemplates, type TemplateStatement } from './policy-templates.js';

/** What a kind of resource gives its role besides its own `Policies`. */
export interface RoleBasis {
  /** The service that takes the role on. */
  readonly service: string;
  /** AWS's own policies by name, with their path. */
  readonly managed: readonly string[];
  /** Statements that follow from other properties. */
  readonly statements: readonly Node[];
}

export function executionRole(m: Maker, basis: RoleBasis): Resource {
  const { body } = m.resource;
  const policies = policiesOf(get(body, 'Policies'), m);
  const own = basis.statements.length > 0 ? [m.record({ PolicyDocument: m.document(basis.statements) })] : [];
  return m.make('Role', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: get(body, 'AssumeRolePolicyDocument') ?? serviceTrust(basis.service, m.at),
    ManagedPolicyArns: m.list([...basis.managed.map((name) => awsPolicy(m, name)), ...policies.managed]),
    Policies: m.list([...policies.inline, ...own]),
    PermissionsBoundary: get(body, 'PermissionsBoundary'),
    Path: get(body, 'RolePath'),
    Tags: get(body, 'Tags'),
  });
}

/** A role that a service takes on to start what this resource is. */
export const starterRole = (m: Maker, suffix: string, service: string, statement: Node, more: Fields): Resource =>
  m.make(
    suffix,
    'AWS::IAM::Role',
    {
      AssumeRolePolicyDocument: serviceTrust(service, m.at),
      Policies: m.list([m.record({ PolicyDocument: m.document([statement]) })]),
      ...more,
    },
    statement.span,
  );

const awsPolicy = (m: Maker, name: string, at = m.at): Node => m.pattern(`arn:\${AWS::Partition}:iam::aws:policy/${name}`, new Map(), at);

interface Policies {
  readonly managed: readonly Node[];
  readonly inline: readonly Node[];
}

/** `Policies`: names of AWS's policies, ARNs, documents and policy templates, one or a list. */
function policiesOf(node: Node | undefined, m: Maker): Policies {
  const all = itemsOf(node).map((item): Policies => {
    const at = deref(item);
    if (at.kind === 'list') return policiesOf(at, m);
    if (at.kind !== 'map') return { managed: [managedPolicy(at, item, m)], inline: [] };
    if (get(at, 'Statement')) return { managed: [], inline: [m.record({ PolicyDocument: at }, at.span)] };
    return { managed: [], inline: at.entries.map(({ key, value }) => fromTemplate(String(key.value), value, key.span, m)) };
  });
  return { managed: all.flatMap((p) => p.managed), inline: all.flatMap((p) => p.inline) };
}

/** A bare name is one of AWS's. */
const managedPolicy = (at: Node, item: Node, m: Maker): Node =>
  at.kind === 'scalar' && typeof at.value === 'string' && /^[\w+=,.@/-]+$/.test(at.value) ? awsPolicy(m, at.value, item.span) : item;

function fromTemplate(name: string, parameters: Node, at: Node['span'], m: Maker): Node {
  const statements = Object.hasOwn(policyTemplates, name) ? policyTemplates[name] : undefined;
  if (!statements) m.unresolved(`what the SAM policy template ${name} allows is not known`, at);
  const given = new Map(entriesOf(parameters).map(({ key, value }) => [String(key.value), value]));
  const written = (statements ?? []).map((statement) => statementOf(statement, given, at, m));
  return m.record({ PolicyName: m.text(name, at), PolicyDocument: m.document(written, at) }, at);
}

function statementOf(
  { actions, resources, condition }: TemplateStatement,
  given: ReadonlyMap<string, Node>,
  at: Node['span'],
  m: Maker,
): Node {
  const filled = (pattern: string): Node => m.pattern(pattern, new Map([...forgotten(pattern, at), ...given]), at);
  const when = condition && m.record({ [condition[0]]: m.record({ [condition[1]]: filled(condition[2]) }, at) }, at);
  return m.allow(actions, resources.map(filled), at, when);
}

/** A parameter that is not given is not one of the template's own names. */
const forgotten = (pattern: string, at: Node['span']): readonly (readonly [string, Node])[] =>
  [...pattern.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => [name, missing(name, `${name} is not given`, at)]);
