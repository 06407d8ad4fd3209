/**
 * Facts: what providers say about resources, in one meaning for all formats and clouds. Providers emit them, only `inventory/assemble`
 * joins them. Facts name things by handles; a handle that nothing declares stays an external end, it is never dropped.
 */
import type { Admission } from './admission.js';
import type { Brand, Span } from './span.js';
import type { Text } from './text.js';
import type { Address, Comment, RedactedNode } from './tree.js';

export const identityKinds = [
  'service-account',
  'workload-identity',
  'api-key',
  'access-token',
  'oauth-app',
  'integration',
  'pipeline',
  'certificate',
  'robot',
  'agent',
  'external',
] as const;
/** The kinds of CONTRACT.md. */
export type IdentityKind = (typeof identityKinds)[number];

export const systems = ['aws', 'azure', 'gcp', 'kubernetes', 'github', 'terraform', 'credential'] as const;
/** Whose permission language a grant speaks; `credential`: a literal that was recognised by itself, whoever issued it. */
export type System = (typeof systems)[number];

/** A name by which facts find each other, e.g. `at:infra#aws_iam_role.ci`, `aws:role:ci`, `kubernetes:ServiceAccount:prod/ci`. */
export type Handle = Brand<string, 'Handle'>;
export const handle = (system: string, type: string, name: string): Handle => `${system}:${type}:${name}` as Handle;
/** The handle that every resource has by its address. */
export const handleAt = (at: Address): Handle => `at:${at}` as Handle;

/** A set of glob patterns (`*` any run, `?` one character). `negated` is the form of NotAction and NotResource. */
export interface PatternSet {
  readonly patterns: readonly Text[];
  readonly negated: boolean;
}

/** A narrowing constraint. Several conditions all hold; the values of one are alternatives. */
export interface Condition {
  /** As the system spells it: `StringLike`, `ForAllValues:StringEquals`, `resourceNames`. */
  readonly operator: string;
  /** Condition key as written, e.g. `token.actions.githubusercontent.com:sub`. */
  readonly key: string;
  readonly values: readonly Text[];
  /** True where whoever knows the value comes in: it is compared, and never shown. */
  readonly secret?: boolean;
  readonly span: Span;
}

/** One permission statement. A request is covered when its action, resource and scope all match and every condition holds. */
export interface Grant {
  readonly system: System;
  readonly effect: 'allow' | 'deny';
  /** AWS `s3:GetObject`; Kubernetes verb; GitHub `read`/`write`. */
  readonly actions: PatternSet;
  /** AWS ARN; Kubernetes `<group>/<resource>` with group `core` for the empty one; GitHub permission name. */
  readonly resources: PatternSet;
  /** Where it holds: `*` for everywhere the system reaches, a Kubernetes namespace as `namespace/<name>`. */
  readonly scope: Text;
  readonly conditions: readonly Condition[];
  /** Only for a resource's own policy: who is granted. */
  readonly principals?: readonly Principal[];
  /** How it was given, for a person: `inline policy`, `ClusterRole view`. */
  readonly via: string;
  readonly span: Span;
}

/**
 * Who may become an identity or use a resource. `anyone`: everybody · `account`: a whole cloud account · `identity`: one named identity ·
 * `service`: a cloud service · `federated`: an outside identity provider · `group`: a named set of identities.
 */
export type PrincipalKind = 'anyone' | 'account' | 'identity' | 'service' | 'federated' | 'group';
export interface Principal {
  readonly kind: PrincipalKind;
  /** As written: an ARN, `ecs-tasks.amazonaws.com`, an OIDC provider, `system:serviceaccounts`. */
  readonly value: Text;
}

/** One trust statement of an identity: these principals may become it, under these conditions. */
export interface Trust {
  readonly system: System;
  readonly effect: 'allow' | 'deny';
  readonly principals: readonly Principal[];
  /** True for `NotPrincipal`: everybody but these. */
  readonly negated: boolean;
  readonly actions: PatternSet;
  readonly conditions: readonly Condition[];
  /** Where an outside issuer's tokens are taken: whose, and how wide that is. Worked out of the conditions. */
  readonly admits?: readonly Admission[];
  readonly span: Span;
}

