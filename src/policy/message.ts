/** Message templates of rules: `{subject.name} may do {grant.actions}`. */
import type { Compiling } from './compile-test.js';
import type { Path } from './problem.js';
import { suggest } from './spelling.js';
import { showWords, type Value } from './value.js';
import type { Scene } from './vocabulary/field.js';

/** A list in a sentence names this many. */
const shownItems = 5;
const shownCharacters = 200;

/** One line, bounded: the text comes from reviewed files. */
const tidy = (s: string): string => {
  const line = s.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length > shownCharacters ? `${line.slice(0, shownCharacters)}…` : line;
};

const showList = (items: readonly string[]): string =>
  items.length > shownItems ? `${items.slice(0, shownItems).join(', ')} and ${items.length - shownItems} more` : items.join(', ');

function show(value: Value): string {
  switch (value.is) {
    case 'absent':
      return 'none';
    case 'unknown':
      return `<${tidy(value.why)}>`;
    case 'text':
      return tidy(showWords(value.words));
    case 'number':
      return value.shown === undefined ? String(value.value) : tidy(value.shown);
    case 'boolean':
      return value.value ? 'yes' : 'no';
    case 'list':
    case 'patterns':
      return value.items.length === 0
        ? 'none'
        : `${value.is === 'patterns' && value.negated ? 'all but ' : ''}${showList(value.items.map((w) => tidy(showWords(w))))}`;
  }
}

/** What stands in braces in a fix and is no name of a field is YAML that the author is to write. */
const fieldLike = /^[a-z]\w*(?:\.[\w-]+)+$/i;

/** The message: what is wrong, with the names of the case. Fields are those of the rule's target, and `params.<name>`. */
export const compileMessage = (template: string, to: Compiling): Sentence => compileSentence(template, ['message'], to, () => true);
/** The fix: what to do, with the names of the case. */
export const compileFix = (template: string, to: Compiling): Sentence =>
  compileSentence(template, ['fix'], to, (name) => fieldLike.test(name));

type Sentence = (scene: Scene) => string;

function compileSentence(template: string, at: Path, to: Compiling, isField: (name: string) => boolean): Sentence {
  const parts = [...template.matchAll(/\{([^{}]*)\}|([^{]+|\{)/g)].map((part): Sentence => {
    const [raw, name] = part;
    if (name === undefined || !isField(name)) return () => raw;
    const paramName = name.startsWith('params.') ? name.slice('params.'.length) : '';
    const param = Object.hasOwn(to.params, paramName) ? to.params[paramName] : undefined;
    if (param !== undefined) return () => (typeof param === 'object' ? showList(param) : String(param));
    const named = to.vocabulary.find(to.target, name);
    if (named) return (scene) => show(named.field.read(scene, named.key));
    const words = [...to.vocabulary.fields(to.target).map((f) => f.name), ...Object.keys(to.params).map((p) => `params.${p}`)];
    const range = { start: part.index, end: part.index + raw.length };
    to.report({ at, range, message: `The ${at.join('.')} names no field \`${name}\`.`, mend: suggest(name, words) });
    return () => raw;
  });
  return (scene) => parts.map((part) => part(scene)).join('');
}
