/**
 * AWS's own policies. Each stands as its name and a line for each statement, and an empty line ends it. A statement is
 * `+actions|resources` (`-` denies, `!` is the Not form) with actions grouped by service, `s3:Get* Put*,ec2:Describe*`, and its conditions
 * as JSON behind a second bar.
 */
import type { Catalogue, ManagedStatement } from '../catalogue.js';

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const setOf = (text: string, items: (list: string) => readonly string[]): ManagedStatement['actions'] =>
  text.startsWith('!') ? { patterns: items(text.slice(1)), negated: true } : { patterns: items(text), negated: false };

const actionsOf = (list: string): readonly string[] =>
  list.split(',').flatMap((group) => {
    const colon = group.indexOf(':');
    return group
      .slice(colon + 1)
      .split(' ')
      .map((name) => (colon < 0 ? name : group.slice(0, colon + 1) + name));
  });

function statementOf(line: string): ManagedStatement {
  const [head = '', resources = '', ...conditions] = line.split('|');
  return {
    effect: head.startsWith('+') ? 'allow' : 'deny',
    actions: setOf(head.slice(1), actionsOf),
    resources: setOf(resources, (list) => list.split(' ')),
    conditions: conditions.length === 0 ? [] : conditionsOf(JSON.parse(conditions.join('|')) as Conditions),
  };
}

const conditionsOf = (written: Conditions): ManagedStatement['conditions'] =>
  Object.entries(written).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => ({ operator, key, values: [value].flat().map(String) })),
  );

/** Opens the policies. A policy is taken apart when somebody asks for it. */
export function policyCatalogue(table: string): Pick<Catalogue, 'managedPolicy'> {
  const texts = new Map(table.split('\n\n').map((policy) => [policy.slice(0, policy.indexOf('\n')), policy]));
  const opened = new Map<string, readonly ManagedStatement[]>();
  return {
    managedPolicy(name) {
      const text = texts.get(name);
      if (text === undefined) return undefined;
      const statements = opened.get(name) ?? text.split('\n').slice(1).map(statementOf);
      opened.set(name, statements);
      return statements;
    },
  };
}
