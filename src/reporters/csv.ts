/** The inventory for a spreadsheet: one row for each identity. */
import type { OutcomeIdentity } from '../model/outcome.js';
import { csvCell } from './escape.js';
import { accessWord } from './prose/words.js';
import { defineReporter } from './reporter.js';

const columns: Readonly<Record<string, (i: OutcomeIdentity) => string>> = {
  key: (i) => i.key,
  name: (i) => i.name,
  kind: (i) => i.kind,
  provider: (i) => i.provider,
  type: (i) => i.type,
  owner: (i) => i.owner?.value ?? '',
  'owner source': (i) => i.owner?.source ?? '',
  purpose: (i) => i.metadata.purpose?.value ?? '',
  access: (i) => i.access.level,
  'access in words': (i) => accessWord[i.access.level],
  'because of': (i) => i.access.because.join('; '),
  credentials: (i) => i.credentials.map((c) => `${c.name} (${c.lifetime})`).join('; '),
  'review by': (i) => i.metadata.reviewBy?.value ?? '',
  rotation: (i) => [i.metadata.rotation?.value, ...i.credentials.map((c) => c.rotatedBy)].filter(Boolean).join('; '),
  expires: (i) => [i.metadata.expires?.value, ...i.credentials.map((c) => c.expires)].filter(Boolean).join('; '),
  'retire when': (i) => i.metadata.retireWhen?.value ?? '',
  path: (i) => i.location.path,
  line: (i) => String(i.location.startLine),
};

/** Lines end as RFC 4180 has it. */
const row = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

export const csv = defineReporter({
  id: 'csv',
  title: 'the identities for a spreadsheet, one row each',
  render: ({ identities }) =>
    [Object.keys(columns), ...identities.map((i) => Object.values(columns).map((cell) => cell(i)))].map(row).join(''),
});
