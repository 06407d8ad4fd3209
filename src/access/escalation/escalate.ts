/**
 * Every identity of AWS with the known paths to more rights that are open to it. Who can become somebody strong is strong, so this is
 * repeated until nobody grows any more.
 */
import { type AccessLevel, accessLevels, type Escalation, type IdentityKey, type Subject } from '../../model/inventory.js';
import { literal, type Text } from '../../model/text.js';
import { type Catalogue, managedStatements } from '../catalogue.js';
import { type Allowed, type Effective, effectiveOf } from '../effective.js';
import { glob, intersects } from '../glob.js';
import { aws } from '../levels/aws.js';
import { type Hit, open } from './find.js';
import { holderOf } from './holder.js';
import { type Path, paths } from './paths.js';
import { tell } from './tell.js';
import { takesIn } from './thing.js';
import { type World, worldOf } from './world.js';

type Subjects = ReadonlyMap<IdentityKey, Subject>;

/** Longer chains of one identity that becomes the next are not followed. */
const mostRounds = 4;

/** Subjects whose level is known by their own statements → the same with their escalations. */
export function withEscalations(subjects: Subjects, catalogue: Catalogue): Subjects {
  const candidates = [...subjects.values()]
    .filter(isCandidate)
    .map((s) => candidateOf(s, catalogue))
    .filter((c) => c.paths.length > 0);
  let current = subjects;
  for (let round = 0; round < mostRounds; round++) {
    const world = worldOf(current);
    const isStrongPolicy = strength(world, catalogue);
    const grown = candidates.flatMap(({ key, effective, paths: open }) => {
      const me = current.get(key);
      return me ? [grow(me, searchAll(me, effective, open, world, catalogue, isStrongPolicy))] : [];
    });
    const isSettled = grown.every((s) => current.get(s.key)?.access.level === s.access.level);
    current = new Map([...current, ...grown.map((s) => [s.key, s] as const)]);
    if (isSettled) break;
  }
  return current;
}

const acting = ['aws.role', 'aws.user', 'aws.permission-set'];
const given = ['aws.policy', 'aws.group'];

/** What is held by nobody in the files is judged as if somebody held it. */
const isCandidate = ({ type, usedBy, access }: Subject): boolean =>
  access.level !== 'admin' && (acting.includes(type) || (given.includes(type) && usedBy.length === 0));

interface Candidate {
  readonly key: IdentityKey;
  readonly effective: Effective;
  /** Those whose services it may use at all. */
  readonly paths: readonly Path[];
}

function candidateOf(subject: Subject, catalogue: Catalogue): Candidate {
  const services = servicesOf(subject, catalogue);
  const may = (action: string): boolean => services.has('*') || services.has(action.slice(0, action.indexOf(':')));
  return { key: subject.key, effective: remembered(subject, catalogue), paths: paths.filter((p) => p.required.every(may)) };
}

function servicesOf({ grants, namedSets }: Subject, catalogue: Catalogue): ReadonlySet<string> {
  const statements = [...grants, ...namedSets.flatMap((set) => managedStatements(set, catalogue) ?? [])];
  return new Set(
    statements.flatMap(({ effect, actions }) =>
      effect === 'deny'
        ? []
        : actions.negated
          ? ['*']
          : actions.patterns.map((p) => /^([^:*?]+):/.exec(literal(p) ?? '')?.[1]?.toLowerCase() ?? '*'),
    ),
  );
}

/** Paths share their actions. */
function remembered(subject: Subject, catalogue: Catalogue): Effective {
  const effective = effectiveOf(subject, { statementsOf: (set) => managedStatements(set, catalogue) });
  const answers = new Map<string, readonly Allowed[]>();
  return {
    doubts: effective.doubts,
    allowing(action) {
      const answer = answers.get(action) ?? effective.allowing(action);
      answers.set(action, answer);
      return answer;
    },
  };
}

function searchAll(
  me: Subject,
  effective: Effective,
  open_: readonly Path[],
  world: World,
  catalogue: Catalogue,
  isStrongPolicy: (name: Text) => boolean,
): readonly Hit[] {
  return open_.flatMap((path) => {
    if (path.required.some((action) => effective.allowing(action).length === 0)) return [];
    const services = path.by === 'passing' ? path.services : [];
    return open(path, { holder: holderOf(me, effective, catalogue, { services, isStrongPolicy }), world, catalogue });
  });
}

const strong = accessLevels.slice(accessLevels.indexOf('escalates'));
const isStrong = (level: Subject['access']['level']): boolean => strong.some((l) => l === level);
const ready = ['AdministratorAccess', 'IAMFullAccess'].map((name) => [...`arn:aws:iam::aws:policy/${name}`]);

/** Whether a policy by its ARN, as a condition names it, is enough to take the account. One that is not known is not taken to be. */
const strength =
  (world: World, catalogue: Catalogue) =>
  (name: Text): boolean => {
    const managed = managedStatements({ name, handles: [], role: 'give', via: '', span: name.span }, catalogue);
    if (managed) return managed.some((g) => g.effect === 'allow' && isStrong(aws.level(g, catalogue)));
    if (typeof name.parts[0] === 'string' && ready.some((arn) => intersects(glob(name), arn))) return true;
    return world.principals.policy.some((p) => p.subject && isStrong(p.subject.access.level) && takesIn(name, p, p.subject));
  };

/** Whether an identity can take more is for the paths to say; by themselves its statements only manage permissions. */
function grow(me: Subject, hits: readonly Hit[]): Subject {
  const escalations = tell(hits);
  const { level, reasons } = me.access;
  if (escalations.length === 0) {
    const lower = (l: AccessLevel): AccessLevel => (l === 'escalates' ? 'manages-permissions' : l);
    return { ...me, access: { level: lower(level), reasons: reasons.map((r) => ({ ...r, level: lower(r.level) })) } };
  }
  const certain = escalations.filter((e) => e.doubts.length === 0 && isStrong(e.reach));
  if (certain.length === 0) return { ...me, access: { ...me.access, escalations } };
  return { ...me, access: { level: 'escalates', reasons: certain.flatMap(reasonsOf), escalations } };
}

const reasonsOf = ({ name, target, steps }: Escalation): Subject['access']['reasons'] =>
  steps.slice(0, 1).map(({ grant }) => ({ level: 'escalates', because: `${name} (${target.name})`, at: grant.span }));
