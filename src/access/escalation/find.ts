/** Which of the known paths are open to one identity, and to what they lead. */
import type { AccessLevel, Escalation, Subject } from '../../model/inventory.js';
import { literal, show, type Text, text } from '../../model/text.js';
import type { Catalogue } from '../catalogue.js';
import { choose, type Holder, type Step } from './holder.js';
import type { EnteringPath, PassingPath, Path, PrincipalPath, PrincipalStep } from './paths.js';
import { type Thing, takesIn } from './thing.js';
import { byStrength, elsewhere, isStronger, type Noun, trustsHolder, trustsService, type World } from './world.js';

export interface Hit {
  readonly path: Path;
  readonly target: Escalation['target'];
  readonly reach: AccessLevel;
  readonly steps: readonly Step[];
}

/** What a search looks at. */
export interface Search {
  readonly holder: Holder;
  readonly world: World;
  readonly catalogue: Catalogue;
}

/** So many targets of one path are told, the strongest first. */
const mostTargets = 3;

/** Whether more ways of the path open up when others grow stronger. */
export const restsOnOthers = (path: Path): boolean => path.by !== 'service' && !(path.by === 'principal' && path.gives);

/** The ways in which one path is open. */
export function open(path: Path, search: Search): readonly Hit[] {
  switch (path.by) {
    case 'passing':
      return passing(path, search);
    case 'entering':
      return entering(path, search);
    case 'principal':
      return throughPrincipal(path, search);
    case 'service': {
      const steps = choose(
        path.required.map((action) => search.holder.somewhere(action)),
        search.catalogue,
      );
      return steps ? [{ path, steps, target: { name: 'the role of the service' }, reach: 'escalates' }] : [];
    }
  }
}

const declared = (subject: Subject, path: Path, steps: readonly Step[]): Hit => ({
  path,
  steps,
  target: { subject: subject.key, name: subject.name, at: subject.head },
  reach: subject.access.level,
});

function all(steps: readonly (Step | undefined)[]): readonly Step[] | undefined {
  const found = steps.filter((s) => s !== undefined);
  return found.length === steps.length ? found : undefined;
}

function passing(path: PassingPath, { holder, world, catalogue }: Search): readonly Hit[] {
  const rest = choose(
    path.rest.map((action) => holder.somewhere(action)),
    catalogue,
  );
  if (!rest) return [];
  const any = holder.onAny('iam:PassRole', path.services);
  if (any) return [{ path, steps: [any, ...rest], target: { name: 'any role' }, reach: 'admin' }];
  return world
    .stronger('role', holder.me)
    .filter(({ subject }) => subject !== holder.me && trustsService(subject, path.services))
    .flatMap((thing) => {
      const pass = holder.on('iam:PassRole', thing, path.services);
      return pass ? [declared(thing.subject, path, [pass, ...rest])] : [];
    })
    .slice(0, mostTargets);
}

const byReach =
  ({ subject }: World) =>
  (a: Hit, b: Hit): number => {
    const [x, y] = [a, b].map(({ target }) => (target.subject === undefined ? undefined : subject(target.subject)));
    return x && y ? byStrength(x, y) : 0;
  };

function entering(path: EnteringPath, search: Search): readonly Hit[] {
  const { holder, world } = search;
  const declaredHere = world
    .workloads(path.through)
    .filter(({ role }) => role !== holder.me && world.isNews(role) && isStronger(role, holder.me))
    .flatMap(({ thing, role }) => {
      const steps = stepsInto(thing, path, search);
      return steps
        ? [{ ...declared(role, path, steps), target: { subject: role.key, name: `${role.name} through ${thing.name}`, at: role.head } }]
        : [];
    })
    .sort(byReach(world))
    .slice(0, mostTargets);
  return [...declaredHere, ...takeover(path, search)];
}

/** What the path needs on one workload. What cannot be tied to this kind of thing is done beside it. */
const stepsInto = (thing: Thing, path: EnteringPath, search: Search): readonly Step[] | undefined =>
  all(
    path.required.map((action) => (isDoneTo(thing, action, search) ? search.holder.on(action, thing) : search.holder.somewhere(action)[0])),
  );

const isDoneTo = (thing: Thing, action: string, { holder, catalogue }: Search): boolean =>
  catalogue.resourceTypesOf(action)?.some((arn) => takesIn(text(arn, thing.arn.span), thing, holder.me)) ?? true;

/**
 * Workloads that are kept elsewhere, when all of their kind are within reach by statements of the files: what these run as is not known,
 * and there is a line to narrow.
 */
function takeover(path: EnteringPath, search: Search): readonly Hit[] {
  const { me } = search.holder;
  const workload = elsewhere(path.through, me.head);
  if (!isDoneTo(workload, path.enters, search)) return [];
  const steps = stepsInto(workload, path, search);
  const isWritten = steps?.every((s) => me.grants.includes(s.allowed.grant));
  return steps && isWritten ? [{ path, steps, target: { name: workload.name, isElsewhere: true }, reach: 'unknown' }] : [];
}

