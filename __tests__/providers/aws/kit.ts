/** From a tool's own text to facts, each on one line, without places. Both dialects of one thing print the same lines. */
import { interpret, meaningsOf } from '../../../src/inventory/interpret.js';
import type { Condition, Credential, End, Fact, Grant, Principal, SubjectFact, Tag, Trust } from '../../../src/model/fact.js';
import { makeVault } from '../../../src/model/redact.js';
import type { Resource } from '../../../src/model/resource.js';
import { filePath, locate, type Source } from '../../../src/model/span.js';
import { show, type Text } from '../../../src/model/text.js';
import { aws } from '../../../src/providers/aws/index.js';
import { ansible } from '../../../src/readers/ansible/index.js';
import { cloudformation } from '../../../src/readers/cloudformation/index.js';
import { kubernetes } from '../../../src/readers/kubernetes/index.js';
import { pulumi } from '../../../src/readers/pulumi/index.js';
import { terraform } from '../../../src/readers/terraform/index.js';
import { hcl } from '../../../src/syntax/hcl/index.js';
import { json } from '../../../src/syntax/json.js';
import { yaml } from '../../../src/syntax/yaml/index.js';

export interface Told {
  readonly lines: readonly string[];
  readonly gaps: readonly string[];
  readonly facts: readonly Fact[];
}

const sourceOf = (path: string, text: string): Source => ({ path: filePath(path), side: 'head', text });
const open = (): undefined => undefined;

/** Facts of a Terraform folder with one file. */
export function fromTerraform(text: string): Told {
  const source = sourceOf('infra/main.tf', text);
  const read = terraform.read({ scope: 'infra', files: [{ source, tree: hcl.parse(source) }], open });
  return told(
    read.resources,
    read.gaps.map((g) => g.reason),
  );
}

/** Facts of the `Resources` section of a CloudFormation template. */
export function fromCloudFormation(resources: string): Told {
  return fromTemplate(`AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${indent(resources)}`);
}

/** Facts of a whole CloudFormation template. */
export function fromTemplate(text: string): Told {
  const source = sourceOf('stack.yaml', text);
  const read = cloudformation.read({ scope: source.path, files: [{ source, tree: yaml.parse(source) }], open });
  return told(
    read.resources,
    read.gaps.map((g) => g.reason),
  );
}

/** Facts of the `resources` section of a Pulumi YAML program. */
export function fromPulumi(resources: string): Told {
  const source = sourceOf('infra/Pulumi.yaml', `name: shop\nruntime: yaml\nresources:\n${indent(resources)}`);
  const read = pulumi.read({ scope: 'infra', files: [{ source, tree: yaml.parse(source) }], open });
  return told(
    read.resources,
    read.gaps.map((g) => g.reason),
  );
}

/** Facts of the tasks of an Ansible playbook. */
export function fromAnsible(tasks: string): Told {
  const source = sourceOf('playbooks/site.yaml', `- hosts: localhost\n  tasks:\n${tasks.trim().replace(/^/gm, '    ')}`);
  const read = ansible.read({ scope: source.path, files: [{ source, tree: yaml.parse(source) }], open });
  return told(
    read.resources,
    read.gaps.map((g) => g.reason),
  );
}

/** Facts of AWS objects among the manifests of a folder. */
export function fromManifests(text: string): Told {
  const source = sourceOf('deploy/aws.yaml', text);
  const read = kubernetes.read({ scope: 'deploy', files: [{ source, tree: yaml.parse(source) }], open });
  return told(
    read.resources,
    read.gaps.map((g) => g.reason),
  );
}

/** Facts of a policy document in a JSON file. */
export function fromPolicy(text: string): Told {
  const source = sourceOf('policies/ci.json', text);
  const root = json.parse(source).documents[0]?.root;
  if (root?.kind !== 'map') throw new Error('a policy document is a JSON object');
  const [address, label, scope] = ['policies/ci.json#ci', 'ci', 'policies/ci.json'];
  return told([
    { dialect: 'iam-policy', type: 'policy', address, label, scope, body: root, span: root.span, head: root.span, comments: [] },
  ]);
}

