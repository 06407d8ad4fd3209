/**
 * Evaluates the expressions that Bicep and ARM templates share, as far as the files tell. A value that is not known is an unknown with its
 * reason; a resource is a reference, with what is written of it as its value.
 */
import type { Span } from '../model/span.js';
import { show, textOf } from '../model/text.js';
import { booleanOf, deref, type Entry, type MapNode, type Node, numberOf, scalar } from '../model/tree.js';
import type { Call, Expression, ObjectExpression, StringExpression } from '../syntax/bicep/ast.js';
import { behind, indexed, reasonOf, stepInto } from './arm-access.js';
import { armFunction } from './arm-functions.js';
import { binary, truth } from './arm-operators.js';
import { type Bounds, missing, tooDeep, tooLarge } from './bounds.js';
import { flatString } from './flat-text.js';
import { joinText, knownText, type Piece } from './join-text.js';

/** What names mean where an expression stands. */
export interface Names {
  readonly bounds: Bounds;
  /** A parameter, a variable, a resource; undefined when nothing of that name is declared. */
  valueOf(name: string, at: Span): Node | undefined;
  /** A function that needs more than its arguments; undefined leaves it to the table that both languages share. */
  call(name: string, args: readonly Node[], at: Span): Node | undefined;
}

/** Names that loops and lambdas bind; the innermost comes first. */
export type Locals = { readonly name: string; readonly value: Node; readonly outer: Locals } | undefined;

export const bind = (outer: Locals, name: string, value: Node): Locals => ({ name, value, outer });

/** Total: gives an unknown for whatever cannot be computed. */
export function evaluate(x: Expression, names: Names, locals?: Locals): Node {
  if (!names.bounds.afford(1)) return tooLarge(x.span);
  return names.bounds.within(
    () => evaluated(x, names, locals),
    () => tooDeep(x.span),
  );
}

function evaluated(x: Expression, names: Names, locals: Locals): Node {
  const of = (inner: Expression): Node => evaluate(inner, names, locals);
  switch (x.kind) {
    case 'literal':
      return scalar(x.value, x.span);
    case 'string':
      return stringOf(x, names, of);
    case 'array':
      return {
        kind: 'list',
        items: x.items.flatMap((item) => (item.kind === 'spread' ? spreadItems(of(item.value)) : [of(item)])),
        span: x.span,
      };
    case 'object':
      return objectOf(x, of);
    case 'name':
      return named(x.name, x.span, names, locals);
    case 'access':
      // `parent::child` is the resource that is nested there, which is known by its own name.
      return x.nested ? named(x.name, x.span, names, locals) : stepInto(of(x.source), x.name, x.safe, x.span);
    case 'index':
      return indexed(of(x.source), of(x.key), x.safe, x.span);
    case 'call':
      return called(x, names, locals);
    case 'unary':
      return negated(x.operator, of(x.operand), x.span);
    case 'binary':
      return binary(x.operator, of(x.left), () => of(x.right), x.span);
    case 'conditional':
      return chosen(of(x.condition), x.whenTrue, x.whenFalse, x.span, of);
    case 'for':
      return looped(of(x.list), x.span, names, (item, index) =>
        evaluate(
          x.body,
          names,
          bound(locals, [
            [x.item, item],
            [x.index, index],
          ]),
        ),
      );
    case 'if':
      return of(x.body);
    case 'spread':
      return of(x.value);
    case 'lambda':
      return missing('lambda', 'a function stands where a value is expected', x.span);
  }
}

const bound = (outer: Locals, pairs: readonly (readonly [string | undefined, Node])[]): Locals =>
  pairs.reduce<Locals>((locals, [name, value]) => (name === undefined ? locals : bind(locals, name, value)), outer);

function stringOf(x: StringExpression, names: Names, of: (x: Expression) => Node): Node {
  const pieces = x.parts.map((part): Piece => (part.kind === 'text' ? flatString(part.text, part.offsets) : of(part.value)));
  const only = x.parts[0];
  // A string of one interpolation is a string, whatever it holds; what is known of it stays as it is.
  if (x.parts.length === 1 && only?.kind === 'interpolation') return { ...of(only.value), span: x.span };
  return joinText(pieces, x.span, names.bounds);
}

function objectOf(x: ObjectExpression, of: (x: Expression) => Node): MapNode {
  const entries = x.items.flatMap((item): readonly Entry[] => {
    if ('kind' in item) return spreadEntries(of(item.value));
    const key = textOf(of(item.key));
    return [{ key: scalar(key ? show(key) : '<…>', item.key.span), value: of(item.value) }];
  });
  return { kind: 'map', entries, span: x.span };
}

