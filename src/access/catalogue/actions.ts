/**
 * The table of AWS actions. One line for each service: `prefix TAB types TAB groups`, where a type of resource is
 * its ARN, or two with a comma between them, and a group is the actions of one kind that are tied to the same types:
 * `W0,2:CreateBucket DeleteBucket`. A line is taken apart when somebody asks for its service.
 */
import type { ActionKind, Catalogue } from '../catalogue.js';
import { isPattern, matches } from './pattern.js';

export const kindLetters: Readonly<Record<ActionKind, string>> = { list: 'L', read: 'R', write: 'W', tagging: 'T', permissions: 'P' };
const kinds = new Map(Object.entries(kindLetters).map(([kind, letter]) => [letter, kind as ActionKind]));

interface KnownAction {
  /** As AWS writes it: `s3:GetObject`. */
  readonly name: string;
  readonly lower: string;
  readonly kind: ActionKind;
  readonly arns: readonly string[];
}

function* actionsIn(line: string): Iterable<KnownAction> {
  const [service = '', types = '', groups = ''] = line.split('\t');
  const arns = types.split(' ');
  for (const group of groups.split(';')) {
    const colon = group.indexOf(':');
    const kind = kinds.get(group[0] ?? '');
    if (!kind) throw new Error(`the table of AWS actions is damaged at ${service}`);
    const tied = group
      .slice(1, colon)
      .split(',')
      .flatMap((i) => (i === '' ? [] : (arns[Number(i)]?.split(',') ?? [])));
    for (const name of group.slice(colon + 1).split(' ')) {
      const full = `${service}:${name}`;
      yield { name: full, lower: full.toLowerCase(), kind, arns: tied };
    }
  }
}

/** So many comparisons of patterns that span services; past it a pattern counts as not known. Each costs at most a name's length. */
const mostCompared = 20_000_000;

/** Opens the table. */
export function actionCatalogue(table: string): Pick<Catalogue, 'expand' | 'levelOf' | 'resourceTypesOf'> {
  const lines = new Map(table.split('\n').map((line) => [line.slice(0, line.indexOf('\t')), line]));
  const services = new Map<string, ReadonlyMap<string, KnownAction>>();
  const answers = new Map<string, readonly string[] | undefined>();
  let left = mostCompared;

  const serviceOf = (service: string): ReadonlyMap<string, KnownAction> | undefined => {
    const line = lines.get(service);
    if (line === undefined) return undefined;
    const known = services.get(service);
    if (known) return known;
    const actions = [...actionsIn(line)].sort((a, b) => (a.lower < b.lower ? -1 : 1));
    const made = new Map(actions.map((a) => [a.lower, a]));
    services.set(service, made);
    return made;
  };
  const actionOf = (action: string): KnownAction | undefined => {
    const lower = action.toLowerCase();
    return serviceOf(lower.slice(0, lower.indexOf(':')))?.get(lower);
  };
  const search = (pattern: string): readonly string[] => {
    const colon = pattern.indexOf(':');
    // A wildcard alone runs on over the colon.
    const [service, name] = colon < 0 ? [pattern, pattern] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
    const among = isPattern(service) ? [...lines.keys()].filter((s) => matches(service, s)) : [service];
    return among.flatMap((s) =>
      [...(serviceOf(s)?.values() ?? [])].flatMap((a) => {
        left -= pattern.length;
        return left >= 0 && matches(name, a.lower.slice(s.length + 1)) ? [a.name] : [];
      }),
    );
  };
  return {
    expand(pattern) {
      const lower = pattern.toLowerCase();
      if (!isPattern(lower)) {
        const known = actionOf(lower);
        return known && [known.name];
      }
      if (!answers.has(lower)) {
        const found = left < 0 ? [] : search(lower);
        answers.set(lower, left < 0 || found.length === 0 ? undefined : found);
      }
      return answers.get(lower);
    },
    levelOf: (action) => actionOf(action)?.kind,
    resourceTypesOf: (action) => actionOf(action)?.arns,
  };
}
