/**
 * The Bicep tree: declarations and the whole expression grammar, which is also that of ARM template expressions. Positions are spans in
 * the source. Nothing is evaluated here.
 */
import type { Gap } from '../../model/gap.js';
import type { Span } from '../../model/span.js';
import type { Comment, OffsetMap } from '../../model/tree.js';

export interface BicepFile {
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
  /** One `unparsed` gap for each statement that was skipped. */
  readonly gaps: readonly Gap[];
}

export type Statement = Param | Variable | ResourceStatement | ModuleStatement | Output | Setting | Tolerated;

interface At {
  readonly span: Span;
}
interface Named extends At {
  readonly name: string;
  readonly nameSpan: Span;
}
/** `@description('…')`, `@secure()`, `@sys.batchSize(1)`: names without their namespace. */
export interface Decorator extends At {
  readonly name: string;
  readonly args: readonly Expression[];
}
/** Also an assignment of a `.bicepparam` file, which has no type. */
export interface Param extends Named {
  readonly kind: 'param';
  readonly decorators: readonly Decorator[];
  readonly value: Expression | undefined;
  /** The type ends in `?`: it is null where nothing is given. */
  readonly nullable: boolean;
}
export interface Variable extends Named {
  readonly kind: 'var';
  readonly value: Expression;
}
export interface ResourceStatement extends Named {
  readonly kind: 'resource';
  readonly decorators: readonly Decorator[];
  /** `'Microsoft.Authorization/roleAssignments@2022-04-01'`; a nested one may leave out what its parent says. */
  readonly type: StringExpression;
  readonly existing: boolean;
  /** An object, or an `if` or a `for` around one. */
  readonly body: Expression;
  /** Keyword, name and type. */
  readonly head: Span;
}
export interface ModuleStatement extends Named {
  readonly kind: 'module';
  readonly path: StringExpression;
  readonly body: Expression;
  readonly head: Span;
}
export interface Output extends Named {
  readonly kind: 'output';
  readonly value: Expression;
}
/** `targetScope = 'subscription'`, `using './main.bicep'`. */
export interface Setting extends At {
  readonly kind: 'targetScope' | 'using';
  readonly value: Expression;
}
/** A statement that declares nothing that is deployed: `metadata`, `type`, `func`, `import`, `extension`, … `names` are what it declares, if known. */
export interface Tolerated extends At {
  readonly kind: 'tolerated';
  readonly keyword: string;
  readonly names: readonly string[];
}

export type Expression =
  | Literal
  | StringExpression
  | ArrayExpression
  | ObjectExpression
  | Name
  | Access
  | Index
  | Call
  | Unary
  | Binary
  | Conditional
  | Lambda
  | For
  | If
  | Spread;

export interface Literal extends At {
  readonly kind: 'literal';
  readonly value: number | boolean | string | null;
}
/** `'…'` or `'''…'''`; `parts` are unescaped and know their place. */
export interface StringExpression extends At {
  readonly kind: 'string';
  readonly parts: readonly StringPart[];
}
export type StringPart = StringText | Interpolation;
export interface StringText extends At {
  readonly kind: 'text';
  readonly text: string;
  /** Offset of `text` → offset of the source. */
  readonly offsets: OffsetMap;
}
export interface Interpolation extends At {
  readonly kind: 'interpolation';
  readonly value: Expression;
}
export interface ArrayExpression extends At {
  readonly kind: 'array';
  readonly items: readonly Expression[];
}
export interface Property extends At {
  /** A bare name is a literal. */
  readonly key: Expression;
  readonly value: Expression;
}
export interface ObjectExpression extends At {
  readonly kind: 'object';
  /** Properties and spreads in source order. */
  readonly items: readonly (Property | Spread)[];
  /** Nested resources. */
  readonly resources: readonly ResourceStatement[];
}
export interface Name extends At {
  readonly kind: 'name';
  readonly name: string;
}
/** `source.name`, `source.?name`; `source::name` is a nested resource. */
export interface Access extends At {
  readonly kind: 'access';
  readonly source: Expression;
  readonly name: string;
  readonly safe: boolean;
  readonly nested: boolean;
}
export interface Index extends At {
  readonly kind: 'index';
  readonly source: Expression;
  readonly key: Expression;
  readonly safe: boolean;
}
/** `name(…)`, or `on.name(…)`: a function of a namespace or of a resource. */
export interface Call extends At {
  readonly kind: 'call';
  readonly on: Expression | undefined;
  readonly name: string;
  readonly args: readonly Expression[];
}
export interface Unary extends At {
  readonly kind: 'unary';
  readonly operator: '!' | '-';
  readonly operand: Expression;
}
export interface Binary extends At {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}
export type BinaryOperator = '??' | '||' | '&&' | '==' | '!=' | '=~' | '!~' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';
export interface Conditional extends At {
  readonly kind: 'conditional';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
export interface Lambda extends At {
  readonly kind: 'lambda';
  readonly params: readonly string[];
  readonly body: Expression;
}
/** `[for item in list: body]`, `[for (item, index) in list: body]` */
export interface For extends At {
  readonly kind: 'for';
  readonly item: string;
  readonly index: string | undefined;
  readonly list: Expression;
  readonly body: Expression;
}
/** `if (condition) { … }`, where a resource's body stands. */
export interface If extends At {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly body: Expression;
}
export interface Spread extends At {
  readonly kind: 'spread';
  readonly value: Expression;
}
