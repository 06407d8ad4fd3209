/** The one comment: found by its marker and its author, updated in place, never a second one. */
import { operation } from '../operation.js';
import { listOf, numberAt, textAt } from '../read.js';
import type { Hosted } from '../repository.js';
import { jobAuthor } from './author.js';

interface Comment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
}

const readComment = (data: unknown): Comment | undefined => {
  const id = numberAt(data, 'id');
  // A comment of an account that is gone has no author.
  return id === undefined ? undefined : { id, author: textAt(data, 'user', 'login') ?? '', body: textAt(data, 'body') ?? '' };
};

const list = operation('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests: read', (data) =>
  listOf(data, readComment),
);
const create = operation('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', 'pull-requests: write', readComment);
const update = operation('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', 'pull-requests: write', readComment);
const remove = operation('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', 'pull-requests: write', () => true as const);

/** Comments of one pull request that are looked through. */
const mostComments = 3_000;

export interface CommentContent {
  readonly marker: string;
  /** Begins with the marker. */
  readonly body: string;
  /** Whether a comment is made where there is none. One that is there is updated in any case. */
  readonly due: boolean;
}

/** `jobToken`: the token may be the one of the job, whose author is known without asking. */
export async function deliverComment(
  hosted: Hosted,
  number: number,
  { marker, body, due }: CommentContent,
  jobToken: boolean,
): Promise<void> {
  const { github, owner, repo } = hosted;
  const issue = { owner, repo, issue_number: number };
  const marked = async (): Promise<readonly Comment[]> =>
    (await github.all(list, issue, mostComments)).items.filter((c) => c.body.startsWith(marker));
  const known = await marked();
  const ofJob = jobToken ? known.filter(({ author }) => author === jobAuthor) : [];
  if (ofJob.length > 0) return settle(hosted, ofJob, body);
  // Somebody else's comment may hold our marker; it is theirs.
  if (!due && (jobToken || known.length === 0)) return;
  const before = new Set(known.map(({ id }) => id));
  const made = await github.make(create, { ...issue, body }, async () =>
    (await marked()).find((c) => !before.has(c.id) && c.body === body),
  );
  const own = known.filter(({ author }) => author === made.author);
  if (own.length > 0) return settle(hosted, [...own, made], body);
  if (!due) await github.ask(remove, { owner, repo, comment_id: made.id });
}

/** The first stays where the discussion knows it; what two runs at once made too much goes. */
async function settle({ github, owner, repo }: Hosted, own: readonly Comment[], body: string): Promise<void> {
  const [first, ...others] = own;
  // GitHub ends lines as browsers do.
  if (first && first.body.replaceAll('\r\n', '\n') !== body) await github.ask(update, { owner, repo, comment_id: first.id, body });
  for (const { id } of others) await github.ask(remove, { owner, repo, comment_id: id });
}
