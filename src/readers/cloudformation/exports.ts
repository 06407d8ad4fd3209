/** Values that stacks export for one another (`Fn::ImportValue`), where the template of the exporting stack is in the repository. */
import type { FilePath } from '../../model/span.js';
import type { Node } from '../../model/tree.js';
import type { Library } from './library.js';
import { isTemplate } from './template.js';

/** A stack as others know it: by what it hands out. */
export interface Exporter {
  /** The outputs that it exports, by the name under which it does. */
  exported(): ReadonlyMap<string, string>;
  output(name: string): Node | undefined;
}

/** Past so many templates in other folders, only those beside the importing one are looked through. */
const mostTemplates = 500;

export class Exports {
  readonly #exporters = new Map<FilePath, readonly Exporter[]>();
  readonly #underway = new Set<string>();

  /** `make` gives the stack of a template that stands by itself; undefined when there are too many. */
  constructor(
    private readonly library: Library,
    private readonly make: (root: Node, path: FilePath) => Exporter | undefined,
  ) {}

  /** The value exported under a name. Undefined when nobody exports it, or several do: which of them is deployed beside the importing one is not known. */
  value(name: string): Node | undefined {
    // Exports that rest on one another in a circle.
    if (this.#underway.has(name)) return undefined;
    this.#underway.add(name);
    const beside = this.#valuesIn(this.library.beside, name);
    const values = beside.length > 0 ? beside : this.#valuesIn(this.library.elsewhere(mostTemplates), name);
    this.#underway.delete(name);
    return values.length === 1 ? values[0] : undefined;
  }

  #valuesIn(paths: readonly FilePath[], name: string): readonly Node[] {
    return paths.flatMap((path) =>
      this.#exportersIn(path).flatMap((exporter) => {
        const output = exporter.exported().get(name);
        return output === undefined ? [] : (exporter.output(output) ?? []);
      }),
    );
  }

  #exportersIn(path: FilePath): readonly Exporter[] {
    const known = this.#exporters.get(path);
    if (known) return known;
    // A template that asks for its own exports finds none.
    this.#exporters.set(path, []);
    const documents = /\bExport\b/.test(this.library.text(path) ?? '') ? (this.library.file(path)?.tree.documents ?? []) : [];
    const made = documents.flatMap(({ root }) => (isTemplate(root) ? (this.make(root, path) ?? []) : []));
    this.#exporters.set(path, made);
    return made;
  }
}
