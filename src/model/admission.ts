/** Whom of an outside issuer's token holders a trust statement lets in, and how wide that is. */
import type { Text } from './text.js';

export const issuerKinds = [
  'github',
  'gitlab',
  'buildkite',
  'circleci',
  'bitbucket',
  'azure-devops',
  'terraform',
  'vercel',
  'kubernetes',
  'cognito',
  'google',
  'other',
] as const;
/** Whose tokens; `other` for an issuer of which nothing is known but its name. */
export type IssuerKind = (typeof issuerKinds)[number];

/**
 * How many of an issuer's token holders come in, narrowest first. The words are those of pipelines, and hold for clusters too: an owner is an
 * organization or a cluster, a project a repository or a namespace, a run is on a branch, in an environment or as a service account.
 */
export const admissionWidths = [
  /** One branch, tag, environment or service account. */
  'exact',
  /** Any caller, by way of one workflow that is named. */
  'workflow',
  /** A family of branches, tags or environments: `refs/heads/release/*`. */
  'some-refs',
  /** Every branch, every tag or every environment. */
  'refs',
  /** Pull requests. */
  'pull-requests',
  /** Every run of one project. */
  'project',
  /** Projects of one owner whose names begin alike. */
  'projects-alike',
  /** Every project of one owner. */
  'owner',
  /** Owners whose names begin alike. */
  'owners-alike',
  /** Whoever gets a token of the issuer. */
  'anyone',
] as const;
export type AdmissionWidth = (typeof admissionWidths)[number];

/** One alternative of a trust statement: holders of such tokens come in. */
export interface Admission {
  readonly issuer: IssuerKind;
  readonly width: AdmissionWidth;
  /** How wide it can be at most, when what the files leave open is anything. Equal to `width` where nothing is open. */
  readonly atMost: AdmissionWidth;
  /** What says so, as written; undefined where no claim is asked for. */
  readonly by: Text | undefined;
  /** The project, where it is one: `acme/shop`. */
  readonly project?: string;
  /** The environment, where one is demanded. */
  readonly environment?: string;
  /** True where names alone say whose project it is, though the issuer also knows numbers that nobody can take over. */
  readonly byName: boolean;
  /** No token has such a subject: nobody comes in by it. */
  readonly never: boolean;
  /** Claims of the token that are asked for, as far as they mean anything at this issuer. */
  readonly claims: readonly string[];
  /** Those of them that anybody can choose, where none says whose token it is. */
  readonly chosen: readonly string[];
}
