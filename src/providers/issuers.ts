/**
 * Known issuers of web identity tokens: how their subject is put together, and what each claim says of whose token it is. One row per issuer;
 * `subject-claim.ts` reads by it. Hosts are as in an `iss` without its scheme.
 */
import type { IssuerKind } from '../model/admission.js';

/**
 * What the value of a claim ties a token to. `path`: owner and project with a slash between · `project-id`: a project, and with it its owner ·
 * `identity`: one identity or one pool of them, whatever else is asked · `code`: a workflow by file and ref · `label`: a mark that owners put
 * on projects · `flag`: a key without a value, for pull requests · `free`: whoever starts the run has a say in it, so that it ties to nothing.
 */
export type Bound =
  | 'path'
  | 'owner'
  | 'owner-id'
  | 'project'
  | 'project-id'
  | 'identity'
  | 'ref'
  | 'environment'
  | 'run'
  | 'code'
  | 'label'
  | 'flag'
  | 'free';

/** `pairs`: `key:value:key:value` in any order · `places`: values at fixed places behind one of the beginnings. */
export type Grammar =
  | { readonly is: 'pairs'; readonly separator: ':' | '/' }
  | { readonly is: 'places'; readonly begins: readonly string[]; readonly separator: ':' | '/'; readonly places: readonly Bound[] };

export interface Issuer {
  readonly kind: IssuerKind;
  readonly host: RegExp;
  /** Addresses that tell the owner: whatever bears such an issuer comes from one organization, workspace or cluster. */
  readonly owned?: RegExp;
  /** How far runs of one project differ where nothing is asked of them; `any` unless told. */
  readonly runs?: 'refs' | 'alike';
  readonly subject: Grammar;
  /** By name, in subjects and in conditions alike. */
  readonly claims: Readonly<Record<string, Bound>>;
  /** What any other claim ties to, where the issuer is not known well enough to say that it ties to nothing. */
  readonly others?: Bound;
  /** Which values begin the subject, for an issuer of which only the subject is known. */
  readonly leads: readonly string[];
}

const pairs: Grammar = { is: 'pairs', separator: ':' };

const github: Issuer = {
  kind: 'github',
  // GitHub, its data-resident hosts, and Enterprise Server.
  host: /^token\.actions\.(githubusercontent\.com|[a-z0-9-]+\.ghe\.com)(\/|$)|\/_services\/token$/,
  subject: pairs,
  claims: {
    repo: 'path',
    repository: 'path',
    repository_id: 'project-id',
    repository_owner: 'owner',
    repository_owner_id: 'owner-id',
    enterprise: 'owner',
    enterprise_id: 'owner-id',
    environment: 'environment',
    ref: 'ref',
    sha: 'run',
    job_workflow_ref: 'code',
    job_workflow_sha: 'code',
    workflow_ref: 'code',
    pull_request: 'flag',
    context: 'free',
    workflow: 'free',
    workflow_sha: 'free',
    event_name: 'free',
    actor: 'free',
    actor_id: 'free',
    head_ref: 'free',
    base_ref: 'free',
    ref_type: 'free',
    ref_protected: 'free',
    repository_visibility: 'free',
    runner_environment: 'free',
    run_id: 'free',
  },
  leads: ['repo:', 'repository', 'job_workflow_ref:'],
};

const gitlab: Issuer = {
  kind: 'gitlab',
  host: /(^|\.)gitlab\./,
  subject: pairs,
  claims: {
    project_path: 'path',
    project_id: 'project-id',
    namespace_path: 'owner',
    namespace_id: 'owner-id',
    environment: 'environment',
    ref: 'ref',
    ci_config_ref_uri: 'code',
    job_project_path: 'path',
    job_project_id: 'project-id',
    ref_type: 'free',
    ref_path: 'ref',
    ref_protected: 'run',
    environment_protected: 'run',
    deployment_tier: 'free',
    pipeline_source: 'free',
    user_login: 'free',
    user_email: 'free',
    user_id: 'free',
    runner_environment: 'free',
    runner_id: 'run',
  },
  leads: ['project_path:'],
};

