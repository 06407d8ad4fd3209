/** One thing that GitHub's API can be asked for: its route, what a token needs for it, and how its answer is read. */
import type { Endpoints } from '@octokit/types';

/** A route of GitHub's API description, such as `GET /repos/{owner}/{repo}/git/trees/{tree_sha}`. */
export type Route = keyof Endpoints;

/** What a route takes, as GitHub describes it. */
export type ParametersOf<R extends Route> = Endpoints[R]['parameters'];

/** A permission of a workflow's token, as it stands below `permissions:`. */
export type Permission = `${'checks' | 'contents' | 'issues' | 'metadata' | 'pull-requests'}: ${'read' | 'write'}`;

/** `T` holds the fields that somebody uses and nothing else. */
export interface Operation<R extends Route, T> {
  readonly route: R;
  /** What the message names when GitHub refuses. */
  readonly needs: Permission;
  /** Undefined for an answer that is not what the route promises, such as one that was cut. */
  read(data: unknown): T | undefined;
}

/** Writes an operation down; the compiler finds the types of its route. */
export const operation = <R extends Route, T>(route: R, needs: Permission, read: (data: unknown) => T | undefined): Operation<R, T> => ({
  route,
  needs,
  read,
});
