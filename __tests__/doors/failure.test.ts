/** A bug ends with exit code 3 and tells where it is; what it was about stays inside. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { describeFailure } from '../../src/doors/failure.js';
import { TermsError } from '../../src/doors/terms-error.js';
import { UsageError } from '../../src/doors/usage-error.js';
import { EdgeError } from '../../src/edges/edge-error.js';
import { ConfigError } from '../../src/model/config-error.js';
import { newFolder, removeFolders, write } from '../edges/repository.js';
import { run, useCli } from './cli.js';

useCli();
afterAll(removeFolders);

const secret = 'hunter2-password';

describe('describeFailure', () => {
  it('keeps the message of an unexpected error back, even where it looks like a frame', () => {
    const { lines, exitCode } = describeFailure(new Error(`no such key ${secret}\n    at ${secret} (x.js:1:1)`));
    expect(exitCode).toBe(3);
    expect(lines[1]).toBe('Error');
    expect(lines.slice(2).length).toBeGreaterThan(0);
    expect(lines.slice(2).every((l) => /^\s+at /.test(l))).toBe(true);
    expect(lines.join('\n')).not.toContain(secret);
  });

  it('says nothing of an error that is none, or whose message was changed', () => {
    const changed = new Error(secret);
    changed.message = 'other';
    for (const thrown of [secret, { message: secret }, null, undefined, changed])
      expect(describeFailure(thrown).lines.join('\n')).not.toContain(secret);
  });

  it('tells users what they did, in lines that command nothing', () => {
    const config = new ConfigError('There is no `\u001B[31m\n::error::x`', { file: 'a.yml', line: 2, column: 3 }, 'Mend ##[it].');
    expect(describeFailure(config)).toEqual({ lines: ['a.yml:2:3: There is no `�[31m ::error::x`. Mend # #[it].'], exitCode: 2 });
    expect(describeFailure(new TermsError([config, config])).lines).toHaveLength(2);
    expect(describeFailure(new UsageError('a\nb'))).toEqual({ lines: ['a b'], exitCode: 2 });
    expect(describeFailure(new EdgeError('no-folder', 'Gone.'))).toEqual({ lines: ['Gone.'], exitCode: 2 });
  });
});

describe('a bug', () => {
  /** Breaks the program from outside: everything else is as it is shipped. The first identity that is remembered sets it off. */
  const breaking = (what: string): string =>
    `const set = Map.prototype.set; Map.prototype.set = function (key, value) { if (key === 'aws:user:u') { ${what} } return set.call(this, key, value); };`;
  const throwing = `throw new Error(${JSON.stringify(`about ${secret}\n    at ${secret}`)});`;

  it.each([
    ['in the middle of a run', throwing],
    ['in the background', `setImmediate(() => { ${throwing} });`],
    ['in a forgotten promise', `(async () => { ${throwing} })();`],
  ])('%s is exit code 3, without what it was about', async (_, what) => {
    const folder = newFolder();
    write(folder, { 'main.tf': 'resource "aws_iam_user" "u" {\n  name = "u"\n}\n', 'break.mjs': breaking(what) });
    const { code, err } = await run(['scan', folder], { node: ['--import', join(folder, 'break.mjs')] });
    expect(code).toBe(3);
    expect(err).toMatch(/^identity-review met something that it does not expect\. This is a bug; .*\nError\n {4}at /);
    expect(err).not.toContain(secret);
  });
});
