/** One Bicep file with the values of its parameters: what its names mean. A file that is a module stands once for each use. */
import { type Gap, gap } from '../../model/gap.js';
import { type FilePath, folderOf, type Span, span } from '../../model/span.js';
import { address, deref, entriesOf, get, map, type Node, type ReferenceNode, scalar } from '../../model/tree.js';
import type { BicepFile, Expression, ModuleStatement, ResourceStatement, Statement } from '../../syntax/bicep/ast.js';
import { json } from '../../syntax/json.js';
import { yaml } from '../../syntax/yaml/index.js';
import { evaluate, type Locals, type Names } from '../arm-evaluate.js';
import { type Bounds, missing } from '../bounds.js';
import { knownText } from '../join-text.js';
import { pathWithin } from '../paths.js';
import type { ReadFile } from '../reader.js';
import { copiesOf, type DeployedNames } from './copies.js';
import { localPath, type Project } from './project.js';

/** What one use of a file shares with the whole deployment. */
export interface Deployment {
  readonly project: Project;
  readonly bounds: Bounds;
  readonly gaps: Gap[];
  /** The file that is deployed: addresses are unique within it. */
  readonly scope: FilePath;
}

export interface Use {
  /** Before the labels of its resources: `module.network/`. */
  readonly prefix: string;
  /** Files on the way here, to find those that use themselves. */
  readonly chain: readonly FilePath[];
  readonly inputs: ReadonlyMap<string, Node>;
  /** The inputs that hold whoever deploys it. */
  readonly certain: ReadonlyMap<string, Node>;
  /** Where it is deployed to, as the caller says. */
  readonly target: Node | undefined;
}

export class Template implements DeployedNames {
  readonly bounds: Bounds;
  readonly #declared = new Map<string, Statement>();
  readonly #done = new Map<object, Node>();
  readonly #underway = new Set<object>();
  readonly #modules = new Map<string, Template | undefined>();
  #certainly: Template | undefined;

  constructor(
    readonly file: ReadFile<'bicep'>,
    readonly deployment: Deployment,
    readonly use: Use,
    /** False: a default tells nothing, since whoever deploys the file may give another value. */
    private readonly defaults = true,
  ) {
    this.bounds = deployment.bounds;
    for (const statement of this.tree.statements) {
      if (statement.kind === 'resource') this.#declareNested(statement);
      // Outputs have names of their own, as has metadata.
      if ('name' in statement && statement.kind !== 'output') this.#declared.set(statement.name, statement);
      if (statement.kind === 'tolerated' && statement.keyword === 'import')
        for (const name of statement.names) this.#declared.set(name, statement);
    }
  }

  get gaps(): Gap[] {
    return this.deployment.gaps;
  }

  get tree(): BicepFile {
    return this.file.tree;
  }

  /** The same file as far as it holds whoever deploys it. */
  certainly(): Template {
    if (!this.defaults) return this;
    this.#certainly ??= new Template(this.file, this.deployment, { ...this.use, inputs: this.use.certain }, false);
    return this.#certainly;
  }

  valueOf(name: string, at: Span): Node | undefined {
    const statement = this.#declared.get(name);
    switch (statement?.kind) {
      case 'param':
        return standing(this.#parameter(statement, at), at);
      case 'var':
        return standing(
          this.#once(statement, name, at, () => evaluate(statement.value, this)),
          at,
        );
      case 'resource':
        return this.#resource(statement, at);
      case 'module':
        return this.#moduleValue(statement, at);
      case 'tolerated':
        return missing(name, `${name} comes from ${statement.keyword}, which is not followed`, at);
      default:
        return undefined;
    }
  }

  call(name: string, args: readonly Node[], at: Span): Node | undefined {
    const load = loaders.get(name.toLowerCase());
    if (!load) return undefined;
    const written = knownText(args[0]);
    const path = written === undefined ? undefined : pathWithin(folderOf(this.file.source.path), written);
    const source = path === undefined ? undefined : this.deployment.project.open(path);
    if (!source) return missing(`${name}()`, `the file that ${name}() loads is not in the repository`, at);
    if (!this.bounds.afford(source.text.length)) return missing(`${name}()`, `the file that ${name}() loads is too large`, at);
    const loaded = load(source);
    return loaded && args.length < 2 ? loaded : missing(`${name}()`, `${name}() is not evaluated here`, at);
  }

  /** The values of a parameter file: what it gives, by name. */
  given(): ReadonlyMap<string, Node> {
    return new Map(
      this.tree.statements.flatMap((s) => (s.kind === 'param' && s.value ? [[s.name, evaluate(s.value, this)] as const] : [])),
    );
  }

  /** The file behind a module statement, once for each copy; undefined when it is not Bicep in this repository. */
  module(statement: ModuleStatement, label: string, body: Expression, locals: Locals): Template | undefined {
    const known = this.#modules.get(label);
    if (known || this.#modules.has(label)) return known;
    const path = localPath(statement, this.file.source);
    const file = path && this.deployment.project.files.get(path);
    const made = file && !this.use.chain.includes(file.source.path) ? this.#moduleOf(file, label, body, locals) : undefined;
    this.#modules.set(label, made);
    return made;
  }

  #moduleOf(file: ReadFile<'bicep'>, label: string, body: Expression, locals: Locals): Template {
    const inputsOf = (names: Names): ReadonlyMap<string, Node> =>
      new Map(entriesOf(get(evaluate(body, names, locals), 'params')).map(({ key, value }) => [String(key.value), value]));
    const scope = get(evaluate(body, this, locals), 'scope');
    return new Template(
      file,
      this.deployment,
      {
        prefix: `${label}/`,
        chain: [...this.use.chain, file.source.path],
        inputs: inputsOf(this),
        certain: this.defaults ? inputsOf(this.certainly()) : inputsOf(this),
        target: scope ?? this.use.target,
      },
      this.defaults,
    );
  }

  #declareNested({ body }: ResourceStatement): void {
    const object = body.kind === 'for' || body.kind === 'if' ? body.body : body;
    if (object.kind !== 'object') return;
    for (const nested of object.resources) {
      if (!this.#declared.has(nested.name)) this.#declared.set(nested.name, nested);
      this.#declareNested(nested);
    }
  }

  /** A default is what the files tell, unless more is asked for. */
  #parameter(statement: Extract<Statement, { kind: 'param' }>, at: Span): Node {
    const { name, value, nullable } = statement;
    const given = this.use.inputs.get(name);
    if (given) return given;
    if (!this.defaults) return missing(name, `param ${name} may differ from its default`, at);
    if (value) return this.#once(statement, name, at, () => evaluate(value, this));
    return nullable ? scalar(null, at) : missing(name, `param ${name} has no default`, at);
  }

