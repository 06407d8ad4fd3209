/**
 * Every identity of AWS with the known paths to more rights that are open to it. Who can become somebody strong is strong, so this is
 * repeated until nobody grows any more.
 */
import { type AccessLevel, accessLevels, type Escalation, type HeldGrant, type IdentityKey, type Subject } from '../../model/inventory.js';
import { literal, type Text } from '../../model/text.js';
import type { Budget } from '../budget.js';
import { type Catalogue, managedStatements } from '../catalogue.js';
import { glob, intersects } from '../glob.js';
import { aws } from '../levels/aws.js';
import { type AllowedActions, allowedTo } from './allowed.js';
import { type Hit, open, restsOnOthers } from './find.js';
import { harmlessOf } from './harmless.js';
import { Holder } from './holder.js';
import { type Path, paths } from './paths.js';
import { tell } from './tell.js';
import { takesIn } from './thing.js';
import { rankOf, type World, worldOf } from './world.js';

type Subjects = ReadonlyMap<IdentityKey, Subject>;

/** Longer chains of one identity that becomes the next are not followed. */
const mostRounds = 4;

/** What resource policies allow somebody. */
type Guards = (subject: Subject) => readonly HeldGrant[];

/** Subjects whose level is known by their own statements → the same with their escalations, as far as the budget goes. */
export function withEscalations(subjects: Subjects, catalogue: Catalogue, budget: Budget, guards: Guards): Subjects {
  const candidates = [...subjects.values()].filter(isCandidate).map((s) => candidateOf(s, catalogue, guards(s).filter(namesService)));
  let current = subjects;
  let news: ReadonlySet<IdentityKey> | undefined;
  for (let round = 0; round < mostRounds && news?.size !== 0; round++) {
    const world = worldOf(current, news);
    const isStrongPolicy = strength(world, catalogue);
    const grown = candidates.flatMap((candidate) => {
      const before = current.get(candidate.me.key);
      const isFirst = round === 0;
      if (!before) return [];
      const holder = new Holder(before, candidate.actions, { catalogue, isStrongPolicy, budget });
      const looked = candidate.paths.filter((path) => isFirst || restsOnOthers(path));
      const found = looked.flatMap((path) => open(path, { holder, world, catalogue }));
      candidate.hits.push(...found);
      return isFirst || found.length > 0 ? [grow(candidate, holder)] : [];
    });
    news = new Set(grown.filter((s) => rankOf(s.access.level) > rankOf(current.get(s.key)?.access.level ?? 'unknown')).map((s) => s.key));
    current = new Map([...current, ...grown.map((s) => [s.key, s] as const)]);
  }
  return current;
}

/** `*` in a resource policy is whatever can be done to that resource, which is no step to anywhere else. */
const namesService = ({ actions: { patterns, negated } }: HeldGrant): boolean =>
  !negated && patterns.every((p) => /^[a-z0-9-]+:/i.test(literal(p) ?? ''));

const acting = ['aws.role', 'aws.user', 'aws.permission-set'];
const given = ['aws.policy', 'aws.group'];

/** What is held by nobody in the files is judged as if somebody held it. */
const isCandidate = ({ type, usedBy, access }: Subject): boolean =>
  access.level !== 'admin' && (acting.includes(type) || (given.includes(type) && usedBy.length === 0));

interface Candidate {
  /** With the level of its own statements. */
  readonly me: Subject;
  readonly actions: AllowedActions;
  /** Those of which a statement names every action. */
  readonly named: readonly Path[];
  /** Those of which it is still allowed every action, whatever is denied. */
  readonly paths: readonly Path[];
  readonly hits: Hit[];
}

function candidateOf(me: Subject, catalogue: Catalogue, guards: readonly HeldGrant[]): Candidate {
  const actions = allowedTo(me, catalogue, guards);
  const named = paths.filter(({ required }) => required.every(actions.may));
  const isAllowed = ({ required }: Path) => required.every((action) => actions.allowing(action).length > 0);
  return { me, actions, named, paths: named.filter(isAllowed), hits: [] };
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
function grow({ me, hits, named, actions }: Candidate, holder: Holder): Subject {
  const escalations = tell(hits);
  const harmless = harmlessOf(named, hits, holder, actions);
  const told = { ...(escalations.length > 0 && { escalations }), ...(harmless.length > 0 && { harmless }) };
  const certain = escalations.filter((e) => e.doubts.length === 0 && isStrong(e.reach));
  if (certain.length > 0) return { ...me, access: { level: 'escalates', reasons: certain.flatMap(reasonsOf), ...told } };
  const { level, reasons } = me.access;
  if (escalations.some((e) => !e.target.isElsewhere)) return { ...me, access: { level, reasons, ...told } };
  const lower = (l: AccessLevel): AccessLevel => (l === 'escalates' ? 'manages-permissions' : l);
  return { ...me, access: { level: lower(level), reasons: reasons.map((r) => ({ ...r, level: lower(r.level) })), ...told } };
}

const reasonsOf = ({ name, target, steps }: Escalation): Subject['access']['reasons'] =>
  steps.slice(0, 1).map(({ grant }) => ({ level: 'escalates', because: `${name} (${target.name})`, at: grant.span }));
