/** Terraform's JSON syntax as the tree of its native one: which keys are blocks, and strings as templates. */
import type { Gap } from '../../model/gap.js';
import { type Source, type Span, span } from '../../model/span.js';
import type { Comment, Entry, MapNode, Node, ScalarNode } from '../../model/tree.js';
import type { Attribute, Block, Body, Expression, HclFile, Template } from '../../syntax/hcl/ast.js';
import { parseExpression, parseTemplate } from '../../syntax/hcl/index.js';
import type { Parsed } from '../../syntax/syntax.js';

/** How many labels the blocks of a file have. */
const labelCounts: ReadonlyMap<string, number> = new Map(
  Object.entries({
    resource: 2,
    data: 2,
    ephemeral: 2,
    module: 1,
    provider: 1,
    variable: 1,
    output: 1,
    check: 1,
    locals: 0,
    terraform: 0,
    moved: 0,
    removed: 0,
    import: 0,
  }),
);

/** Arguments whose strings are expressions, by the type of their block; `*` is any. */
const expressions: ReadonlySet<string> = new Set(['variable.type', 'moved.from', 'moved.to', '*.provider', '*.iterator']);
/** Arguments that are taken as they are. */
const literals: ReadonlySet<string> = new Set(['variable.default', 'module.source', 'module.version', 'variable.description']);
/** The key under which the JSON syntax keeps comments. */
const commentKey = '//';

/** The tree of a `.tf.json` file. Its gaps are those of the strings in it; those of the JSON itself are told where it was parsed. */
export function fromJson({ documents, comments }: Parsed, source: Source): HclFile {
  const root = documents[0]?.root;
  const file = new JsonFile(source);
  const body: Body = { attributes: [], blocks: root ? file.blocksOf(root) : [], span: span(source, 0, source.text.length) };
  return { body, comments: [...comments, ...file.comments], gaps: file.gaps };
}

/** The values of a `.tfvars.json` file, which are no templates. */
export function valuesFromJson({ documents }: Parsed, source: Source): readonly Attribute[] {
  const root = documents[0]?.root;
  const file = new JsonFile(source);
  return root?.kind === 'map' ? root.entries.map((entry) => file.attribute(entry, (node) => file.literal(node))) : [];
}

class JsonFile {
  readonly gaps: Gap[] = [];
  readonly comments: Comment[] = [];

  constructor(private readonly source: Source) {}

  blocksOf(root: Node): readonly Block[] {
    return eachMap(root).flatMap(({ entries }) =>
      entries.flatMap(({ key, value }) => {
        const count = labelCounts.get(String(key.value));
        return count === undefined ? [] : this.#labelled(String(key.value), value, count, [], key.span);
      }),
    );
  }

  /** Goes down one map for each label. */
  #labelled(type: string, node: Node, count: number, labels: Block['labels'], head: Span): readonly Block[] {
    return eachMap(node).flatMap((map): readonly Block[] => {
      if (count === 0) return [{ type, labels, body: this.#body(type, map), span: span(this.source, head.start, map.span.end), head }];
      return map.entries
        .filter(({ key }) => key.value !== commentKey)
        .flatMap(({ key, value }) =>
          this.#labelled(type, value, count - 1, [...labels, { text: String(key.value), span: key.span }], key.span),
        );
    });
  }

  #body(type: string, map: MapNode): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (const entry of map.entries) {
      const name = String(entry.key.value);
      if (name === commentKey) this.#comment(entry);
      else if (name === 'dynamic') blocks.push(...this.#dynamic(entry.value));
      else attributes.push(this.attribute(entry, (node) => this.#argument(`${type}.${name}`, `*.${name}`, node)));
    }
    return { attributes, blocks, span: map.span };
  }

  #comment({ value }: Entry): void {
    if (value.kind === 'scalar') this.comments.push({ text: String(value.value).trim(), span: value.span });
  }

  /** `{"dynamic": {"statement": {"for_each": …, "content": {…}}}}` */
  #dynamic(node: Node): readonly Block[] {
    return this.#labelled('dynamic', node, 1, [], node.span).map((block) => {
      const content = block.body.attributes.find((a) => a.name === 'content');
      const inner = content && eachMap(this.#contents.get(content.value) ?? node)[0];
      if (!content || !inner) return block;
      const made: Block = { type: 'content', labels: [], body: this.#body('content', inner), span: content.span, head: content.nameSpan };
      return { ...block, body: { ...block.body, blocks: [...block.body.blocks, made] } };
    });
  }

  readonly #contents = new Map<Expression, Node>();

  attribute({ key, value }: Entry, read: (node: Node) => Expression): Attribute {
    const expression = read(value);
    if (key.value === 'content') this.#contents.set(expression, value);
    return { name: String(key.value), nameSpan: key.span, value: expression, span: span(this.source, key.span.start, value.span.end) };
  }

  #argument(name: string, anywhere: string, node: Node): Expression {
    if (literals.has(name)) return this.literal(node);
    if (node.kind === 'scalar' && typeof node.value === 'string' && (expressions.has(name) || expressions.has(anywhere)))
      return this.#parsed(parseExpression(this.#fragment(node, node.value)), node);
    if (name === 'module.providers') return this.#expression(node, (inner) => this.#argument('*.provider', '*.provider', inner));
    return this.#expression(node, (inner) => this.#template(inner));
  }

  literal(node: Node): Expression {
    return this.#expression(node, (inner) => textOf(inner, String(inner.value)));
  }

  /** Lists and maps as their expressions; strings as `text` says. */
  #expression(node: Node, text: (node: ScalarNode) => Expression): Expression {
    if (node.kind === 'list') return { kind: 'tuple', items: node.items.map((item) => this.#expression(item, text)), span: node.span };
    if (node.kind === 'map') {
      const written = node.entries.filter(({ key }) => key.value !== commentKey);
      const items = written.map(({ key, value }) => ({ key: text(key), value: this.#expression(value, text) }));
      return { kind: 'object', items, span: node.span };
    }
    if (node.kind !== 'scalar') return { kind: 'literal', value: null, span: node.span };
    return typeof node.value === 'string' ? text(node) : { kind: 'literal', value: node.value, span: node.span };
  }

  #template(node: ScalarNode): Expression {
    const text = String(node.value);
    if (!/[$%]\{/.test(text)) return textOf(node, text);
    const parsed = parseTemplate(this.#fragment(node, text));
    // A string that is one interpolation is that value, of whatever type, as between quotes.
    return 'tree' in parsed ? { ...parsed.tree, heredoc: false } : this.#parsed(parsed, node);
  }

  #fragment(node: ScalarNode, text: string): Parameters<typeof parseTemplate>[0] {
    return { source: this.source, start: node.span.start + 1, text };
  }

  /** What cannot be parsed stands for nothing that has a value. */
  #parsed(parsed: ReturnType<typeof parseExpression>, node: Node): Expression {
    if ('tree' in parsed) return parsed.tree;
    this.gaps.push(parsed.gap);
    return { kind: 'variable', name: 'an expression that cannot be read', span: node.span };
  }
}

/** The maps of a value that is one or a list of them. */
const eachMap = (node: Node): readonly MapNode[] =>
  node.kind === 'map' ? [node] : node.kind === 'list' ? node.items.flatMap(eachMap) : [];

const textOf = (node: ScalarNode, text: string): Template => ({
  kind: 'template',
  parts:
    text === ''
      ? []
      : [
          {
            kind: 'text',
            text,
            span: span(node.span.source, node.span.start + 1, node.span.end - 1),
            ...(node.offsets && { offsets: node.offsets }),
          },
        ],
  heredoc: false,
  span: node.span,
});
