import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../../src/model/finding.js';
import type { Waiver } from '../../src/policy/config.js';
import { collapse, introduced, settle } from '../../src/policy/settle.js';
import { applyWaivers, idleWaivers, inlineWaivers } from '../../src/policy/waivers.js';
import { at, key, now, subject } from './make.js';

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: 'r',
  level: 'error',
  theme: 'trust',
  message: 'm',
  fix: 'f',
  subject: key('aws:role:ci'),
  at: at(1),
  related: [],
  controls: [],
  fingerprint: 'f1',
  waived: undefined,
  ...more,
});
const waiver = (more: Partial<Waiver>): Waiver => ({ rule: 'r', reason: 'because', owner: 'team-a', until: '2026-12-31', ...more });

describe('waivers', () => {
  const waived = (w: Partial<Waiver>, f: Partial<Finding> = {}) => applyWaivers([finding(f)], [waiver(w)], now)[0]?.waived;

  it.each([
    ['the identity', { identity: 'aws:role:ci' }, true],
    ['identities by glob', { identity: 'aws:role:*' }, true],
    ['another identity', { identity: 'aws:role:c' }, false],
    ['the fingerprint', { fingerprint: 'f1' }, true],
    ['another fingerprint', { fingerprint: 'f2', identity: 'aws:role:ci' }, false],
    ['another rule', { rule: 'q', identity: 'aws:role:ci' }, false],
    ['until today', { identity: 'aws:role:ci', until: '2026-11-21' }, true],
    ['until yesterday', { identity: 'aws:role:ci', until: '2026-11-20' }, false],
    ['nobody', {}, false],
  ])('%s', (_, w, applies) => expect(waived(w) !== undefined).toBe(applies));

  it('say who, why and until when', () => {
    expect(waived({ fingerprint: 'f1' })).toEqual({ until: '2026-12-31', reason: 'because', by: 'team-a' });
    expect(waived({ fingerprint: 'f1', approver: 'ciso' })?.by).toBe('ciso');
  });

  it('the longest of several counts, whatever their order', () => {
    const list = [waiver({ fingerprint: 'f1', until: '2026-12-01' }), waiver({ fingerprint: 'f1', until: '2027-01-01' })];
    for (const waivers of [list, [...list].reverse()]) expect(applyWaivers([finding()], waivers, now)[0]?.waived?.until).toBe('2027-01-01');
  });
});

describe('exceptions that excuse nothing', () => {
  it('are those whose end is past, and those that mean nothing that was found', () => {
    const all = [
      waiver({ identity: 'aws:role:ci' }),
      waiver({ identity: 'aws:role:ci', until: '2026-11-20' }),
      waiver({ identity: 'aws:role:other' }),
    ];
    expect(idleWaivers([finding()], all, now)).toEqual({ expired: [all[1]], unused: [all[2]] });
  });

  it('are those for a literal value that do not name the value', () => {
    const named = [waiver({ identity: 'aws:role:ci' }), waiver({ fingerprint: 'f1' })];
    const literal = finding({ value: 'digest' });
    expect(idleWaivers([literal], named, now).unused).toEqual(named);
    expect(idleWaivers([literal], named, now, true).unused).toEqual([named[0]]);
  });
});

describe('an exception beside the declaration', () => {
  const beside = (text: string, k = 'aws:role:ci') => inlineWaivers([subject({ key: key(k), comments: [{ text, span: at(3) }] })]);

  it('is a waiver for its subject', () => {
    const { waivers, gaps } = beside('identity-review: ignore r reason="moving to OIDC" until=2026-12-01');
    expect(gaps).toEqual([]);
    expect(waivers).toEqual([
      { rule: 'r', identity: 'aws:role:ci', reason: 'moving to OIDC', until: '2026-12-01', owner: 'comment beside the declaration' },
    ]);
    expect(applyWaivers([finding()], waivers, now)[0]?.waived?.reason).toBe('moving to OIDC');
  });

  it.each([
    'identity-review: ignore r',
    'identity-review: ignore r until=2026-12-01',
    'identity-review: ignore r reason="x" until=soon',
    'identity-review: ignore',
    'identity-review: ignore r reason="" until=2026-12-01',
  ])('waives nothing and is told when it lacks something: %s', (text) => {
    const { waivers, gaps } = beside(text);
    expect(waivers).toEqual([]);
    expect(gaps).toHaveLength(1);
  });

  it('is nothing in another comment', () => expect(beside('identity-review: owner=a')).toEqual({ waivers: [], gaps: [] }));

  it('does not reach other subjects by a star in its own name', () => {
    expect(beside('identity-review: ignore r reason="x" until=2026-12-01', 'aws:role:*').waivers).toEqual([]);
  });
});

describe('what is reported', () => {
  it('is what the base did not have', () => {
    const old = finding({ fingerprint: 'old' });
    expect(introduced([old, finding()], [finding({ fingerprint: 'old', at: at(9) })])).toEqual([finding()]);
  });

  it('is one finding for one line and rule, which names the others', () => {
    const own = finding({ subject: key('aws:policy:p'), fingerprint: 'a' });
    const held = (name: string) =>
      finding({ subject: key(name), fingerprint: name, related: [{ message: `Given to ${name} here.`, at: at(5) }] });
    const [only, ...rest] = collapse([held('aws:role:b'), own, held('aws:role:a')]);
    expect(rest).toEqual([]);
    expect(only?.subject).toBe('aws:policy:p');
    expect(only?.related.map((r) => r.message)).toEqual(['Given to aws:role:a here.', 'Given to aws:role:b here.']);
  });

  it('is not hidden by an exception for another holder', () => {
    const head = [finding({ subject: key('aws:role:a'), fingerprint: 'a' }), finding({ subject: key('aws:role:b'), fingerprint: 'b' })];
    const settled = settle({ head, base: [], report: 'introduced', waivers: [waiver({ identity: 'aws:role:a' })], now });
    expect(settled.map((f) => [f.subject, f.waived !== undefined])).toEqual([
      ['aws:role:a', true],
      ['aws:role:b', false],
    ]);
  });

  it('is everything when all that is touched is asked for', () => {
    expect(settle({ head: [finding()], base: [finding()], report: 'introduced', waivers: [], now })).toEqual([]);
    expect(settle({ head: [finding()], base: [finding()], report: 'touched', waivers: [], now })).toHaveLength(1);
  });
});
