import { describe, expect, it } from '@jest/globals';
import { pathClassOf } from '../../src/credentials/paths.js';
import { stopwatch } from '../house/stopwatch.js';

describe('the class of a path', () => {
  it.each([
    ['src/app.ts', 'source'],
    ['.env', 'source'],
    ['deploy/values.yaml', 'source'],
    ['latest/contest.py', 'source'],
    ['package-lock.json', 'lock'],
    ['web/yarn.lock', 'lock'],
    ['go.sum', 'lock'],
    ['.terraform.lock.hcl', 'lock'],
    ['vendor/github.com/x/y_test.go', 'vendored'],
    ['node_modules/x/index.js', 'vendored'],
    ['public/app.min.js', 'generated'],
    ['dist/index.js', 'generated'],
    ['src/__snapshots__/a.snap', 'generated'],
    ['__tests__/a.ts', 'test'],
    ['src/app.spec.ts', 'test'],
    ['pkg/server_test.go', 'test'],
    ['spec/fixtures/key.pem', 'test'],
    ['test_settings.py', 'test'],
    ['.env.example', 'example'],
    ['config/settings.sample.yml', 'example'],
    ['examples/basic/main.tf', 'example'],
    ['docs/setup.html', 'docs'],
    ['README.md', 'docs'],
  ])('%s is %s', (path, expected) => expect(pathClassOf(path)).toBe(expected));

  it('of a very long path takes no time', () => {
    const spent = stopwatch();
    for (const piece of ['a/', 'test', 'a.', '-_']) pathClassOf(piece.repeat(500_000));
    expect(spent()).toBeLessThan(5_000);
  });
});
