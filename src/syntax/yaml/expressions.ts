/** Template expressions in text: where they stand, whether they write anything, and how a person would call them. */

export interface Expression {
  readonly start: number;
  readonly end: number;
  /** True when it writes nothing itself: a condition, a loop, a definition, a comment. */
  readonly silent: boolean;
  /** Without string literals, which could be anything; cut short. */
  readonly name: string;
  /** The column that the template gives its text (`indent 4`), where it says so. */
  readonly indent: number | undefined;
}

const opener = /\{\{|\{%|\{#|%\{/g;
const closers: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '%{': '}' };

/** Expressions of Go templates (`{{ }}`), Jinja (`{% %}`, `{# #}`) and Terraform's directives (a line of `%{ }`), in order. */
export function expressionsOf(text: string): readonly Expression[] {
  const found: Expression[] = [];
  /** Openers that have no closer any more: searching again would cost the square of the text. */
  const open = new Set<string>();
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match; match = opener.exec(text)) {
    const [mark] = match;
    const start = match.index;
    if (open.has(mark) || !begins(text, start, mark)) continue;
    const end = endOf(text, start, mark);
    if (end === undefined) {
      open.add(mark);
      continue;
    }
    const body = text.slice(start + 2, Math.min(end - (closers[mark]?.length ?? 0), start + longest));
    found.push({ start, end, silent: mark !== '{{' || silent.test(body), name: nameOf(body), indent: indentOf(body) });
    opener.lastIndex = end;
  }
  return found;
}

/** No `${{ }}`: that is an expression of a workflow, which is YAML. A directive of Terraform's is told from a format string by its line. */
function begins(text: string, start: number, mark: string): boolean {
  if (mark !== '%{') return text[start - 1] !== '$';
  return startsLine(text, start);
}

function endOf(text: string, start: number, mark: string): number | undefined {
  const closer = closers[mark] ?? '';
  const comment = comments.test(text.slice(start, start + 8)) ? text.indexOf('*/', start) : start + 2;
  const close = comment === -1 ? -1 : text.indexOf(closer, comment);
  if (close === -1) return undefined;
  const end = close + closer.length;
  return text[start + 2] === '{' && text[end] === '}' ? end + 1 : end;
}

/** True when only white space stands before the offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  let i = offset - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}

/** True when only white space stands behind the offset on its line. */
export function endsLine(text: string, offset: number): boolean {
  let i = offset;
  while (text[i] === ' ' || text[i] === '\t') i++;
  return i >= text.length || text[i] === '\n' || text[i] === '\r';
}

const longest = 300;
const comments = /^\{\{-?\s*\/\*/;
const silent = /^-?\s*(?:\/\*|(?:if|else|end|range|with|define|block|break|continue)\b|\$[\w.]*\s*:?=)/;
const indentOf = (body: string): number | undefined => {
  const written = /\bn?indent\s+(\d{1,3})\b/.exec(body)?.[1];
  return written === undefined ? undefined : Number(written);
};
/** A literal, perhaps as the name of the template that is included. */
const literals = /(\b(?:include|template)\s+)?(?:"(?:[^"\\]|\\.)*"|'[^']*'|`[^`]*`)/g;

function nameOf(body: string): string {
  // Cut within a literal, its end would pass for words.
  const whole = body.length < longest - 2 ? body : (body.split(/["'`]/)[0] ?? '');
  const words = whole
    .replace(/^-|-$/g, '')
    .replace(literals, (written, callee: string | undefined) => (callee ? written : '"…"'))
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '') return 'template expression';
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
