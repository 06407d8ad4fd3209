/** What `policies` of a config, a workflow or a command line names: files, or a repository of policies on GitHub. */
import { apiUrlIn, openGitHub } from '../edges/github/client.js';
import { fetchPolicies, policyRepositoryOf } from '../edges/github/policy-repository.js';
import type { OutcomePolicies } from '../model/outcome.js';
import type { Source } from '../model/span.js';

/** Who asks for a repository of policies. */
export interface PolicyCaller {
  readonly door: 'action' | 'terminal';
  readonly token: string | undefined;
}

/** At a terminal the token is where GitHub's own tools look for it. */
export const callerAtTerminal = (env: NodeJS.ProcessEnv): PolicyCaller => ({
  door: 'terminal',
  token: env.GITHUB_TOKEN || env.GH_TOKEN || undefined,
});

export interface PolicyEntries {
  readonly sources: readonly Source[];
  /** Repositories among them, with what came out of them. */
  readonly fetched: readonly OutcomePolicies[];
  readonly notices: readonly string[];
}

/** The rules of each entry, in order. `local` finds what is a path. */
export async function policyEntries(
  entries: readonly { readonly entry: string; local(entry: string): Promise<readonly Source[]> }[],
  caller: PolicyCaller,
): Promise<PolicyEntries> {
  const github = openGitHub({ ...caller, apiUrl: apiUrlIn(process.env) });
  const known = new Map<string, ReturnType<typeof fetchPolicies>>();
  const found = await Promise.all(
    entries.map(async ({ entry, local }) => {
      const repository = policyRepositoryOf(entry);
      if (!repository) return { sources: await local(entry), fetched: [], notices: [] };
      // Named by the config and the workflow alike, it is fetched once and its rules are there once.
      const first = !known.has(entry);
      const fetching = known.get(entry) ?? fetchPolicies(github, repository);
      known.set(entry, fetching);
      const { sources, commit, digest, notices } = await fetching;
      return first ? { sources, fetched: [{ source: entry, commit, digest }], notices } : { sources: [], fetched: [], notices: [] };
    }),
  );
  return {
    sources: found.flatMap((f) => f.sources),
    fetched: found.flatMap((f) => f.fetched),
    notices: found.flatMap((f) => f.notices),
  };
}
