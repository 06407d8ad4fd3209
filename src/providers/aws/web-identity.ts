/** Trust in the tokens of an outside issuer: IAM spells a claim as the condition key `<address of the issuer>:<claim>`. */
import type { Admission } from '../../model/admission.js';
import { holdsWithoutKey, namesWhoComesIn, takesWildcards } from '../../model/condition.js';
import type { Condition, Principal, Trust } from '../../model/fact.js';
import { literal } from '../../model/text.js';
import { admissionsOf, type Demand } from '../admissions.js';

/** Whose tokens a statement takes; undefined where it takes none. */
export function admittedBy({ effect, principals, actions, conditions }: Trust): readonly Admission[] | undefined {
  const federated = principals.filter(({ kind }) => kind === 'federated');
  const isWebIdentity = actions.patterns.some((a) => takesTokens(literal(a)?.toLowerCase() ?? ''));
  if (effect === 'deny' || federated.length === 0 || federated.every(isSaml) || !isWebIdentity) return undefined;
  const asked = conditions.filter((c) => namesWhoComesIn(c) && !holdsWithoutKey(c)).flatMap(askedOf);
  // A token has claims of one issuer only: those of each let somebody in by themselves.
  const hosts = [...new Set(asked.map((a) => a.host))];
  if (hosts.length > 0)
    return hosts.flatMap((host) =>
      admissionsOf(
        known(host),
        asked.filter((a) => a.host === host).map((a) => a.demand),
      ),
    );
  return federated.flatMap((principal) => admissionsOf(addressOf(principal), []));
}

const takesTokens = (action: string): boolean => ['*', 'sts:*', 'sts:assumerole*', 'sts:assumerolewithwebidentity'].includes(action);
const isSaml = ({ value }: Principal): boolean => literal(value)?.includes(':saml-provider/') ?? false;

interface Asked {
  readonly host: string;
  readonly demand: Demand;
}

/** The key as address and claim, in any case. Keys of AWS itself (`aws:`, `sts:`) have no address. */
function askedOf(condition: Condition): readonly Asked[] {
  const { values } = condition;
  const key = condition.key.toLowerCase();
  const colon = key.lastIndexOf(':');
  const [host, claim] = [key.slice(0, colon), key.slice(colon + 1)];
  if (colon <= 0 || !(host.includes('.') || host.includes('<'))) return [];
  return [{ host, demand: { claim, values, wildcards: takesWildcards(condition) } }];
}

/** An address that is put together from what the files do not tell stands in brackets. */
const known = (host: string): string | undefined => (host.includes('<') ? undefined : host);

/** `arn:aws:iam::111122223333:oidc-provider/gitlab.com`, or the bare address. */
function addressOf({ value }: Principal): string | undefined {
  const written = value.parts.at(-1);
  if (typeof written !== 'string') return undefined;
  const at = written.indexOf('oidc-provider/');
  if (at >= 0) return written.slice(at + 'oidc-provider/'.length);
  return value.parts.length === 1 ? written : undefined;
}
