import { describe, expect, it } from '@jest/globals';
import { keysOf } from '../../src/inventory/keys.js';
import type { SubjectFact } from '../../src/model/fact.js';
import { text } from '../../src/model/text.js';
import fc from '../house/seeded.js';
import { at, role } from './make.js';

const keys = (...subjects: readonly SubjectFact[]): readonly string[] => {
  const found = keysOf(subjects);
  return subjects.map((s) => found.get(s) ?? 'none');
};

describe('keys', () => {
  it.each<[string, SubjectFact[], string[]]>([
    ['a name is enough', [role('infra#ci', { name: 'deploy' })], ['aws:role:deploy']],
    ['a label is unique in its scope alone', [role('infra#ci', { name: '' })], ['aws:role:ci@infra']],
    ['a label at the top', [role('#ci', { name: '' })], ['aws:role:ci']],
    ['the same name in two folders', [role('a#ci'), role('b#ci')], ['aws:role:ci@a', 'aws:role:ci@b']],
    ['the same name at the top and below', [role('#ci'), role('b#ci')], ['aws:role:ci@.', 'aws:role:ci@b']],
    ['the same name twice in a folder', [role('a#x', { name: 'ci' }), role('a#y', { name: 'ci' })], ['aws:role:ci@a#x', 'aws:role:ci@a#y']],
    ['the same label twice: by place', [role('a#ci', { line: 9 }), role('a#ci', { line: 3 })], ['aws:role:ci@a#ci~2', 'aws:role:ci@a#ci']],
    [
      'a name like the key of another one',
      [role('a#ci'), role('b#ci'), role('c#x', { name: 'ci@a' })],
      ['aws:role:ci@a#ci', 'aws:role:ci@b', 'aws:role:ci@a'],
    ],
  ])('%s', (_, subjects, expected) => {
    expect(keys(...subjects)).toEqual(expected);
  });

  it('a name that is only partly known is shown with its hole; one that is not known at all falls back to the label', () => {
    const partly = { ...role('infra#ci'), name: { parts: [{ name: 'var.env' }, '-ci'], span: at() } };
    const hole = { ...role('infra#ci'), name: { parts: [{ name: 'var.name' }], span: at() } };
    expect(keys(partly)).toEqual(['aws:role:<var.env>-ci']);
    expect(keys(hole)).toEqual(['aws:role:ci@infra']);
    expect(keys({ ...role('infra#ci'), name: text('', at()) })).toEqual(['aws:role:ci@infra']);
  });

  const anyRole = fc
    .record({
      scope: fc.constantFrom('', 'a', 'b', 'ci@a'),
      label: fc.constantFrom('ci', 'cd'),
      name: fc.constantFrom('', 'ci', 'ci@a', 'ci@a#ci'),
      line: fc.nat(40),
    })
    .map(({ scope, label, name, line }) => role(`${scope}#${label}`, { name, line }));

  it('are all different, and do not depend on the order of the subjects', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRole, { selector: (s) => `${s.scope} ${s.head.start}`, maxLength: 8 }), (subjects) => {
        const forth = keysOf(subjects);
        const back = keysOf([...subjects].reverse());
        expect(new Set(forth.values()).size).toBe(subjects.length);
        for (const s of subjects) expect(back.get(s)).toBe(forth.get(s));
      }),
    );
  });
});
