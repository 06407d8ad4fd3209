/** What a review rests on: config, policies and waivers from the side that the change cannot edit, the registry from the head. */
import { EdgeError } from '../edges/edge-error.js';
import { readUserFile } from '../edges/files.js';
import { policyFiles } from '../edges/policy-files.js';
import { type FilePath, filePath, type Side, type Source } from '../model/span.js';
import { codeownersPaths, parseCodeowners } from '../ownership/codeowners.js';
import { ownershipKeys } from '../ownership/keys.js';
import { parseRegistry, registryPath } from '../ownership/registry.js';
import type { FailOn } from '../policy/config.js';
import { loadPolicies, type Policies } from '../policy/load/load-policies.js';
import { readConfig } from '../policy/load/read-config.js';
import { mergeAttributes } from '../policy/vocabulary/index.js';
import type { ChangeSource } from '../ports.js';
import { providers } from '../providers/index.js';
import type { Terms } from '../review.js';
import { TermsError } from './terms-error.js';

export const configPath = filePath('.github/identity-review.yml');
export const waiversPath = filePath('.github/identity-waivers.yml');

/** What the command line or the Action's inputs say besides the files. */
export interface Said {
  readonly config?: string | undefined;
  readonly policies: readonly string[];
  readonly preset?: string | undefined;
  readonly failOn?: FailOn | undefined;
}

/** `trusted` is the side whose config counts: base for a change, head when there is no before. */
export async function termsOf(source: ChangeSource, trusted: Side, said: Said): Promise<{ terms: Terms; policies: Policies }> {
  const [ownConfig, waivers, codeowners] = await Promise.all([
    said.config === undefined ? own(source, trusted, [configPath]) : given(said.config, 'config file'),
    own(source, trusted, [waiversPath]),
    own(source, trusted, codeownersPaths),
  ]);
  const registry = await own(source, 'head', [registryPath]);
  const config = readConfig(ownConfig);
  const wanted = [...config.config.policies, ...said.policies];
  const policies = await loadPolicies({
    config,
    ...(said.preset === undefined ? {} : { preset: said.preset }),
    rules: wanted.flatMap(policyFiles),
    waivers,
    attributes: mergeAttributes(providers.map((p) => p.attributes)),
  });
  if (policies.errors.length > 0) throw new TermsError(policies.errors);
  const terms: Terms = {
    config: said.failOn === undefined ? policies.config : { ...policies.config, failOn: said.failOn },
    rules: policies.active,
    waivers: policies.waivers,
    ownership: {
      keys: ownershipKeys(policies.config.ownership),
      registry: parseRegistry(registry),
      codeowners: parseCodeowners(codeowners),
    },
  };
  return { terms, policies };
}

const given = (file: string, role: string): Source => ({ path: filePath(file), side: 'head', text: readUserFile(file, role) });

/** The first of the files that is there. One that is there and cannot be read ends the run: silence would be a pass. */
async function own(source: ChangeSource, side: Side, paths: readonly FilePath[]): Promise<Source | undefined> {
  const contents = await source.read(side, paths);
  const at = contents.findIndex((c) => c !== undefined);
  const [path, content] = [paths[at], contents[at]];
  if (!path || !content) return undefined;
  if (content.kind === 'text') return { path, side, text: content.text };
  throw new EdgeError('cannot-read', `${path} cannot be read: ${content.kind === 'gap' ? content.gap.reason : 'it is not a text file'}.`);
}
