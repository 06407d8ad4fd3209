/** No function without an answer of the real implementation, and no function of the real implementation without an answer of ours. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { evaluated } from './module-of.js';

const folder = new URL('./golden/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');
/** All functions of Terraform 1.11. */
const ofTerraform: readonly string[] = JSON.parse(read('names.json'));
const golden: Readonly<Record<string, { readonly value?: unknown; readonly fails?: true }>> = JSON.parse(read('functions.json'));

/** What OpenTofu has besides: there is no golden answer to it. */
const ofOpenTofu = ['urldecode'];

/** Every table in the room of functions, registered or not, and the forms that are none of them. */
async function supportedFunctions(): Promise<readonly string[]> {
  const room = new URL('../../../src/readers/terraform/functions/', import.meta.url);
  const names: string[] = ['try', 'can'];
  for (const file of readdirSync(room)) {
    const module: Readonly<Record<string, unknown>> = await import(
      `../../../src/readers/terraform/functions/${file.replace(/\.ts$/, '.js')}`
    );
    for (const [name, table] of Object.entries(module))
      if (name.endsWith('Functions') && typeof table === 'object' && table !== null) names.push(...Object.keys(table));
  }
  return names.sort();
}
const supported = await supportedFunctions();

const calls = (name: string, text: string): boolean => new RegExp(`(?<![\\w:])${name}\\(`).test(text);
const evaluatedLines = read('functions.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('? '));
/** Functions of files need a module around them: those of a planned configuration. */
const planned = readdirSync(new URL('configurations/', folder)).map((name) => read(`configurations/${name}/main.tf`));

describe('the functions of Terraform', () => {
  it('that we evaluate are more than a few', () => {
    expect(supported.length).toBeGreaterThan(90);
    expect(new Set(supported).size).toBe(supported.length);
  });

  it.each(supported.filter((name) => !ofOpenTofu.includes(name)))('%s is one, and has an answer of Terraform itself', (name) => {
    expect(ofTerraform).toContain(name);
    const answered = evaluatedLines.filter((line) => calls(name, line) && golden[line]?.fails === undefined && golden[line] !== undefined);
    expect(answered.length + planned.filter((text) => calls(name, text)).length).toBeGreaterThan(0);
  });

  it.each(ofTerraform.filter((name) => !supported.includes(name)))('%s, which we do not evaluate, is unknown', (name) => {
    for (const call of [`${name}()`, `${name}("a")`, `core::${name}("a", "b")`]) expect(evaluated(call).kind).toBe('unknown');
  });

  it('does not lend itself to names that are no functions', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'nope', 'provider::aws::arn_parse'])
      expect(evaluated(`${name}("a")`).kind).toBe('unknown');
  });
});
