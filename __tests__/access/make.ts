/** Statements for the tests of this room, in a short notation. */
import type { Condition, Handle, PatternSet, Principal, PrincipalKind, Trust } from '../../src/model/fact.js';
import type { HeldGrant, IdentityKey, NamedSet, Subject } from '../../src/model/inventory.js';
import { filePath, type Source, type Span, span } from '../../src/model/span.js';
import type { Text } from '../../src/model/text.js';
import type { Hole } from '../../src/model/tree.js';

const source: Source = { path: filePath('main.tf'), side: 'head', text: '' };
export const at: Span = span(source, 0, 0);

/** `<name>` is a hole, `<name@address>` one that refers to a resource. An empty string is the empty text. */
export const t = (value: string): Text => ({
  parts:
    value === '' ? [''] : value.split(/(<[^>]+>)/).flatMap((p): (string | Hole)[] => (p === '' ? [] : [p.startsWith('<') ? holeOf(p) : p])),
  span: at,
});

function holeOf(written: string): Hole {
  const [name = '', to] = written.slice(1, -1).split('@');
  return to === undefined ? { name } : { name, to };
}

const texts = (values: string | readonly string[]): readonly Text[] => [values].flat().map(t);

export const patterns = (values: string | readonly string[], negated = false): PatternSet => ({ patterns: texts(values), negated });

/** `operator key: values`. */
export const condition = (operator: string, key: string, values: string | readonly string[]): Condition => ({
  operator,
  key,
  values: texts(values),
  span: at,
});

export const principal = (kind: PrincipalKind, value = '*'): Principal => ({ kind, value: t(value) });

export const grant = (
  actions: string | readonly string[],
  resources: string | readonly string[] = '*',
  more: Partial<HeldGrant> = {},
): HeldGrant => ({
  system: 'aws',
  effect: 'allow',
  actions: patterns(actions),
  resources: patterns(resources),
  scope: t('*'),
  conditions: [],
  via: 'inline policy',
  span: at,
  given: at,
  level: 'unknown',
  breadth: 'unknown',
  ...more,
});

export const deny = (
  actions: string | readonly string[],
  resources: string | readonly string[] = '*',
  more: Partial<HeldGrant> = {},
): HeldGrant => grant(actions, resources, { ...more, effect: 'deny' });

/** A rule of Kubernetes. */
export const rule = (verbs: string | readonly string[], resources: string | readonly string[], more: Partial<HeldGrant> = {}): HeldGrant =>
  grant(verbs, resources, { system: 'kubernetes', ...more });

export const trust = (principals: readonly Principal[], conditions: readonly Condition[] = [], more: Partial<Trust> = {}): Trust => ({
  system: 'aws',
  effect: 'allow',
  principals,
  negated: false,
  actions: patterns('sts:AssumeRole'),
  conditions,
  span: at,
  ...more,
});

export const set = (name: string, more: Partial<NamedSet> = {}): NamedSet => ({
  name: t(name),
  handles: [],
  role: 'give',
  via: 'attachment',
  span: at,
  ...more,
});

export const handles = (...names: readonly string[]): readonly Handle[] => names as readonly Handle[];

export const subject = (more: Partial<Subject> = {}): Subject => ({
  key: 'aws:role:ci' as IdentityKey,
  category: 'identity',
  kind: 'workload-identity',
  provider: 'aws',
  type: 'aws.role',
  name: 'ci',
  fullName: t('ci'),
  label: 'aws_iam_role.ci',
  scope: 'infra',
  handles: handles('at:infra#aws_iam_role.ci', 'aws:role:ci'),
  tags: [],
  comments: [],
  attributes: {},
  span: at,
  head: at,
  grants: [],
  namedSets: [],
  trust: [],
  credentials: [],
  links: [],
  usedBy: [],
  access: { level: 'none', reasons: [] },
  ownership: {},
  ...more,
});
