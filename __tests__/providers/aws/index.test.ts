/** What the folder holds and what the provider lists are the same. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { aws } from '../../../src/providers/aws/index.js';
import type { Entity } from '../../../src/providers/entity.js';

const folder = new URL('../../../src/providers/aws/', import.meta.url);

const isEntity = (value: unknown): value is Entity => typeof value === 'object' && value !== null && 'spelled' in value && 'means' in value;

async function entitiesInFolder(): Promise<readonly Entity[]> {
  const files = readdirSync(folder).filter((file) => file !== 'index.ts');
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<Record<string, unknown>>));
  return modules.flatMap((m) => Object.values(m).flatMap((exported) => [exported].flat())).filter(isEntity);
}

const spelledTypes = aws.entities.flatMap(({ spelled }) =>
  Object.entries(spelled).flatMap(([dialect, row]) => [row.type].flat().map((type) => ({ dialect, type }))),
);

describe('the AWS provider', () => {
  it('lists every entity of its folder', async () => {
    const ids = (entities: readonly Entity[]) => entities.map((e) => e.id).sort();
    expect(ids(aws.entities)).toEqual(ids(await entitiesInFolder()));
  });

  it('names each entity once', () => {
    expect(new Set(aws.entities.map((e) => e.id)).size).toBe(aws.entities.length);
  });

  it('gives each type of a dialect one meaning', () => {
    const names = spelledTypes.map(({ dialect, type }) => `${dialect} ${type}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('calls nothing unsupported that it understands', () => {
    // In a cluster a row stands for a whole API group: what is left of it.
    const contradictions = spelledTypes.filter(
      ({ dialect, type }) => dialect !== 'kubernetes' && aws.unsupported.some((u) => u.dialect === dialect && u.type.test(type)),
    );
    expect(contradictions).toEqual([]);
  });
});
