/** Serverless Framework's variables: `${self:custom.x}`, `${file(x.yml):key}`, `${opt:stage, 'dev'}`. What stands outside the files is a hole. */
import type { FilePath, Span } from '../../../model/span.js';
import { type Entry, entriesOf, get, itemsOf, type MapNode, type Node, type ScalarNode, scalar, unknown } from '../../../model/tree.js';
import { flatString, placeOf, sliceOf } from '../../flat-text.js';
import { type Budget, sizeOf } from '../budget.js';
import { type Library, localPath } from '../library.js';
import { concat, inPlace, knownText, missing, type Piece, tooLarge } from '../text.js';
import { alternativesOf, type Source, sourceOf, variablesIn } from './variable-syntax.js';

export class Variables {
  private readonly resolved = new WeakMap<Node, Node>();
  private readonly resolving = new Set<string>();

  constructor(
    private readonly root: Node,
    private readonly path: FilePath,
    private readonly library: Library,
    private readonly budget: Budget,
  ) {}

  /** A section of the service, its variables resolved. */
  section(...keys: readonly string[]): Node | undefined {
    const found = keys.reduce<Node | undefined>((at, key) => at && get(this.resolve(at), key), this.root);
    return found && this.resolve(found);
  }

  /** The stage that is deployed when nothing else is asked for. */
  stage(at: Span): Node {
    return this.follow('provider', ['stage'], at) ?? scalar('dev', at);
  }

  /** A node with every variable in it resolved, as far as the files tell. */
  resolve(node: Node): Node {
    const known = this.resolved.get(node);
    if (known) return known;
    const value = this.budget.within(() => this.valueOf(node), unknown('its variables rest on one another too deeply', node.span));
    this.resolved.set(node, value);
    return value;
  }

  private valueOf(node: Node): Node {
    switch (node.kind) {
      case 'scalar':
        return this.textValue(node);
      case 'list':
        return { ...node, items: node.items.map((item) => this.resolve(item)) };
      case 'map':
        // The whole service is looked into part by part: not all of it is meant to be evaluated.
        return node === this.root ? node : this.mapValue(node);
      default:
        return node;
    }
  }

  private mapValue(node: MapNode): MapNode {
    return { ...node, entries: node.entries.map(({ key, value }): Entry => ({ key, value: this.resolve(value) })) };
  }

  private textValue(node: ScalarNode): Node {
    if (typeof node.value !== 'string' || !node.value.includes('${')) return node;
    const { value, span, tag } = node;
    const text = flatString(value, node.offsets);
    const pieces: Piece[] = [];
    let from = 0;
    for (const { start, end, content } of variablesIn(value)) {
      const place = placeOf(text, start);
      const at = place === undefined ? span : { ...span, start: place, end: place + end - start };
      const found = this.variable(content, at);
      if (start === 0 && end === value.length) return { ...found, ...(tag !== undefined && { tag }) };
      pieces.push(sliceOf(text, from, start), inPlace(asText(found, content), at));
      from = end;
    }
    if (from === 0) return node;
    const whole = concat([...pieces, sliceOf(text, from, value.length)], span, this.budget);
    return tag === undefined ? whole : { ...whole, tag };
  }

  /** The first of the alternatives that there is. */
  private variable(content: string, at: Span): Node {
    const inner = knownText(this.textValue(scalar(content, at)));
    if (inner === undefined) return missing(nameOf(content), 'it is named by a value that is not known', at);
    const alternatives = alternativesOf(inner);
    for (const [i, alternative] of alternatives.entries()) {
      const source = sourceOf(alternative);
      if (typeof source !== 'object') return scalar(source, at);
      const found = this.from(source, at);
      const another = i + 1 < alternatives.length;
      if (found && !(another && isGiven(source) && found.kind === 'unknown'))
        return this.budget.afford(sizeOf(found)) ? found : tooLarge(at);
    }
    return missing(nameOf(inner), `\${${nameOf(inner)}} is not known from the files`, at);
  }

  /** The value of one source; undefined when the files show that there is none. */
  private from({ kind, parameter, address }: Source, at: Span): Node | undefined {
    const keys = address === '' ? [] : address.split('.');
    const [first, ...rest] = keys;
    switch (kind) {
      case 'self':
        return first === undefined ? missing('self', 'the whole service is not a value', at) : this.follow(first, rest, at);
      case 'sls':
        return address === 'stage' ? this.stage(at) : outside('sls', address, at);
      case 'aws':
        return { kind: 'template', parts: [{ name: address === 'accountId' ? 'AWS::AccountId' : 'AWS::Region' }], span: at };
      case 'param':
        return this.parameter(address, at);
      case 'file':
        return this.fromFile(parameter, keys, at);
      default:
        return outside(kind, address, at);
    }
  }

  private follow(section: string, keys: readonly string[], at: Span): Node | undefined {
    const name = [section, ...keys].join('.');
    if (this.resolving.has(name)) return missing(`self:${name}`, `\${self:${name}} rests on itself`, at);
    this.resolving.add(name);
    const found = this.walk(get(this.root, section), keys);
    this.resolving.delete(name);
    return found;
  }

  private walk(node: Node | undefined, keys: readonly string[]): Node | undefined {
    let at = node && (keys.length > 0 && node.kind !== 'scalar' ? node : this.resolve(node));
    for (const key of keys) {
      const next: Node | undefined = at?.kind === 'list' ? at.items[Number(key)] : get(at, key);
      at = next && (next.kind === 'scalar' ? this.resolve(next) : next);
    }
    return at && this.resolve(at);
  }

  private parameter(name: string, at: Span): Node | undefined {
    const stage = knownText(this.stage(at)) ?? '';
    const own = this.walk(get(this.root, 'params'), [stage, name]) ?? this.walk(get(this.root, 'params'), ['default', name]);
    return own ?? outside('param', name, at);
  }

  private fromFile(written: string, keys: readonly string[], at: Span): Node | undefined {
    const path = localPath(this.path, written);
    const readable = path !== undefined && /\.(ya?ml|json)$/i.test(path);
    const root = readable ? this.library.file(path)?.tree.documents[0]?.root : undefined;
    if (!root) return missing(`file(${written})`, `${written} is not a file of this repository that can be read`, at);
    const name = `file ${path} ${keys.join('.')}`;
    if (this.resolving.has(name)) return missing(`file(${written})`, `${written} rests on itself`, at);
    this.resolving.add(name);
    const found = this.walk(root, keys);
    this.resolving.delete(name);
    return found;
  }
}

/** Sources whose alternative is the value that stands when nothing is given, as a parameter's default does. */
const isGiven = ({ kind }: Source): boolean => kind === 'opt' || kind === 'env' || kind === 'param' || kind === 'file';

const nameOf = (content: string): string => content.replace(/\s*,.*$/s, '').slice(0, 100);

const outside = (kind: string, address: string, at: Span): Node =>
  missing(`${kind}:${address}`.slice(0, 100), `\${${`${kind}:${address}`.slice(0, 100)}} is not known from the files`, at);

/** A map or list in the middle of a text makes none. */
const asText = (node: Node, content: string): Node =>
  node.kind === 'map' || node.kind === 'list' ? missing(nameOf(content), 'it is no text', node.span) : node;

/** A section that may be written in parts: a list of maps counts as one map. */
export const entriesIn = (node: Node | undefined): readonly Entry[] =>
  node?.kind === 'list' ? itemsOf(node).flatMap((item) => entriesOf(item)) : entriesOf(node);
