/** Templates and expressions that stand alone: template files, and the strings of Terraform's JSON syntax. */
import { type Gap, gap } from '../../model/gap.js';
import { type Source, span } from '../../model/span.js';
import type { Expression, Template } from './ast.js';
import { Cursor } from './cursor.js';
import { conditional } from './expressions.js';
import { lineEnd } from './recovery.js';
import { bareTemplate } from './templates.js';

/** A part of a source. */
export interface Fragment {
  readonly source: Source;
  /** Where it begins in the source. */
  readonly start: number;
  /**
   * Its text. Where the source spells it with escapes, which make it longer there, places inside are a little early, but never outside of
   * the fragment.
   */
  readonly text: string;
}

type Parsed<T> = { readonly tree: T } | { readonly gap: Gap };

/** A whole text as a template, without quotes around it. */
export const parseTemplate = (fragment: Fragment): Parsed<Template> => parse(fragment, bareTemplate);

/** A whole text as one expression. */
export const parseExpression = (fragment: Fragment): Parsed<Expression> =>
  parse(fragment, (c) => {
    c.skipLines();
    const tree = c.expression();
    c.skipLines();
    if (!c.atEnd) c.fail('expected the end of the expression');
    return tree;
  });

function parse<T>({ source, start, text }: Fragment, read: (c: Cursor) => T): Parsed<T> {
  const c = new Cursor(source, conditional, source.text.slice(0, start) + text);
  c.pos = start;
  const tree = read(c);
  const { failure } = c;
  if (!failure) return { tree };
  return { gap: gap(failure.kind, failure.reason, span(source, failure.at, lineEnd(source.text, failure.at))) };
}
