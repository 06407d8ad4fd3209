/** Package of AWS's managed policies → the table that `access/catalogue/policies.ts` opens. */
import type { Package } from './fetch.js';

type OneOrMany = string | readonly string[];
interface SourceStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: unknown;
}
interface SourcePolicy {
  readonly arn: string;
  readonly latestVersionId: string;
  readonly versions: Readonly<Record<string, { readonly document: { readonly Statement: SourceStatement | readonly SourceStatement[] } }>>;
}

const many = (value: OneOrMany | undefined): readonly string[] => (value === undefined ? [] : [value].flat());

function grouped(actions: readonly string[]): string {
  const services = new Map<string, string[]>();
  for (const action of [...actions].sort()) {
    const colon = action.indexOf(':');
    const service = action.slice(0, colon + 1);
    services.set(service, [...(services.get(service) ?? []), action.slice(colon + 1)]);
  }
  return [...services].map(([service, names]) => service + names.join(' ')).join(',');
}

function lineOf(s: SourceStatement, policy: string): string {
  const actions = (s.NotAction ? '!' : '') + grouped(many(s.NotAction ?? s.Action));
  const resources = (s.NotResource ? '!' : '') + many(s.NotResource ?? s.Resource).join(' ');
  if ([...many(s.NotAction ?? s.Action), ...many(s.NotResource ?? s.Resource)].some((word) => /[\s|,]|^!/.test(word)))
    throw new Error(`${policy} has a word that the table cannot hold`);
  return (s.Effect === 'Allow' ? '+' : '-') + [actions, resources, ...(s.Condition ? [JSON.stringify(s.Condition)] : [])].join('|');
}

/** The latest version of each policy that somebody can attach: those of service-linked roles cannot be. */
export function policyTable(source: Package): string {
  const policies = JSON.parse(source.text('dist/managedPolicies.json')) as Readonly<Record<string, SourcePolicy>>;
  return Object.entries(policies)
    .filter(([, { arn }]) => !arn.includes(':policy/aws-service-role/'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { versions, latestVersionId }]) => {
      const statements = [versions[latestVersionId]?.document.Statement ?? []].flat();
      return [name, ...statements.map((s) => lineOf(s, name))].join('\n');
    })
    .join('\n\n');
}
