/** What a schema validator found → problems in the words of somebody who writes policies. */
import type { SchemaError } from '../../data/validators.js';
import type { Path, Problem } from '../problem.js';
import { suggest } from '../spelling.js';

/** The part of a schema that failed, as far as we read it. */
interface Part {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly enum?: readonly string[];
}
const partOf = (e: SchemaError): Part => (typeof e.parentSchema === 'object' && e.parentSchema !== null ? e.parentSchema : {});

const pathOf = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));

const last = (path: Path): string => {
  const name = path.at(-1);
  return name === undefined ? 'The file' : typeof name === 'number' ? `Entry ${name + 1}` : `\`${name}\``;
};

const typeNames: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};
const typesOf = (type: unknown): string => (Array.isArray(type) ? type : [type]).map((t) => typeNames[String(t)] ?? String(t)).join(' or ');

/** Keywords whose own message would repeat what the errors below them say. */
const wrappers = new Set(['if', 'anyOf', 'allOf']);

function problemOf(e: SchemaError): Problem | undefined {
  const at = pathOf(e.instancePath);
  const part = partOf(e);
  const mend = part.description ?? '';
  switch (e.keyword) {
    case 'additionalProperties': {
      const name = String(e.params.additionalProperty);
      const where = at.length === 0 ? 'here' : `in ${last(at)}`;
      return {
        at: [...at, name],
        atKey: true,
        message: `There is no \`${name}\` ${where}.`,
        mend: suggest(name, Object.keys(part.properties ?? {})),
      };
    }
    case 'required':
      return {
        at,
        message: `${last(at)} lacks \`${String(e.params.missingProperty)}\`.`,
        mend: `Add \`${String(e.params.missingProperty)}\`.`,
      };
    case 'type':
      return { at, message: `${last(at)} must be ${typesOf(e.params.type)}.`, mend };
    case 'enum':
      return { at, message: `${last(at)} cannot be \`${show(e.data)}\`.`, mend: suggest(show(e.data), part.enum ?? []) };
    default:
      return wrappers.has(e.keyword) ? undefined : { at, message: `${last(at)} is not right.`, mend };
  }
}

const show = (data: unknown): string =>
  typeof data === 'string'
    ? data.slice(0, 60)
    : typeof data === 'object'
      ? typesOf(Array.isArray(data) ? 'array' : 'object')
      : String(data);

/** One problem per place and message. */
export function shapeProblems(errors: readonly SchemaError[]): readonly Problem[] {
  const problems = errors.flatMap((e) => problemOf(e) ?? []);
  return [...new Map(problems.map((p) => [`${p.at.join('/')} ${p.message}`, p])).values()];
}
