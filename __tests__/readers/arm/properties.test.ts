import { describe, expect, it } from '@jest/globals';
import { filePath, span } from '../../../src/model/span.js';
import { arm } from '../../../src/readers/arm/index.js';
import { parseArmExpression } from '../../../src/syntax/bicep/arm-expression.js';
import { json } from '../../../src/syntax/json.js';
import fc from '../../house/seeded.js';
import { shown, within } from '../../syntax/bicep/kit.js';

const pieces = [
  "'",
  "''",
  'concat(',
  'parameters(',
  'copyIndex(',
  'reference(',
  'resourceId(',
  ')',
  '(',
  '[',
  ']',
  '.',
  '?',
  ',',
  "'p'",
  "'A.B/c'",
  '1',
  ' ',
  '-',
];
const nonsense = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((p) => p.join(''));

function parse(text: string) {
  const source = { path: filePath('x'), side: 'head' as const, text };
  return parseArmExpression(text, (start, end) => span(source, start, end));
}

describe('ARM expressions', () => {
  it('never throw, neither read nor evaluated', () => {
    fc.assert(
      fc.property(nonsense, (text) => {
        const template = {
          $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
          parameters: { p: { defaultValue: `[${text}]` } },
          resources: [{ type: 'A.B/c', name: `[${text}]`, copy: { name: 'l', count: `[${text}]` }, condition: `[${text}]` }],
        };
        const source = { path: filePath('x.json'), side: 'head' as const, text: JSON.stringify(template) };
        const { resources } = arm.read({ scope: 'x.json', files: [{ source, tree: json.parse(source) }], open: () => undefined });
        for (const { body } of resources) expect(body.kind).toBe('map');
      }),
      { numRuns: 500 },
    );
  });

  it('give each node the text that it was read from', () => {
    const { expression } = fc.letrec((tie) => ({
      expression: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('1', "'s'", "'it''s'", 'true()'),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `concat(${a}, ${b})`),
        tie('expression').map((a) => `f(${a}).name`),
        fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `g(${a})[${b}]`),
      ),
    }));
    fc.assert(
      fc.property(expression.map(String), (text) => {
        const whole = parse(text);
        expect(whole).toBeDefined();
        for (const node of whole ? within(whole) : []) {
          const again = parse(text.slice(node.span.start, node.span.end));
          expect(again && shown(again)).toBe(shown(node));
        }
      }),
    );
  });
});