/** What is spread and not known may add anything: it stays in its place. */
function spreadItems(value: Node): readonly Node[] {
  const at = deref(value);
  return at.kind === 'list' ? at.items : [value];
}

function spreadEntries(value: Node): readonly Entry[] {
  const at = deref(value);
  return at.kind === 'map' ? at.entries : [{ key: scalar('<…>', value.span), value }];
}

function named(name: string, at: Span, names: Names, locals: Locals): Node {
  for (let local = locals; local; local = local.outer) if (local.name === name) return { ...local.value, span: at };
  return names.valueOf(name, at) ?? missing(name, `${name} is not declared in this file`, at);
}

/** `of` is asked for the branch that is chosen, or for both when nobody knows. */
function chosen(condition: Node, a: Expression, b: Expression, at: Span, of: (x: Expression) => Node): Node {
  const verdict = truth(condition);
  if (verdict !== undefined) return of(verdict ? a : b);
  const [left, right] = [of(a), of(b)];
  if (knownText(left) !== undefined && knownText(left) === knownText(right)) return left;
  return missing('…', `it is chosen by a condition that is not known: ${reasonOf(condition)}`, at);
}

function negated(operator: '!' | '-', operand: Node, at: Span): Node {
  const value = operator === '!' ? booleanOf(operand) : numberOf(operand);
  if (value === undefined) return behind(operand, '', at);
  return scalar(typeof value === 'boolean' ? !value : -value, at);
}

/** One value for each item of a list that is known. */
function looped(list: Node, at: Span, names: Names, body: (item: Node, index: Node) => Node): Node {
  const known = deref(list);
  if (known.kind !== 'list') return missing('…', `it is made for each item of a list that is not known: ${reasonOf(list)}`, at);
  if (!names.bounds.afford(known.items.length)) return tooLarge(at);
  return { kind: 'list', items: known.items.map((item, i) => body(item, scalar(i, at))), span: at };
}

// ── functions ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const namespaces: ReadonlySet<string> = new Set(['sys', 'az']);

function called(x: Call, names: Names, locals: Locals): Node {
  if (x.on && !(x.on.kind === 'name' && namespaces.has(x.on.name))) return calledOn(x.on, x, names, locals);
  const lambda = lambdas.get(x.name);
  if (lambda) return lambda(x, names, locals);
  const args = x.args.map((arg) => evaluate(arg, names, locals));
  return names.call(x.name, args, x.span) ?? armFunction(x.name, args, x.span, names.bounds);
}

/** `keyVault.getSecret('name')`, `account.listKeys()`: asked when it is deployed. */
function calledOn(on: Expression, x: Call, names: Names, locals: Locals): Node {
  const source = evaluate(on, names, locals);
  if (source.kind !== 'reference') return missing(`${x.name}()`, `${x.name}() is asked at deploy time`, x.span);
  const { value: _, ...rest } = source;
  return { ...rest, path: [...source.path, `${x.name}()`], span: x.span };
}

type LambdaFunction = (x: Call, names: Names, locals: Locals) => Node;

/** The functions that take a lambda and whose result is known when their list is. */
const lambdas: ReadonlyMap<string, LambdaFunction> = new Map<string, LambdaFunction>([
  [
    'map',
    (x, names, locals) => {
      const [list, lambda] = x.args;
      if (!list || lambda?.kind !== 'lambda') return unusable('map', x.span);
      const [item, index] = lambda.params;
      return looped(evaluate(list, names, locals), x.span, names, (value, i) =>
        evaluate(
          lambda.body,
          names,
          bound(locals, [
            [item, value],
            [index, i],
          ]),
        ),
      );
    },
  ],
  [
    'filter',
    (x, names, locals) => {
      const [list, lambda] = x.args;
      if (!list || lambda?.kind !== 'lambda') return unusable('filter', x.span);
      const source = deref(evaluate(list, names, locals));
      if (source.kind !== 'list') return missing('filter()', `filter() is given a list that is not known: ${reasonOf(source)}`, x.span);
      const kept = source.items.map((item) => truth(evaluate(lambda.body, names, bound(locals, [[lambda.params[0], item]]))));
      if (kept.includes(undefined)) return missing('filter()', 'which items are kept is not known', x.span);
      return { kind: 'list', items: source.items.filter((_, i) => kept[i]), span: x.span };
    },
  ],
  ...['reduce', 'sort', 'toObject', 'mapValues', 'groupBy'].map((name): [string, LambdaFunction] => [name, (x) => unusable(name, x.span)]),
]);

const unusable = (name: string, at: Span): Node => missing(`${name}()`, `${name}() is not evaluated`, at);
