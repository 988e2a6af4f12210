import { operations } from '@powerstore-api/types';
import * as option from '../input/options.js';
import { isNetworkError } from '../errors/guards.js';
import { isFinal } from '../errors/network-problem.js';
import type { Layer, WireAnswer } from '../http/wire.js';
import { sleep } from '../time/sleep.js';
import { retryAfter } from './retry-after.js';

/**
 * How often, and after which pauses, the client sends a request again. It sends only reads and operations that the contract
 * marks as safe to repeat; an action on a replication session never is.
 *
 * @example
 * ```ts
 * const retry: RetryOptions = { retries: 5, longestPause: 30_000 };
 * ```
 */
export interface RetryOptions {
  /**
   * The most often that the client sends a request again.
   *
   * @default 3
   */
  readonly retries?: number;
  /**
   * The longest first pause, in milliseconds. Each further pause may be twice as long. The lengths are random.
   *
   * @default 500
   */
  readonly pause?: number;
  /**
   * The longest pause, in milliseconds. If the array asks for a longer one by `Retry-After`, its answer is final.
   *
   * @default 20_000
   */
  readonly longestPause?: number;
}

export const retryFields = { retries: option.whole(0), pause: option.milliseconds, longestPause: option.milliseconds };

/** Statuses that say nothing about the request. A proxy in front of the array may answer with them, too. */
const transient = new Set([429, 500, 502, 503, 504]);

/** Sends a request again if it may be repeated and has failed for a reason that may pass. */
export function retry({ retries = 3, pause = 500, longestPause = 20_000 }: RetryOptions = {}): Layer {
  /** Full jitter: clients that failed together do not retry together. */
  const jittered = (attempt: number): number => Math.random() * Math.min(longestPause, pause * 2 ** (attempt - 1));
  const pauseAfter = (attempt: number, { status, headers }: WireAnswer): number | undefined =>
    transient.has(status) ? (retryAfter(headers) ?? jittered(attempt)) : undefined;

  return async (request, next) => {
    const { operation, once, call } = request;
    if (once || operations[operation].retry !== 'safe') return next(request);
    const isTooLong = (wait: number): boolean => wait > longestPause || performance.now() + wait >= call.deadline;
    for (let attempt = 1; ; attempt += 1) {
      let wait;
      try {
        const answer = await next(request);
        wait = pauseAfter(attempt, answer);
        if (wait === undefined || attempt > retries || isTooLong(wait)) return answer;
      } catch (error) {
        wait = jittered(attempt);
        const passes = isNetworkError(error) && !isFinal(error.kind, error.cause);
        if (!passes || attempt > retries || isTooLong(wait)) throw error;
      }
      await sleep(wait, request.signal);
    }
  };
}
