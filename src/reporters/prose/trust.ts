/** Who may become an identity or use a resource: "`repo:acme/app:ref:refs/heads/main` of GitHub Actions", "anyone". */
import type { Condition, Principal, Trust } from '../../model/fact.js';
import { show } from '../../model/text.js';
import { arnOf, shortName } from './names.js';
import { code, list } from './words.js';

/** Identity providers that people know by another name than their address. */
const issuers: Readonly<Record<string, string>> = {
  'token.actions.githubusercontent.com': 'GitHub Actions',
  'gitlab.com': 'GitLab',
  'accounts.google.com': 'Google',
  'app.terraform.io': 'HCP Terraform',
};

/** The principals of one statement, any of which is meant. */
export const principalsPhrase = (principals: readonly Principal[], negated = false): string =>
  `${negated ? 'everybody but ' : ''}${list([...new Set(principals.map(principal))], 3) || 'nobody'}`;

function principal({ kind, value: text }: Principal): string {
  const value = show(text);
  const arn = arnOf(value);
  switch (kind) {
    case 'anyone':
      return 'anyone';
    case 'account':
      return `all of account ${code(arn?.account || value)}`;
    case 'federated':
      return issuer(value);
    case 'identity':
      return `${code(shortName(value))}${arn && /^\d+$/.test(arn.account) ? ` of account ${code(arn.account)}` : ''}`;
    case 'service':
    case 'group':
      return code(shortName(value));
  }
}

function issuer(value: string): string {
  const address = shortName(value).replace(/^(oidc|saml)-provider\//, '');
  return issuers[address] ?? code(address);
}

/** Who a statement lets in, with the claims that pick them out. */
export function trustPhrase(t: Trust): string {
  const who = principalsPhrase(t.principals, t.negated);
  const picked = t.conditions.filter(picks);
  // Whom a token is meant for does not tell who may get one.
  const others = t.conditions.filter((c) => !picks(c) && !/:aud$/i.test(c.key));
  const limits = `${others.length > 0 ? ` ${conditionsPhrase(others)}` : ''}${onlyBeside(t)}`;
  const subjects = picked.flatMap((c) => c.values.map(show));
  if (subjects.length > 0) return `${list(subjects.map(code), 3)} of ${who}${limits}`;
  const outside = !t.negated && t.principals.some((p) => p.kind === 'federated');
  return `${outside ? `everybody that ${who} knows` : who}${limits}`;
}

/** What is said of a session beside becoming somebody: its tags, its name for the log. */
function onlyBeside({ system, actions: { patterns, negated } }: Trust): string {
  const isBeside = (action: string): boolean => /^sts:(tagsession|setsourceidentity|setcontext)$/i.test(action);
  const actions = patterns.map(show);
  return system === 'aws' && !negated && actions.length > 0 && actions.every(isBeside) ? ` (only ${list(actions.map(code))})` : '';
}

/** A condition that names who is meant. */
const picks = (c: Condition): boolean => /:sub$/i.test(c.key) && !/Not|Null/i.test(c.operator);

/** "under a condition on `aws:SourceIp`". */
export function conditionsPhrase(conditions: readonly Condition[]): string {
  const keys = [...new Set(conditions.map((c) => c.key).filter((key) => key !== ''))].map(code);
  if (keys.length === 0) return 'under conditions';
  return keys.length === 1 ? `under a condition on ${keys[0]}` : `under conditions on ${list(keys, 3)}`;
}
