import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { fixedClock, systemClock } from '../../src/edges/clock.js';
import { randomKeyDigest } from '../../src/edges/digest.js';
import { printable } from '../../src/edges/edge-error.js';
import { readUserFile, writeReport } from '../../src/edges/files.js';
import { newFolder, removeFolders } from './repository.js';

afterAll(removeFolders);

describe('clock', () => {
  it('tells the time in UTC to the second, and stands still', async () => {
    const clock = systemClock();
    const now = clock.now();
    expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(5000);
    expect(clock.now()).toBe(now);
  });

  it.each([
    ['2026-11-21T09:00:00Z', '2026-11-21T09:00:00Z'],
    ['2026-11-21t09:00:00.75z', '2026-11-21T09:00:00Z'],
    ['2026-11-21 09:00:00+02:00', '2026-11-21T07:00:00Z'],
    ['2026-11-21T00:30:00+01:00', '2026-11-20T23:30:00Z'],
    ['2026-11-21', '2026-11-21T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
  ])('can be set to %s', (given, now) => {
    expect(fixedClock(given).now()).toBe(now);
  });

  it.each([
    '',
    'now',
    '2026',
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-11-21T25:00:00Z',
    '2026-11-21T09:00:00',
    '21.11.2026',
    '2026-11-21T09:00Z',
  ])('refuses %j', (given) => {
    expect(() => fixedClock(given)).toThrow(/RFC 3339/);
  });
});

describe('digest', () => {
  it('is equal for equal values within a run and never between runs', () => {
    const [one, two] = [randomKeyDigest(), randomKeyDigest()];
    expect(one('secret')).toMatch(/^[0-9a-f]{32}$/);
    expect(one('secret')).toBe(one('secret'));
    expect(one('secret')).not.toBe(one('Secret'));
    expect(one('secret')).not.toBe(two('secret'));
  });
});

describe('reports', () => {
  it('are written whole, into folders made for them, over what was there', () => {
    const folder = newFolder();
    const file = join(folder, 'out/deep/report.json');
    writeReport(file, 'one');
    writeReport(file, 'two');
    expect(readFileSync(file, 'utf8')).toBe('two');
    expect(readdirSync(join(folder, 'out/deep'))).toEqual(['report.json']);
  });

  it('land where a link points, and leave it a link', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'real'), '');
    symlinkSync('real', join(folder, 'link'));
    writeReport(join(folder, 'link'), 'text');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('text');
    expect(readdirSync(folder)).toEqual(['link', 'real']);
  });

  it('go to a device as it is', () => {
    writeReport('/dev/null', 'text');
    expect(existsSync('/dev/null')).toBe(true);
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });

  it('that cannot be written are errors and leave nothing behind', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'file'), '');
    expect(() => writeReport(join(folder, 'taken'), 'x')).toThrow(/Cannot write the report .* EISDIR/);
    expect(() => writeReport(join(folder, 'file/below'), 'x')).toThrow(/Cannot write the report/);
    expect(readdirSync(folder)).toEqual(['file', 'taken']);
  });
});

describe("the user's own files", () => {
  it('are read as text, through links too', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'config.yml'), '\uFEFFpreset: strict');
    symlinkSync('config.yml', join(folder, 'link.yml'));
    expect(readUserFile(join(folder, 'link.yml'), 'config file')).toBe('preset: strict');
  });

  it('that are missing, folders or binary are errors that name them', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'binary'), Buffer.from([0, 1, 2]));
    expect(() => readUserFile(join(folder, 'none.yml'), 'config file')).toThrow(
      /Cannot read the config file ".*none\.yml"\. There is no such file\./,
    );
    expect(() => readUserFile(join(folder, 'binary'), 'policy file')).toThrow(/policy file .* not a text file/);
    expect(() => readUserFile(folder, 'config file')).toThrow(/Cannot read the config file/);
  });
});

describe('what is printed', () => {
  it('holds no control characters and is not endless', () => {
    expect(printable('a\u001b[31mb\nc\u202ed')).toBe('a [31mb c d');
    expect(printable('x'.repeat(300))).toHaveLength(201);
  });
});
