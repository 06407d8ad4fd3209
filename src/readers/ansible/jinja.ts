/** `{{ … }}` in the values of a task. Only what needs no run is evaluated: names of known variables, and files that are looked up. */
import type { Span } from '../../model/span.js';
import { type Address, deref, type Entry, get, type Node, type ReferenceNode, type ScalarNode } from '../../model/tree.js';
import { type Bounds, missing, tooDeep } from '../bounds.js';
import { flatString, sliceOf } from '../flat-text.js';
import { joinText, type Piece } from '../join-text.js';

/** What names mean where a task stands. */
export interface Names {
  /** The value of a variable, as written. */
  variable(name: string): Node | undefined;
  /** The task that keeps its result under that name. */
  registered(name: string): Address | undefined;
  /** The text of a file that `lookup('file', …)` finds. */
  file(name: string): Node | undefined;
}

export class JinjaEvaluation {
  readonly #underway = new Set<string>();

  constructor(
    private readonly names: Names,
    private readonly bounds: Bounds,
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
        return typeof node.value === 'string' && /\{[{%]/.test(node.value) ? this.#rendered(node, node.value) : node;
      case 'list':
        return { ...node, items: node.items.map((item) => this.evaluate(item)) };
      case 'map':
        return { ...node, entries: node.entries.map((entry): Entry => ({ key: entry.key, value: this.evaluate(entry.value) })) };
      default:
        return node;
    }
  }

  #rendered(node: ScalarNode, chars: string): Node {
    if (chars.includes('{%')) return missing('template', 'a template with statements is rendered when the playbook runs', node.span);
    const text = flatString(chars, node.offsets);
    const pieces: Piece[] = [];
    let from = 0;
    for (let start = chars.indexOf('{{'); start >= 0; start = chars.indexOf('{{', from)) {
      const end = chars.indexOf('}}', start);
      if (end < 0) break;
      pieces.push(sliceOf(text, from, start), this.#expression(chars.slice(start + 2, end).trim(), node.span));
      from = end + 2;
    }
    pieces.push(sliceOf(text, from, chars.length));
    return joinText(pieces, node.span, this.bounds);
  }

  #expression(written: string, at: Span): Node {
    const file = fileLookup.exec(written)?.[2];
    if (file !== undefined) return this.names.file(file) ?? missing('lookup', 'the file that is looked up is not in the repository', at);
    const [path = ''] = jsonOf.exec(written)?.slice(1) ?? [written];
    if (!dotted.test(path)) return missing(shown(written), `${shown(written)} is computed when the playbook runs`, at);
    const [root = '', ...steps] = path.split('.');
    return this.#named(root, steps, at);
  }

  #named(root: string, steps: readonly string[], at: Span): Node {
    const registered = this.names.registered(root);
    if (registered !== undefined) {
      const reference: ReferenceNode = { kind: 'reference', to: registered, path: steps, span: at };
      return reference;
    }
    const whole = [root, ...steps].join('.');
    const written = this.names.variable(root);
    if (!written) return missing(whole, `${whole} is given when the playbook runs`, at);
    if (this.#underway.has(root)) return missing(whole, `${root} refers to itself`, at);
    this.#underway.add(root);
    const value = steps.reduce<Node | undefined>((node, key) => node && get(deref(node), key), this.evaluate(written));
    this.#underway.delete(root);
    return value ?? missing(whole, `${whole} is not known from the files`, at);
  }
}

const dotted = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;
/** The document stands for its JSON text: whoever takes JSON opens either. */
const jsonOf = /^([\w.]+)\s*\|\s*(?:ansible\.builtin\.)?to(?:_nice)?_json$/;
const fileLookup = /^lookup\(\s*(['"])(?:ansible\.builtin\.)?file\1\s*,\s*['"]([^'"{}]+)['"]\s*\)$/;

/** An expression's name for a person: literals in it could be anything, a secret too. */
const shown = (written: string): string => written.replace(/"[^"]*"|'[^']*'/g, "'…'").slice(0, 80);
