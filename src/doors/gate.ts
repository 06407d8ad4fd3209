/** What a change does to the gate itself: its own files of both sides, as far as it touches them. */
import { filePath, type Side, type Source } from '../model/span.js';
import { readConfig } from '../policy/load/read-config.js';
import type { SaidOutside } from '../policy/protection/config.js';
import type { GateChange, GateFiles } from '../policy/protection/gate.js';
import { gateChanges } from '../policy/protection.js';
import type { ChangeSource } from '../ports.js';

/** Where a review's own words stand. */
export interface GatePaths {
  readonly config: string;
  readonly waivers: string;
  readonly baseline: string;
}

/** A workflow, or an action of the repository's own that a workflow may run the review through. */
const isWorkflow = (path: string): boolean => /^\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/i.test(path);

/** Nothing is read but what the change touches, and the config, which says what the rest means. */
export async function gateOf(
  change: ChangeSource,
  paths: GatePaths,
  said: SaidOutside & { readonly config?: string | undefined },
): Promise<readonly GateChange[]> {
  const touched = [...new Set((await change.changed()).flatMap(({ path, from }) => (from ? [path, from] : [path])))];
  const config = filePath(said.config ?? paths.config);
  const [configBefore, configAfter] = [await textOf(change, 'base', [config]), await textOf(change, 'head', [config])];
  // Only rules that were in force can be taken out of it.
  const places = new Set(readConfig(configBefore[0]).config.policies.map(placeOf));
  const isPolicy = (path: string): boolean => places.has('') || ancestry(path).some((place) => places.has(place));
  const ours = touched.filter(
    (path) => path === config || path === paths.waivers || path === paths.baseline || isWorkflow(path) || isPolicy(path),
  );
  if (ours.length === 0) return [];
  const side = async (of: Side, configs: readonly Source[]): Promise<GateFiles> => {
    const sources = await textOf(change, of, ours);
    return {
      config: configs[0],
      waivers: sources.find(({ path }) => path === paths.waivers),
      baseline: sources.find(({ path }) => path === paths.baseline),
      policies: sources.filter(({ path }) => /\.ya?ml$/.test(path) && isPolicy(path)),
      workflows: sources.filter(({ path }) => isWorkflow(path)),
    };
  };
  return gateChanges(await side('base', configBefore), await side('head', configAfter), said);
}

/** A path as trees spell it. */
const placeOf = (named: string): string => filePath(named).replace(/\/+$/, '').replace(/^\.$/, '');

/** A path and all folders that it is in: a config may name a hundred thousand places, a path has a few. */
function ancestry(path: string): readonly string[] {
  const all = [path];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) all.push(path.slice(0, end));
  return all;
}

/** One that is there and cannot be read says nothing: what it said before is then taken back. */
async function textOf(change: ChangeSource, side: Side, paths: readonly ReturnType<typeof filePath>[]): Promise<readonly Source[]> {
  const contents = await change.read(side, paths);
  return paths.flatMap((path, i) => {
    const content = contents[i];
    return content === undefined ? [] : [{ path, side, text: content.kind === 'text' ? content.text : '' }];
  });
}