  #resource(statement: ResourceStatement, at: Span): Node {
    const copies = copiesOf(statement.body, this, undefined);
    const one = ({ suffix, body, locals }: (typeof copies)[number]): ReferenceNode => {
      const value = this.#once(body, statement.name, at, () => evaluate(body, this, locals), suffix);
      const to = address(this.deployment.scope, `${this.use.prefix}${statement.name}${suffix}`);
      return { kind: 'reference', to, path: [], span: at, ...(value.kind !== 'unknown' && { value }) };
    };
    return this.#many(copies.map(one), statement.name, at);
  }

  #moduleValue(statement: ModuleStatement, at: Span): Node {
    const copies = copiesOf(statement.body, this, undefined);
    const one = ({ suffix, body, locals }: (typeof copies)[number]): ReferenceNode => {
      const label = `${this.use.prefix}module.${statement.name}${suffix}`;
      const value = this.#once(body, statement.name, at, () => this.#outputs(this.module(statement, label, body, locals), at), suffix);
      return { kind: 'reference', to: address(this.deployment.scope, label), path: [], span: at, ...(value.kind === 'map' && { value }) };
    };
    return this.#many(copies.map(one), statement.name, at);
  }

  /** A loop gives a list; anything else gives the one. A loop over what is not known is one that stands for all. */
  #many(references: readonly ReferenceNode[], name: string, at: Span): Node {
    const [first] = references;
    if (first?.to.endsWith('[0]')) return { kind: 'list', items: references, span: at };
    return first ?? missing(name, `${name} is not deployed`, at);
  }

  #outputs(template: Template | undefined, at: Span): Node {
    if (!template) return missing('outputs', 'the module is not in the repository', at);
    const entries = template.tree.statements.flatMap((s) =>
      s.kind === 'output' ? [{ key: scalar(s.name, s.nameSpan), value: evaluate(s.value, template) }] : [],
    );
    return map([{ key: scalar('outputs', at), value: map(entries, at) }], at);
  }

  /** The value of a declaration, computed once for each copy. */
  #once(declaration: object, name: string, at: Span, compute: () => Node, copy = ''): Node {
    // Copies share their declaration; only the first is remembered.
    const remembered = copy === '' || copy === '[0]';
    const known = remembered ? this.#done.get(declaration) : undefined;
    if (known) return known;
    if (this.#underway.has(declaration)) return missing(name, `${name} refers to itself`, at);
    this.#underway.add(declaration);
    const value = compute();
    this.#underway.delete(declaration);
    if (remembered) this.#done.set(declaration, value);
    return value;
  }
}

/** A value where a name stands for it. A text keeps the place where it is written, so that a document in it can be found. */
const standing = (node: Node, at: Span): Node => ({
  ...node,
  span: deref(node).kind === 'map' || deref(node).kind === 'list' ? node.span : at,
});

/** Functions that load a file. */
const loaders: ReadonlyMap<string, (source: Parameters<typeof json.parse>[0]) => Node | undefined> = new Map([
  ['loadjsoncontent', (source) => json.parse(source).documents[0]?.root],
  ['loadyamlcontent', (source) => yaml.parse(source).documents[0]?.root],
  ['loadtextcontent', (source) => ({ ...scalar(source.text, span(source, 0, source.text.length)), offsets: { from: [0], to: [0] } })],
]);

/** Told where a module leads nowhere. */
export const moduleGap = (statement: ModuleStatement, why: string): Gap =>
  gap('unresolved', `module ${statement.name} ${why}: what it declares is not reviewed`, statement.head);
