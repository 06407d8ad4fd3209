/** `docs/report.svg`: what the terminal shows for the example pull request, as a picture for the README. */

import { parseOptions } from '../doors/options.js';
import { run } from '../doors/run.js';

const example = 'examples/pull-request';
/** Lines that fit a screen; what is cut is said. */
const most = 42;
const columns = 150;
const ansi = new RegExp(`${String.fromCharCode(27)}\\[(\\d+)m`);

const colors: Readonly<Record<string, string>> = {
  '1': 'font-weight:bold',
  '2': 'fill:#8b949e',
  '31': 'fill:#ff7b72',
  '32': 'fill:#7ee787',
  '33': 'fill:#d29922',
  '36': 'fill:#79c0ff',
};

export async function reportPicture(root: string): Promise<string> {
  const report: string[] = [];
  const words = ['review', '--base-dir', `${root}/${example}/base`, '--head-dir', `${root}/${example}/head`, '--now', '2026-11-21'];
  const asked = parseOptions(words, true);
  if (asked.kind === 'run') await run(asked.options, { out: (text) => void report.push(text), note: () => {} });
  const lines = report.join('').trimEnd().split('\n');
  const shown =
    lines.length > most ? [...lines.slice(0, most - 2), `    … ${lines.length - most + 1} lines more …`, ...lines.slice(-1)] : lines;
  return svg(shown);
}

function svg(lines: readonly string[]): string {
  const height = lines.length * 19 + 32;
  const rows = lines.map((l, i) => `<text x="16" y="${28 + i * 19}" xml:space="preserve">${spans(l)}</text>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${columns * 7.85}" height="${height}" font-family="ui-monospace,Menlo,Consolas,monospace" font-size="13" fill="#e6edf3">`,
    `<title>What identity-review says of the example pull request</title>`,
    `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    ...rows,
    '</svg>\n',
  ].join('\n');
}

/** ANSI colours → styled spans; the line is cut at the picture's width. */
function spans(line: string): string {
  let room = columns;
  let styles: readonly string[] = [];
  return line
    .split(ansi)
    .map((piece, i) => {
      if (i % 2 === 1) {
        styles = piece === '0' ? [] : [...styles, colors[piece] ?? ''];
        return '';
      }
      const text = piece.length > room ? `${piece.slice(0, Math.max(0, room - 1))}…` : piece;
      room -= text.length;
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return styles.length > 0 && escaped !== '' ? `<tspan style="${styles.join(';')}">${escaped}</tspan>` : escaped;
    })
    .join('');
}
