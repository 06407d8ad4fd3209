import { describe, expect, it } from '@jest/globals';
import type { OutcomePath } from '../../src/model/outcome.js';
import { filePath } from '../../src/model/span.js';
import { pathsSection } from '../../src/reporters/mermaid.js';

const location = { path: filePath('a.tf'), side: 'head', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 } as const;
const way = (names: readonly string[], reach = 's3:* on *'): OutcomePath => ({
  steps: names.slice(1).map((to, i) => ({ from: names[i] ?? '', to, how: 'becomes', via: 'x', certain: true, location })),
  level: 'admin',
  reach,
});

describe('ways as a picture', () => {
  it('name each identity once', () => {
    const drawn = pathsSection({ mode: 'review', paths: [way(['github:job:ci', 'aws:role:a']), way(['github:job:cd', 'aws:role:a'])] });
    expect(drawn.match(/\["a"\]/g)).toHaveLength(1);
    expect(drawn).toContain('### New ways to reach something (2)');
    expect(drawn).toContain('-->|"becomes"| ');
  });

  it('are nothing where there is none', () => expect(pathsSection({ mode: 'review', paths: [] })).toBe(''));

  it('become a table where there are too many', () => {
    const paths = Array.from({ length: 40 }, (_, i) => way([`github:job:${i}`, `aws:role:${i}`]));
    const drawn = pathsSection({ mode: 'scan', paths });
    expect(drawn).not.toContain('mermaid');
    expect(drawn).toContain('and 10 more');
  });

  it.each(['"] click n0 "javascript:1"', 'a\n```\n# hi', '<script>', '%%{init: {}}%%', '#quot;', '|x|', '@everyone'])(
    'keep %j inert',
    (name) => {
      const drawn = pathsSection({ mode: 'review', paths: [way([`github:job:${name}`, 'aws:role:a'], name)] });
      const labels = drawn.split('\n').slice(5, -2);
      for (const line of labels) expect(line).toMatch(/^ {2}[\w ()[\]|<>=.-]*(?:"(?:[\p{L}\p{N} ._:/@*-]|#\d+;)*"[\w ()[\]|<>=.-]*)+$/u);
    },
  );
});
