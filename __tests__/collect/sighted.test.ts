import { describe, expect, it } from '@jest/globals';
import { collect } from '../../src/collect/collect.js';
import { sightedOn } from '../../src/collect/sighted.js';
import { makeDetector } from '../../src/credentials/sight.js';
import { keyTools } from '../../src/edges/keys.js';
import { fromMemory } from '../../src/edges/memory.js';
import type { ChangeSource, Content } from '../../src/ports.js';

const detector = makeDetector({ keyTools });
// Made up; in pieces, so that no scanner takes this file for a leak.
const token = `glpat-${'q7Zk2mXw9Lr4Vt8Bn3Hs'}`;

async function found(source: ChangeSource, ignore: readonly string[] = []) {
  const collected = await collect(source, [], ignore);
  const { found, gaps } = await sightedOn('head', collected, detector);
  return { found: found.map((f) => `${f.source.path} ${f.sighting.family.id}`), gaps, files: collected.coverage().files };
}

describe('the texts of a change', () => {
  it('are looked through whatever their format, but for those that are left out', async () => {
    const files = { 'a.xyz': token, 'b/README': token, 'c.png': token, 'old/d.txt': token };
    const { found: seen, files: counted } = await found(fromMemory({}, files), ['old/**']);
    expect(seen).toEqual(['a.xyz gitlab-personal-access-token', 'b/README gitlab-personal-access-token']);
    expect(counted).toEqual({ considered: 3, read: 2, skipped: 1 });
  });

  it('are those in which the sides differ', async () => {
    expect((await found(fromMemory({ 'a.txt': token }, { 'a.txt': token, 'b.txt': 'x' }))).found).toEqual([]);
  });

  it('may have no text and be a key store all the same', async () => {
    const content = Uint8Array.from([0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0]);
    const binary: Content = { kind: 'binary', bytes: content.length, content };
    const memory = fromMemory({}, { 'release.jks': 'x' });
    const source: ChangeSource = {
      ...memory,
      read: async (_side, paths) => paths.map(() => binary),
      changed: () => memory.changed(),
      list: (side) => memory.list(side),
    };
    expect((await found(source)).found).toEqual(['release.jks key-store']);
  });
});
