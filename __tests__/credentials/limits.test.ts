import { describe, expect, it } from '@jest/globals';
import { markedFamilies } from '../../src/credentials/families/all.js';
import { shapeOf } from '../../src/credentials/shape.js';
import { makeDetector } from '../../src/credentials/sight.js';
import { stopwatch } from '../house/stopwatch.js';
import { sample } from './samples.js';

const detector = makeDetector({});
detector.sight('', 'warm.txt');

/** Milliseconds of processor time. */
function cost(text: string): number {
  const spent = stopwatch();
  detector.sight(text, 'a.txt');
  return spent();
}

const unit = 5_000;
const filled = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('time', () => {
  /** What families begin with, what names begin with, and what walks far. */
  const pieces = [
    ...new Set(markedFamilies.flatMap((row) => row.shapes.flatMap((s) => shapeOf(s).marker?.texts ?? []))),
    'password="',
    "token: '",
    'secret=a',
    'key key ',
    '<password>',
    '://a:b',
    'curl -u ',
    'identified by ',
    'mistral ',
    '-eyJaaaaaaaaaaaa',
    '\\u0041',
    '%41',
    'Z2hwX2Fh',
    'api_key-',
    'password ',
  ];
  it('grows with the text and not faster, whatever the text is made of', () => {
    const slow = pieces.flatMap((piece) => {
      if (cost(filled(piece, unit * 4)) < 30) return [];
      const small = Math.min(cost(filled(piece, unit)), cost(filled(piece, unit)));
      const large = Math.min(cost(filled(piece, unit * 4)), cost(filled(piece, unit * 4)));
      // Four times the text may cost some eight times as much on a busy machine, never sixteen.
      return large > 30 && large > small * 12 ? [`${piece}: ${small.toFixed(0)} and ${large.toFixed(0)} ms`] : [];
    });
    expect(slow).toEqual([]);
  }, 240_000);
});

describe('too much', () => {
  it('is cut, and the cut is told', () => {
    const row = markedFamilies.find((r) => r.id === 'npm-access-token');
    const value = row ? sample(row, 1) : '';
    const { found, blind } = detector.sight(filled(`${value} `, 41 * 20_000), 'a.txt');
    expect(found.length).toBe(10_000);
    expect(blind).toHaveLength(1);
    expect(blind[0]?.end).toBe(41 * 20_000);
  });

  it('in a file of a known kind is cut too, and told', () => {
    const settings = Array.from({ length: 30_000 }, (_, i) => `SERVICE_${i}_PASSWORD=h4rd${i}Guess`).join('\n');
    const { found, blind } = detector.sight(settings, '.env');
    expect(found.length).toBe(10_000);
    expect(blind.map((b) => b.end)).toEqual([settings.length, settings.length]);
  });

  it('of a text is not looked at for longer than some seconds, however long it is', () => {
    for (const piece of ['api_key = ', '-----BEGIN', '-----BEGIN RSA PRIVATE KEY-----\n']) {
      const text = filled(piece, 30_000_000);
      expect(cost(text)).toBeLessThan(6_000);
    }
    expect(detector.sight(filled('api_key = ', 30_000_000), 'a.txt').blind[0]?.end).toBe(30_000_000);
  }, 60_000);

  it('in settings larger than any that is kept by hand is told', () => {
    const { found, blind } = detector.sight(`NAME=value\n`.repeat(800_000), '.env');
    expect([found, blind.map((b) => b.why)]).toEqual([[], [expect.stringContaining('grammar was not read')]]);
  });

  it('that only the words of a file tell is not read past a megabyte, and told', () => {
    const large = `{"auths":{"registry.internal":{"auth":""}},"x":"${'a'.repeat(1_000_000)}"}`;
    expect(detector.sight(large, 'logins.json').blind.map((b) => b.why)).toEqual([expect.stringContaining('grammar was not read')]);
  });

  it('of one line is looked through', () => {
    const { found } = detector.sight(`${'a'.repeat(5_000_000)} npm_q7Xw2Kd9Lm4Rt8Vz1Bn6Hs3PcJfYgT0aBcDe`, 'a.txt');
    expect(found).toHaveLength(1);
  });
});