export const credentialKinds = ['access-key', 'password', 'token', 'private-key', 'certificate', 'signing-key', 'secret'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

export const confidences = ['proven', 'likely', 'possible', 'doubtful'] as const;
/**
 * How sure it is that a value is a live credential, surest first. `proven`: its checksum holds or its structure decodes · `likely`: a prefix
 * of its own and the exact shape · `possible`: the name before it, or its provider's name nearby, says so · `doubtful`: it has a shape, and
 * something speaks against it (a checksum that fails, a placeholder, a published example). Doubtful ones are shown, and fail nothing by default.
 */
export type Confidence = (typeof confidences)[number];

export const pathClasses = ['source', 'test', 'docs', 'example', 'lock', 'generated', 'vendored'] as const;
/** What the place of a value says about it; `source` where nothing else is known. A test file lowers, it never hides. */
export type PathClass = (typeof pathClasses)[number];

/** What a literal value itself told when it was recognised. No field holds a part of the secret. */
export interface Recognised {
  /** Id of the credential family, e.g. `github-personal-access-token`; its title for a person; who issues it. */
  readonly family: string;
  readonly title: string;
  readonly issuer: string;
  readonly confidence: Confidence;
  /** Why this confidence, for a person. */
  readonly reasons: readonly string[];
  readonly place: PathClass;
  /** Made to be published: told as a note at most. */
  readonly isPublic: boolean;
  /** Ciphertext or a locked key: it proves nothing without another secret. */
  readonly isEncrypted: boolean;
  /** What could be decoded offline: `account`, `organisation`, `application`, `user`, `issuer`, `subject`, `keyId`, … */
  readonly decoded: Readonly<Record<string, string>>;
  /** RFC 3339, where the value carries it. */
  readonly issued?: string;
  /** What should take its place, in one or two sentences. */
  readonly replacement: string;
}

/** Something that proves an identity. The value itself is never here. */
export interface Credential {
  readonly kind: CredentialKind;
  /** What a person would call it: `access key`, `AWS_SECRET_ACCESS_KEY`, `service account token`. */
  readonly name: string;
  /** Where the value comes from: written in the file, kept elsewhere and referred to, made at apply time, or exchanged when used. */
  readonly origin: 'literal' | 'reference' | 'generated' | 'federated';
  /** `static` lives until somebody acts; `expiring` has an end in the file; `short-lived` is issued for one use. */
  readonly lifetime: 'static' | 'expiring' | 'short-lived' | 'unknown';
  readonly value?: RedactedNode;
  /** Only where the value itself was recognised. */
  readonly recognised?: Recognised;
  /** Declared end of life: RFC 3339 date or date-time, or a relative duration such as `8760h`. */
  readonly expires?: Text;
  /** A mechanism in the files that rotates it, named for a person, e.g. `aws_secretsmanager_secret_rotation every 30 days`. */
  readonly rotatedBy?: string;
  /** Days between rotations, where the mechanism tells. */
  readonly rotationDays?: number;
  readonly span: Span;
}

/** A statement that ties an identity to another one: `assumes` a role, `runs-as` a service account, `uses` a secret, `calls` a workflow. */
export type Relation = 'assumes' | 'runs-as' | 'uses' | 'calls' | 'member-of' | 'acts-for';

/** A small typed value of one provider's own interest (`environment`, `runner`, `automount`), listed in that provider's `attributes`. */
export type AttributeValue = string | number | boolean | readonly string[];
export interface Attribute {
  /** `undefined` when the files do not tell; `why` then says what is missing. */
  readonly value: AttributeValue | undefined;
  readonly why?: string;
  readonly span: Span;
}

/** A tag, label or annotation. */
export interface Tag {
  readonly source: 'tag' | 'label' | 'annotation';
  readonly key: string;
  readonly value: Text;
  readonly span: Span;
}

/**
 * What can hold grants, trust and credentials. `identity`: acts · `permission-set`: a managed policy, a Role, a group; given by assignment ·
 * `resource`: guards itself with a policy of its own (a bucket, a key, a queue) · `guardrail`: only takes away from what others hold, and is
 * a grant to nobody (an organization policy, the policy of a network endpoint).
 */
export type SubjectCategory = 'identity' | 'permission-set' | 'resource' | 'guardrail';

export type Fact = SubjectFact | GrantFact | TrustFact | CredentialFact | LinkFact | AssignmentFact;

export interface SubjectFact {
  readonly fact: 'subject';
  readonly category: SubjectCategory;
  /** Only for `identity`. */
  readonly kind?: IdentityKind;
  readonly provider: System;
  /** Entity id, e.g. `aws.role`. */
  readonly type: string;
  /** What it is called where it lives; undefined when the author left the naming to the tool. */
  readonly name: Text | undefined;
  /** How its author names it in the file; the fallback when `name` is unknown. */
  readonly label: string;
  readonly scope: string;
  /** `handleAt(address)` first, then every other name it answers to. */
  readonly handles: readonly Handle[];
  readonly tags: readonly Tag[];
  readonly description?: Text;
  readonly comments: readonly Comment[];
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** A permission set that takes in every permission set whose labels match all of one of these (aggregated ClusterRole). */
  readonly collects?: readonly Readonly<Record<string, string>>[];
  /** A guardrail beside what it guards: where it is missing, everything is let through. */
  readonly openWithout?: boolean;
  /** Dropped when another resource consumed it by reference. */
  readonly unlessConsumed?: boolean;
  readonly span: Span;
  readonly head: Span;
}

export interface GrantFact {
  readonly fact: 'grant';
  readonly to: Handle;
  readonly grant: Grant;
}
export interface TrustFact {
  readonly fact: 'trust';
  readonly of: Handle;
  readonly trust: Trust;
}
export interface CredentialFact {
  readonly fact: 'credential';
  readonly of: Handle;
  readonly credential: Credential;
}

/** The far end of a link or assignment: any of the handles, tried in order; `name` is shown when none is declared in the files. */
export interface End {
  readonly handles: readonly Handle[];
  readonly name: Text;
}

export interface LinkFact {
  readonly fact: 'link';
  readonly from: Handle;
  readonly relation: Relation;
  readonly to: End;
  /** For a person: `aws-actions/configure-aws-credentials`, `eks.amazonaws.com/role-arn`. */
  readonly via: string;
  /** What takes away from the far end for whoever comes this way, for a person: `a session policy`. */
  readonly limit?: string;
  readonly span: Span;
}

/** Gives a permission set (or membership of a group) to subjects. */
export interface AssignmentFact {
  readonly fact: 'assignment';
  readonly set: End;
  readonly to: readonly End[];
  /** `limit` makes the set a permissions boundary: it takes away instead of giving. */
  readonly role: 'give' | 'limit';
  /** Overrides the scope of the set's grants (a RoleBinding's namespace). */
  readonly scope?: Text;
  readonly via: string;
  readonly span: Span;
}
