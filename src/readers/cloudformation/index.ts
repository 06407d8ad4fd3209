/** CloudFormation templates and what is made into them. */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { FilePath } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { defineReader, type Unit } from '../reader.js';
import { Budget } from './budget.js';
import { Library } from './library.js';
import { isService, templateOfService } from './serverless/index.js';
import { Stack } from './stack.js';
import { isTemplate } from './template.js';

/** Reads the `Resources` of each template; every resource keeps CloudFormation's type name and has its evaluated properties as body. */
export const cloudformation = defineReader<'yaml' | 'json'>({
  id: 'cloudformation',
  dialect: 'cloudformation',
  title: 'AWS CloudFormation and SAM templates, synthesised CDK, Serverless Framework (YAML and JSON)',
  files: { yaml: ['**/*.{yaml,yml,template}'], json: ['**/*.json'] },
  scope: 'directory',
  read(unit: Unit<'yaml' | 'json'>) {
    const library = new Library(unit);
    const outer = outermost(
      unit.files.flatMap(({ source, tree }) => tree.documents.flatMap(({ root }) => readTemplate(root, source.path, library))),
    );
    return { resources: outer.flatMap((t) => t.resources), gaps: outer.flatMap((t) => t.gaps), moves: [] };
  },
});

interface ReadTemplate {
  readonly path: FilePath;
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  readonly called: ReadonlySet<FilePath>;
}

function readTemplate(written: Node, path: FilePath, library: Library): readonly ReadTemplate[] {
  const budget = new Budget(written.span);
  const template = isTemplate(written)
    ? { root: written, gaps: [] }
    : isService(written, path)
      ? templateOfService(written, path, library, budget)
      : undefined;
  if (!template) return [];
  const stack = new Stack(template.root, { ids: [], paths: [path], given: new Map() }, { library, budget, scope: path });
  const { resources, gaps } = stack.read();
  return [{ path, resources, gaps: [...template.gaps, ...gaps, ...budget.gaps()], called: new Set(stack.called()) }];
}

/** A template that another one makes a stack from is judged there, with the parameters that it gets; those that only make one another, from the first. */
function outermost(templates: readonly ReadTemplate[]): readonly ReadTemplate[] {
  const called = new Set(templates.flatMap((t) => [...t.called]));
  const outer = templates.filter((t) => !called.has(t.path));
  const seen = new Set(outer.flatMap((t) => [...t.called]));
  for (const template of templates) {
    if (outer.includes(template) || seen.has(template.path)) continue;
    outer.push(template);
    for (const path of [template.path, ...template.called]) seen.add(path);
  }
  return outer;
}
