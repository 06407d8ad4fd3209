/** The resources that a template declares, those of its modules included. */
import { gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import { address, type Entry, type MapNode, map, type Node, type ReferenceNode, scalar } from '../../model/tree.js';
import type { ModuleStatement, ResourceStatement } from '../../syntax/bicep/ast.js';
import { evaluate, type Locals } from '../arm-evaluate.js';
import { withIdentity } from '../arm-identity.js';
import { type CommentFinder, commentFinder } from '../declaration.js';
import { copiesOf } from './copies.js';
import { isRemote, literalText, localPath } from './project.js';
import { moduleGap, type Template } from './template.js';

/** As many resources as one deployment is read for. */
const most = 20_000;

/** What stands around a nested resource. */
interface Outer {
  readonly label: string;
  readonly type: string;
}

/** Adds the resources of a template. */
export function declare(template: Template, resources: Resource[]): void {
  const commentsOf = commentFinder(template.tree.comments);
  for (const statement of template.tree.statements) {
    if (resources.length > most) {
      template.deployment.gaps.push(gap('too-large', 'too many resources; the rest is not read', statement.span));
      return;
    }
    if (statement.kind === 'resource') declareResource(statement, template, undefined, undefined, commentsOf, resources);
    if (statement.kind === 'module') declareModule(statement, template, resources);
  }
}

function declareResource(
  statement: ResourceStatement,
  template: Template,
  outer: Outer | undefined,
  locals: Locals,
  commentsOf: CommentFinder,
  resources: Resource[],
): void {
  const { scope } = template.deployment;
  const type = typeOf(statement, outer);
  const { head, span } = statement;
  for (const copy of copiesOf(statement.body, template, locals)) {
    const label = `${template.use.prefix}${statement.name}${copy.suffix}`;
    const body = evaluate(copy.body, template, copy.locals);
    if (body.kind !== 'map') template.deployment.gaps.push(gap('unresolved', `the body of ${statement.name} is not known`, body.span));
    // What exists is not declared here, though what is nested in it is.
    if (!statement.existing)
      resources.push(
        ...withIdentity({
          dialect: 'arm',
          type,
          address: address(scope, label),
          label,
          scope,
          body: completed(body.kind === 'map' ? body : map([], span), template, outer),
          span,
          head,
          comments: commentsOf(head, span),
        }),
      );
    if (copy.body.kind !== 'object') continue;
    for (const nested of copy.body.resources) declareResource(nested, template, { label, type }, copy.locals, commentsOf, resources);
  }
}

/** The type without its version; a nested one goes on from its parent's. */
function typeOf({ type }: ResourceStatement, outer: Outer | undefined): string {
  const written = (literalText(type) ?? '<…>').replace(/@[^@]*$/, '');
  return outer && !/^[^/]+\.[^/]+\//.test(written) ? `${outer.type}/${written}` : written;
}

/** What stands around a resource belongs to it: the parent that it is nested in, and where the whole template is deployed to. */
function completed(body: MapNode, template: Template, outer: Outer | undefined): MapNode {
  const at = body.span;
  const entries: Entry[] = [...body.entries];
  if (outer) {
    const parent: ReferenceNode = { kind: 'reference', to: address(template.deployment.scope, outer.label), path: [], span: at };
    entries.push({ key: scalar('parent', at), value: parent });
  }
  entries.push({ key: scalar('targetScope', at), value: targetOf(template, at) });
  return { ...body, entries };
}

function targetOf(template: Template, at: MapNode['span']): Node {
  const setting = template.tree.statements.find((s) => s.kind === 'targetScope');
  if (template.use.target) return template.use.target;
  return setting?.kind === 'targetScope' ? evaluate(setting.value, template) : scalar('resourceGroup', at);
}

function declareModule(statement: ModuleStatement, template: Template, resources: Resource[]): void {
  const { deployment, file, use } = template;
  const path = localPath(statement, file.source);
  const copies = copiesOf(statement.body, template, undefined);
  if (copies.length === 0) return;
  if (!path || !deployment.project.files.has(path) || use.chain.includes(path)) {
    deployment.gaps.push(moduleGap(statement, whyNot(statement, path !== undefined && use.chain.includes(path))));
    return;
  }
  if (deployment.project.readsAlone(file.source.path, path)) return;
  for (const { suffix, body, locals } of copies) {
    const module = template.module(statement, `${use.prefix}module.${statement.name}${suffix}`, body, locals);
    if (module) declare(module, resources);
  }
}

function whyNot({ path }: ModuleStatement, usesItself: boolean): string {
  const written = literalText(path) ?? '';
  if (usesItself) return 'uses itself';
  if (isRemote(written)) return `comes from a registry (${written.replace(/[^\w./:@-]/g, '')})`;
  return written.endsWith('.json') ? 'is an ARM template, which is read by itself' : 'is not in the repository';
}
