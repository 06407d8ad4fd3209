/** Octokit, loaded when the first request is made: the toolkit's own in the Action, `@octokit/rest` at a terminal. */
import { version } from '../../data/version.js';
import type { Answer } from './failure.js';

/** Who asks. */
export interface Caller {
  readonly door: 'action' | 'terminal';
  /** Address of the API; the only host that anything is sent to. */
  readonly apiUrl: string;
  readonly token: string | undefined;
}

/** Sends one request and gives whatever came back; undefined when nothing did. */
export type Send = (route: string, parameters: Readonly<Record<string, unknown>>, timeoutMs: number) => Promise<Answer | undefined>;

/** Makes a `Send` that loads what it needs on first use. */
export function lazily(caller: Caller): Send {
  let loaded: Promise<Ask> | undefined;
  return async (route, parameters, timeoutMs) => {
    loaded ??= caller.door === 'action' ? fromToolkit(caller) : fromRest(caller);
    const ask = await loaded;
    try {
      return await ask(route, {
        ...parameters,
        headers: { 'x-github-api-version': '2022-11-28' },
        // Another host would get what is meant for this one.
        request: { signal: AbortSignal.timeout(timeoutMs), redirect: 'manual' },
      });
    } catch (error) {
      const answer = answerIn(error);
      if (answer === undefined && !isOfTheWay(error)) throw error;
      return answer;
    }
  };
}

type Ask = (route: string, parameters: Record<string, unknown>) => Promise<Answer>;

// What Octokit has to say is in what it returns; its own log would go between ours.
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const optionsOf = ({ apiUrl }: Caller) => ({ baseUrl: apiUrl, userAgent: `identity-review/${version}`, log: silent });

async function fromToolkit(caller: Caller): Promise<Ask> {
  const { getOctokit } = await import('@actions/github');
  const octokit = getOctokit(caller.token ?? '', optionsOf(caller));
  return (route, parameters) => octokit.request(route, parameters);
}

async function fromRest(caller: Caller): Promise<Ask> {
  const [{ Octokit }, fetch] = await Promise.all([import('@octokit/rest'), throughProxy()]);
  const octokit = new Octokit({
    ...optionsOf(caller),
    ...(caller.token === undefined ? {} : { auth: caller.token }),
    ...(fetch === undefined ? {} : { request: { fetch } }),
  });
  return (route, parameters) => octokit.request(route, parameters);
}

/** `@octokit/rest` knows no proxy; the toolkit's fetch does. It is slow to load, so only where there is a proxy to go through. */
async function throughProxy(): Promise<unknown> {
  const { https_proxy, HTTPS_PROXY, http_proxy, HTTP_PROXY } = process.env;
  if (!(https_proxy || HTTPS_PROXY || http_proxy || HTTP_PROXY)) return undefined;
  return (await import('@actions/github/lib/utils')).defaults.request?.fetch;
}

/** Octokit marks what failed on the way there or back like this. What it says may hold addresses, and is not needed. */
const isOfTheWay = (error: unknown): boolean => error instanceof Error && 'status' in error && error.status === 500;

/** Octokit throws what is not 2xx. */
function answerIn(error: unknown): Answer | undefined {
  if (typeof error !== 'object' || error === null || !('response' in error)) return undefined;
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('status' in response) || typeof response.status !== 'number') return undefined;
  const headers = 'headers' in response && typeof response.headers === 'object' && response.headers !== null ? response.headers : {};
  return { status: response.status, headers: { ...headers }, data: 'data' in response ? response.data : undefined };
}
