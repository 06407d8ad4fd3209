import { describe, expect, it } from '@jest/globals';
import { markedFamilies } from '../../src/credentials/families/all.js';
import { shapeOf } from '../../src/credentials/shape.js';
import { makeDetector } from '../../src/credentials/sight.js';
import { sample } from './samples.js';

const detector = makeDetector({});
detector.sight('', 'warm.txt');

/** Milliseconds of processor time. */
function cost(text: string): number {
  const before = process.cpuUsage();
  detector.sight(text, 'a.txt');
  return process.cpuUsage(before).user / 1000;
}

const unit = 10_000;
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
      if (cost(filled(piece, unit * 4)) < 60) return [];
      const small = Math.min(cost(filled(piece, unit)), cost(filled(piece, unit)));
      const large = Math.min(cost(filled(piece, unit * 4)), cost(filled(piece, unit * 4)));
      // Four times the text may cost some eight times as much on a busy machine, never sixteen.
      return large > 60 && large > small * 12 ? [`${piece}: ${small.toFixed(0)} and ${large.toFixed(0)} ms`] : [];
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

  it('of one line is looked through', () => {
    const { found } = detector.sight(`${'a'.repeat(5_000_000)} npm_q7Xw2Kd9Lm4Rt8Vz1Bn6Hs3PcJfYgT0aBcDe`, 'a.txt');
    expect(found).toHaveLength(1);
  });
});
