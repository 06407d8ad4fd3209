import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { exampleRunner } from '../../src/doors/policy.js';
import { themes } from '../../src/model/finding.js';
import { testExamples } from '../../src/policy/examples.js';
import type { Rule } from '../../src/policy/rule.js';
import { builtin, now, presetNamed } from './builtin.js';

interface Control {
  readonly standard: string;
  readonly version: string;
  readonly id: string;
  readonly title: string;
}
const controls: Readonly<Record<string, Control>> = JSON.parse(readFileSync('policies/controls.json', 'utf8'));

/**
 * Rules that an example cannot prove: most need a base, one CODEOWNERS. `change-rules.test.ts` proves them. What a change does to the
 * gate needs a base, too; `__tests__/doors/gate.test.ts` proves it.
 */
const elsewhere = [
  'removed-while-used',
  'widened-without-owner',
  'trust-widened',
  'guardrail-loosened',
  'owner-removed',
  'owner-only-by-path',
];

const wrong = (holds: (rule: Rule) => boolean): readonly string[] => builtin.filter((r) => !holds(r)).map((r) => r.id);

describe('built-in rules', () => {
  it('keep the word of every example', async () => {
    const results = await testExamples(builtin, exampleRunner(now));
    expect(results.filter((r) => r.failure !== undefined)).toEqual([]);
  });

  it('prove themselves by a file that they find and one that they pass', () => {
    const proven = ({ examples = [] }: Rule) => ['finds', 'passes'].every((e) => examples.some((x) => x.expect === e));
    expect(wrong((r) => proven(r) || elsewhere.includes(r.id) || r.on === 'gate')).toEqual([]);
  });

  it('have examples in each format that is read', () => {
    const paths = builtin.flatMap((r) => (r.examples ?? []).flatMap((e) => Object.keys(e.files)));
    for (const format of [/\.tf$/, /^template\.yaml$/, /^\.github\/workflows\//, /^rbac\.yaml$/])
      expect(paths.filter((p) => format.test(p)).length).toBeGreaterThan(10);
  });

  it('name controls that are known, and every known control is used', () => {
    const used = new Set(builtin.flatMap((r) => r.controls));
    expect([...used].sort()).toEqual(Object.keys(controls).sort());
    expect(wrong((r) => r.controls.length > 0)).toEqual([]);
  });

  it('cover every theme', () => {
    expect(new Set(builtin.map((r) => r.theme))).toEqual(new Set(themes));
  });

  it('speak in whole, short sentences and say what to do', () => {
    expect(wrong((r) => !r.title.endsWith('.') && r.title.length <= 80)).toEqual([]);
    expect(wrong((r) => r.why.endsWith('.') && r.why.length <= 240)).toEqual([]);
    expect(wrong((r) => /^(?!You|It|The )[A-Z{]/.test(r.fix) && /[.}]$/.test(r.fix) && r.fix.length <= 240)).toEqual([]);
    expect(wrong((r) => /\{(?:subject|grant|trust|credential|set|change|link|gate)\./.test(r.message ?? ''))).toEqual([]);
  });

  it('claim no number for a standard that has none', () => {
    const text = (r: Rule) => `${r.title} ${r.why} ${r.fix} ${r.message}`;
    expect(wrong((r) => !/\b(PCI|SOC ?2|ISO|NIST|OWASP)\b/.test(text(r)))).toEqual([]);
  });
});

describe('presets', () => {
  it('only name rules that there are', () => {
    const ids = new Set(builtin.map((r) => r.id));
    for (const name of ['recommended', 'strict']) expect(Object.keys(presetNamed(name)).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('strict is nowhere milder than the rule itself', () => {
    const rank = { off: 0, note: 1, warning: 2, error: 3 };
    const strict = presetNamed('strict');
    expect(wrong((r) => rank[strict[r.id]?.level ?? r.level] >= rank[r.level])).toEqual([]);
  });
});
