/** Nothing exported is without a user, every exported thing says what it is, and prose names only paths that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const below = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith(ending))
    .map((f) => join(folder, f))
    .sort();

const sources = below('src', '.ts').filter((f) => !f.startsWith(join('src', 'data')));
const texts = new Map(sources.map((f) => [f, readFileSync(f, 'utf8')]));
const exported = /^export (?:async )?(?:abstract )?(?:const|function|class) (\w+)/gm;

describe('names', () => {
  it('are exported because another file uses them', () => {
    const tests = below('__tests__', '.ts')
      .map((f) => readFileSync(f, 'utf8'))
      .join('\n');
    const unused: string[] = [];
    for (const [file, text] of texts)
      for (const [, name = ''] of text.matchAll(exported)) {
        const word = new RegExp(`\\b${name}\\b`);
        const used = [...texts].some(([other, t]) => other !== file && word.test(t)) || word.test(tests);
        if (!used) unused.push(`${file}: ${name}`);
      }
    expect(unused).toEqual([]);
  });

  it('have a file that says what it is', () => {
    expect([...texts].filter(([, text]) => !text.includes('/**')).map(([file]) => file)).toEqual([]);
  });

  it('of paths in prose exist', () => {
    // The catalogue of rules shows examples, whose files are in the examples alone.
    const prose = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...below('docs', '.md')].filter(
      (f) => existsSync(f) && f !== join('docs', 'rules.md'),
    );
    const missing = prose.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/`((?:src|docs|policies|scripts|examples|__tests__|\.github|\.ci)\/[\w./-]*[\w/])`/g)]
        .map(([, path = '']) => path)
        .filter((path) => !path.includes('*') && !existsSync(path) && !path.startsWith('.github/identit'))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
