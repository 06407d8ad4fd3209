/** What a review rests on: config, policies and waivers from the side that the change cannot edit, the registry from the head. */
import { type FilePath, filePath, type Source } from '../model/span.js';
import { codeownersPaths, parseCodeowners } from '../ownership/codeowners.js';
import { ownershipKeys } from '../ownership/keys.js';
import { parseRegistry, registryPath } from '../ownership/registry.js';
import { builtinPresets } from '../policy/builtin.js';
import type { FailOn } from '../policy/config.js';
import { loadPolicies, type Policies } from '../policy/load/load-policies.js';
import { readConfig } from '../policy/load/read-config.js';
import { mergeAttributes } from '../policy/vocabulary/index.js';
import { providers } from '../providers/index.js';
import type { Terms } from '../review.js';
import { oneOf } from './choice.js';
import { gateOf } from './gate.js';
import { type Ground, inTrees, type NamedFiles, sourceOf } from './named-files.js';
import { callerAtTerminal, type PolicyCaller, policyEntries } from './policy-entries.js';
import { TermsError } from './terms-error.js';
import type { Tree } from './tree.js';

export const configPath = filePath('.github/identity-review.yml');
export const waiversPath = filePath('.github/identity-waivers.yml');
export const baselinePath = filePath('.github/identity-baseline.yml');

/** What the command line or the Action's inputs say besides the files. */
export interface Said {
  readonly config?: string | undefined;
  readonly policies: readonly string[];
  readonly preset?: string | undefined;
  readonly failOn?: FailOn | undefined;
  /** Who asks GitHub for repositories of policies; whoever sits at a terminal when nobody else is named. */
  readonly caller?: PolicyCaller | undefined;
}

export interface GatheredTerms {
  readonly terms: Terms;
  readonly policies: Policies;
  readonly notices: readonly string[];
}

/** `words` finds what `said` names. */
export async function termsOf(ground: Ground, said: Said, words: NamedFiles): Promise<GatheredTerms> {
  const { trusted, head, change } = ground;
  const [ownConfig, waivers, baseline, codeowners, registry] = await Promise.all([
    said.config === undefined ? own(trusted, [configPath]) : words.config(said.config),
    own(trusted, [waiversPath]),
    own(trusted, [baselinePath]),
    own(trusted, codeownersPaths),
    own(head, [registryPath]),
  ]);
  if (said.preset !== undefined) oneOf(Object.keys(builtinPresets), said.preset, 'The preset');
  const config = readConfig(ownConfig);
  const ofConfig = inTrees(ground);
  const entries = await policyEntries(
    [
      ...config.config.policies.map((entry) => ({ entry, local: ofConfig.policies })),
      ...said.policies.map((entry) => ({ entry, local: words.policies })),
    ],
    said.caller ?? callerAtTerminal(process.env),
  );
  const policies = await loadPolicies({
    config,
    ...(said.preset === undefined ? {} : { preset: said.preset }),
    rules: entries.sources,
    waivers,
    baseline,
    attributes: mergeAttributes(providers.map((p) => p.attributes)),
  });
  if (policies.errors.length > 0) throw new TermsError(policies.errors);
  const terms: Terms = {
    config: said.failOn === undefined ? policies.config : { ...policies.config, failOn: said.failOn },
    rules: policies.active,
    waivers: policies.waivers,
    families: policies.families,
    policies: entries.fetched,
    ...(policies.salt === undefined ? {} : { salt: policies.salt }),
    ownership: {
      keys: ownershipKeys(policies.config.ownership),
      registry: parseRegistry(registry),
      codeowners: parseCodeowners(codeowners),
    },
    ...(change === undefined
      ? {}
      : { gates: await gateOf(change, { config: configPath, waivers: waiversPath, baseline: baselinePath }, said) }),
  };
  return { terms, policies, notices: entries.notices };
}

/** The first of the files that is there. */
async function own(tree: Tree, paths: readonly FilePath[]): Promise<Source | undefined> {
  const contents = await tree.read(paths);
  const at = contents.findIndex((c) => c !== undefined);
  const path = paths[at];
  return path && sourceOf(path, contents[at], tree);
}
