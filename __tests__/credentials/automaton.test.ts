import { describe, expect, it } from '@jest/globals';
import { buildAutomaton, scan } from '../../src/credentials/automaton.js';
import fc from '../house/seeded.js';

/** What `scan` should find, by the plain way. */
function plainly(words: readonly string[], text: string): readonly string[] {
  const lower = text.toLowerCase();
  const out: string[] = [];
  for (let end = 1; end <= text.length; end++)
    words.forEach((word, index) => {
      if (lower.slice(0, end).endsWith(word)) out.push(`${end}:${index}`);
    });
  return out;
}

function found(words: readonly string[], text: string): readonly string[] {
  const out: string[] = [];
  scan(buildAutomaton(words), text, 0, (word, end) => {
    out.push(`${end}:${word}`);
    return true;
  });
  return out;
}

describe('the automaton', () => {
  it('finds what the plain way finds', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '-', '0'), minLength: 1, maxLength: 5 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'B', '-', '0', 'é', ' '), maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), text, (words, t) => {
        expect([...found(words, t)].sort()).toEqual([...plainly(words, t)].sort());
      }),
    );
  });

  it('stops where it is told to', () => {
    let visits = 0;
    expect(scan(buildAutomaton(['ab']), 'ab ab ab', 0, () => ++visits < 2)).toBe(5);
  });
});