function throughPrincipal(path: PrincipalPath, search: Search): readonly Hit[] {
  const { gives, becomes, isNew } = path;
  if (isNew) return gives ? newRole(path, gives.action, search) : [];
  if (!gives) return becoming(path, search);
  const [become] = becomes;
  return become ? givingOther(path, gives, become, search) : givingSelf(path, gives, search);
}

/** A role of its own making that it may give anything: it writes the trust of the role, so nobody keeps it out. */
function newRole(path: PrincipalPath, give: string, { holder }: Search): readonly Hit[] {
  const [found] = holder.together('iam:CreateRole', give, true);
  return found ? [{ path, steps: found.steps, target: { name: `a new role (${show(found.on)})` }, reach: 'admin' }] : [];
}

function becoming(path: PrincipalPath, { holder, world }: Search): readonly Hit[] {
  const [first] = path.becomes;
  if (!first) return [];
  const { noun } = first;
  const needsTrust = path.required.includes('sts:AssumeRole');
  const any = all(path.required.map((action) => holder.onAny(action)));
  if (any && !needsTrust) return [{ path, steps: any, target: { name: `any ${noun}` }, reach: 'admin' }];
  const found = world
    .stronger(noun, holder.me)
    .filter(({ subject }) => subject !== holder.me && !isOwn(subject, holder.me) && (!needsTrust || trustsHolder(subject, holder.me)))
    .flatMap((thing) => {
      const steps = all(path.required.map((action) => holder.on(action, thing)));
      return steps ? [declared(thing.subject, path, steps)] : [];
    })
    .slice(0, mostTargets);
  // Most roles let their whole account in.
  return any && found.length === 0 ? [{ path, steps: any, target: { name: 'any role that lets it in' }, reach: 'escalates' }] : found;
}

const isOwn = (set: Subject, me: Subject): boolean => set === me || set.usedBy.includes(me.key);

/** What the holder itself is, or holds: more for that is more for the holder. */
function own(noun: Noun, { holder: { me }, world }: Search): readonly Thing[] {
  const ofFiles = world.principals[noun].filter(({ subject }) => subject && (subject === me || isOwn(subject, me)));
  if (noun !== 'policy') return ofFiles;
  const named = me.namedSets.flatMap(({ name, role, handles }): Thing[] => {
    const arn = literal(name);
    return role === 'give' && arn?.includes(':policy/') && !arn.includes(':aws:policy/')
      ? [{ arn: name, handles: new Set(handles), name: arn }]
      : [];
  });
  return [...ofFiles, ...named];
}

function givingSelf(path: PrincipalPath, { action, noun }: PrincipalStep, search: Search): readonly Hit[] {
  const { holder } = search;
  const any = holder.onAny(action);
  if (any) return [{ path, steps: [any], target: { name: `any ${noun}` }, reach: 'admin' }];
  const mine = own(noun, search).flatMap((thing): Hit[] => {
    const step = holder.on(action, thing);
    if (!step) return [];
    const subject = thing.subject && thing.subject !== holder.me ? { subject: thing.subject.key, at: thing.subject.head } : {};
    const name = thing.subject === holder.me ? 'itself' : `its own ${noun} ${thing.name}`;
    return [{ path, steps: [step], target: { ...subject, name }, reach: 'admin' }];
  });
  return mine.slice(0, 1);
}

/** More for somebody else, and then being that somebody: it does not matter how strong that one was. */
function givingOther(path: PrincipalPath, gives: PrincipalStep, becomes: PrincipalStep, search: Search): readonly Hit[] {
  const { holder, world } = search;
  const hit = (steps: readonly Step[], target: Hit['target']): Hit => ({ path, steps, target, reach: 'admin' });
  for (const other of world.principals[becomes.noun]) {
    const steps = other.subject === holder.me ? undefined : givingThis(other, gives, becomes, search);
    if (steps && other.subject) return [hit(steps, { subject: other.subject.key, name: other.name, at: other.subject.head })];
  }
  if (gives.noun !== becomes.noun) {
    const both = all([holder.onAny(gives.action), holder.onAny(becomes.action)]);
    return both ? [hit(both, { name: `any ${becomes.noun}` })] : [];
  }
  // Of one thing that the files declare it is known that it does not lead on.
  const isDeclared = (on: Text): boolean =>
    !/[*?]/.test(show(on)) && world.principals[becomes.noun].some((thing) => takesIn(on, thing, holder.me));
  const found = holder.together(gives.action, becomes.action, false).find(({ on }) => !isDeclared(on));
  return found ? [hit(found.steps, { name: `${becomes.noun} ${show(found.on)}` })] : [];
}

/** Both steps on a principal of the files; what is given to a policy is given to whoever holds it. */
function givingThis(other: Thing, gives: PrincipalStep, becomes: PrincipalStep, { holder, world }: Search): readonly Step[] | undefined {
  const { subject } = other;
  if (!subject || (becomes.action === 'sts:AssumeRole' && !trustsHolder(subject, holder.me))) return undefined;
  const given = gives.noun === becomes.noun ? [other] : world.principals[gives.noun].filter((p) => p.subject?.usedBy.includes(subject.key));
  const give = given.map((thing) => holder.on(gives.action, thing)).find((s) => s !== undefined);
  return give && all([give, holder.on(becomes.action, other)]);
}
