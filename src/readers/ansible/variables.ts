/** Variables that the files tell: those of the play and the task, and of the role that the task belongs to. */
import { type FilePath, folderOf, type Source, span } from '../../model/span.js';
import { get, type Node, scalar } from '../../model/tree.js';
import { yaml } from '../../syntax/yaml/index.js';
import { pathWithin } from '../paths.js';

/** Where a role keeps them, the stronger first. */
const kept = ['vars/main.yml', 'vars/main.yaml', 'defaults/main.yml', 'defaults/main.yaml'] as const;

export class Variables {
  readonly #role: readonly Node[];
  readonly #folder: string;

  constructor(
    path: FilePath,
    private readonly open: (path: FilePath) => Source | undefined,
  ) {
    this.#folder = folderOf(path);
    this.#role = /(^|\/)(tasks|handlers)$/.test(this.#folder) ? kept.flatMap((name) => this.#documents(`../${name}`)) : [];
  }

  /** The value as written. `vars` are those above the task, the outermost first: the innermost counts. */
  valueOf(name: string, vars: readonly Node[]): Node | undefined {
    for (let i = vars.length - 1; i >= 0; i--) {
      const value = get(vars[i], name);
      if (value) return value;
    }
    for (const document of this.#role) {
      const value = get(document, name);
      if (value) return value;
    }
    return undefined;
  }

  /** A file is looked up in `files` beside the playbook or of the role, then beside the task. */
  file(name: string): Node | undefined {
    for (const place of [`../files/${name}`, `files/${name}`, name]) {
      const source = this.#open(place);
      if (source) return { ...scalar(source.text, span(source, 0, source.text.length)), offsets: { from: [0], to: [0] } };
    }
    return undefined;
  }

  #documents(place: string): readonly Node[] {
    const source = this.#open(place);
    return source ? yaml.parse(source).documents.map((d) => d.root) : [];
  }

  #open(place: string): Source | undefined {
    const path = pathWithin(this.#folder, place);
    return path === undefined ? undefined : this.open(path);
  }
}
