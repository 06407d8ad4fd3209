/** Suggested changes: one review with all that are not there yet. */

import { ApiError } from '../failure.js';
import { operation } from '../operation.js';
import { listOf, numberAt, textAt } from '../read.js';
import type { Hosted } from '../repository.js';
import { jobAuthor } from './author.js';

/** One suggestion, for lines of the head. */
export interface Suggested {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Begins with its marker. */
  readonly body: string;
  /** Equal for the same suggestion of another run. */
  readonly marker: string;
}

const listed = operation('GET /repos/{owner}/{repo}/pulls/{pull_number}/comments', 'pull-requests: read', (data) =>
  listOf(data, (entry) => ({ body: textAt(entry, 'body') ?? '', author: textAt(entry, 'user', 'login') })),
);
const create = operation('POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews', 'pull-requests: write', (data) => {
  const id = numberAt(data, 'id');
  return id === undefined ? undefined : { id };
});

const mostComments = 1_000;

/** Gives how many of them have no place: GitHub takes comments on lines near a change only. */
export async function deliverSuggestions(
  { github, owner, repo }: Hosted,
  { number, head }: { readonly number: number; readonly head: string },
  suggestions: readonly Suggested[],
  jobToken: boolean,
): Promise<number> {
  const parameters = { owner, repo, pull_number: number };
  const missing = async (): Promise<readonly Suggested[]> => {
    const { items } = await github.all(listed, parameters, mostComments);
    return suggestions.filter(
      ({ marker }) => !items.some(({ body, author }) => body.startsWith(marker) && (!jobToken || author === jobAuthor)),
    );
  };
  const post = async (all: readonly Suggested[]): Promise<void> => {
    const found = async () => ((await missing()).some((s) => all.includes(s)) ? undefined : { id: 0 });
    await github.make(create, { ...parameters, commit_id: head, event: 'COMMENT', comments: all.map(commentOf) }, found);
  };
  const fresh = suggestions.length === 0 ? [] : await missing();
  if (fresh.length === 0) return 0;
  try {
    await post(fresh);
    return 0;
  } catch (error) {
    if (!isMisplaced(error)) throw error;
  }
  // One that GitHub does not take spoils them all, and it does not say which.
  let without = 0;
  for (const one of fresh.length > 1 ? fresh : [])
    try {
      await post([one]);
    } catch (error) {
      if (!isMisplaced(error)) throw error;
      without += 1;
    }
  return fresh.length > 1 ? without : 1;
}

const isMisplaced = (error: unknown): boolean => error instanceof ApiError && error.failure.kind === 'unprocessable';

const commentOf = ({ path, startLine, endLine, body }: Suggested) => ({
  path,
  line: endLine,
  side: 'RIGHT',
  ...(endLine > startLine ? { start_line: startLine, start_side: 'RIGHT' } : {}),
  body,
});
