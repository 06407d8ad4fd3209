// Before the run: a folder where the bundles of this run are put, by the first suite that needs them. After it: away with it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'identity-review-bundles-'));
  process.env.IDENTITY_REVIEW_BUNDLES = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
