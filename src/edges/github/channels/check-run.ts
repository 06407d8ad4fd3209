/** The check run: made with the first fifty annotations, the rest added fifty at a time. */
import { EdgeError } from '../../edge-error.js';
import { operation } from '../operation.js';
import { at, listOf, numberAt, textAt } from '../read.js';
import type { Hosted } from '../repository.js';

/** What it says, as the Checks API has it. */
export interface CheckRunContent {
  readonly title: string;
  readonly summary: string;
  readonly conclusion: 'success' | 'failure';
  readonly annotations: readonly {
    readonly path: string;
    readonly start_line: number;
    readonly end_line: number;
    readonly start_column?: number;
    readonly end_column?: number;
    readonly annotation_level: 'failure' | 'warning' | 'notice';
    readonly title: string;
    readonly message: string;
  }[];
}

export interface CheckRunPlace {
  readonly name: string;
  readonly headSha: string;
  /** Names what the check run is made by, so that one that was made is known again. */
  readonly externalId: string;
}

interface Made {
  readonly id: number;
  readonly externalId: string | undefined;
  readonly annotations: number;
}

const readRun = (data: unknown): Made | undefined => {
  const id = numberAt(data, 'id');
  return id === undefined
    ? undefined
    : { id, externalId: textAt(data, 'external_id'), annotations: numberAt(data, 'output', 'annotations_count') ?? 0 };
};

const create = operation('POST /repos/{owner}/{repo}/check-runs', 'checks: write', readRun);
const add = operation('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', 'checks: write', readRun);
const list = operation('GET /repos/{owner}/{repo}/commits/{ref}/check-runs', 'checks: read', (data) =>
  listOf(at(data, 'check_runs'), readRun),
);

/** GitHub's limit for one request. */
const batchSize = 50;

/** A run that is repeated makes a check run of its own, which takes the place of the one before: annotations can only be added. */
export async function deliverCheckRun({ github, owner, repo }: Hosted, place: CheckRunPlace, content: CheckRunContent): Promise<void> {
  const { name, headSha, externalId } = place;
  const { title, summary, conclusion, annotations } = content;
  const lookUp = async (): Promise<Made | undefined> =>
    (await github.ask(list, { owner, repo, ref: headSha, check_name: name, filter: 'all' })).find((run) => run.externalId === externalId);
  const batches = batchesOf(annotations);
  const made = await github.make(
    create,
    {
      owner,
      repo,
      name,
      head_sha: headSha,
      external_id: externalId,
      status: 'completed',
      conclusion,
      output: { title, summary, annotations: [...(batches[0] ?? [])] },
    },
    lookUp,
  );
  let there = batches[0]?.length ?? 0;
  for (const batch of batches.slice(1)) {
    const expected = there + batch.length;
    const full = async (): Promise<Made | undefined> => {
      const run = await lookUp();
      return run && run.annotations >= expected ? run : undefined;
    };
    try {
      await github.make(add, { owner, repo, check_run_id: made.id, output: { title, summary, annotations: [...batch] } }, full);
    } catch (error) {
      throw lessThanAll(error, there, annotations.length);
    }
    there = expected;
  }
}

function batchesOf<T>(all: readonly T[]): readonly (readonly T[])[] {
  const batches: T[][] = [];
  for (let i = 0; i < all.length; i += batchSize) batches.push(all.slice(i, i + batchSize));
  return batches;
}

/** The check run is there with its verdict and summary; only some of its annotations are not. */
const lessThanAll = (error: unknown, there: number, all: number): unknown =>
  error instanceof EdgeError ? new EdgeError('api-failed', `It shows ${there} of ${all} annotations. ${error.message}`) : error;
