/** Evaluates what a program says as far as it tells: interpolations, functions, settings and variables. */
import type { FilePath, Source, Span } from '../../model/span.js';
import { address, deref, type Entry, get, type Node, type ReferenceNode, type ScalarNode, scalar } from '../../model/tree.js';
import { type Bounds, missing, tooDeep } from '../bounds.js';
import { flatString, sliceOf } from '../flat-text.js';
import { joinText, knownText, type Piece } from '../join-text.js';
import type { Evaluation } from './evaluation.js';
import { functionOf, functions } from './functions.js';
import { interpolationsOf } from './interpolation.js';
import type { Program } from './program.js';

export class ProgramEvaluation implements Evaluation {
  readonly #done = new Map<Node, Node>();
  readonly #underway = new Set<Node>();

  constructor(
    readonly program: Program,
    readonly bounds: Bounds,
    readonly open: (path: FilePath) => Source | undefined,
  ) {}

  evaluate(node: Node): Node {
    return this.bounds.within(
      () => this.#valueOf(node),
      () => tooDeep(node.span),
    );
  }

  #valueOf(node: Node): Node {
    switch (node.kind) {
      case 'scalar':
        return typeof node.value === 'string' && node.value.includes('${') ? this.#interpolated(node, node.value) : node;
      case 'list':
        return { ...node, items: node.items.map((item) => this.evaluate(item)) };
      case 'map': {
        const call = functionOf(node);
        if (call) return functions(call.name)(call.argument, node.span, this);
        return { ...node, entries: node.entries.map((entry): Entry => ({ key: entry.key, value: this.evaluate(entry.value) })) };
      }
      default:
        return node;
    }
  }

  #interpolated(node: ScalarNode, chars: string): Node {
    const text = flatString(chars, node.offsets);
    const pieces: Piece[] = [];
    let from = 0;
    for (const { start, end, path } of interpolationsOf(chars)) {
      pieces.push(sliceOf(text, from, start));
      if (path?.length === 0) pieces.push(sliceOf(text, start + 1, end));
      else pieces.push(path ? this.#named(path, node.span) : missing('…', 'the interpolation is no path', node.span));
      from = end;
    }
    pieces.push(sliceOf(text, from, chars.length));
    return joinText(pieces, node.span, this.bounds);
  }

  #named([root = '', ...path]: readonly string[], at: Span): Node {
    const { program } = this;
    const resource = program.resources.get(root);
    if (resource) return this.#referenceTo(root, resource, path, at);
    const variable = program.variables.get(root);
    if (variable) return stepped(this.#once(variable, root, at), path, root, at);
    if (root === 'pulumi') return this.#ofPulumi(path, at);
    if (program.config.has(root) || program.given.has(root)) return stepped(this.#setting(root, at), path, root, at);
    return missing([root, ...path].join('.'), `${root} is not declared in this program`, at);
  }

  /** What a property is given as an input is its value, too. */
  #referenceTo(name: string, { value: declared }: Entry, path: readonly string[], at: Span): ReferenceNode {
    const [property, ...rest] = path;
    const written = property === undefined ? undefined : get(get(declared, 'properties'), property);
    const value = written && stepped(this.#once(written, [name, ...path].join('.'), at), rest, name, at);
    return { kind: 'reference', to: address(this.program.path, name), path, span: at, ...(value && value.kind !== 'unknown' && { value }) };
  }

  #ofPulumi(path: readonly string[], at: Span): Node {
    const { name } = this.program;
    if (path.join('.') === 'project' && name !== undefined) return scalar(name, at);
    const asked = ['pulumi', ...path].join('.');
    return missing(asked, `${asked} is known at deploy time`, at);
  }

  /** A default is what the files tell. Without one, the stacks of the folder tell it where all of them agree. */
  #setting(name: string, at: Span): Node {
    const declared = this.program.config.get(name);
    const written = get(declared, 'default') ?? get(declared, 'value');
    if (written?.kind === 'scalar') return scalar(written.value, at);
    if (written) return { ...written, span: at };
    const given = this.program.given.get(name) ?? [];
    const [first] = given;
    const text = knownText(first);
    if (first?.kind === 'scalar' && text !== undefined && given.every((g) => knownText(g) === text)) return scalar(first.value, at);
    return missing(name, first ? `setting ${name} differs between stacks or is a secret` : `setting ${name} has no default`, at);
  }

  /** The value of a declaration, computed once. */
  #once(written: Node, name: string, at: Span): Node {
    const known = this.#done.get(written);
    if (known) return known;
    if (this.#underway.has(written)) return missing(name, `${name} refers to itself`, at);
    this.#underway.add(written);
    const value = this.evaluate(written);
    this.#underway.delete(written);
    this.#done.set(written, value);
    return value;
  }
}

/** The value under a path. */
function stepped(value: Node, path: readonly string[], name: string, at: Span): Node {
  let here = value;
  for (const [i, key] of path.entries()) {
    const known = deref(here);
    const next = known.kind === 'list' ? known.items[Number(key)] : get(known, key);
    if (!next) {
      const asked = [name, ...path.slice(0, i + 1)].join('.');
      return known.kind === 'unknown' ? { ...known, span: at } : missing(asked, `${asked} is not known from the program`, at);
    }
    here = next;
  }
  return here;
}
