/** GitHub's own description of its API: which route a request is for, and what is wrong with a request or an answer. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

type Schema = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: Schema;
}
interface Described {
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  readonly bodyRequired?: boolean;
  readonly answers: Readonly<Record<string, Schema | null>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const description = JSON.parse(readFileSync('__tests__/github/openapi.json', 'utf8')) as Description;

/** A request that is for one of the described routes. */
export interface Matched {
  /** As in `Operation.route`. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly described: Described;
}

const routes = Object.entries(description.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, described]) => ({
    route: `${verb.toUpperCase()} ${path}`,
    verb: verb.toUpperCase(),
    // Octokit encodes what it puts into a path, slashes included, except where GitHub takes them.
    pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, (_, name) => (name === 'path' ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`))}$`),
    described,
  })),
);

export function matchRoute(method: string, path: string): Matched | undefined {
  for (const { route, verb, pattern, described } of routes) {
    const match = verb === method ? pattern.exec(path) : null;
    if (!match) continue;
    const params = Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]));
    return { route, params, described };
  }
  return undefined;
}

/** What a request says that GitHub does not know, or leaves out that it needs. */
export function wrongInRequest(matched: Matched, query: URLSearchParams, body: unknown): readonly string[] {
  const { described, params, route } = matched;
  const known = new Set(described.parameters.filter((p) => p.in === 'query').map((p) => p.name));
  const unknown = [...query.keys()].filter((name) => !known.has(name)).map((name) => `unknown query parameter ${name}`);
  const values = described.parameters.flatMap(({ name, in: place, required, schema }) => {
    const said = place === 'path' ? params[name] : (query.get(name) ?? undefined);
    if (said === undefined) return required ? [`${name} is missing`] : [];
    const value = schema.type === 'integer' ? Number(said) : said;
    return complaints(`${route} ${name}`, schema, value);
  });
  if (described.body === undefined) return [...unknown, ...values, ...(body === undefined ? [] : ['a body where none is taken'])];
  if (body === undefined) return [...unknown, ...values, ...(described.bodyRequired ? ['the body is missing'] : [])];
  return [...unknown, ...values, ...complaints(`${route} body`, strict(described.body), body)];
}

/** What an answer of this fake says that GitHub would not. Fields may be left out; none may be made up. */
export function wrongInAnswer({ route, described }: Matched, status: number, data: unknown): readonly string[] {
  if (!(status in described.answers)) return [`${status} is no answer of ${route}`];
  const schema = described.answers[status];
  return schema ? complaints(`${route} ${status}`, strict(schema), data) : [];
}

const ajv = new Ajv({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ $id: 'github', components: { schemas: orNull(partial(description.components.schemas)) } });

const compiled = new Map<string, ValidateFunction>();

function complaints(key: string, schema: Schema, value: unknown): readonly string[] {
  const validate = compiled.get(key) ?? ajv.compile(orNull(located(schema)) as Schema);
  compiled.set(key, validate);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${key}${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** References lead into the one document that holds all schemas. */
function located(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(located);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === '$ref' && typeof inner === 'string' ? `github${inner}` : located(inner)]),
  );
}

/** OpenAPI says `nullable` also where no type stands, which JSON Schema does not know. */
function orNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(orNull);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, orNull(inner)]));
  return nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest;
}

/** Nothing is required and nothing may be added: what is there has to be as described. */
function partial(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(partial);
  if (typeof value !== 'object' || value === null) return value;
  return strict(
    Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (key === 'required' && Array.isArray(inner) ? [] : [[key, partial(inner)]])),
    ),
  );
}

function strict(schema: Schema): Schema {
  const closed = schema.type === 'object' && 'properties' in schema && !('additionalProperties' in schema) && !('allOf' in schema);
  return closed ? { ...schema, additionalProperties: false } : schema;
}
