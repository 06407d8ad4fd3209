/** Facts for the tests of this room, in a short notation. */

import { assemble } from '../../src/inventory/assemble.js';
import type {
  AssignmentFact,
  Credential,
  CredentialFact,
  End,
  Fact,
  GrantFact,
  Handle,
  LinkFact,
  Relation,
  SubjectFact,
  Tag,
  TrustFact,
} from '../../src/model/fact.js';
import type { Inventory, Subject } from '../../src/model/inventory.js';
import { filePath, type Side, type Source, type Span, span } from '../../src/model/span.js';
import { type Text, text } from '../../src/model/text.js';
import { grant as held, trust as trusted } from '../access/make.js';

const sources = new Map<string, Source>();

/** A place in a file; a file is one source in all of a test run unless `side` says that the sides differ. */
export function at(path = 'infra/main.tf', line = 0, side: Side = 'head'): Span {
  const key = `${side} ${path}`;
  const source = sources.get(key) ?? { path: filePath(path), side, text: '\n'.repeat(50) };
  sources.set(key, source);
  return span(source, line, line);
}

export const named = (...names: readonly string[]): readonly Handle[] => names as readonly Handle[];

/** `end('aws:role:ci')`; a name in angle brackets is a hole. */
export const end = (...handles: readonly string[]): End => {
  const name = handles.at(-1) ?? '';
  const shown: Text = name.startsWith('<') ? { parts: [{ name: name.slice(1, -1) }], span: at() } : text(name, at());
  return { handles: named(...handles.filter((h) => !h.startsWith('<'))), name: shown };
};

interface Written extends Partial<Omit<SubjectFact, 'fact' | 'name' | 'handles'>> {
  readonly name?: string;
  readonly path?: string;
  readonly line?: number;
  readonly side?: Side;
  readonly handles?: readonly string[];
}

/** `<scope>#<label>` of an AWS role, named like its label unless `name` says otherwise (empty: not named). */
export function role(address: string, { name, path, line = 0, side = 'head', handles = [], ...more }: Written = {}): SubjectFact {
  const [scope = '', label = ''] = address.split('#');
  const where = at(path ?? `${scope}/main.tf`, line, side);
  const called = name ?? label;
  return {
    fact: 'subject',
    category: 'identity',
    kind: 'workload-identity',
    provider: 'aws',
    type: 'aws.role',
    name: called === '' ? undefined : text(called, where),
    label,
    scope,
    handles: named(`at:${address}`, ...(called === '' ? [] : [`aws:role:${called}`]), ...handles),
    tags: [],
    comments: [],
    attributes: {},
    span: where,
    head: where,
    ...more,
  };
}

/** A permission set. */
export const policy = (address: string, more: Written = {}): SubjectFact => {
  const { kind: _, ...fact } = role(address, { type: 'aws.policy', category: 'permission-set', ...more });
  const [, label = ''] = address.split('#');
  return { ...fact, handles: named(`at:${address}`, `aws:policy:${more.name ?? label}`, ...(more.handles ?? [])) };
};

export const grant = (to: string, actions: string | readonly string[], resources: string | readonly string[] = '*'): GrantFact => {
  const { given: _, level: __, breadth: ___, ...statement } = held(actions, resources);
  return { fact: 'grant', to: to as Handle, grant: { ...statement, span: at() } };
};

export const trust = (of: string, ...principals: Parameters<typeof trusted>[0]): TrustFact => ({
  fact: 'trust',
  of: of as Handle,
  trust: trusted(principals),
});

export const credential = (of: string, more: Partial<Credential> = {}): CredentialFact => ({
  fact: 'credential',
  of: of as Handle,
  credential: { kind: 'token', name: 'token', origin: 'reference', lifetime: 'static', span: at(), ...more },
});

export const link = (from: string, to: End, relation: Relation = 'assumes', where = at()): LinkFact => ({
  fact: 'link',
  from: from as Handle,
  relation,
  to,
  via: 'login',
  span: where,
});

export const assign = (set: End, to: readonly End[], more: Partial<AssignmentFact> = {}): AssignmentFact => ({
  fact: 'assignment',
  set,
  to,
  role: 'give',
  via: 'attachment',
  span: at(),
  ...more,
});

export const label = (key: string, value: string): Tag => ({ source: 'label', key, value: text(value, at()), span: at() });

export const inventoryOf = (facts: readonly Fact[], consumed: readonly string[] = [], side: Side = 'head'): Inventory =>
  assemble(side, { facts, consumed: new Set(consumed), gaps: [] });

export const subjectOf = (inventory: Inventory, key: string): Subject => {
  const found = [...inventory.subjects.values()].find((s) => s.key === key);
  if (!found) throw new Error(`no ${key} among ${[...inventory.subjects.keys()].join(', ')}`);
  return found;
};
