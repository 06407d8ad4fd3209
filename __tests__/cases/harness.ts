/**
 * A case is a folder: `base/` (left out when everything is new), `head/`, and `expected.json`, what a review without rules makes of the
 * change. `UPDATE=1` writes the expectation; read the difference before committing it.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomKeyDigest } from '../../src/edges/digest.js';
import { openFolders } from '../../src/edges/folders.js';
import type { Outcome } from '../../src/model/outcome.js';
import type { FilePath, Side, Source } from '../../src/model/span.js';
import { codeownersPaths, parseCodeowners } from '../../src/ownership/codeowners.js';
import { ownershipKeys } from '../../src/ownership/keys.js';
import { parseRegistry, registryPath } from '../../src/ownership/registry.js';
import { defaultConfig } from '../../src/policy/config.js';
import type { ChangeSource } from '../../src/ports.js';
import { review, type Terms } from '../../src/review.js';

export const update = process.env.UPDATE === '1';
const now = '2026-11-21T12:00:00Z';

/** Names of the folders in a folder. */
export const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

/** What lies in a case's folder and is no part of a case. */
export const strangersIn = (folder: string, parts: readonly string[]): readonly string[] =>
  readdirSync(folder).filter((name) => !parts.includes(name));

/** A review of the case, with the registry of its head, the CODEOWNERS of its base and without any rule. */
export async function outcomeOf(folder: string): Promise<Outcome> {
  const base = join(folder, 'base');
  const source = await openFolders(existsSync(base) ? base : undefined, join(folder, 'head'));
  const outcome = await review({ mode: 'review', source, terms: await termsOf(source), now, digest: randomKeyDigest(), version: '0' });
  return { ...outcome, base: { ...outcome.base, ref: 'base' }, head: { ...outcome.head, ref: 'head' } };
}

async function termsOf(source: ChangeSource): Promise<Terms> {
  const ownership = {
    keys: ownershipKeys({}),
    registry: parseRegistry(await firstOf(source, 'head', [registryPath])),
    codeowners: parseCodeowners(await firstOf(source, 'base', codeownersPaths)),
  };
  return { config: defaultConfig, rules: [], waivers: [], ownership };
}

async function firstOf(source: ChangeSource, side: Side, paths: readonly FilePath[]): Promise<Source | undefined> {
  const contents = await source.read(side, paths);
  return paths.flatMap((path, i) => {
    const content = contents[i];
    return content?.kind === 'text' ? [{ path, side, text: content.text }] : [];
  })[0];
}

/** The expectation that a case keeps; with `UPDATE=1` the one that is now written for it. */
export function expectedOf(folder: string, actual: unknown): unknown {
  const file = join(folder, 'expected.json');
  if (update) writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
  if (!existsSync(file)) throw new Error(`${folder} has no expected.json: run with UPDATE=1, and read what is written`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
