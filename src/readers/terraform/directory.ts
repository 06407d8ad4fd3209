/** The files of one directory as Terraform sees them: which are configuration, which give values to variables. */
import type { Gap } from '../../model/gap.js';
import { type FilePath, folderOf, type Source } from '../../model/span.js';
import type { Attribute, HclFile } from '../../syntax/hcl/ast.js';
import { hcl } from '../../syntax/hcl/index.js';
import { json } from '../../syntax/json.js';
import type { ReadFile, Unit } from '../reader.js';
import { fromJson, valuesFromJson } from './json-syntax.js';
import type { RootVariables } from './variables.js';

/** The syntaxes that Terraform is written in. */
export type TerraformSyntax = 'hcl' | 'json';

/** A file of configuration, whichever syntax it is written in. */
export interface ConfigurationFile {
  readonly source: Source;
  readonly tree: HclFile;
  /** What its strings did not tell; the gaps of the file itself are told where it was parsed. */
  readonly gaps: readonly Gap[];
}

/** What is read of a directory: its configuration, the variable files that Terraform loads by itself, and how Terragrunt runs it. */
export const terraformFiles = {
  hcl: ['**/*.tf', '**/*.tofu', '**/terraform.tfvars', '**/*.auto.tfvars', '**/terragrunt.hcl'],
  json: ['**/*.tf.json', '**/*.tofu.json', '**/terraform.tfvars.json', '**/*.auto.tfvars.json'],
} as const;

/** The files that declare something. For OpenTofu, `x.tofu` stands in for `x.tf`. */
export function configurationFiles(files: readonly ReadFile<TerraformSyntax>[]): readonly ConfigurationFile[] {
  const paths = new Set<string>(files.map((f) => f.source.path));
  const isReplaced = (path: string): boolean => /\.tf(?:\.json)?$/.test(path) && paths.has(path.replace(/\.tf((?:\.json)?)$/, '.tofu$1'));
  return files
    .filter(({ source: { path } }) => /\.(?:tf|tofu)(?:\.json)?$/.test(path) && !isReplaced(path))
    .map(({ source, tree }) => {
      if ('body' in tree) return { source, tree, gaps: [] };
      const made = fromJson(tree, source);
      return { source, tree: made, gaps: made.gaps };
    });
}

// ── values of variables ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
const isValues = (path: string): boolean => /\.tfvars(?:\.json)?$/.test(path);

/** Variable files beside and below the root that are looked into for a hint. */
const mostOffered = 50;

/** What the variable files of a root directory say: those that Terraform loads by itself, the later before the earlier, and the others. Terragrunt's inputs come before all of them. */
export function rootVariables({ scope, files, open, below }: Unit<TerraformSyntax>, inputs: RootVariables['given']): RootVariables {
  const loaded = files.filter((f) => isValues(f.source.path)).sort((a, b) => (loadOrder(a) < loadOrder(b) ? -1 : 1));
  const values = loaded.flatMap(({ source, tree }) => ('body' in tree ? tree.body.attributes : valuesFromJson(tree, source)));
  let named: readonly Named[] | undefined;
  return {
    given: new Map([...inputs, ...values.map((a) => [a.name, a] as const)]),
    offered(name) {
      named ??= (below?.(scope) ?? [])
        .filter((path) => isValues(path) && !files.some((f) => f.source.path === path) && isNear(scope, path))
        .slice(0, mostOffered)
        .flatMap((path) => namesIn(open(path)));
      return named.filter((file) => file.names.has(name)).map((file) => file.file);
    },
  };
}

/** `terraform.tfvars` comes first, the `.auto.` files follow in the order of their names; what comes later counts. */
const loadOrder = ({ source: { path } }: ReadFile<TerraformSyntax>): string =>
  path.includes('.auto.tfvars') ? `2 ${path}` : path.endsWith('.json') ? '1' : '0';

/** In the folder itself or in one right below it. */
const isNear = (scope: string, path: FilePath): boolean => {
  const folder = folderOf(path);
  return folder === scope || folderOf(folder) === scope;
};

interface Named {
  readonly file: string;
  readonly names: ReadonlySet<string>;
}

function namesIn(source: Source | undefined): readonly Named[] {
  if (!source) return [];
  const attributes: readonly Attribute[] = source.path.endsWith('.json')
    ? valuesFromJson(json.parse(source), source)
    : hcl.parse(source).body.attributes;
  return [{ file: source.path.slice(source.path.lastIndexOf('/') + 1), names: new Set(attributes.map((a) => a.name)) }];
}
