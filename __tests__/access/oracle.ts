/**
 * An independent judge for the tests of this room: it evaluates one request against policies as AWS, Kubernetes and GitHub describe it,
 * in the plainest way, by trying. It shares no code with src/access, so that both can only be wrong together by chance.
 */

type OneOrMany = string | readonly string[];

/** A statement as it stands in a policy. */
export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly scope?: string;
  readonly conditions: readonly { readonly key: string; readonly values: readonly string[] }[];
}

const many = (value: OneOrMany | undefined): readonly string[] => (value === undefined ? [] : typeof value === 'string' ? [value] : value);

/** `*` any run, `?` one character, `${*}` the character itself: by trying every split. */
function wild(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  const literal = /^\$\{([*?$])\}/.exec(pattern);
  if (literal) return text.startsWith(literal[1] ?? '') && wild(pattern.slice(4), text.slice(1));
  if (pattern.startsWith('*')) return wild(pattern.slice(1), text) || (text !== '' && wild(pattern, text.slice(1)));
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && wild(pattern.slice(1), text.slice(1));
}

const among = (patterns: readonly string[], text: string, fold = false): boolean =>
  patterns.some((p) => (fold ? wild(p.toLowerCase(), text.toLowerCase()) : wild(p, text)));

function names(s: PolicyStatement, { action, resource }: Request): boolean {
  const acts = s.NotAction === undefined ? among(many(s.Action), action, true) : !among(many(s.NotAction), action, true);
  const on = s.NotResource === undefined ? among(many(s.Resource ?? '*'), resource) : !among(many(s.NotResource), resource);
  return acts && on;
}

// ── conditions ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
type Compare = (value: string, operand: string) => boolean;
const number = (value: string): number => Number(value);
const date = (value: string): number => new Date(value).getTime();
const compares: Readonly<Record<string, Compare>> = {
  stringequals: (v, o) => v === o,
  stringequalsignorecase: (v, o) => v.toLowerCase() === o.toLowerCase(),
  stringlike: (v, o) => wild(o, v),
  arnlike: (v, o) => wild(o, v),
  arnequals: (v, o) => wild(o, v),
  bool: (v, o) => v.toLowerCase() === o.toLowerCase(),
  numericlessthan: (v, o) => number(v) < number(o),
  numericlessthanequals: (v, o) => number(v) <= number(o),
  numericgreaterthan: (v, o) => number(v) > number(o),
  datelessthan: (v, o) => date(v) < date(o),
  dategreaterthan: (v, o) => date(v) > date(o),
  ipaddress: (v, o) => inBlock(v, o),
};

function inBlock(address: string, block: string): boolean {
  const bits = (ip: string): string =>
    ip
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  const [base = '', length = '32'] = block.split('/');
  return bits(address).startsWith(bits(base).slice(0, Number(length)));
}

function holds(operator: string, operands: readonly string[], carried: readonly string[]): boolean {
  let name = operator.toLowerCase();
  if (name === 'null') return operands.some((o) => (o === 'true') === (carried.length === 0));
  const quantifier = /^(forallvalues|foranyvalue):/.exec(name)?.[1];
  name = name.replace(/^for(all|any)values?:/, '');
  const ifExists = name.endsWith('ifexists');
  name = name.replace(/ifexists$/, '');
  const negated = name.includes('not');
  const compare = compares[name.replace('not', '')];
  if (!compare) throw new Error(`the oracle does not know ${operator}`);
  if (carried.length === 0) return quantifier === undefined ? ifExists || negated : quantifier === 'forallvalues' || ifExists;
  const one = (value: string): boolean => operands.some((o) => compare(value, o)) !== negated;
  return quantifier === 'foranyvalue' ? carried.some(one) : carried.every(one);
}

function conditionsHold(s: PolicyStatement, { conditions }: Request): boolean {
  return Object.entries(s.Condition ?? {}).every(([operator, keys]) =>
    Object.entries(keys).every(([key, operands]) =>
      holds(operator, many(operands), conditions.find((c) => c.key.toLowerCase() === key.toLowerCase())?.values ?? []),
    ),
  );
}

