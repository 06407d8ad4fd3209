/** Many ways in, few sentences: ways that rest on the same statements are one, and longer ways where a shorter one leads as far are none. */
import type { Escalation, HeldGrant } from '../../model/inventory.js';
import { literal } from '../../model/text.js';
import type { Hit } from './find.js';
import { rankOf } from './world.js';

const statementsOf = (hit: Hit): ReadonlySet<HeldGrant> => new Set(hit.steps.map((s) => s.allowed.grant));
const isWithin = <T>(small: ReadonlySet<T>, large: ReadonlySet<T>): boolean => [...small].every((x) => large.has(x));

interface Way {
  readonly statements: ReadonlySet<HeldGrant>;
  readonly hits: readonly Hit[];
  /** Hits that rest on more than is needed for this way. */
  readonly longer: readonly Hit[];
}

/** Hits come with those that need least first. */
export function tell(hits: readonly Hit[]): readonly Escalation[] {
  const strongestFirst = [...hits].sort((a, b) => rankOf(b.reach) - rankOf(a.reach));
  const ways: { statements: ReadonlySet<HeldGrant>; hits: Hit[]; longer: Hit[] }[] = [];
  for (const hit of strongestFirst.sort((a, b) => statementsOf(a).size - statementsOf(b).size)) {
    const statements = statementsOf(hit);
    const shorter = ways.find((way) => isWithin(way.statements, statements) && way.hits.some((h) => rankOf(h.reach) >= rankOf(hit.reach)));
    if (!shorter) ways.push({ statements, hits: [hit], longer: [] });
    else (shorter.statements.size === statements.size ? shorter.hits : shorter.longer).push(hit);
  }
  const isElsewhere = (way: Way): boolean => way.hits.every((h) => h.target.isElsewhere);
  return [...ways.filter((way) => !isElsewhere(way)).flatMap(escalationOf), ...takeoverOf(ways.filter(isElsewhere).flatMap((w) => w.hits))];
}

const list = (words: Iterable<string>): string => {
  const all = [...new Set(words)];
  return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : all.join('');
};

/** What may be taken over elsewhere is one thing to a reader, however many kinds of workloads it takes in. */
function takeoverOf(hits: readonly Hit[]): readonly Escalation[] {
  const [first, ...more] = [...new Map(hits.map((h) => [h.path.id, h])).values()];
  if (!first) return [];
  const all = [first, ...more];
  const steps = new Map(all.flatMap((h) => h.steps).map((s) => [s.action, s]));
  const entering = all.flatMap(({ path }) => (path.by === 'entering' ? [path.enters] : []));
  return [
    {
      path: first.path.id,
      alike: more.map((h) => h.path.id),
      name: more.length === 0 ? first.path.name : 'make existing workloads run what it wants',
      target: { name: `whatever role the existing ${list(all.map((h) => h.target.name))} run as`, isElsewhere: true },
      reach: first.reach,
      steps: [...steps.values()].map(({ action, allowed }) => ({ action, grant: allowed.grant })),
      cut: { action: entering[0] ?? '', advice: `narrow the \`Resource\` of ${list(entering)} to the workloads that it deploys` },
      doubts: doubtsOf(all),
    },
  ];
}

const doubtsOf = (hits: readonly Hit[]): readonly string[] => [
  ...new Set(hits.flatMap((h) => h.steps).flatMap((s) => s.allowed.doubts.map((d) => d.because))),
];

function escalationOf({ hits, longer }: Way): readonly Escalation[] {
  const [first] = hits;
  if (!first) return [];
  const { path, target, reach, steps } = first;
  const alike = new Set([...hits, ...longer].map((h) => h.path.id));
  alike.delete(path.id);
  return [
    {
      path: path.id,
      alike: [...alike],
      name: path.name,
      target,
      reach,
      steps: steps.map(({ action, allowed }) => ({ action, grant: allowed.grant })),
      cut: cutOf(first, hits),
      doubts: doubtsOf([first]),
    },
  ];
}

/** How a statement is narrowed so that an action leads no further; an action without a row is left out. */
const narrowings: readonly (readonly [RegExp, (target: Hit['target']) => string])[] = [
  [
    /^iam:PassRole$/,
    ({ subject, name }) =>
      subject === undefined
        ? 'name the roles to pass in its `Resource` and demand `iam:PassedToService`'
        : `take ${name} out of its \`Resource\`, or demand another \`iam:PassedToService\``,
  ],
  [/^iam:Attach/, () => 'allow only harmless policies with `iam:PolicyARN`, or demand `iam:PermissionsBoundary`'],
  [/^iam:(PutRolePolicy|PutUserPolicy|CreateRole)$/, () => 'demand `iam:PermissionsBoundary`, or name others than it in its `Resource`'],
  [/^(sts:AssumeRole|iam:UpdateAssumeRolePolicy|iam:.*(AccessKey|LoginProfile))$/, ({ name }) => `take ${name} out of its \`Resource\``],
];

/** The action that most of the ways need; of several the one that can be narrowed instead of being left out. */
function cutOf(first: Hit, hits: readonly Hit[]): Escalation['cut'] {
  const needed = (action: string): number => hits.filter((h) => h.path.required.includes(action)).length;
  const narrowing = (action: string) => narrowings.find(([pattern]) => pattern.test(action))?.[1];
  const [step] = [...first.steps].sort(
    (a, b) => needed(b.action) - needed(a.action) || Number(!narrowing(a.action)) - Number(!narrowing(b.action)),
  );
  if (!step) return { action: '', advice: '' };
  const { action, allowed } = step;
  const how = narrowing(action)?.(first.target);
  const isSpelledOut = allowed.grant.actions.patterns.some((p) => literal(p)?.toLowerCase() === action.toLowerCase());
  const leave = isSpelledOut ? `take ${action} away` : `replace the wildcard by the actions that are needed, without ${action}`;
  return { action, advice: how === undefined ? leave : `${leave}, or ${how}` };
}
