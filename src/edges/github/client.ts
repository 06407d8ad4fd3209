/**
 * GitHub's API as this house uses it. Nothing is loaded or sent before the first question. A request is repeated where that is safe and in so
 * far as the run's patience lasts; whatever makes something new is made at most once. All that fails is an `ApiError` with a closed reason.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, ApiError, type ApiFailure, isUncertain, malformed, refused, unreachable } from './failure.js';
import type { Operation, ParametersOf, Route } from './operation.js';
import { type Again, type Patience, patienceIn, Waiting } from './patience.js';
import { type Caller, lazily, type Send } from './transport.js';

/** A list, and whether GitHub has more than was asked for. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/** Whether a question is asked again when it failed in a way that may pass. */
export type Manner = 'patiently' | 'once';

export interface GitHub {
  /** Asks for one thing, patiently unless told otherwise. What adds something is asked for once: use `make` to see that it gets there. */
  ask<R extends Route, T>(operation: Operation<R, T>, parameters: ParametersOf<R>, manner?: Manner): Promise<T>;
  /** All pages of a list, up to `atMost` entries. */
  all<R extends Route, T>(operation: Operation<R, readonly T[]>, parameters: ParametersOf<R>, atMost: number): Promise<Listed<T>>;
  /**
   * Makes something new. When it stays unclear whether GitHub did (a cut connection, a 502), `found` looks for it, and only what is not there
   * is made again.
   */
  make<R extends Route, T>(operation: Operation<R, T>, parameters: ParametersOf<R>, found: () => Promise<T | undefined>): Promise<T>;
}

/** Who asks, and how patient. */
export interface GitHubOptions extends Caller {
  readonly patience?: Patience;
}

/** A client that sends its token to `apiUrl` and nowhere else. */
export const openGitHub = (options: GitHubOptions): GitHub => new Client(lazily(options), options.patience ?? patienceIn(process.env));

/** Where the API is: GitHub Enterprise Server says so in the environment of a job. */
export const apiUrlIn = (env: NodeJS.ProcessEnv): string => (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, '');

const pageSize = 100;

class Client implements GitHub {
  private readonly waiting: Waiting;

  constructor(
    private readonly send: Send,
    private readonly patience: Patience,
  ) {
    this.waiting = new Waiting(patience);
  }

  ask<R extends Route, T>(operation: Operation<R, T>, parameters: ParametersOf<R>, manner: Manner = 'patiently'): Promise<T> {
    return this.persist(
      operation,
      parameters,
      manner === 'once' ? 'never' : operation.route.startsWith('POST ') ? 'if-not-done' : 'always',
    );
  }

  async all<R extends Route, T>(operation: Operation<R, readonly T[]>, parameters: ParametersOf<R>, atMost: number): Promise<Listed<T>> {
    const items: T[] = [];
    for (let page = 1; items.length < atMost; page++) {
      const next = await this.ask(operation, { ...parameters, per_page: pageSize, page });
      items.push(...next);
      if (next.length < pageSize) return { items: items.slice(0, atMost), more: items.length > atMost };
    }
    return { items: items.slice(0, atMost), more: true };
  }

  async make<R extends Route, T>(operation: Operation<R, T>, parameters: ParametersOf<R>, found: () => Promise<T | undefined>): Promise<T> {
    try {
      return await this.persist(operation, parameters, 'if-not-done');
    } catch (error) {
      if (!(error instanceof ApiError) || !isUncertain(error.failure)) throw error;
      await sleep(this.waiting.beforeLook());
      const there = await found();
      return there ?? (await this.persist(operation, parameters, 'if-not-done'));
    }
  }

  private async persist<R extends Route, T>(operation: Operation<R, T>, parameters: ParametersOf<R>, again: Again): Promise<T> {
    for (let tried = 1; ; tried++) {
      if (this.waiting.givenUp) throw new ApiError(this.waiting.givenUp);
      if (!operation.route.startsWith('GET ')) await sleep(this.waiting.beforeWrite());
      const started = performance.now();
      const result = await this.once(operation, parameters);
      if ('value' in result) return result.value;
      const pause = this.waiting.after(result.failure, tried, performance.now() - started, again);
      if (pause === undefined) throw new ApiError(result.failure);
      await sleep(pause);
    }
  }

  private async once<R extends Route, T>(
    { route, needs, read }: Operation<R, T>,
    parameters: ParametersOf<R>,
  ): Promise<{ readonly value: T } | { readonly failure: ApiFailure }> {
    const answer = await this.answerTo(route, parameters);
    if ('kind' in answer) return { failure: answer };
    // What is to go and is gone is as it should be; a repeated attempt is told so.
    const gone = route.startsWith('DELETE ') && answer.status === 404;
    if (!gone && (answer.status < 200 || answer.status >= 300)) return { failure: refused(answer, needs) };
    const value = read(answer.data);
    return value === undefined ? { failure: malformed } : { value };
  }

  private async answerTo<R extends Route>(route: R, parameters: ParametersOf<R>): Promise<Answer | ApiFailure> {
    const started = performance.now();
    const { timeoutMs } = this.patience;
    const answer = await this.send(route, { ...parameters }, timeoutMs);
    return answer ?? unreachable(timeoutMs / 1000, performance.now() - started >= timeoutMs);
  }
}
