/**
 * Links that lead nowhere: a job of a workflow asks to become an identity whose trust no token of that job can meet. A job in an environment
 * says so in its subject, in the place of its branch; a job without one never has that subject.
 */
import type { Admission } from '../model/admission.js';
import type { IdentityKey, Link, Subject } from '../model/inventory.js';
import { show } from '../model/text.js';

/** Says on each such link why its far end does not let in whoever follows it. */
export function withRefusals(subjects: ReadonlyMap<IdentityKey, Subject>): ReadonlyMap<IdentityKey, Subject> {
  const told = [...subjects].map(([key, subject]) => {
    if (subject.type !== 'github.job' || !subject.links.some((link) => !link.external)) return [key, subject] as const;
    return [key, { ...subject, links: subject.links.map((link) => withRefusal(link, subject, subjects.get(link.to))) }] as const;
  });
  return new Map(told);
}

function withRefusal(link: Link, job: Subject, to: Subject | undefined): Link {
  const refused = link.relation === 'assumes' && to ? refusal(job, to) : undefined;
  return refused === undefined ? link : { ...link, refused };
}

/** Only where all that lets anybody in is known, and is tokens of GitHub: by a key, a job comes in as somebody else. */
function refusal(job: Subject, to: Subject): string | undefined {
  const letting = to.trust.filter((t) => t.effect === 'allow');
  const admissions = letting.flatMap((t) => t.admits ?? []);
  const isKnown = letting.every((t) => t.admits) && admissions.every((a) => a.issuer === 'github' && a.width === a.atMost);
  const place = placeOf(job);
  if (!isKnown || !place || admissions.length === 0 || admissions.some((a) => admits(a, place.environment))) return undefined;
  const wanted = [...new Set(admissions.map((a) => (a.environment === undefined ? 'branches and tags' : `environment ${a.environment}`)))];
  return `it lets in ${wanted.join(', ')}, and the job ${place.environment === undefined ? 'names no environment' : `runs in environment ${place.environment}`}`;
}

/** Undefined where the files do not tell whether, or in which environment the job runs. */
function placeOf({ attributes: { environment } }: Subject): { readonly environment: string | undefined } | undefined {
  if (!environment) return { environment: undefined };
  return typeof environment.value === 'string' ? { environment: environment.value } : undefined;
}

/** A subject with a ref or a pull request in it is one of a job without an environment. */
function admits({ environment, by }: Admission, place: string | undefined): boolean {
  if (environment !== undefined) return environment === place;
  return place === undefined || !/^repo:[^:]*:(ref:refs\/|pull_request$)/.test(by ? show(by) : '');
}
