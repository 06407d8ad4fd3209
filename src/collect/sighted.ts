/** Literal credentials in the texts of a change: every changed file of each side is looked through, whatever its format. */
import type { Detector } from '../credentials/sight.js';
import type { Sighting } from '../credentials/sighting.js';
import { type Gap, gap } from '../model/gap.js';
import { type Side, type Source, span } from '../model/span.js';
import type { Collected } from './collect.js';
import type { Passing } from './files.js';

export interface Sighted {
  readonly source: Source;
  readonly sighting: Sighting;
}

export interface SightedSide {
  /** In path order, then by place. */
  readonly found: readonly Sighted[];
  readonly gaps: readonly Gap[];
}

/** So many files are held in memory at once; those without a sighting are let go. */
const atOnce = 128;

/** Formats that hold no text: they are not read for this. */
const noText =
  /\.(?:png|jpe?g|gif|bmp|ico|webp|avif|tiff?|psd|mp[34]|m4[av]|mov|avi|mkv|webm|og[gv]|wav|flac|woff2?|ttf|otf|eot|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|whl|exe|dll|so|dylib|a|o|class|pyc|wasm|pdf|docx?|xlsx?|pptx?)$/i;

export async function sightedOn(side: Side, collected: Collected, detector: Detector): Promise<SightedSide> {
  const found: Sighted[] = [];
  const gaps: Gap[] = [];
  const paths = collected.paths[side].filter((path) => !noText.test(path));
  for (let at = 0; at < paths.length; at += atOnce)
    for (const file of await collected.files.passing(side, paths.slice(at, at + atOnce))) look(file, detector, found, gaps);
  return { found, gaps };
}

function look({ source, binary }: Passing, detector: Detector, found: Sighted[], gaps: Gap[]): void {
  const { found: seen, blind } = binary ? detector.sightBytes(binary) : detector.sight(source.text, source.path);
  for (const sighting of seen) found.push({ source, sighting });
  for (const { start, end, why } of blind) gaps.push(gap('too-large', why, span(source, start, end)));
}
