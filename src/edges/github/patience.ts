/** How long GitHub is waited for, once for the whole run: a gate that hangs is as bad as one that breaks. */
import { type ApiFailure, isUncertain } from './failure.js';

export interface Patience {
  /** For one answer. */
  readonly timeoutMs: number;
  /** For all pauses and failed attempts of a run together. */
  readonly budgetMs: number;
}

const usual: Patience = { timeoutMs: 20_000, budgetMs: 75_000 };

/** What the environment says, in seconds: a slow GitHub Enterprise Server may need more. */
export const patienceIn = (env: NodeJS.ProcessEnv): Patience => ({
  timeoutMs: secondsIn(env.IDENTITY_REVIEW_API_TIMEOUT) ?? usual.timeoutMs,
  budgetMs: secondsIn(env.IDENTITY_REVIEW_API_PATIENCE) ?? usual.budgetMs,
});

function secondsIn(said: string | undefined): number | undefined {
  const seconds = Number(said || Number.NaN);
  return seconds > 0 && seconds <= 3600 ? seconds * 1000 : undefined;
}

/** Whether a request may be sent again; `if-not-done`: only when GitHub surely did nothing, as at a limit or a conflict. */
export type Again = 'always' | 'if-not-done' | 'never';

/** So many attempts at one request. */
const attempts = 4;
/** A few writes go out at once; GitHub wants a second between those of a longer series. */
const hastyWrites = 3;

/** The patience of one run, as it is used up. */
export class Waiting {
  private lostMs = 0;
  private writes = 0;
  private final: ApiFailure | undefined;

  constructor(private readonly patience: Patience) {}

  /** Why nothing is asked any more; undefined as long as there is hope. */
  get givenUp(): ApiFailure | undefined {
    return this.final;
  }

  /** How long to hold a write back. */
  beforeWrite(): number {
    this.writes += 1;
    return this.writes > hastyWrites ? this.beat : 0;
  }

  /** How long to wait before looking whether something was done: what is new takes a moment to be seen everywhere. */
  beforeLook(): number {
    this.lostMs += this.beat;
    return this.beat;
  }

  /** The pause before the next attempt, or undefined when there is none. */
  after(failure: ApiFailure, tried: number, tookMs: number, again: Again): number | undefined {
    this.lostMs += tookMs;
    const pause = this.pauseFor(failure, tried, again);
    const fits = pause !== undefined && tried < attempts && this.lostMs + pause <= this.patience.budgetMs;
    // Whoever goes on asking after such an answer makes it worse, and whoever waits for a dead server holds up the job.
    if (failure.kind === 'unauthorised' || (failure.kind === 'rate-limited' && !fits)) this.final = failure;
    if (failure.kind === 'unavailable' && !fits && this.lostMs >= this.patience.budgetMs / 2) this.final = failure;
    if (!fits || again === 'never') return undefined;
    this.lostMs += pause;
    return pause;
  }

  private pauseFor(failure: ApiFailure, tried: number, again: Again): number | undefined {
    if (failure.kind === 'rate-limited') return failure.waitMs ?? this.beat;
    if (failure.kind === 'conflict') return tried === 1 ? this.beat : undefined;
    return isUncertain(failure) && again === 'always' ? this.beat * 4 ** (tried - 1) : undefined;
  }

  /** A second of the usual patience. */
  private get beat(): number {
    return this.patience.budgetMs / 75;
  }
}
