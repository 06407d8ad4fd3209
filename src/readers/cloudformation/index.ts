/** CloudFormation templates and what is made into them. */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { FilePath } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import { defineReader, type Unit, type Whole } from '../reader.js';
import { Budget } from './budget.js';
import { Exports } from './exports.js';
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
    const templates = unit.files.flatMap(({ source, tree }) =>
      tree.documents.flatMap(({ root }) => readTemplate(root, source.path, library)),
    );
    return {
      resources: templates.flatMap((t) => t.resources),
      gaps: templates.flatMap((t) => t.gaps),
      moves: [],
      wholes: templates.flatMap((t) => (t.whole.parts.length > 0 ? [t.whole] : [])),
    };
  },
});

interface ReadTemplate {
  readonly whole: Whole;
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
}

function readTemplate(written: Node, path: FilePath, library: Library): readonly ReadTemplate[] {
  const budget = new Budget(written.span);
  const template = isTemplate(written)
    ? { root: written, gaps: [] }
    : isService(written, path)
      ? templateOfService(written, path, library, budget)
      : undefined;
  if (!template) return [];
  const standing = (root: Node, scope: FilePath): Stack =>
    new Stack(root, { ids: [], paths: [scope], given: new Map() }, { library, budget, scope, exports });
  const exports: Exports = new Exports(library, (root, scope) => (budget.stack(1) ? standing(root, scope) : undefined));
  const stack = standing(template.root, path);
  const { resources, gaps } = stack.read();
  return [{ whole: { of: path, parts: stack.parts() }, resources, gaps: [...template.gaps, ...gaps, ...budget.gaps()] }];
}