function told(resources: readonly Resource[], readerGaps: readonly string[] = []): Told {
  const vault = makeVault((value) => `digest of ${value.length}`);
  const { facts, gaps } = interpret(resources, [aws], meaningsOf([aws]), vault);
  const undeclared = undeclaredAttributes(facts);
  if (undeclared.length > 0) throw new Error(`attributes without a doc: ${undeclared.join(', ')}`);
  return { lines: facts.map(line), gaps: [...readerGaps, ...gaps.map((g) => g.reason)], facts };
}

const indent = (text: string): string => text.trim().replace(/^/gm, '  ');

/** The line of the file on which a fact stands. */
export const lineOf = (fact: Fact | undefined): number | undefined => {
  if (!fact) return undefined;
  const span =
    fact.fact === 'grant'
      ? fact.grant.span
      : fact.fact === 'credential'
        ? fact.credential.span
        : 'span' in fact
          ? fact.span
          : fact.trust.span;
  return locate(span).startLine;
};

/** Every attribute that is said stands in the provider's vocabulary. */
const undeclaredAttributes = (facts: readonly Fact[]): readonly string[] =>
  facts.flatMap((f) => (f.fact === 'subject' ? Object.keys(f.attributes) : [])).filter((name) => !(name in aws.attributes));

function line(fact: Fact): string {
  switch (fact.fact) {
    case 'subject':
      return subject(fact);
    case 'grant':
      return `grant to ${handle(fact.to)}: ${grant(fact.grant)}`;
    case 'trust':
      return `trust of ${handle(fact.of)}: ${trust(fact.trust)}`;
    case 'credential':
      return `credential of ${handle(fact.of)}: ${credential(fact.credential)}`;
    case 'link':
      return `${handle(fact.from)} ${fact.relation} ${end(fact.to)} by ${fact.via}`;
    case 'assignment':
      return `${fact.role} ${end(fact.set)} to ${fact.to.map(end).join(', ')} by ${fact.via}`;
  }
}

function subject(s: SubjectFact): string {
  const attributes = Object.entries(s.attributes).map(
    ([key, a]) => `${key}=${a.value === undefined ? `?${a.why}` : JSON.stringify(a.value)}`,
  );
  return [
    s.kind ? `${s.category} ${s.kind}` : s.category,
    s.type,
    s.name ? show(s.name) : '-',
    `[${[...new Set(s.handles.map(handle))].join(' ')}]`,
    ...(s.tags.length ? [`{${s.tags.map(tag).join(', ')}}`] : []),
    ...(s.description ? [`"${show(s.description)}"`] : []),
    ...attributes,
  ].join(' ');
}

const tag = (t: Tag): string => `${t.key}: ${show(t.value)}`;
const texts = (list: readonly Text[]): string => list.map(show).join(' | ');
const set = (s: Grant['actions']): string => `${s.negated ? 'all but ' : ''}${texts(s.patterns)}`;
const conditions = (list: readonly Condition[]): string => list.map((c) => ` when ${c.operator} ${c.key} = ${texts(c.values)}`).join('');
const principals = (list: readonly Principal[]): string => list.map((p) => `${p.kind} ${show(p.value)}`).join(', ');
const grant = (g: Grant): string =>
  `${g.effect}${g.principals ? ` ${principals(g.principals)}` : ''} ${set(g.actions)} on ${set(g.resources)}${conditions(g.conditions)} (${g.via})`;
const trust = (t: Trust): string =>
  `${t.effect} ${t.negated ? 'all but ' : ''}${principals(t.principals)} ${set(t.actions)}${conditions(t.conditions)}`;
const credential = (c: Credential): string =>
  [
    c.kind,
    `"${c.name}"`,
    c.origin,
    c.lifetime,
    ...(c.value ? [`hidden ${c.value.length}`] : []),
    ...(c.rotatedBy ? [`by ${c.rotatedBy}`] : []),
  ].join(' ');
const end = (e: End): string => `<${e.handles.map(handle).join(' ')}>`;

/** An address without what the dialect adds to the author's label: `at:infra#aws_iam_role.ci` `at:stack.yaml#Ci` and `at:deploy#Role/ci` are `at:ci`. */
const handle = (h: string): string => (h.startsWith('at:') ? `at:${h.slice(h.search(/[^#./]+$/)).toLowerCase()}` : h);
