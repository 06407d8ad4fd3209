/** One configuration: a root module with everything that it calls, and what they share. */
import { type Gap, gap } from '../../model/gap.js';
import { type Address, address } from '../../model/tree.js';
import type { Declarations } from './declarations.js';
import type { Repetition } from './evaluation.js';
import type { Expansion } from './instances.js';
import { Module } from './module.js';
import type { ConfigurationInput, EvaluatedModule, ModulePlace, Placed, Shared } from './module-contract.js';

/** Modules of one configuration, each counted as often as it is called. */
const mostModules = 2_000;

export class Configuration implements Shared {
  readonly input: ConfigurationInput;
  readonly defaults: boolean;
  readonly root: EvaluatedModule;
  depth = 0;
  readonly #placed = new Map<Address, Placed>();
  readonly #repetitions = new Map<Address, Repetition>();
  readonly #gaps = new Map<string, Gap>();
  #modules = 0;
  #certain: Configuration | undefined;

  constructor(input: ConfigurationInput, root: Declarations, defaults = true) {
    this.input = input;
    this.defaults = defaults;
    this.root = new Module(this, { folder: input.folder, declarations: root, path: '' });
  }

  get certainRoot(): EvaluatedModule {
    if (!this.defaults) return this.root;
    this.#certain ??= new Configuration(this.input, this.root.declarations, false);
    return this.#certain.root;
  }

  addressOf(label: string): Address {
    return address(this.input.scope, label);
  }

  place(module: EvaluatedModule, { repetition, address: at, instances }: Expansion): void {
    for (const instance of instances) this.#placed.set(instance.address, { module, instance });
    // A block that stands once is its own only instance.
    if (repetition !== 'once') this.#repetitions.set(at, repetition);
  }

  repetition(of: Address): Repetition {
    return this.#repetitions.get(of) ?? (this.#placed.has(of) ? 'once' : 'elsewhere');
  }

  placed(at: Address): Placed | undefined {
    return this.#placed.get(at);
  }

  make(place: ModulePlace): EvaluatedModule | undefined {
    this.#modules++;
    if (this.#modules <= mostModules) return new Module(this, place);
    this.tell(gap('too-large', `more than ${mostModules} modules are called from here; the further ones were not read`, undefined));
    return undefined;
  }

  /** Each gap once, however often its block stands. */
  tell(told: Gap): void {
    const at = typeof told.at === 'object' ? `${told.at.source.path} ${told.at.start}` : String(told.at);
    this.#gaps.set(`${at} ${told.reason}`, told);
  }

  get gaps(): readonly Gap[] {
    return [...this.#gaps.values(), ...this.input.budget.gaps()];
  }
}
