/** How Serverless Framework writes a variable: `${source:address, alternative}`, sources with parameters as `${file(x.yml):key}`. */

/** Where a variable stands in a text, and what is between its braces. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** Variables may stand inside variables; deeper than this they are read as text. */
const deepest = 20;

/** The outermost variables of a text. `${Name}` and `${AWS::Region}` are CloudFormation's and no variables. */
export function variablesIn(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let start = text.indexOf('${'); start >= 0; ) {
    const end = closing(text, start);
    if (end === undefined) break;
    const content = text.slice(start + 2, end);
    const isVariable = /^\s*[A-Za-z][\w-]*(?:\([^()]*\))?:(?!:)|^\s*file\(/.test(content);
    if (isVariable) found.push({ start, end: end + 1, content });
    start = text.indexOf('${', isVariable ? end : start + 2);
  }
  return found;
}

/** The brace that closes the one behind `${`. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text.startsWith('${', i)) depth++;
    else if (text[i] === '}') depth--;
    if (depth === 0) return i;
    if (depth > deepest) return undefined;
  }
  return undefined;
}

/** What stands between the commas of a variable, outside quotes and brackets. */
export function alternativesOf(content: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  let quote: string | undefined;
  let brackets = 0;
  for (let i = 0; i < content.length; i++) {
    const c = content[i];
    if (quote !== undefined) {
      if (c === quote) quote = undefined;
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '(') brackets++;
    else if (c === ')') brackets--;
    else if (c === ',' && brackets <= 0) {
      parts.push(content.slice(from, i).trim());
      from = i + 1;
    }
  }
  return [...parts, content.slice(from).trim()];
}

/** Where a value comes from. */
export interface Source {
  readonly kind: string;
  /** What stands in the parentheses of `file(x.yml)`. */
  readonly parameter: string;
  readonly address: string;
}

/** One alternative: a source, or a value that is written there. */
export function sourceOf(alternative: string): Source | string | number | boolean {
  const quoted = /^(['"])(.*)\1$/s.exec(alternative);
  if (quoted) return quoted[2] ?? '';
  if (alternative === 'true' || alternative === 'false') return alternative === 'true';
  if (/^-?\d+(\.\d+)?$/.test(alternative)) return Number(alternative);
  const [, kind, parameter = '', address = ''] = /^([A-Za-z][\w-]*)(?:\(([^()]*)\))?(?::(.*))?$/s.exec(alternative) ?? [];
  return kind === undefined ? alternative : { kind, parameter: parameter.trim(), address: address.trim() };
}
