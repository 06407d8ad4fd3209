/** What the claims that a trust statement asks for let in: one admission for each value, since values are alternatives. */
import { type Admission, admissionWidths } from '../model/admission.js';
import { show, type Text } from '../model/text.js';
import { type Issuer, issuerOf } from './issuers.js';
import { claimReach, everything, isForeign, join, meet, patternOf, type Reach, saysWhose, subjectReach, widthOf } from './subject-claim.js';

/** A claim that has to be there and to have one of these values. */
export interface Demand {
  readonly claim: string;
  readonly values: readonly Text[];
  /** `*` and `?` stand for other characters. */
  readonly wildcards: boolean;
}

/** As far as it is known, and at most: with what the files leave open read as anything. */
interface Reaches {
  readonly known: Reach;
  readonly open: Reach;
}

/** Who comes in with tokens of the issuer at `host` (undefined: an address that the files do not tell). */
export function admissionsOf(host: string | undefined, demands: readonly Demand[]): readonly Admission[] {
  // Of no values none can be met: `values = var.subjects`, which is an empty list.
  if (demands.some(({ values }) => values.length === 0)) return [];
  const [subject] = demands.filter(({ claim }) => claim === 'sub');
  const issuer = issuerOf(host, subject?.values[0] && show(subject.values[0]));
  const all = everything(issuer, host);
  const of = (demand: Demand): Reaches => demand.values.map((value) => reaches(issuer, host, demand, value)).reduce(either);
  const leading = subject ?? mostTelling(demands, of);
  const rest = demands
    .filter((d) => d !== leading)
    .map(of)
    .reduce(both, { known: all, open: all });
  if (!leading) return [admission(issuer, undefined, rest)];
  return leading.values.map((value) => {
    const said = admission(issuer, value, both(rest, reaches(issuer, host, leading, value)));
    return leading === subject && nobodyHas(issuer, leading, value) ? { ...said, width: 'exact', atMost: 'exact', never: true } : said;
  });
}

/** A subject of another form than the issuer's, or with a wildcard that is compared as it is written. */
const nobodyHas = (issuer: Issuer, { wildcards }: Demand, value: Text): boolean =>
  isForeign(issuer, patternOf(value, wildcards, false)) ||
  (!wildcards && value.parts.some((part) => typeof part === 'string' && part.includes('*')));

const both = (a: Reaches, b: Reaches): Reaches => ({ known: meet(a.known, b.known), open: meet(a.open, b.open) });
const either = (a: Reaches, b: Reaches): Reaches => ({ known: join(a.known, b.known), open: join(a.open, b.open) });

function reaches(issuer: Issuer, host: string | undefined, { claim, wildcards }: Demand, value: Text): Reaches {
  const [known, open] = [false, true].map((isOpen) => {
    const pattern = patternOf(value, wildcards, isOpen);
    return claim === 'sub' ? subjectReach(issuer, host, pattern) : claimReach(issuer, host, claim, pattern);
  }) as [Reach, Reach];
  return { known, open };
}

/** Where no subject is asked for, the claim that ties most speaks for the statement. */
function mostTelling(demands: readonly Demand[], of: (demand: Demand) => Reaches): Demand | undefined {
  const place = (demand: Demand): number => admissionWidths.indexOf(widthOf(of(demand).known));
  const telling = demands.filter((demand) => of(demand).known.asked.length > 0);
  return telling.reduce<Demand | undefined>((best, d) => (best && place(best) <= place(d) ? best : d), undefined);
}

function admission(issuer: Issuer, by: Text | undefined, { known, open }: Reaches): Admission {
  const { owner, project } = known.names;
  const isOne = known.owner === 'one' && known.project === 'one';
  const named = project === undefined || owner === undefined ? project : `${owner}/${project}`;
  return {
    issuer: issuer.kind,
    width: widthOf(known),
    atMost: widthOf(open),
    by,
    claims: known.asked,
    chosen: known.asked.some((claim) => saysWhose(issuer, claim)) ? [] : known.asked,
    ...(isOne && named !== undefined && { project: named }),
    ...(known.names.environment !== undefined && { environment: known.names.environment }),
    never: false,
    byName: issuer.kind === 'github' && known.owner === 'one' && known.tied && !known.numbered,
  };
}
