import * as option from '../input/options.js';
import { NetworkError } from '../errors/network-error.js';
import { timeoutCode } from '../errors/network-problem.js';
import { onAbort } from '../time/on-abort.js';
import type { Layer, Send, WireAnswer, WireRequest } from '../http/wire.js';

/** Sets the deadline of a call with all of its attempts and pauses: this many milliseconds from now by default. */
export const callTimeout =
  (standard: number): Layer =>
  async (request, next) => {
    const { timeout = standard, call } = request;
    call.deadline = performance.now() + timeout;
    return next(request);
  };

/** Ends an attempt after this many milliseconds, or at the deadline of the call. */
export const attemptTimeout =
  (milliseconds: number): Layer =>
  (request, next) => {
    const remainingMs = request.call.deadline - performance.now();
    return remainingMs < milliseconds
      ? within(request, remainingMs, 'the call took longer than its timeout', next)
      : within(request, milliseconds, `there was no answer within ${milliseconds} ms`, next);
  };

/**
 * Sends with a signal that also aborts when time is up. Rejects on an abort by itself and not through `send`: Node's
 * `fetch` links a signal weakly, and may lose an abort to the garbage collector (undici, `lib/web/fetch/request.js`).
 */
export function within(request: WireRequest, milliseconds: number, problem: string, send: Send): Promise<WireAnswer> {
  const { signal } = request;
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const end = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    const release = onAbort(signal, () => end(signal?.reason));
    if (signal?.aborted === true) return;
    const expire = (): void => end(new NetworkError(request, Object.assign(new Error(problem), { code: timeoutCode })));
    const timer = setTimeout(expire, Math.min(milliseconds, option.longestTimerMs));
    send({ ...request, signal: controller.signal })
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        release();
      });
  });
}