/** In the order in which they are tried. */
const known: readonly Issuer[] = [
  github,
  gitlab,
  {
    kind: 'buildkite',
    host: /^agent\.buildkite\.com$/,
    subject: pairs,
    claims: {
      organization: 'owner',
      organization_slug: 'owner',
      organization_id: 'owner-id',
      pipeline: 'project',
      pipeline_slug: 'project',
      pipeline_id: 'project-id',
      ref: 'ref',
      build_branch: 'ref',
      build_tag: 'ref',
      commit: 'free',
      step: 'free',
      step_key: 'free',
      build_number: 'free',
      build_source: 'free',
      cluster_id: 'run',
      queue_id: 'run',
    },
    leads: ['organization:'],
  },
  {
    kind: 'terraform',
    host: /^app\.(eu\.)?terraform\.io$/,
    // A run plans or applies.
    runs: 'alike',
    subject: pairs,
    claims: {
      organization: 'owner',
      project: 'label',
      workspace: 'project',
      run_phase: 'run',
      terraform_organization_name: 'owner',
      terraform_organization_id: 'owner-id',
      terraform_project_name: 'label',
      terraform_project_id: 'label',
      terraform_workspace_name: 'project',
      terraform_workspace_id: 'project-id',
      terraform_full_workspace: 'project',
      terraform_run_phase: 'run',
    },
    leads: ['organization:'],
  },
  {
    kind: 'circleci',
    host: /^oidc\.circleci\.com\/org\//,
    owned: /^/,
    subject: { is: 'pairs', separator: '/' },
    claims: {
      org: 'owner-id',
      project: 'project-id',
      user: 'free',
      'vcs-origin': 'free',
      'vcs-ref': 'ref',
      'oidc.circleci.com/project-id': 'project-id',
      'oidc.circleci.com/context-ids': 'run',
      'oidc.circleci.com/vcs-ref': 'ref',
      'oidc.circleci.com/ssh-rerun': 'free',
    },
    leads: ['org/'],
  },
  {
    kind: 'bitbucket',
    host: /^api\.bitbucket\.org\/2\.0\/workspaces\//,
    owned: /^/,
    // A trust policy can ask for no branch here.
    runs: 'refs',
    // The last place is the step, which is another one in every run.
    subject: { is: 'places', begins: [''], separator: ':', places: ['project-id', 'environment', 'free'] },
    claims: { repositoryUuid: 'project-id', deploymentEnvironmentUuid: 'environment', branchName: 'ref', workspaceUuid: 'owner-id' },
    leads: ['{'],
  },
  {
    kind: 'azure-devops',
    host: /^vstoken\.dev\.azure\.com(\/|$)/,
    owned: /\/./,
    subject: { is: 'places', begins: ['sc://', 'p://'], separator: '/', places: ['owner', 'project', 'run'] },
    claims: { organization_id: 'owner-id', project_id: 'project-id', definition_id: 'run', repository_id: 'project-id', ref: 'ref' },
    leads: ['sc://', 'p://'],
  },
  {
    kind: 'vercel',
    host: /^oidc\.vercel\.com(\/|$)/,
    owned: /\/./,
    subject: pairs,
    claims: {
      owner: 'owner',
      owner_id: 'owner-id',
      project: 'project',
      project_id: 'project-id',
      environment: 'environment',
      scope: 'project',
    },
    leads: ['owner:'],
  },
  {
    kind: 'kubernetes',
    owned: /^/,
    host: /^oidc\.eks[.-]|^oidc-eks\.|^container\.googleapis\.com\/|\.oic\.prod-aks\.azure\.com\/|^kubernetes\.default\.svc/,
    subject: { is: 'places', begins: ['system:serviceaccount:'], separator: ':', places: ['project', 'run'] },
    claims: { 'kubernetes.io/namespace': 'project', 'kubernetes.io/serviceaccount/name': 'run' },
    leads: ['system:'],
  },
  {
    kind: 'cognito',
    host: /^cognito-identity\.amazonaws\.com(\.cn)?$/,
    subject: { is: 'places', begins: [''], separator: ':', places: ['identity'] },
    // A pool is named by the audience; everybody who signs in there is let in on purpose.
    claims: { sub: 'identity', aud: 'identity', amr: 'run' },
    leads: [],
  },
  {
    kind: 'google',
    host: /^accounts\.google\.com$/,
    subject: { is: 'places', begins: [''], separator: '/', places: ['identity'] },
    claims: { sub: 'identity', aud: 'identity', oaud: 'identity', email: 'identity' },
    leads: [],
  },
];

/** An issuer of which nothing is known: any part of its subject may say whose token it is. */
const otherIssuer: Issuer = {
  kind: 'other',
  host: /./,
  subject: { is: 'places', begins: [''], separator: '/', places: ['identity'] },
  claims: { tid: 'owner-id', groups: 'owner', amr: 'run' },
  others: 'identity',
  leads: [],
};

/** By its address; where that is not known, by how the subject begins. */
export const issuerOf = (host: string | undefined, subject: string | undefined): Issuer =>
  known.find((issuer) => host !== undefined && issuer.host.test(host)) ??
  known.find(({ leads }) => subject !== undefined && leads.some((lead) => subject.startsWith(lead))) ??
  otherIssuer;
