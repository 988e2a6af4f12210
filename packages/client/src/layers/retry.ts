import { operations } from '@powerstore-api/types';
import { checkPositive, checkWhole } from '../input/check-number.js';
import { isNetworkError } from '../errors/guards.js';
import type { NetworkErrorKind } from '../errors/network-problem.js';
import type { Layer, WireAnswer } from '../http/wire.js';
import { sleep } from '../time/sleep.js';
import { retryAfter } from './retry-after.js';

/**
 * How often, and after which pauses, a request is sent again. Only reads are, and what the contract says is the same
 * twice as once; the actions on replication sessions never are.
 *
 * @example
 * ```ts
 * const retry: RetryOptions = { retries: 5, longestPause: 30_000 };
 * ```
 */
export interface RetryOptions {
  /**
   * How often a request is sent again at most.
   *
   * @default 3
   */
  readonly retries?: number;
  /**
   * Milliseconds of the first pause at most. Each further one may be twice as long; how long it is, is random.
   *
   * @default 500
   */
  readonly pause?: number;
  /**
   * Milliseconds of any pause at most. Where the array asks for more by `Retry-After`, it is not asked again.
   *
   * @default 20_000
   */
  readonly longestPause?: number;
}

/** Statuses that say nothing about the request. What a proxy in front of the array answers is among them. */
const transient = new Set([429, 500, 502, 503, 504]);

const transientKinds: ReadonlySet<NetworkErrorKind> = new Set(['dns', 'refused', 'reset', 'timeout']);

/** Sends again what may be sent again and has failed for a reason that may pass. */
export function retry({ retries = 3, pause = 500, longestPause = 20_000 }: RetryOptions = {}): Layer {
  checkWhole('retry.retries', retries, 0);
  checkPositive({ 'retry.pause': pause, 'retry.longestPause': longestPause });
  /** Full jitter: clients that failed together do not come back together. */
  const jittered = (attempt: number): number => Math.random() * Math.min(longestPause, pause * 2 ** (attempt - 1));
  const pauseAfter = (attempt: number, { status, headers }: WireAnswer): number | undefined =>
    transient.has(status) ? (retryAfter(headers.get('Retry-After')) ?? jittered(attempt)) : undefined;

  return async (request, next) => {
    const { operation, once, call } = request;
    if (once || operations[operation].retry !== 'safe') return next(request);
    const isTooLong = (milliseconds: number): boolean =>
      milliseconds > longestPause || performance.now() + milliseconds >= call.deadline;
    for (let attempt = 1; ; attempt += 1) {
      let milliseconds;
      try {
        const answer = await next(request);
        milliseconds = pauseAfter(attempt, answer);
        if (milliseconds === undefined || attempt > retries || isTooLong(milliseconds)) return answer;
      } catch (error) {
        milliseconds = jittered(attempt);
        const passes = isNetworkError(error) && transientKinds.has(error.kind);
        if (!passes || attempt > retries || isTooLong(milliseconds)) throw error;
      }
      await sleep(milliseconds, request.signal);
    }
  };
}
