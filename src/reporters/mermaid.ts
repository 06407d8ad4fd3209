/** Ways from identity to identity as a picture that GitHub draws, or as a table where a picture would be too large to be read. */
import type { Outcome, OutcomePath } from '../model/outcome.js';
import { clip, codeSpan, markdown as inert } from './escape.js';
import { accessWord } from './prose/words.js';

/** More arrows than this are no picture any more. */
const mostArrows = 60;
const mostRows = 30;
const mostLabel = 60;

/** The name within a key: `aws:role:ci` is `ci`. */
const shortName = (key: string): string => key.split(':').slice(2).join(':') || key;

/** Inside quotes Mermaid reads `#…;` as an entity and nothing else; what is no letter, digit or plain sign is spelled so. */
const quoted = (said: string): string =>
  `"${clip(said, mostLabel).replace(/[^\p{L}\p{N} ._:/@*-]/gu, (c) => `#${c.codePointAt(0) ?? 0};`)}"`;

/** A section's text; empty where there is no way to tell of. */
export function pathsSection({ paths, mode }: Pick<Outcome, 'paths' | 'mode'>): string {
  if (paths.length === 0) return '';
  const title = mode === 'review' ? 'New ways to reach something' : 'Ways to reach something';
  const arrows = paths.flatMap((p) => p.steps.map((s) => `${s.from} ${s.to} ${s.how}`));
  return `\n### ${title} (${paths.length})\n\n${new Set(arrows).size + paths.length <= mostArrows ? picture(paths) : table(paths)}`;
}

function picture(paths: readonly OutcomePath[]): string {
  const ids = new Map<string, string>();
  const lines = new Set<string>();
  const node = (key: string): string => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = `n${ids.size}`;
    ids.set(key, id);
    lines.add(`  ${id}[${quoted(shortName(key))}]`);
    return id;
  };
  for (const { steps, level, reach } of paths) {
    for (const { from, to, how, certain } of steps) lines.add(`  ${node(from)} ${certain ? '-->' : '-.->'}|${quoted(how)}| ${node(to)}`);
    const last = steps.at(-1);
    if (last) lines.add(`  ${node(last.to)} ==>|${quoted(accessWord[level])}| ${reached(node(last.to), reach)}`);
  }
  return `\`\`\`mermaid\nflowchart LR\n${[...lines].join('\n')}\n\`\`\`\n`;
}

const reached = (id: string, reach: string): string => `${id}r([${quoted(reach)}])`;

function table(paths: readonly OutcomePath[]): string {
  const rows = paths.slice(0, mostRows).map(({ steps, level, reach }) => {
    const way = [steps[0]?.from ?? '', ...steps.map((s) => s.to)].map((key) => codeSpan(clip(shortName(key), mostLabel))).join(' → ');
    return `| ${way} | ${inert(accessWord[level])}: ${codeSpan(clip(reach, mostLabel))} |\n`;
  });
  const rest = paths.length - rows.length;
  return `| way | in the end it |\n| --- | --- |\n${rows.join('')}${rest > 0 ? `\nand ${rest} more\n` : ''}`;
}
