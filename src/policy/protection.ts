/** A change of the gate's own files, as what it lets through: compared side with side, judged by rules `on: gate`. */
import { configChanges, type SaidOutside } from './protection/config.js';
import type { GateChange, GateFiles } from './protection/gate.js';
import { waiverChanges } from './protection/waivers.js';
import { workflowChanges } from './protection/workflows.js';

/** Only what loosens the gate or may do so; a change that tightens it says nothing. */
export const gateChanges = (before: GateFiles, after: GateFiles, said: SaidOutside): readonly GateChange[] => [
  ...configChanges(before, after, said),
  ...waiverChanges(before.waivers, after.waivers),
  ...waiverChanges(before.baseline, after.baseline),
  ...workflowChanges(before.workflows, after.workflows),
];
