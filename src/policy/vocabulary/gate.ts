/** What rules may ask of a change of the gate's own files. */
import { type GateChange, gateChangeKinds } from '../protection/gate.js';
import { string } from '../value.js';
import { defineNoun, type Row } from './field.js';

const rows: readonly Row<GateChange>[] = [
  { name: 'change', type: 'string', words: gateChangeKinds, doc: 'What lets more through.', get: (g) => string(g.change) },
  {
    name: 'name',
    type: 'string',
    doc: 'The rule, path, trigger, permission, input or exception that it is about.',
    get: (g) => string(g.name),
  },
  { name: 'file', type: 'string', doc: 'The file that says it.', get: (g) => string(g.at.source.path) },
  { name: 'from', type: 'string', doc: 'What was said before.', get: (g) => string(g.from) },
  { name: 'to', type: 'string', doc: 'What is said now.', get: (g) => string(g.to) },
];

export const gateFields = defineNoun('gate', ({ focus }) => (focus.is === 'gate' ? focus.gate : undefined), rows);
