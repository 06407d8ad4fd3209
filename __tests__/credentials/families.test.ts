import { describe, expect, it } from '@jest/globals';
import { markedFamilies } from '../../src/credentials/families/all.js';
import { contextFamilies } from '../../src/credentials/families/context.js';
import { namedServices } from '../../src/credentials/families/services-by-name.js';
import { replacementOf } from '../../src/credentials/replacements.js';
import { shapeOf } from '../../src/credentials/shape.js';
import { makeDetector } from '../../src/credentials/sight.js';
import { sample, spoilt } from './samples.js';

const detector = makeDetector({});
const all = [...markedFamilies, ...contextFamilies, ...namedServices];
/** A text in which a value of a family with a common shape is expected. */
const around = (words: readonly string[] | undefined, value: string): string => `# ${words?.[0] ?? 'note'}\nset ${value}\n`;

describe('the tables', () => {
  it('name each family once, in kebab case', () => {
    const ids = all.map((row) => row.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('have shapes that can be read and markers that are worth looking for', () => {
    for (const row of markedFamilies)
      for (const written of row.shapes) {
        const { markers } = shapeOf(written);
        expect([row.id, markers.length > 0 && markers.every((m) => m.length >= 2)]).toEqual([row.id, true]);
      }
  });

  it('say what should take the place of each', () => {
    expect(all.filter((row) => replacementOf(row).length < 20).map((row) => row.id)).toEqual([]);
  });

  it('list all that is published by design as such', () => {
    const names = [
      'stripe-publishable-key',
      'posthog-project-key',
      'mapbox-public-token',
      'google-oauth-client-id',
      'supabase-publishable-key',
    ];
    expect(markedFamilies.filter((row) => names.includes(row.id) && row.isPublic).map((row) => row.id)).toHaveLength(names.length);
  });
});

describe('every family with a mark', () => {
  /** Their values carry structure, which their own tests make. */
  const structured = new Set(['pypi-macaroon', 'json-payload', 'jwt', 'github-installation', 'sentry-organisation', 'azure-cask']);
  it.each(markedFamilies.filter((row) => !structured.has(row.decode ?? '') || !row.onlyDecoded).map((row) => [row.id, row] as const))(
    '%s is found by its shape',
    (_, row) => {
      for (const shape of row.shapes) {
        const value = sample(row, 7, shape);
        const { found } = detector.sight(around(row.near, value), 'notes.txt');
        const ids = found.map((s) => s.family.id);
        // What two families share is told by the one that is more special, or joined with the other half.
        expect([shape, found.some((s) => s.value.includes(value.trim()) || value.includes(s.value)), ids]).toEqual([shape, true, ids]);
      }
    },
  );
});

describe('a checksum', () => {
  const checked = markedFamilies.filter((row) => row.check);
  it.each(checked.map((row) => [row.id, row] as const))('of %s proves a value, and lowers it without hiding it', (_, row) => {
    for (let seed = 1; seed <= 40; seed++) {
      const right = detector.sight(`x = ${sample(row, seed)}`, 'a.txt').found.find((s) => s.family.id === row.id);
      const wrong = detector.sight(`x = ${spoilt(row, seed)}`, 'a.txt').found.find((s) => s.family.id === row.id);
      expect([seed, right?.confidence, wrong?.confidence]).toEqual([seed, 'proven', 'possible']);
    }
  });
});

describe('what is told about a value', () => {
  it('never holds the value', () => {
    for (const row of markedFamilies) {
      const value = sample(row, 3);
      for (const s of detector.sight(`password = "${value}" # ${row.near?.[0] ?? ''}`, 'a.txt').found) {
        const told = JSON.stringify([s.reasons, s.decoded, s.name, s.family.title]);
        const secret = s.value.slice(-Math.min(16, Math.floor(s.value.length / 3)));
        const isIdentifier = s.family.id === 'aws-access-key-id' || s.family.isPublic;
        expect([row.id, !isIdentifier && secret.length >= 8 && told.includes(secret)]).toEqual([row.id, false]);
      }
    }
  });
});
