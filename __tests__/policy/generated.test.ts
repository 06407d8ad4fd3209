import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { readUserFile } from '../../src/policy/load/document.js';
import { readRules } from '../../src/policy/load/read-rules.js';
import { configSchema, waiversSchema } from '../../src/policy/schema/config.js';
import { rulesSchema } from '../../src/policy/schema/rules.js';
import { builtinPolicyFiles } from '../../src/tools/generate-policies.js';
import { policySchemaFiles } from '../../src/tools/generate-policy-schema.js';
import { file, vocabulary } from './make.js';

const root = new URL('../..', import.meta.url).pathname;
const onDisk = (path: string): string => readFileSync(root + path, 'utf8');

describe('generated files are fresh (npm run generate)', () => {
  it.each(Object.entries(policySchemaFiles()))('%s', (path, text) => expect(onDisk(path) === text).toBe(true));

  it('the compiled built-in policies', async () => {
    for (const [path, text] of Object.entries(await builtinPolicyFiles(root))) expect(onDisk(path) === text).toBe(true);
  });
});

describe('the schema for editors and the loader say the same', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validate = ajv.compile(rulesSchema(vocabulary));
  const rule = (on: string, test: string) =>
    `rules:\n  - id: my-rule\n    title: A title\n    level: error\n    theme: trust\n    why: Because.\n    fix: Do it.\n    on: ${on}\n    ${test}\n`;

  it.each([
    ['grant', 'match: {grant.level: {atLeast: admin}, grant.actions: {any: "iam:*"}}', true],
    ['grant', 'match: {grant.condition.aws:SourceIp: {exists: false}, subject.tags.team: [a, b]}', true],
    ['trust', 'require: {trust.subjects: {all: {not: "*x"}}}', true],
    ['identity', 'require: has(subject.owner)', true],
    ['identity', 'match: {subject.attribute.idToken: true, subject.rotation: {atMost: 90d}}', true],
    ['grant', 'match: {grant.lvel: admin}', false],
    ['identity', 'match: {grant.level: admin}', false],
    ['grant', 'match: {grant.level: {atleast: admin}}', false],
    ['grant', 'match: {grant.via: {atLeast: admin}}', false],
    ['grant', 'match: {grant.conditioned: "yes"}', false],
    ['identity', 'match: {subject.attribute.nope: true}', false],
    ['nobody', 'match: {subject.kind: robot}', false],
  ])('on %s, %s: %s', async (on, test, right) => {
    const source = file('p.yml', rule(on, test));
    const { errors } = await readRules([source], vocabulary);
    expect(errors.map((e) => e.message).length === 0).toBe(right);
    expect(validate(readUserFile(source).data)).toBe(right);
  });

  it('the other schemas are schemas', () => {
    expect(ajv.compile(configSchema)({ rules: { a: 'off' } })).toBe(true);
    expect(ajv.compile(waiversSchema)([{ rule: 'a' }])).toBe(false);
  });
});
