/** Whose words are ours. */

/** Who speaks with the token of a job. */
export const jobAuthor = 'github-actions[bot]';

/** Tokens of people and of their apps are known by how they begin; those of installations, of which the job's is one, are `ghs_…`. */
export const mayBeJobToken = (token: string): boolean => !/^(?:gh[pou]_|github_pat_|[0-9a-f]{40}$)/.test(token);
