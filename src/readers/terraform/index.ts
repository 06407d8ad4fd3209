/** Terraform and OpenTofu: a root directory with the local modules it calls → its resources, data sources, providers and module calls. */
import type { Gap } from '../../model/gap.js';
import type { Resource } from '../../model/resource.js';
import type { Comment } from '../../model/tree.js';
import { type CommentFinder, commentFinder } from '../declaration.js';
import { defineReader, type Unit } from '../reader.js';
import { adoptionGaps } from './adopted.js';
import { makeBudget } from './budget.js';
import { usedFolders } from './callers.js';
import { Configuration } from './configuration.js';
import { type Declarations, declarationsOf } from './declarations.js';
import { withDefaults } from './default-tags.js';
import { configurationFiles, rootVariables, type TerraformSyntax, terraformFiles } from './directory.js';
import type { Instance } from './instances.js';
import type { EvaluatedModule } from './module-contract.js';
import { type MovedIn, movedIn, movesOf } from './moves.js';
import { takenFiles, takesOneOf } from './taken-files.js';
import { isTerragrunt, type Terragrunt, terragruntIn } from './terragrunt.js';

export const terraform = defineReader<TerraformSyntax>({
  id: 'terraform',
  dialect: 'terraform',
  title: 'Terraform and OpenTofu',
  files: terraformFiles,
  scope: 'directory',
  uses: usedFolders,
  takes: { files: takenFiles, oneOf: takesOneOf },
  read(unit) {
    const terragrunt = terragruntOf(unit);
    const own = declarationsOf(configurationFiles(unit.files));
    const declarations = declared(unit, own);
    const folder = terragrunt?.folder ?? unit.scope;
    const configuration = new Configuration(
      {
        scope: unit.scope,
        folder,
        budget: makeBudget(),
        open: unit.open,
        below: unit.below ?? (() => []),
        declarations,
        variables: rootVariables(unit, terragrunt?.inputs ?? new Map()),
      },
      declarations(folder) ?? own,
    );
    const found = new Found(unit.scope);
    found.collect(configuration.root);
    return {
      resources: found.resources,
      moves: movesOf(unit.scope, found.resources, found.moved),
      gaps: [...(terragrunt?.gaps ?? []), ...configuration.root.declarations.gaps, ...found.gaps, ...configuration.gaps],
    };
  },
});

function terragruntOf({ scope, files }: Unit<TerraformSyntax>): Terragrunt | undefined {
  const file = files.find((f) => isTerragrunt(f.source.path));
  return file && 'body' in file.tree ? terragruntIn(scope, file.tree) : undefined;
}

/** What each folder declares, found out once. */
function declared({ scope, folder }: Unit<TerraformSyntax>, own: Declarations): (name: string) => Declarations | undefined {
  const known = new Map<string, Declarations | undefined>([[scope, own]]);
  return (name) => {
    if (!known.has(name)) {
      const files = configurationFiles(folder?.(name) ?? []);
      known.set(name, files.length > 0 ? declarationsOf(files) : undefined);
    }
    return known.get(name);
  };
}

/** The resources of a configuration, module by module. */
class Found {
  readonly resources: Resource[] = [];
  readonly moved: MovedIn[] = [];
  readonly #gaps = new Map<Declarations, readonly Gap[]>();
  readonly #commentsOf = finders();

  constructor(private readonly scope: string) {}

  get gaps(): readonly Gap[] {
    return [...this.#gaps.values()].flat();
  }

  collect(module: EvaluatedModule): void {
    const { declarations, path } = module;
    const { moves, gaps } = movedIn(declarations.moved);
    this.moved.push({ path, moves });
    this.#gaps.set(declarations, [...gaps, ...adoptionGaps(declarations)]);
    for (const block of declarations.blocks)
      for (const instance of module.expansion(block).instances) {
        this.resources.push(this.#resource(module, instance));
        const called = block.kind === 'module' ? module.called(instance) : undefined;
        if (called) this.collect(called);
      }
  }

  #resource(module: EvaluatedModule, instance: Instance): Resource {
    const { type, block, comments } = instance.declared;
    return {
      dialect: 'terraform',
      type,
      label: module.path + instance.label,
      address: instance.address,
      scope: this.scope,
      body: withDefaults(module, instance.declared, module.body(instance)),
      span: block.span,
      head: block.head,
      comments: this.#commentsOf(comments)(block.head, block.span),
    };
  }
}

/** Comments are ordered once for each file. */
function finders(): (comments: readonly Comment[]) => CommentFinder {
  const known = new Map<readonly Comment[], CommentFinder>();
  return (comments) => {
    const finder = known.get(comments) ?? commentFinder(comments);
    known.set(comments, finder);
    return finder;
  };
}
