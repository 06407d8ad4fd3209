/** Generated files and dist are what their sources make: rebuilt and compared, never edited by hand. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { generatedFiles } from '../../src/tools/generate.js';

const temporary = mkdtempSync(join(tmpdir(), 'identity-review-fresh-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(folder.length + 1))
    .sort();

describe('fresh', () => {
  it('generated files', async () => {
    for (const [path, text] of Object.entries(await generatedFiles('.'))) {
      // One name at a time: a diff of everything says nothing.
      expect({ path, same: existsSync(path) && readFileSync(path, 'utf8') === text }).toEqual({ path, same: true });
    }
  });

  it('dist', () => {
    const built = join(temporary, 'dist');
    execFileSync(process.execPath, ['scripts/build.mjs', built], { stdio: 'pipe' });
    expect(filesBelow('dist')).toEqual(filesBelow(built));
    for (const path of filesBelow(built))
      expect({ path, same: readFileSync(join('dist', path)).equals(readFileSync(join(built, path))) }).toEqual({ path, same: true });
  }, 120_000);
});
