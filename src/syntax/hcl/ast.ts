/** The HCL2 tree: structure (attributes and blocks) and the whole expression grammar. Positions are spans in the source. Nothing is evaluated here. */
import type { Gap } from '../../model/gap.js';
import type { Span } from '../../model/span.js';
import type { Comment, OffsetMap } from '../../model/tree.js';

export interface HclFile {
  readonly body: Body;
  readonly comments: readonly Comment[];
  /** One `unparsed` gap for each top-level block that was skipped. */
  readonly gaps: readonly Gap[];
}

/** In source order. A redefined attribute is kept; the last one wins, as in `attributeOf`. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  readonly span: Span;
}

export interface Attribute {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
  /** Name to end of value. */
  readonly span: Span;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly { readonly text: string; readonly span: Span }[];
  readonly body: Body;
  /** Type to closing brace. */
  readonly span: Span;
  /** Type and labels, without the opening brace. */
  readonly head: Span;
}

export type Expression =
  | Literal
  | Template
  | Tuple
  | ObjectExpression
  | Variable
  | Traversal
  | Index
  | Splat
  | Call
  | Unary
  | Binary
  | Conditional
  | ForTuple
  | ForObject
  | Parenthesised;

interface At {
  readonly span: Span;
}
/** Number, boolean or null; a string without interpolation is a `template` with one part or none. */
export interface Literal extends At {
  readonly kind: 'literal';
  readonly value: number | boolean | null;
}
/** A quoted string or a heredoc. `parts` are unescaped (heredoc: un-indented); string parts know their place in the source. */
export interface Template extends At {
  readonly kind: 'template';
  readonly parts: readonly TemplatePart[];
  readonly heredoc: boolean;
}
export type TemplatePart = TemplateText | Interpolation | IfDirective | ForDirective;
export interface TemplateText extends At {
  readonly kind: 'text';
  readonly text: string;
  /** Present when unescaping or un-indenting moved characters: offset of `text` → offset of the source. */
  readonly offsets?: OffsetMap;
}
/** `${ value }`. Strip markers (`~`) are already applied to the neighbouring text. */
export interface Interpolation extends At {
  readonly kind: 'interpolation';
  readonly value: Expression;
}
export interface IfDirective extends At {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: readonly TemplatePart[];
  readonly else: readonly TemplatePart[];
}
export interface ForDirective extends At {
  readonly kind: 'for-directive';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly body: readonly TemplatePart[];
}
export interface Tuple extends At {
  readonly kind: 'tuple';
  readonly items: readonly Expression[];
}
export interface ObjectExpression extends At {
  readonly kind: 'object';
  /** A bare identifier key is a `template` with its text; any other key is the expression in it. */
  readonly items: readonly { readonly key: Expression; readonly value: Expression }[];
}
/** The root of a traversal: `var`, `local`, `aws_iam_role`, `each`, a for variable. */
export interface Variable extends At {
  readonly kind: 'variable';
  readonly name: string;
}
/** `source.name` */
export interface Traversal extends At {
  readonly kind: 'traversal';
  readonly source: Expression;
  readonly name: string;
}
/** `source[key]`; the legacy `source.0` is an index with a literal. */
export interface Index extends At {
  readonly kind: 'index';
  readonly source: Expression;
  readonly key: Expression;
}
/** `source[*].rest` (full) or `source.*.rest` (attribute-only). `each` is applied to the pseudo variable named `''`. */
export interface Splat extends At {
  readonly kind: 'splat';
  readonly source: Expression;
  readonly each: Expression;
}
export interface Call extends At {
  readonly kind: 'call';
  /** With namespace where there is one: `provider::aws::arn_parse`. */
  readonly name: string;
  readonly args: readonly Expression[];
  /** The last argument ends in `...`. */
  readonly expand: boolean;
}
export interface Unary extends At {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}
export interface Binary extends At {
  readonly kind: 'binary';
  readonly operator: '+' | '-' | '*' | '/' | '%' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '&&' | '||';
  readonly left: Expression;
  readonly right: Expression;
}
export interface Conditional extends At {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
export interface ForTuple extends At {
  readonly kind: 'for-tuple';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly value: Expression;
  readonly condition: Expression | undefined;
}
export interface ForObject extends At {
  readonly kind: 'for-object';
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  readonly key: Expression;
  readonly value: Expression;
  /** `...` after the value: group values of equal keys into lists. */
  readonly group: boolean;
  readonly condition: Expression | undefined;
}
export interface Parenthesised extends At {
  readonly kind: 'parenthesised';
  readonly inner: Expression;
}

/** The attribute of that name; the last one wins. */
export const attributeOf = (body: Body, name: string): Attribute | undefined => body.attributes.findLast((a) => a.name === name);
