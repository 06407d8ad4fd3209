/** Subjects and files for the tests of this room. */
import type { Credential, Trust } from '../../src/model/fact.js';
import type { HeldGrant, IdentityKey, Subject } from '../../src/model/inventory.js';
import { filePath, type Source, type Span, span } from '../../src/model/span.js';
import { type Text, text } from '../../src/model/text.js';
import { compileCel } from '../../src/policy/cel.js';
import type { Language } from '../../src/policy/compile-rule.js';
import type { Focus, Scene } from '../../src/policy/vocabulary/field.js';
import { makeVocabulary } from '../../src/policy/vocabulary/index.js';

export const file = (path: string, content = ''): Source => ({ path: filePath(path), side: 'head', text: content });

export const source = file('infra/prod/main.tf', 'one\ntwo\nthree\nfour\nfive\n');
export const at = (start = 0, end = start + 1): Span => span(source, start, end);
export const t = (value: string): Text => text(value, at());
/** `{name}` in the text is a hole. */
export const holed = (value: string): Text => ({
  parts: value
    .split(/(\{[^}]+\})/)
    .filter((p) => p !== '')
    .map((p) => (p.startsWith('{') ? { name: p.slice(1, -1) } : p)),
  span: at(),
});

export const key = (k: string): IdentityKey => k as IdentityKey;

export const subject = (more: Partial<Subject> = {}): Subject => ({
  key: key('aws:role:ci'),
  category: 'identity',
  kind: 'workload-identity',
  provider: 'aws',
  type: 'aws.role',
  name: 'ci',
  fullName: t('ci'),
  label: 'aws_iam_role.ci',
  scope: 'infra/prod',
  handles: [],
  tags: [],
  comments: [],
  attributes: {},
  span: at(),
  head: at(),
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

export const grant = (more: Partial<HeldGrant> = {}): HeldGrant => ({
  system: 'aws',
  effect: 'allow',
  actions: { patterns: [t('s3:GetObject')], negated: false },
  resources: { patterns: [t('*')], negated: false },
  scope: t('*'),
  conditions: [],
  via: 'inline policy',
  span: at(4),
  given: at(4),
  level: 'reads',
  breadth: 'everything',
  ...more,
});

export const trust = (more: Partial<Trust> = {}): Trust => ({
  system: 'aws',
  effect: 'allow',
  principals: [{ kind: 'service', value: t('ecs-tasks.amazonaws.com') }],
  negated: false,
  actions: { patterns: [t('sts:AssumeRole')], negated: false },
  conditions: [],
  span: at(8),
  ...more,
});

export const credential = (more: Partial<Credential> = {}): Credential => ({
  kind: 'access-key',
  name: 'access key',
  origin: 'generated',
  lifetime: 'static',
  span: at(14),
  ...more,
});

export const vocabulary = makeVocabulary({
  idToken: { type: 'boolean', doc: 'May ask for tokens.' },
  environment: { type: 'string', doc: 'Environment of the job.' },
  triggers: { type: 'list', doc: 'Events.' },
  hours: { type: 'number', doc: 'Hours.' },
});

export const language: Language = { vocabulary, cel: compileCel };

/** 2026-11-21 */
export const today = 20_778;
export const now = '2026-11-21T10:00:00Z';

export const scene = (s: Subject = subject(), focus: Focus = { is: 'subject' }): Scene => ({
  subject: s,
  focus,
  news: { subjects: new Set(), has: () => false },
  today,
});
