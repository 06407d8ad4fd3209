/** What a name in a template stands for: a parameter, a pseudo parameter, a resource or an attribute of one. */
import type { Span } from '../../model/span.js';
import { type Node, type ReferenceNode, scalar } from '../../model/tree.js';
import type { Evaluation } from './evaluation.js';
import type { Parameter } from './template.js';
import { inPlace, knownText, literalValue, missing, tooLarge } from './text.js';

/** The value of `Ref: name`, standing where it is used. Undefined for `AWS::NoValue`. */
export function refer(name: string, at: Span, e: Evaluation): Node | undefined {
  if (name === 'AWS::NoValue') return undefined;
  if (name.startsWith('AWS::')) return { kind: 'template', parts: [{ name }], span: at };
  const bound = e.bindings.get(name);
  if (bound) return inPlace(bound, at);
  const parameter = e.template.parameters.get(name);
  if (parameter) return parameterValue(name, parameter, at, e);
  return referenceTo(name, [], at, e) ?? missing(name, `${name} is not declared in this template`, at);
}

/** The value of `Fn::GetAtt`: a logical id and, behind its dot, the path of the attribute. */
export function attributeOf(dotted: string, at: Span, e: Evaluation): Node {
  const [id = '', ...path] = dotted.split('.');
  return referenceTo(id, path, at, e) ?? missing(id, `${id} is not declared in this template`, at);
}

function referenceTo(id: string, path: readonly string[], at: Span, e: Evaluation): ReferenceNode | undefined {
  const to = e.addressOf(id);
  if (to === undefined) return undefined;
  const [section, output] = path;
  const value = section === 'Outputs' && output !== undefined ? e.output(id, output) : undefined;
  return { kind: 'reference', to, path, span: at, ...(value && { value }) };
}

/** What the stack around this one gives; else the default, which stands for the parameter because it is what the files tell. */
function parameterValue(name: string, parameter: Parameter, at: Span, e: Evaluation): Node {
  const { type, given } = parameter;
  // The value of such a parameter is the name under which Systems Manager keeps it.
  if (type.startsWith('AWS::SSM::Parameter::Value<'))
    return missing(name, `parameter ${name} is read from Systems Manager at deploy time`, at);
  const argument = e.argument(name);
  if (argument) return typed(e.mode === 'certain' ? argument.certain : argument.value, type, at, e);
  if (e.mode === 'certain' && !isFixed(parameter)) return missing(name, `parameter ${name} may get another value`, at);
  if (!given) return missing(name, `parameter ${name} has no default`, at);
  return typed(literalValue(given, at, e), type, at, e);
}

/** Whether the template leaves no choice. */
const isFixed = ({ given, allowed }: Parameter): boolean =>
  given !== undefined && allowed?.length === 1 && allowed[0] === String(given.value);

function typed(value: Node, type: string, at: Span, e: Evaluation): Node {
  const text = type === 'CommaDelimitedList' || type.startsWith('List<') ? knownText(value) : undefined;
  return text === undefined ? inPlace(value, at) : commaList(text, at, e);
}

function commaList(value: string, at: Span, e: Evaluation): Node {
  if (!e.afford(value.length)) return tooLarge(at);
  const items = value === '' ? [] : value.split(',').map((item) => literalValue(scalar(item.trim(), at), at, e));
  return { kind: 'list', items, span: at };
}
