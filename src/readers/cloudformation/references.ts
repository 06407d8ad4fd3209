/** What a name in a template stands for: a parameter, a pseudo parameter, a resource or an attribute of one. */
import type { Span } from '../../model/span.js';
import { address, type Node, type ReferenceNode, scalar } from '../../model/tree.js';
import type { Evaluation } from './evaluation.js';
import type { Parameter } from './template.js';
import { knownText, literalValue, missing, tooLarge } from './text.js';

/** The value of `Ref: name`, standing where it is used. Undefined for `AWS::NoValue`. */
export function refer(name: string, at: Span, e: Evaluation): Node | undefined {
  if (name === 'AWS::NoValue') return undefined;
  if (name.startsWith('AWS::')) return { kind: 'template', parts: [{ name }], span: at };
  const parameter = e.template.parameters.get(name);
  if (parameter) return parameterValue(name, parameter, at, e);
  if (e.template.resources.has(name)) return referenceTo(name, [], at, e);
  return missing(name, `${name} is not declared in this template`, at);
}

/** The value of `Fn::GetAtt`: a logical id and, behind its dot, the path of the attribute. */
export function attributeOf(dotted: string, at: Span, e: Evaluation): Node {
  const [id = '', ...path] = dotted.split('.');
  if (e.template.resources.has(id)) return referenceTo(id, path, at, e);
  return missing(dotted, `${id} is not declared in this template`, at);
}

const referenceTo = (id: string, path: readonly string[], at: Span, e: Evaluation): ReferenceNode => ({
  kind: 'reference',
  to: address(e.template.scope, id),
  path,
  span: at,
});

/** The default stands for the parameter: it is what the files tell. */
function parameterValue(name: string, { type, given }: Parameter, at: Span, e: Evaluation): Node {
  // The default of such a parameter is the name under which Systems Manager keeps the value.
  if (type.startsWith('AWS::SSM::Parameter::Value<'))
    return missing(name, `parameter ${name} is read from Systems Manager at deploy time`, at);
  if (!given) return missing(name, `parameter ${name} has no default`, at);
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  return isList ? commaList(knownText(given) ?? '', at, e) : literalValue(given, at, e);
}

function commaList(value: string, at: Span, e: Evaluation): Node {
  if (!e.afford(value.length)) return tooLarge(at);
  const items = value === '' ? [] : value.split(',').map((item) => literalValue(scalar(item.trim(), at), at, e));
  return { kind: 'list', items, span: at };
}
