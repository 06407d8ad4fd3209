import { describe, expect, it } from '@jest/globals';
import { locate } from '../../src/model/span.js';
import { parseCodeowners } from '../../src/ownership/codeowners.js';
import { pathPattern } from '../../src/ownership/path-pattern.js';
import fc from '../house/seeded.js';
import { stopwatch } from '../house/stopwatch.js';
import { sourceOf } from './make.js';

describe('a pattern, as GitHub documents it', () => {
  it.each<[string, string, boolean]>([
    // Everything.
    ['*', 'README.md', true],
    ['*', 'a/b/c.js', true],
    // Any file of a kind.
    ['*.js', 'app.js', true],
    ['*.js', 'src/deep/app.js', true],
    ['*.js', 'app.jsx', false],
    // A folder at the root and all below.
    ['/build/logs/', 'build/logs/a.log', true],
    ['/build/logs/', 'build/logs/deep/a.log', true],
    ['/build/logs/', 'src/build/logs/a.log', false],
    // One level.
    ['docs/*', 'docs/getting-started.md', true],
    ['docs/*', 'docs/build-app/troubleshooting.md', false],
    ['docs/*', 'src/docs/getting-started.md', false],
    // A folder anywhere.
    ['apps/', 'apps/a.ts', true],
    ['apps/', 'src/apps/deep/a.ts', true],
    ['apps/', 'apps', false],
    // A folder at the root.
    ['/docs/', 'docs/a/b.md', true],
    ['/docs/', 'src/docs/a.md', false],
    // A folder at any depth.
    ['**/logs', 'build/logs/a.log', true],
    ['**/logs', 'scripts/logs/deep/a.log', true],
    ['**/logs', 'deeply/nested/logs/a.log', true],
    ['**/logs', 'logs/a.log', true],
    ['**/logs', 'mylogs/a.log', false],
    // Without a slash at its end: a file or a folder.
    ['/apps/github', 'apps/github', true],
    ['/apps/github', 'apps/github/a.ts', true],
    ['/apps/github', 'apps/githubs', false],
    // Other forms of gitignore.
    ['/*', 'README.md', true],
    ['/*', 'src/a.ts', false],
    ['/src/**', 'src/a/b.ts', true],
    ['/src/**', 'src', false],
    ['/src/**/test', 'src/test/a.ts', true],
    ['/src/**/test', 'src/a/b/test/c.ts', true],
    ['**', 'a/b', true],
    ['**/*', 'a/b/c', true],
    ['src/**/*.ts', 'src/a.ts', true],
    ['src/**/*.ts', 'src/a/b.ts', true],
    ['src/**/*.ts', 'src/a/b.js', false],
    ['foo**bar', 'a/foobazbar', true],
    ['a?c', 'x/abc', true],
    ['a?c', 'x/ac', false],
    ['a?c', 'a/c', false],
    ['/a.b', 'axb', false],
    ['/A', 'a', false],
    ['(x|y)+', 'x', false],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(pathPattern(pattern)(path)).toBe(expected);
  });

  it('is matched in time that grows with its length, however it is made', () => {
    const path = `${'a/'.repeat(200)}${'a'.repeat(200)}`;
    const hostile = ['**/'.repeat(200), `${'*a'.repeat(100)}b`, `/${'**/a/'.repeat(100)}b`, `${'?*'.repeat(100)}/${'*a*'.repeat(60)}c`];
    const spent = stopwatch();
    for (const pattern of hostile) pathPattern(pattern)(path);
    expect(spent()).toBeLessThan(5_000);
  });

  it('matches a plain path exactly where that path or a folder of it stands', () => {
    const name = fc.constantFrom('a', 'b', 'ab');
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 4 }), fc.array(name, { minLength: 1, maxLength: 4 }), (pattern, path) => {
        expect(pathPattern(`/${pattern.join('/')}`)(path.join('/'))).toBe(pattern.every((n, i) => path[i] === n));
      }),
    );
  });
});

describe('the file', () => {
  const ownersOf = (content: string, path: string) => parseCodeowners(sourceOf(content)).ownersOf(path)?.value;

  it.each<[string, string, string, string | undefined]>([
    ['nothing', '', 'a', undefined],
    ['the last match wins', '* @a\n*.js @b\n', 'x.js', '@b'],
    ['the last match wins, also when it is wider', '*.js @b\n* @a\n', 'x.js', '@a'],
    ['an entry without owners un-owns', '/apps/ @a\n/apps/github\n', 'apps/github/x', undefined],
    ['several owners', '* @a @acme/team docs@example.com\n', 'x', '@a @acme/team docs@example.com'],
    ['a comment behind', '*.js @a #of all scripts\n', 'x.js', '@a'],
    ['a comment alone', '# * @a\n', 'x', undefined],
    ['Windows line ends', '* @a\r\n*.js @b\r\n', 'x', '@a'],
    ['tabs', '*\t@a\n', 'x', '@a'],
    ['a blank in a path', '/my\\ folder/ @a\n', 'my folder/x', '@a'],
    ['a number sign in a path', 'a#b @a\n', 'a#b', '@a'],
    ['no negation', '* @a\n!x @b\n', 'x', '@a'],
    ['no character ranges', '* @a\n[x] @b\n', 'x', '@a'],
    ['a line with something that is no owner is skipped', '* @a\nx @b team\n', 'x', '@a'],
  ])('%s', (_, content, path, expected) => {
    expect(ownersOf(content, path)).toBe(expected);
  });

  it('says where an owner is written', () => {
    const at = parseCodeowners(sourceOf('# owners\n\n  *.js  @b @c # scripts\n', 'CODEOWNERS')).ownersOf('x.js')?.span;
    expect(at && locate(at)).toMatchObject({ path: 'CODEOWNERS', startLine: 3, startColumn: 3, endColumn: 14 });
  });

  it('is ignored when there is none, and above three million characters as GitHub does', () => {
    expect(parseCodeowners(undefined).ownersOf('x')).toBeUndefined();
    expect(ownersOf(`* @a\n${'#'.repeat(3_000_000)}`, 'x')).toBeUndefined();
  });
});
