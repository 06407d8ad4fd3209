/** Rules `on: gate` × what a change does to the gate → findings. They are about files and not about identities, and all is known of them. */
import type { Finding } from '../../model/finding.js';
import type { ActiveRule } from '../activate.js';
import { fingerprintOf } from '../fingerprint.js';
import { newsOf } from '../news.js';
import { dayOf } from '../time.js';
import type { Scene } from '../vocabulary/field.js';
import type { GateChange } from './gate.js';

/** Each thing once for each rule. */
export function judgeGates(gates: readonly GateChange[], rules: readonly ActiveRule[], now: string): readonly Finding[] {
  const news = newsOf([]);
  const today = dayOf(now) ?? 0;
  const found = new Map<string, Finding>();
  for (const { rule, applies } of rules.filter((r) => r.rule.on === 'gate').map((r) => ({ rule: r.rule, applies: r.applies.bind(r) })))
    for (const gate of gates) {
      const applied = applies(gate.subject);
      const scene: Scene = { subject: gate.subject, focus: { is: 'gate', gate }, news, today };
      if (applied?.compiled.violates(scene) !== true) continue;
      const { id, theme, fix, controls } = rule;
      const fingerprint = fingerprintOf(id, gate.subject.key, scene.focus);
      const message = applied.compiled.message(scene);
      found.set(fingerprint, {
        rule: id,
        level: applied.level,
        theme,
        message,
        fix,
        subject: undefined,
        at: gate.at,
        related: [],
        controls,
        fingerprint,
        waived: undefined,
      });
    }
  return [...found.values()];
}