/** Everything that stands between an identity and what it asks for. */
export interface Policies {
  readonly identity: readonly PolicyStatement[];
  readonly boundary?: readonly PolicyStatement[];
}

/** An explicit Deny anywhere wins; then the identity's policies and its boundary must both allow it. */
export function awsAllows({ identity, boundary }: Policies, request: Request): boolean {
  const applies = (s: PolicyStatement): boolean => names(s, request) && conditionsHold(s, request);
  const all = [...identity, ...(boundary ?? [])];
  if (all.some((s) => s.Effect === 'Deny' && applies(s))) return false;
  const allowed = (statements: readonly PolicyStatement[]): boolean => statements.some((s) => s.Effect === 'Allow' && applies(s));
  return allowed(identity) && (boundary === undefined || allowed(boundary));
}

/** A statement of a trust policy. */
export interface TrustStatement extends Omit<PolicyStatement, 'Resource' | 'NotResource' | 'NotAction'> {
  readonly Principal?: Named;
  readonly NotPrincipal?: Named;
}
type Named = '*' | Readonly<Partial<Record<'AWS' | 'Service' | 'Federated', OneOrMany>>>;

/** Whether somebody may become the role whose trust policy this is. */
export function awsTrusts(statements: readonly TrustStatement[], request: Request & { readonly principal?: string }): boolean {
  const { principal = '' } = request;
  const account = (arn: string): string => (arn.startsWith('arn:') ? (arn.split(':')[4] ?? '') : arn);
  const isWhole = (named: string): boolean => named.endsWith(':root') || /^\d{12}$/.test(named);
  const means = (named: string): boolean =>
    named === '*' || named === principal || (isWhole(named) && account(named) === account(principal));
  const isNamed = (who: Named): boolean => who === '*' || Object.values(who).some((list) => many(list).some(means));
  const applies = ({ Principal, NotPrincipal, ...s }: TrustStatement): boolean => {
    const who = Principal !== undefined ? isNamed(Principal) : NotPrincipal !== undefined && !isNamed(NotPrincipal);
    return who && names(s, request) && conditionsHold(s, request);
  };
  const some = (effect: PolicyStatement['Effect']): boolean => statements.some((s) => s.Effect === effect && applies(s));
  return some('Allow') && !some('Deny');
}

// ── Kubernetes and GitHub ───────────────────────────────────────────────────────────────────────────────────────────────────────────
/** A rule of a Role, and the namespace that it is bound in; undefined for the whole cluster. */
export interface Rule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
  readonly namespace?: string;
}

const anyOf = (list: readonly string[], value: string): boolean => list.includes('*') || list.includes(value);

export function kubernetesAllows(rules: readonly Rule[], { action, resource, scope, conditions }: Request): boolean {
  const name = conditions.find((c) => c.key === 'resourceNames')?.values[0];
  return rules.some((rule) => {
    if (!anyOf(rule.verbs, action)) return false;
    if (rule.namespace !== undefined && scope !== `namespace/${rule.namespace}`) return false;
    if (resource.startsWith('url:')) {
      const url = resource.slice(4);
      return (rule.nonResourceURLs ?? []).some((u) => u === url || (u.endsWith('*') && url.startsWith(u.slice(0, -1))));
    }
    const slash = resource.indexOf('/');
    const group = resource.slice(0, slash) === 'core' ? '' : resource.slice(0, slash);
    const kind = resource.slice(slash + 1);
    const named = rule.resourceNames === undefined || (name !== undefined && rule.resourceNames.includes(name));
    return anyOf(rule.apiGroups ?? [], group) && anyOf(rule.resources ?? [], kind) && named;
  });
}

/** Permissions of a job's token: `write` is also `read`. */
export const githubAllows = (permissions: Readonly<Record<string, 'read' | 'write'>>, { action, resource }: Request): boolean =>
  permissions[resource] === action || (permissions[resource] === 'write' && action === 'read');
