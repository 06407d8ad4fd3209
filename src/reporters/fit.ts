/** Fits a report into a budget: what matters most goes in first, a section is cut at an entry, and a cut says how much is missing. */

export interface Entry {
  readonly text: string;
  /** Lower is kept longer. Within a section entries stand in this order. */
  readonly rank: number;
}

export interface Section {
  readonly open: string;
  readonly entries: readonly Entry[];
  readonly close: string;
  /** The line that stands for so many entries left out. */
  readonly left: (n: number) => string;
}

/** All sections, as far as the budget goes. The frames are kept; when even they are too large, only the first section's opening is. */
export function fitted(sections: readonly Section[], budget: number): string {
  const shown = shownOf(sections, budget);
  if (!shown) return sections[0] ? cut(sections[0].open, budget) : '';
  return sections.map((section, i) => rendered(section, shown[i] ?? 0)).join('');
}

function rendered({ open, entries, close, left }: Section, shown: number): string {
  const hidden = entries.length - shown;
  return [open, ...entries.slice(0, shown).map((e) => e.text), hidden > 0 ? left(hidden) : '', close].join('');
}

/** How many entries of each section there is room for; undefined when there is not even room for the frames. */
function shownOf(sections: readonly Section[], budget: number): readonly number[] | undefined {
  if (budget === Number.POSITIVE_INFINITY) return sections.map((s) => s.entries.length);
  // Paid for in full beforehand, so that a cut can always be told.
  const frames = sections.reduce((n, s) => n + bytes(s.open) + bytes(s.close) + bytes(s.left(s.entries.length)), 0);
  let room = budget - frames;
  if (room < 0) return undefined;
  const shown = sections.map(() => 0);
  const closed = new Set<number>();
  const queue = sections.flatMap(({ entries }, section) => entries.map((entry) => ({ entry, section })));
  for (const { entry, section } of queue.sort((a, b) => a.entry.rank - b.entry.rank)) {
    if (closed.has(section)) continue;
    const cost = bytes(entry.text);
    if (cost > room) closed.add(section);
    else {
      room -= cost;
      shown[section] = (shown[section] ?? 0) + 1;
    }
  }
  return shown;
}

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

/** At most so many bytes; whole characters. */
function cut(text: string, budget: number): string {
  let used = 0;
  let kept = '';
  for (const character of text) {
    used += bytes(character);
    if (used > budget) break;
    kept += character;
  }
  return kept;
}
