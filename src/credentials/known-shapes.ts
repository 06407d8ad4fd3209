/** What the credentials of a provider look like, for values that stand under its name. */
import { markedFamilies } from './families/all.js';
import { contextFamilies } from './families/context.js';
import { fits, type Shape, shapeOf } from './shape.js';

/** Providers that issue many kinds of things, or lend their name to them. */
const various = new Set([
  'github',
  'facebook',
  'twitter',
  'box',
  'linear',
  'drone',
  'vault',
  'jenkins',
  'discord',
  'gumroad',
  'clarifai',
  'trello',
  'okta',
  'ovh',
]);

let known: ReadonlyMap<string, readonly Shape[]> | undefined;

function shapesByWord(): ReadonlyMap<string, readonly Shape[]> {
  const out = new Map<string, Shape[]>();
  const put = (word: string, shapes: readonly string[]): void => {
    if (word.length >= 4 && !various.has(word)) out.set(word, [...(out.get(word) ?? []), ...shapes.map(shapeOf)]);
  };
  for (const row of contextFamilies) for (const word of row.words) put(word, row.shapes);
  for (const row of markedFamilies) if (out.has(row.provider)) put(row.provider, row.shapes);
  return out;
}

/** The name names a provider whose credentials all have other shapes than this value. */
export function isUnlikeItsProvider(words: string, value: string): boolean {
  known ??= shapesByWord();
  for (const word of words.split(' ')) {
    const shapes = known.get(word);
    if (shapes) return !shapes.some((shape) => fits(shape, value));
  }
  return false;
}
