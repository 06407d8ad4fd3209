/** Function calls: the tables, and the few forms that are more than a function of values. */
import { deref, type Node, type ReferenceNode, scalar, stringOf } from '../../../model/tree.js';
import type { Call } from '../../../syntax/hcl/ast.js';
import { measure } from '../budget.js';
import type { Evaluation, Scope } from '../evaluation.js';
import { callName, hasFailed, isKnown, isOpen, missing, nameOf, reasonOf, unknownFrom } from '../nodes.js';
import { ofOneInstance, splatOver } from '../traversal.js';
import { collectionFunctions } from './collections.js';
import { combinationFunctions } from './combinations.js';
import { conversionFunctions } from './conversions.js';
import { encodingFunctions } from './encoding.js';
import { fileFunctions, pathFunctions } from './files.js';
import { formatFunctions } from './format.js';
import type { TerraformFunction } from './function.js';
import { networkFunctions } from './networks.js';
import { numberFunctions } from './numbers.js';
import { patternFunctions } from './patterns.js';
import { setFunctions } from './sets.js';
import { textFunctions } from './text.js';
import { timeFunctions } from './times.js';

const functions: ReadonlyMap<string, TerraformFunction> = new Map(
  Object.entries({
    ...textFunctions,
    ...formatFunctions,
    ...patternFunctions,
    ...collectionFunctions,
    ...combinationFunctions,
    ...setFunctions,
    ...conversionFunctions,
    ...numberFunctions,
    ...encodingFunctions,
    ...networkFunctions,
    ...timeFunctions,
    ...pathFunctions,
  }),
);

/** Forms that evaluate their arguments themselves, or need the module around them. */
const forms: ReadonlyMap<string, (e: Evaluation, x: Call, scope: Scope) => Node> = new Map([
  ['try', evaluateTry],
  ['can', evaluateCan],
]);

/** Functions of the language itself may be written with their namespace. */
const plainName = (name: string): string => (name.startsWith('core::') ? name.slice('core::'.length) : name);

export function evaluateCall(e: Evaluation, x: Call, scope: Scope): Node {
  const name = plainName(x.name);
  const form = forms.get(name);
  if (form) return form(e, x, scope);
  const args = argumentsOf(e, x, scope);
  if (!args) return missing(`${name}(…)`, `the arguments of ${name} are a list that is not known`, x.span);
  const splat = instanceOf(name, args);
  if (splat) return ofOneInstance(e, splat, x.span);
  const reads = Object.hasOwn(fileFunctions, name) ? fileFunctions[name] : undefined;
  if (reads) return reads(e, args, x, scope);
  const apply = functions.get(name);
  if (!apply) return missing(callName(name, args), `the function ${name} is not evaluated`, x.span);
  const cost = args.reduce((sum, arg) => sum + measure(arg).size, 0) / 4;
  if (!e.budget.spend(cost, x.span)) return missing(callName(name, args), 'the evaluation budget of this folder is used up', x.span);
  return apply(args, x.span) ?? refused(name, args, x);
}

/** The ways to get at the instance of a block that stands once or not at all: `one(x[*])`, `element(x.*, 0)`, `join("", x.*)`. */
function instanceOf(name: string, [first, second]: readonly Node[]): ReferenceNode | undefined {
  if (!first) return undefined;
  if (name === 'element' || name === 'one') return splatOver(first);
  return name === 'join' && second && stringOf(first) === '' ? splatOver(second) : undefined;
}

function argumentsOf(e: Evaluation, x: Call, scope: Scope): readonly Node[] | undefined {
  const args = x.args.map((arg) => e.evaluate(arg, scope));
  const last = args.at(-1);
  if (!x.expand || !last) return args;
  const rest = deref(last);
  return rest.kind === 'list' && !isOpen(rest) ? [...args.slice(0, -1), ...rest.items] : undefined;
}

/** The reason is the first thing that is not known in the arguments, or that this function is not known in all its forms. */
function refused(name: string, args: readonly Node[], x: Call): Node {
  const causes = args.flatMap((arg) => {
    const at = deref(arg);
    return at.kind === 'list' ? at.items.filter((item) => !isKnown(item)) : isKnown(at) ? [] : [arg];
  });
  if (causes.length > 0) return unknownFrom(callName(name, args), causes, x.span);
  return missing(callName(name, args), `${name} is not evaluated for these arguments`, x.span);
}

/** The first argument that does not fail. One that is merely unknown may fail or not, and is the answer as far as it is known. */
function evaluateTry(e: Evaluation, x: Call, scope: Scope): Node {
  let last: Node | undefined;
  for (const arg of x.args) {
    last = e.evaluate(arg, scope);
    if (!e.budget.spend(measure(last).size / 16, x.span) || !hasFailed(last)) return last;
  }
  return last ?? missing('try()', 'try has no arguments', x.span);
}

function evaluateCan(e: Evaluation, x: Call, scope: Scope): Node {
  const [arg] = x.args;
  const value = arg && e.evaluate(arg, scope);
  if (!value) return missing('can()', 'can has no argument', x.span);
  if (e.budget.spend(measure(value).size / 16, x.span) && hasFailed(value)) return scalar(false, x.span);
  return isKnown(value) ? scalar(true, x.span) : missing(`can(${nameOf(value)})`, reasonOf(value), x.span);
}
