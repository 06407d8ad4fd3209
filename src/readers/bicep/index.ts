/** Bicep: templates with the modules that they take in from the repository. The type names are those of ARM templates, whose dialect this is. */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { FilePath } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { Bounds } from '../bounds.js';
import { knownText } from '../join-text.js';
import { defineReader, type ReadFile } from '../reader.js';
import { declare } from './declare.js';
import { Project } from './project.js';
import { type Deployment, Template, type Use } from './template.js';

/** Steps and characters that one template may cost. */
const budget = 5_000_000;

/** Reads the whole tree: a module is read through the templates that use it, since only they know its parameters. */
export const bicep = defineReader<'bicep'>({
  id: 'bicep',
  dialect: 'arm',
  title: 'Bicep, with modules of the repository',
  files: { bicep: ['**/*.bicep', '**/*.bicepparam'] },
  scope: 'tree',
  read(unit) {
    const resources: Resource[] = [];
    const gaps: Gap[] = [];
    const project = new Project(unit.files, unit.open);
    for (const path of project.roots) {
      const file = project.files.get(path);
      if (file) readRoot(file, project, resources, gaps);
    }
    return { resources, gaps, moves: [] };
  },
});

function readRoot(file: ReadFile<'bicep'>, project: Project, resources: Resource[], gaps: Gap[]): void {
  const scope = file.source.path;
  const bounds = new Bounds(scope, budget);
  const deployment: Deployment = { project, bounds, gaps, scope };
  const inputs = parametersOf(scope, deployment);
  declare(new Template(file, deployment, { ...alone(scope), inputs }), resources);
  gaps.push(...bounds.gaps);
}

const alone = (path: FilePath): Use => ({ prefix: '', chain: [path], inputs: new Map(), certain: new Map(), target: undefined });

/** What the parameter files of a template give: a value where all of them agree, else nothing that is known. */
function parametersOf(path: FilePath, deployment: Deployment): ReadonlyMap<string, Node> {
  const { project } = deployment;
  const sets = project.parametersFor(path).map((file) => new Template(file, deployment, alone(file.source.path)).given());
  const given = new Map<string, Node>();
  for (const [name, value] of [project.jsonParametersFor(path), ...sets].flatMap((set) => [...set])) {
    const before = given.get(name);
    if (!before) given.set(name, value);
    else if (knownText(before) === undefined || knownText(before) !== knownText(value))
      given.set(name, { kind: 'unknown', why: `param ${name} differs between parameter files`, name, span: value.span });
  }
  return given;
}
