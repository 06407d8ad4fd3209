import { describe, expect, it } from '@jest/globals';
import { type ConfigError, describeConfigError } from '../../../src/model/config-error.js';
import { defaultConfig } from '../../../src/policy/config.js';
import { loadPolicies } from '../../../src/policy/load/load-policies.js';
import { readConfig } from '../../../src/policy/load/read-config.js';
import { readRules } from '../../../src/policy/load/read-rules.js';
import { readWaivers } from '../../../src/policy/load/read-waivers.js';
import { file, vocabulary } from '../make.js';

const told = (errors: readonly ConfigError[]): readonly string[] => errors.map(describeConfigError);

const rule = (more: string, id = 'my-rule') => `  - id: ${id}
    title: A title
    level: error
    theme: trust
    why: Because.
    fix: Do it.
    on: grant
${more.replaceAll(/^/gm, '    ')}
`;

async function errorsOf(text: string): Promise<readonly string[]> {
  return told((await readRules([file('p.yml', text)], vocabulary)).errors);
}

describe('a rule file', () => {
  it('becomes rules', async () => {
    const { rules, errors } = await readRules(
      [file('p.yml', `rules:\n${rule('match:\n  grant.level: {atLeast: writes}\nwhen: grant.conditioned')}`)],
      vocabulary,
    );
    expect(errors).toEqual([]);
    expect(rules).toEqual([
      expect.objectContaining({ id: 'my-rule', controls: [], match: { 'grant.level': { atLeast: 'writes' } }, when: 'grant.conditioned' }),
    ]);
  });

  it.each([
    ['an unknown key', rule('mach: {}'), 'p.yml:9:5: There is no `mach` in Entry 1. Did you mean `match`?'],
    [
      'an unknown field',
      rule('match:\n  grant.lvel: admin'),
      'p.yml:10:7: A rule on `grant` knows no field `grant.lvel`. Did you mean `grant.level`?',
    ],
    ['an unknown word', rule('match:\n  grant.level: admn'), 'p.yml:10:20: `grant.level` is never `admn`. Did you mean `admin`?'],
    [
      'one of several words',
      rule('match:\n  grant.level:\n    - admin\n    - wrtes'),
      'p.yml:12:11: `grant.level` is never `wrtes`. Did you mean `writes`?',
    ],
    [
      'a wrong level',
      rule('match: {grant.via: x}').replace('level: error', 'level: eror'),
      'p.yml:4:12: `level` cannot be `eror`. Did you mean `error`?',
    ],
    ['a wrong type', rule('match: []'), 'p.yml:9:12: `match` must be a map. Field → test; all have to hold.'],
    [
      'a wrong target',
      rule('match: {grant.via: x}').replace('on: grant', 'on: grants'),
      'p.yml:8:9: `on` cannot be `grants`. Did you mean `grant`?',
    ],
    ['a missing part', rule('match: {grant.via: x}').replace('    why: Because.\n', ''), 'p.yml:2:5: Entry 1 lacks `why`. Add `why`.'],
    [
      'an id that is none',
      rule('match: {grant.via: x}', 'My_Rule'),
      'p.yml:2:9: `id` is not right. An id in kebab-case, e.g. `role-has-owner`.',
    ],
    [
      'a rule without a test',
      rule('message: x'),
      'p.yml:2:9: The rule `my-rule` tests nothing. Say with `match`, `when` or `require` which grant is wrong.',
    ],
    ['bad CEL', rule('when: grant.via ==  && true'), 'p.yml:9:25: Unexpected token: AND.'],
    [
      'CEL on an unknown field',
      rule('when: >-\n  grant.via == "x" &&\n  grant.lvel == "admin"'),
      'p.yml:11:13: No such key: lvel. Did you mean `level`?',
    ],
    ['CEL that is quoted', rule('require: "grant.via == \\"x\\" && grant.nix"'), 'p.yml:9:43: No such key: nix.'],
    [
      'a placeholder',
      rule('match: {grant.via: x}\nmessage: "Look at {grant.vai}."'),
      'p.yml:10:23: The message names no field `grant.vai`. Did you mean `grant.via`?',
    ],
    [
      'a default of another type',
      rule('match: {grant.via: x}\nparams:\n  days: {type: number, default: many, doc: Days.}'),
      'p.yml:11:37: The default of `days` is not a number.',
    ],
    [
      'a key that is there twice',
      rule('match: {grant.via: x}\nmatch: {grant.via: y}'),
      'p.yml:10:5: `match` is there twice. Remove one of them.',
    ],
    ['broken YAML', 'x: [', ''],
  ])('tells %s', async (_, text, message) => {
    const errors = await errorsOf(`rules:\n${text}`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(message);
  });

  it('tells all of them, and keeps none that is wrong', async () => {
    const text = `rules:\n${rule('match: {grant.vi: x}', 'one')}${rule('match: {grant.via: x}', 'two')}${rule('match: {grant.via: y}', 'two')}`;
    const { rules, errors } = await readRules([file('p.yml', text)], vocabulary);
    expect(rules.map((r) => [r.id, r.match])).toEqual([['two', { 'grant.via': 'x' }]]);
    expect(told(errors)).toEqual([
      expect.stringContaining('grant.vi'),
      expect.stringContaining('p.yml:18:9: There is already a rule `two`.'),
    ]);
  });

  it('does not take an id of the built-in rules', async () => {
    const { errors } = await readRules([file('p.yml', `rules:\n${rule('match: {grant.via: x}')}`)], vocabulary, new Set(['my-rule']));
    expect(told(errors)).toEqual([expect.stringContaining('use `rules:` of the config')]);
  });

  it('says nothing of an empty file', async () => expect(await errorsOf('# none yet\n')).toEqual([]));
});

describe('the config', () => {
  it('has defaults', () => expect(readConfig(undefined).config).toEqual(defaultConfig));

  it('is read', () => {
    const text = [
      'preset: strict',
      'fail-on: warning',
      'gaps: fail',
      'report: touched',
      'policies: [policies/]',
      'rules: {one: off, two: {level: note, params: {max: 3}}}',
      'overrides: [{paths: ["dev/**"], environments: [test], rules: {one: note}}]',
      'ownership: {owner: [squad], review-by: [next-look]}',
      'ignore: [vendor/**]',
    ].join('\n');
    const { config, errors } = readConfig(file('c.yml', text));
    expect(told(errors)).toEqual([]);
    expect(config).toEqual({
      preset: 'strict',
      failOn: 'warning',
      gaps: 'fail',
      report: 'touched',
      policies: ['policies/'],
      rules: { one: { level: 'off' }, two: { level: 'note', params: { max: 3 } } },
      overrides: [{ paths: ['dev/**'], environments: ['test'], rules: { one: { level: 'note' } } }],
      ownership: { owner: ['squad'], reviewBy: ['next-look'] },
      ignore: ['vendor/**'],
    });
  });

  it.each([
    ['fail_on: error', 'c.yml:1:1: There is no `fail_on` here. Did you mean `fail-on`?'],
    ['fail-on: errors', 'c.yml:1:10: `fail-on` cannot be `errors`. Did you mean `error`?'],
    ['rules: {one: 3}', 'c.yml:1:14: `one` must be text or a map.'],
    ['rules: {one: wrning}', 'c.yml:1:14: `one` cannot be `wrning`. Did you mean `warning`?'],
    ['rules: {one: {levl: note}}', 'c.yml:1:15: There is no `levl` in `one`. Did you mean `level`?'],
    ['overrides: [{rules: {}, environments: [prod]}]', 'c.yml:1:40: Entry 1 cannot be `prod`.'],
    ['ownership: {review: [a]}', 'There is no `review` in `ownership`.'],
    ['ignore: vendor', 'c.yml:1:9: `ignore` must be a list.'],
    ['- a', 'The file must be a map.'],
  ])('%s', (text, message) => {
    const errors = told(readConfig(file('c.yml', text)).errors);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(message);
  });
});

describe('waivers', () => {
  const waiver = (more: string) => `- rule: owner-missing\n  reason: moving\n  owner: team-a\n  until: 2026-12-31\n${more}`;
  const read = (text: string) => readWaivers(file('w.yml', text), ['owner-missing']);

  it('are read', () => {
    const { waivers, errors } = read(waiver('  identity: aws:role:legacy-*\n  approver: ciso\n'));
    expect(told(errors)).toEqual([]);
    expect(waivers.map(({ at, ...waiver }) => [at?.start, waiver])).toEqual([
      [
        2,
        { rule: 'owner-missing', reason: 'moving', owner: 'team-a', until: '2026-12-31', identity: 'aws:role:legacy-*', approver: 'ciso' },
      ],
    ]);
  });

  it.each([
    [waiver(''), 'w.yml:1:3: A waiver names an identity or a fingerprint'],
    [waiver('  identity: a\n  fingerprint: b\n'), 'one of the two'],
    [waiver("  identity: '*'\n"), 'w.yml:5:13: A waiver for every identity is no exception.'],
    [
      waiver('  identity: a\n').replace('owner-missing', 'owner-mising'),
      'w.yml:1:9: There is no rule `owner-mising`. Did you mean `owner-missing`?',
    ],
    [waiver('  identity: a\n').replace('2026-12-31', '2026-02-31'), 'w.yml:4:10: `2026-02-31` is no day.'],
    [waiver('  identity: a\n').replace('2026-12-31', 'never'), 'w.yml:4:10: `until` is not right. A day as YYYY-MM-DD.'],
    [waiver('  identity: a\n').replace('  reason: moving\n', ''), 'lacks `reason`'],
  ])('%s', (text, message) => {
    const { waivers, errors } = read(text);
    expect(waivers).toEqual([]);
    expect(told(errors)).toEqual([expect.stringContaining(message)]);
  });
});

describe('all together', () => {
  const load = (config: string, preset?: string) =>
    loadPolicies({
      config: readConfig(file('c.yml', config)),
      rules: [],
      waivers: undefined,
      attributes: {},
      ...(preset ? { preset } : {}),
    });

  it('needs no files', async () => {
    const { active, rules, errors } = await loadPolicies({ config: readConfig(undefined), rules: [], waivers: undefined, attributes: {} });
    expect(told(errors)).toEqual([]);
    expect(active.length).toBeGreaterThan(5);
    expect(rules.length).toBeGreaterThanOrEqual(active.length);
  });

  it.each([
    ['rules: {owner-mising: off}', 'c.yml:1:9: There is no rule `owner-mising`. Did you mean `owner-missing`?'],
    ['rules: {owner-missing: {params: {days: 3}}}', 'c.yml:1:34: `owner-missing` has no parameter `days`. It has none.'],
    ['rules: {static-credential: {params: {maxDays: often}}}', 'c.yml:1:47: `maxDays` of `static-credential` is a number. Days after'],
    ['rules: {expiry-too-far: {params: {latest: someday}}}', 'c.yml:1:43: `someday` is not a date.'],
    ['overrides: [{paths: [a], rules: {nope: off}}]', 'c.yml:1:34: There is no rule `nope`.'],
    ['preset: stict', 'c.yml:1:9: There is no preset `stict`. Did you mean `strict`?'],
  ])('%s', async (config, message) => {
    const { errors } = await load(config);
    expect(told(errors)).toEqual([expect.stringContaining(message)]);
  });

  it('says where a wrong preset was given', async () => {
    const { errors } = await load('preset: strict', 'nope');
    expect(errors[0]?.file).toBe('--preset');
  });
});
