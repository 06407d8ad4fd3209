/** Looking around a place, never further than so many characters. */
const reach = 160;

/** One of these words stands within reach of the place, in any case. */
export function standsNear(text: string, start: number, end: number, words: readonly string[]): boolean {
  const around = text.slice(Math.max(0, start - reach), Math.min(text.length, end + reach / 2)).toLowerCase();
  return words.some((word) => around.includes(word));
}
