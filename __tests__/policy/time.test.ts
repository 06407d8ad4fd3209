import { describe, expect, it } from '@jest/globals';
import { dateOf, dayOf, durationOf, namedDay } from '../../src/policy/time.js';
import { today } from './make.js';

describe('days', () => {
  it.each([
    ['2026-11-21', today],
    ['2026-11-21T23:59:59Z', today],
    ['2026-11-22T00:30:00+01:00', today],
    ['2026-02-31', undefined],
    ['2026-1-1', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%s', (text, day) => expect(dayOf(text)).toBe(day));

  it('spells them back', () => expect(dateOf(today)).toBe('2026-11-21'));

  it.each([
    ['today', today],
    ['today+90d', today + 90],
    ['today - 1w', today - 7],
    ['2026-11-20', today - 1],
    ['tomorrow', undefined],
    ['today+soon', undefined],
  ])('named %s', (text, day) => expect(namedDay(text, today)).toBe(day));
});

describe('durations', () => {
  it.each([
    ['90d', 90],
    ['90 days', 90],
    ['12w', 84],
    ['1y', 365],
    ['8760h', 365],
    ['720h0m0s', 30],
    ['P90D', 90],
    ['P1Y', 365],
    ['PT12H', 0.5],
    ['90', 90],
    ['P', undefined],
    ['quarterly', undefined],
  ])('%s', (text, days) => expect(durationOf(text)).toBe(days));
});
