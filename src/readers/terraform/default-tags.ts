/**
 * What a provider block says for all resources that it makes. Only how such defaults are laid under a resource's own, not what they mean:
 * `default_tags { tags = … }` goes under `tags`, `default_labels = …` under `labels`.
 */
import { deref, type Entry, get, itemsOf, type MapNode, map, type Node, scalar } from '../../model/tree.js';
import { attributeOf, type Expression } from '../../syntax/hcl/ast.js';
import type { Declared } from './declarations.js';
import type { EvaluatedModule } from './module-contract.js';
import { isNull, openEntry } from './nodes.js';
import { unfold } from './traversal.js';

/** The resource's body with the defaults of its provider. */
export function withDefaults(module: EvaluatedModule, declared: Declared, body: MapNode): MapNode {
  if (declared.kind !== 'resource') return body;
  const provider = providerOf(module, providerName(declared));
  if (!provider) return body;
  const block = itemsOf(get(provider, 'default_tags'))[0];
  return under(under(body, 'tags', get(block, 'tags')), 'labels', get(provider, 'default_labels'));
}

/** `aws`, or `aws.west` where the resource names one. */
function providerName({ type, block }: Declared): string {
  const named = attributeOf(block.body, 'provider')?.value;
  return (named && nameIn(named)) ?? type.slice(0, type.indexOf('_') < 0 ? undefined : type.indexOf('_'));
}

function nameIn(x: Expression): string | undefined {
  const { root, steps } = unfold(x);
  if (root.kind !== 'variable') return undefined;
  return [root.name, ...steps.flatMap((s) => ('name' in s ? [s.name] : []))].join('.');
}

/** The body of a provider block. A called module has those that its call hands it, else those of its caller under the same name. */
function providerOf(module: EvaluatedModule, name: string): MapNode | undefined {
  const declared = module.declarations.byLabel.get(`provider.${name}`);
  if (declared) {
    const [only, ...others] = module.expansion(declared).instances;
    return only && others.length === 0 ? module.body(only) : undefined;
  }
  const { caller } = module;
  if (!caller) return undefined;
  const handed = attributeOf(caller.instance.declared.block.body, 'providers')?.value;
  const item = handed?.kind === 'object' ? handed.items.find(({ key }) => keyName(key) === name) : undefined;
  const above = item ? nameIn(item.value) : name.includes('.') ? undefined : name;
  return above === undefined ? undefined : providerOf(caller.module, above);
}

/** A bare word as a key is a string, `aws.west` is a name. */
function keyName(key: Expression): string | undefined {
  const [part] = key.kind === 'template' ? key.parts : [];
  return part?.kind === 'text' ? part.text : nameIn(key);
}

/** Lays defaults under an argument: what the resource says itself counts. Each entry keeps its own place. */
function under(body: MapNode, name: string, defaults: Node | undefined): MapNode {
  if (!defaults || isNull(defaults)) return body;
  const own = body.entries.findLast((e) => e.key.value === name);
  const written = own && !isNull(own.value) ? entriesIn(own.value) : [];
  const names = new Set(written.map((e) => e.key.value));
  const inherited = entriesIn(defaults).filter((e) => !names.has(e.key.value));
  const merged: Entry = {
    key: own?.key ?? scalar(name, defaults.span),
    value: map([...inherited, ...written], own && !isNull(own.value) ? own.value.span : defaults.span),
  };
  return { ...body, entries: [...body.entries.filter((e) => e !== own), merged] };
}

/** What is not known stands as one entry for all that it may hold. */
function entriesIn(node: Node): readonly Entry[] {
  const at = deref(node);
  return at.kind === 'map' ? at.entries : [openEntry(node)];
}
