/** The vocabulary declared to CEL, and a scene as CEL sees it: objects whose properties are read only when the expression asks for them. */
import { Environment } from '@marcbachmann/cel-js';
import type { Compiling } from './compile-test.js';
import { matchesGlob, takesIn } from './glob.js';
import type { ParamValue, Target } from './rule.js';
import { dateOf } from './time.js';
import { isUnknown, type Truth } from './truth.js';
import { holesOf, known, type Value, type ValueOf, type Words } from './value.js';
import { type Field, type FieldType, family, type Scene } from './vocabulary/field.js';
import type { Vocabulary } from './vocabulary/index.js';

/** Thrown by a property that is not known from the files; CEL's own logic decides whether that matters. */
export class NotKnown extends Error {
  constructor(readonly why: readonly string[]) {
    super('not known');
  }
}

/** A longer list would make nested loops slow. */
const maxItems = 500;

const celTypes: Readonly<Record<FieldType, string>> = {
  string: 'string',
  rank: 'string',
  number: 'double',
  boolean: 'bool',
  list: 'list<string>',
  patterns: 'Patterns',
  date: 'string',
  duration: 'double',
};

/** A set of cloud patterns inside CEL; only `takesIn` can ask it. */
class Patterns {
  constructor(
    readonly set: ValueOf<'patterns'>,
    readonly ignoreCase: boolean,
  ) {}
}

const whole = (w: Words): string => {
  const text = known(w);
  if (text === undefined) throw new NotKnown(holesOf(w).map((h) => `<${h}>`));
  return text;
};

/** `undefined` is how CEL sees an absent field. */
function toCel(value: Value, field: Field): unknown {
  switch (value.is) {
    case 'absent':
      return undefined;
    case 'unknown':
      throw new NotKnown([value.why]);
    case 'text':
      return whole(value.words);
    case 'number':
      return field.type === 'date' ? dateOf(value.value) : value.value;
    case 'boolean':
      return value.value;
    case 'list':
      if (value.items.length > maxItems) throw new NotKnown([`\`${field.name}\`, which has more than ${maxItems} items`]);
      return value.items.map(whole);
    case 'patterns':
      return new Patterns(value, field.ignoreCase === true);
  }
}

/** A family as a map whose values are read on demand. It has to stay a plain `Map`, by whose constructor CEL knows it. */
function mapOf(field: Field, scene: Scene): Map<string, unknown> {
  const map = new Map<string, unknown>(field.keys(scene).map((key) => [key, '']));
  map.get = (key) => (map.has(key) ? toCel(field.read(scene, key), field) : undefined);
  return map;
}

interface Shape {
  readonly fields: Record<string, string>;
  readonly type: new (scene: Scene) => object;
}

/** A class whose getters read the scene it was made for. */
function shapeOf(members: ReadonlyMap<string, Member>): Shape {
  const scenes = new WeakMap<object, Scene>();
  const type = class {
    constructor(scene: Scene) {
      scenes.set(this, scene);
    }
  };
  const fields: Record<string, string> = {};
  for (const [name, member] of members) {
    fields[name] = member.celType;
    Object.defineProperty(type.prototype, name, {
      get(this: object) {
        const scene = scenes.get(this);
        return scene && member.read(scene);
      },
    });
  }
  return { fields, type };
}

interface Member {
  readonly celType: string;
  read(scene: Scene): unknown;
}

const memberOf = (field: Field): Member =>
  field.name.endsWith(family)
    ? { celType: `map<string, ${celTypes[field.type]}>`, read: (scene) => mapOf(field, scene) }
    : { celType: celTypes[field.type], read: (scene) => toCel(field.read(scene, ''), field) };

const put = <K, V>(map: Map<K, Map<string, V>>, key: K, name: string, value: V): void => {
  const inner = map.get(key) ?? new Map<string, V>();
  map.set(key, inner.set(name, value));
};

const typeName = (noun: string): string => `${noun.charAt(0).toUpperCase()}${noun.slice(1)}Fields`;

