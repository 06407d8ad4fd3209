/** The contract between the modules of one configuration: a root directory and everything that it calls. */
import type { Gap } from '../../model/gap.js';
import type { FilePath, Source } from '../../model/span.js';
import type { Address, MapNode, Node } from '../../model/tree.js';
import type { Budget } from './budget.js';
import type { Declarations, Declared } from './declarations.js';
import type { Evaluation, Repetition } from './evaluation.js';
import type { Expansion, Instance } from './instances.js';
import type { RootVariables } from './variables.js';

/** Where a module stands in its configuration. */
export interface ModulePlace {
  readonly folder: string;
  readonly declarations: Declarations;
  /** What its labels begin with: `''` for the root, `module.x["a"].` for a called one. */
  readonly path: string;
  /** Who calls it, and where. */
  readonly caller?: Placed;
}

/** A module as others see it. */
export interface EvaluatedModule extends Evaluation, ModulePlace {
  readonly shared: Shared;
  /** The same module without what is only a default; undefined when it is not called there in the same way. */
  readonly certain: EvaluatedModule | undefined;
  expansion(declared: Declared): Expansion;
  /** The value of an argument as it is written. */
  written(instance: Instance, name: string): Node | undefined;
  /** What `<instance>.<name>` is; undefined when it is computed or written elsewhere. */
  valueOf(instance: Instance, name: string): Node | undefined;
  output(name: string): Node | undefined;
  /** The whole block, evaluated. */
  body(instance: Instance): MapNode;
  /** The module that a call leads to; undefined when it cannot be followed. */
  called(instance: Instance): EvaluatedModule | undefined;
}

/** Where an address leads. */
export interface Placed {
  readonly module: EvaluatedModule;
  readonly instance: Instance;
}

/** What a configuration is read from. */
export interface ConfigurationInput {
  /** Within which the labels of all modules are unique: the folder that Terraform is run for. */
  readonly scope: string;
  /** The folder of the root module; under Terragrunt it is another one. */
  readonly folder: string;
  readonly budget: Budget;
  readonly open: (path: FilePath) => Source | undefined;
  readonly below: (folder: string) => readonly FilePath[];
  /** What a folder declares; undefined when there is no Terraform in it. */
  readonly declarations: (folder: string) => Declarations | undefined;
  readonly variables: RootVariables;
}

/** What the modules of one configuration share. */
export interface Shared {
  readonly input: ConfigurationInput;
  /** False: the defaults of the root's variables tell nothing, since whoever runs it may give other values. */
  readonly defaults: boolean;
  /** How deep the expression under way stands inside others, through all modules. */
  depth: number;
  /** The root module without what is only a default. */
  readonly certainRoot: EvaluatedModule;
  addressOf(label: string): Address;
  /** Remembers where the instances of a block are, under the addresses of the block and of each instance. */
  place(module: EvaluatedModule, expansion: Expansion): void;
  placed(at: Address): Placed | undefined;
  repetition(of: Address): Repetition;
  /** One more module; undefined, with a gap, when there are too many already. */
  make(place: ModulePlace): EvaluatedModule | undefined;
  tell(told: Gap): void;
}
