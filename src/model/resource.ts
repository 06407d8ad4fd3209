/** A resource is the tool's own noun, positioned and evaluated as far as the files allow. Readers make them; `inventory/interpret` reads them. */
import type { Span } from './span.js';
import type { Address, Comment, MapNode } from './tree.js';

export const dialects = [
  'terraform',
  'cloudformation',
  'kubernetes',
  'workflow',
  'iam-policy',
  'pulumi',
  'deployment-manager',
  'ansible',
  'arm',
] as const;
/** Which tool's spelling a resource has. A near-dialect (plan JSON, synthesised CDK, rendered Helm) keeps the dialect it imitates. */
export type Dialect = (typeof dialects)[number];

export interface Resource {
  readonly dialect: Dialect;
  /**
   * The tool's own type name: `aws_iam_role`, `data.aws_iam_policy_document`, `provider.aws`, `AWS::IAM::Role`,
   * `rbac.authorization.k8s.io/ClusterRole` (group without version; core is `ServiceAccount`), `job`, `policy`, `aws:iam:Role` (Pulumi,
   * without the doubled name), `iam_role` (Ansible, without the collection).
   */
  readonly type: string;
  /** `<scope>#<label>`; references point at it. */
  readonly address: Address;
  /** How its author would name it: `aws_iam_role.ci`, `CiRole`, `ServiceAccount/ci`, `deploy`. */
  readonly label: string;
  /** The folder or file within which labels are unique. */
  readonly scope: string;
  readonly body: MapNode;
  /** The whole declaration. */
  readonly span: Span;
  /** The part that names it: a block header, a key, a `metadata.name`. Findings without a better place stand here. */
  readonly head: Span;
  /** Comments directly above, on the head's line, or inside the declaration. */
  readonly comments: readonly Comment[];
}

/** A declared move (a `moved` block): what stands at `to` is the old thing from `from`. */
export interface Move {
  readonly from: Address;
  readonly to: Address;
}