interface Declared {
  readonly environment: Environment;
  readonly context: (scene: Scene) => Record<string, unknown>;
}

const answer = (t: Truth): boolean => {
  if (isUnknown(t)) throw new NotKnown(t.unknown);
  return t;
};

/** The words of all ranks have one meaning each, so a word alone tells its place. */
function rankOf(fields: readonly Field[], word: string): number {
  for (const field of fields) {
    const place = field.type === 'rank' ? (field.words ?? []).indexOf(word) : -1;
    if (place >= 0) return place;
  }
  throw new NotKnown([`the rank of \`${word}\``]);
}

function declare(fields: readonly Field[]): Declared {
  const byNoun = new Map<string, Map<string, Member>>();
  const nested = new Map<string, Map<string, Member>>();
  for (const field of fields) {
    const [noun = '', name = '', sub] = field.name.split('.');
    if (sub === undefined || sub === family) put(byNoun, noun, name, memberOf(field));
    else put(nested, `${noun}.${name}`, sub, memberOf(field));
  }
  const environment = new Environment({
    limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 },
  });
  environment.registerType('Patterns', { ctor: Patterns, fields: {} });
  for (const [path, members] of nested) {
    const [noun = '', name = ''] = path.split('.');
    const { fields: declared, type: Type } = shapeOf(members);
    environment.registerType(typeName(name), { ctor: Type, fields: declared });
    put(byNoun, noun, name, { celType: typeName(name), read: (scene) => new Type(scene) });
  }
  const makers = [...byNoun].map(([noun, members]) => {
    const { fields: declared, type: Type } = shapeOf(members);
    environment.registerType(typeName(noun), { ctor: Type, fields: declared });
    environment.registerVariable(noun, typeName(noun));
    return [noun, (scene: Scene) => new Type(scene)] as const;
  });
  declareFunctions(environment, fields);
  return {
    environment,
    context: (scene) => ({ ...Object.fromEntries(makers.map(([noun, make]) => [noun, make(scene)])), today: dateOf(scene.today) }),
  };
}

function declareFunctions(environment: Environment, fields: readonly Field[]): void {
  environment
    .registerVariable('today', 'string', { description: 'Today as YYYY-MM-DD; dates compare as strings.' })
    .registerFunction('glob(string, string): bool', (text: string, pattern: string) => answer(matchesGlob([text], pattern)))
    .registerFunction('takesIn(Patterns, string): bool', (p: Patterns, asked: string) =>
      answer(takesIn(p.set, asked, '*', { ignoreCase: p.ignoreCase })),
    )
    .registerFunction('rank(string): int', (word: string) => BigInt(rankOf(fields, word)))
    // Our numbers are JavaScript's; CEL keeps whole literals apart from them, which nobody who writes `== 0` means.
    .registerOperator('double == int', (a: number, b: bigint) => a === Number(b));
}

const environments = new WeakMap<Vocabulary, Map<Target, Declared>>();

const paramTypeOf = (value: ParamValue): string =>
  typeof value === 'string' ? 'string' : typeof value === 'number' ? 'double' : typeof value === 'boolean' ? 'bool' : 'list<string>';

/** The environment of a target, with the rule's parameters as `params.<name>`. */
export function celEnvironment({ vocabulary, target, params }: Compiling): Declared {
  const perTarget = environments.get(vocabulary) ?? new Map<Target, Declared>();
  environments.set(vocabulary, perTarget);
  const shared = perTarget.get(target) ?? declare(vocabulary.fields(target));
  perTarget.set(target, shared);
  const members = new Map(
    Object.entries(params).map(([name, value]): [string, Member] => [name, { celType: paramTypeOf(value), read: () => value }]),
  );
  const { fields, type: Params } = shapeOf(members);
  const environment = shared.environment.clone().registerType('Params', { ctor: Params, fields }).registerVariable('params', 'Params');
  return { environment, context: (scene) => ({ ...shared.context(scene), params: new Params(scene) }) };
}
