/** What is registered is what is there: a folder that nobody lists would be dead, a list kept by hand would rot. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { identityKinds, systems } from '../../src/model/fact.js';
import { dialects } from '../../src/model/resource.js';
import { providers } from '../../src/providers/index.js';
import { readers } from '../../src/readers/index.js';
import { reporters } from '../../src/reporters/index.js';
import { syntaxes } from '../../src/syntax/index.js';

const folders = (room: string) =>
  readdirSync(`src/${room}`, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort();

describe('registries', () => {
  it('list every reader folder', () => {
    expect(readers.map((r) => r.id).sort()).toEqual(folders('readers'));
  });

  it('list every provider folder', () => {
    expect(providers.map((p) => p.id).sort()).toEqual(folders('providers'));
    // Literal credentials are whoever's: src/inventory/literals.ts makes them of what detectors saw, and no entity declares them.
    expect([...providers.map((p) => p.id), 'credential'].sort()).toEqual([...systems].sort());
  });

  it('list every reporter', () => {
    const defined = readdirSync('src/reporters').filter((f) => /defineReporter\(\{/.test(read(`src/reporters/${f}`)));
    expect(reporters.map((r) => r.id).sort()).toEqual(defined.map((f) => f.replace(/\.ts$/, '')).sort());
  });

  it('have a syntax for every word a reader uses', () => {
    for (const reader of readers) for (const id of Object.keys(reader.files)) expect(Object.keys(syntaxes)).toContain(id);
  });

  it('have a reader for every dialect, and entities only in known dialects', () => {
    expect([...new Set(readers.map((r) => r.dialect))].sort()).toEqual([...dialects].sort());
    for (const entity of providers.flatMap((p) => p.entities))
      expect(dialects).toEqual(expect.arrayContaining(Object.keys(entity.spelled)));
  });

  it('give each entity an id of its own, named after its provider', () => {
    const ids = providers.flatMap((p) => p.entities.map((e) => e.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const p of providers) for (const e of p.entities) expect(e.id.startsWith(`${p.id}.`)).toBe(true);
  });

  it('keep the kinds of CONTRACT.md', () => {
    expect(identityKinds).toHaveLength(11);
  });
});

function read(path: string): string {
  return path.endsWith('.ts') ? readFileSync(path, 'utf8') : '';
}
