/** Package of AWS's service authorization reference → the table that `access/catalogue/actions.ts` opens. */
import { kindLetters } from '../../access/catalogue/actions.js';
import type { ActionKind } from '../../access/catalogue.js';
import type { Package } from './fetch.js';

interface SourceAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly { readonly name: string }[];
}
type SourceTypes = Readonly<Record<string, { readonly key: string; readonly arn: string }>>;

const kindOf: Readonly<Record<string, ActionKind>> = {
  List: 'list',
  Read: 'read',
  Write: 'write',
  'Tagging, Write': 'tagging',
  'Permissions management, Write': 'permissions',
};

/** Variables of an ARN stand for anything. A type may be spelled in two ways. */
const arnPattern = (arn: string): string =>
  arn
    .replace(/\$\{[^}]*\}/g, '*')
    .replace(/\*+/g, '*')
    .replace(/, /g, ',');

function lineOf(service: string, actions: readonly SourceAction[], types: SourceTypes): string {
  const used = new Set(actions.flatMap((a) => a.resourceTypes.map((t) => t.name.toLowerCase())));
  const names = Object.keys(types)
    .filter((name) => used.has(name))
    .sort();
  const groups = new Map<string, string[]>();
  for (const { name, accessLevel, resourceTypes } of [...actions].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const kind = kindOf[accessLevel];
    if (!kind) throw new Error(`${service}:${name} has an access level that is not known: ${accessLevel}`);
    const tied = resourceTypes.map((t) => {
      const at = names.indexOf(t.name.toLowerCase());
      if (at < 0) throw new Error(`${service}:${name} is tied to ${t.name}, which has no ARN`);
      return at;
    });
    const key = kindLetters[kind] + [...new Set(tied)].sort((a, b) => a - b).join(',');
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const arns = names.map((name) => arnPattern(types[name]?.arn ?? '*'));
  if ([...groups.values()].flat().some((name) => /[\s;:,]/.test(name)) || arns.some((arn) => /\s/.test(arn)))
    throw new Error(`${service} has a name that the table cannot hold`);
  return [
    service,
    arns.join(' '),
    [...groups]
      .sort()
      .map(([key, list]) => `${key}:${list.join(' ')}`)
      .join(';'),
  ].join('\t');
}

/** All services, one line each. */
export const actionTable = (source: Package): string =>
  source
    .list('data/actions')
    .flatMap((file) => {
      const actions = Object.values(JSON.parse(source.text(`data/actions/${file}`)) as Readonly<Record<string, SourceAction>>);
      const types = JSON.parse(source.text(`data/resourceTypes/${file}`)) as SourceTypes;
      return actions.length > 0 ? [lineOf(file.slice(0, -'.json'.length), actions, types)] : [];
    })
    .join('\n');
