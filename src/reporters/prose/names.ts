/** The part of a long name that a person knows a thing by. */

/** One field of an ARN: what is not known stands in it as `<AWS::AccountId>`, colons and all. */
const field = '((?:<[^<>]*>|[^:<])*)';
const arn = new RegExp(`^arn:${field}:${field}:${field}:${field}:(.*)$`, 's');

export interface Arn {
  readonly service: string;
  readonly account: string;
  readonly resource: string;
}

/** The parts of an ARN that a person asks for; undefined for anything else. */
export function arnOf(name: string): Arn | undefined {
  const [, , service, , account, resource] = arn.exec(name) ?? [];
  return service === undefined || account === undefined || resource === undefined ? undefined : { service, account, resource };
}

/** `role/ci` of an ARN, anything else as it is. */
export const shortName = (name: string): string => arnOf(name)?.resource || name;
