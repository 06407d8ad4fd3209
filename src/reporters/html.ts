/** One page to keep or send: findings, changes, inventory and gaps. It runs nothing and fetches nothing. */
import type { Outcome, OutcomeChange, OutcomeFinding, OutcomeIdentity } from '../model/outcome.js';
import { xml } from './escape.js';
import { at, gapAt } from './place.js';
import { accessWord, count, gapWord, kindWord, list, themeWord } from './prose/words.js';
import { type GapGroup, gapGroups, open, rankedChanges, signOf, waived } from './ranking.js';
import { defineReporter } from './reporter.js';

const style = `
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; color: #1f2328; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-top: 1px solid #d1d9e0; overflow-wrap: anywhere }
.error, .fail { color: #b3261e } .warning { color: #8a5a00 } .note { color: #0b5cad } .pass { color: #116329 }
.place { font-family: ui-monospace, monospace; font-size: .85rem; color: #59636e } .fix::before { content: "Fix: "; font-weight: 600 }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117 } th, td { border-color: #3d444d } .place { color: #9198a1 }
.error, .fail { color: #ff8178 } .warning { color: #e0a83a } .note { color: #7ab7ff } .pass { color: #57c26b } }
`;

export const html = defineReporter({
  id: 'html',
  title: 'a page that stands alone',
  render: (outcome) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${titleOf(outcome)}</title>
<style>${style}</style>
</head>
<body>
${[
  header(outcome),
  table('Findings', ['Level', 'What', 'Rule'], open(outcome).map(findingRow)),
  table('Changes', ['', 'What'], rankedChanges(outcome.changes).map(changeRow)),
  table('Identities', ['Identity', 'Access', 'Owner', 'Credentials'], outcome.identities.map(identityRow)),
  table('Waived', ['Rule', 'Why'], waived(outcome).map(waivedRow)),
  table('Not established', ['What', 'Where'], gapGroups(outcome.gaps).map(gapRow)),
]
  .filter((block) => block !== '')
  .join('\n')}
</body>
</html>
`,
});

const titleOf = ({ mode, verdict }: Outcome): string => (mode === 'inventory' ? 'Identity inventory' : `Identity review: ${verdict}`);

function header(outcome: Outcome): string {
  const { findings: f, identities: i, gaps } = outcome.summary;
  const { files } = outcome.coverage;
  const found = `${count(f.error, 'error')}, ${count(f.warning, 'warning')}, ${count(f.note, 'note')}, ${f.waived} waived.`;
  const moved = `Identities: ${i.added} added, ${i.changed} changed, ${i.removed} removed.`;
  const seen = `${files.read} of ${count(files.considered, 'file')} read, ${count(gaps, 'gap')}. ${xml(outcome.now)}`;
  const ruled = (outcome.policies ?? []).map((p) => ` Policies ${xml(p.source)} at ${xml(p.commit)}, ${xml(p.digest)}.`).join('');
  const said = outcome.mode === 'inventory' ? seen : `${found} ${moved} ${seen}`;
  return `<h1 class="${outcome.verdict}">${titleOf(outcome)}</h1>\n<p>${said}${ruled}</p>`;
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (tag: 'th' | 'td', cells: readonly string[]): string => `<tr>${cells.map((c) => `<${tag}>${c}</${tag}>`).join('')}</tr>`;
  return [`<h2>${title} (${rows.length})</h2>`, '<table>', line('th', heads), ...rows.map((r) => line('td', r)), '</table>'].join('\n');
}

const placed = (place: string): string => `<div class="place">${xml(place)}</div>`;

const findingRow = (f: OutcomeFinding): readonly string[] => [
  `<span class="${f.level}">${f.level}</span>`,
  [
    `${xml(f.message)}${placed(at(f.location))}<div class="fix">${xml(f.fix)}</div>`,
    ...f.related.map((r) => `<div>${xml(r.message)}${placed(at(r.location))}</div>`),
  ].join(''),
  `${xml(f.rule)}<div class="place">${themeWord[f.theme]}${f.controls.length > 0 ? `: ${xml(f.controls.join(', '))}` : ''}</div>`,
];

const changeRow = (c: OutcomeChange): readonly string[] => [signOf(c), `${xml(c.statement)}${placed(at(c.location))}`];

const identityRow = (i: OutcomeIdentity): readonly string[] => [
  `${xml(i.name)} (${kindWord[i.kind]})${placed(i.key)}${placed(at(i.location))}`,
  `${accessWord[i.access.level]}${i.access.because.length > 0 ? placed(list(i.access.because)) : ''}`,
  i.owner ? `${xml(i.owner.value)}${placed(i.owner.source)}` : 'none',
  i.credentials.map((c) => `${xml(c.name)}${placed([c.lifetime, c.rotatedBy ?? ''].filter(Boolean).join(', '))}`).join(''),
];

const waivedRow = (f: OutcomeFinding): readonly string[] => [
  `${xml(f.rule)}${placed(at(f.location))}`,
  f.waived ? `${xml(f.waived.reason)} (${xml(f.waived.by)}, until ${xml(f.waived.until)})` : '',
];

const gapRow = ({ kind, reason, gaps, count: n }: GapGroup): readonly string[] => {
  const [first] = gaps;
  return [`${gapWord[kind]}: ${xml(reason)}`, `${placed(first ? gapAt(first) : '')}${n > 1 ? `and ${count(n - 1, 'more place')}` : ''}`];
};
