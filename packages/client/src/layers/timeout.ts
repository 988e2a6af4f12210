import { NetworkError } from '../errors/network-error.js';
import { TIMEOUT } from '../errors/network-problem.js';
import type { Layer, Send, WireAnswer, WireRequest } from '../http/wire.js';

/** Ends a call, with all of its attempts and pauses, that takes longer than this many milliseconds. */
export const callTimeout =
  (standard: number): Layer =>
  (request, next) => {
    const milliseconds = request.timeout ?? standard;
    request.trace.deadline = performance.now() + milliseconds;
    return within(request, milliseconds, 'the call', next);
  };

/** Ends an attempt that takes longer than this many milliseconds. */
export const attemptTimeout =
  (milliseconds: number): Layer =>
  (request, next) =>
    within(request, milliseconds, 'an attempt', next);

/**
 * Sends with a signal that also ends when time is up. Whoever waits hears of an abort from here, and not from what is
 * beneath: Node's `fetch` links a signal weakly, and may lose an abort to the garbage collector (undici,
 * `lib/web/fetch/request.js`).
 */
function within(request: WireRequest, milliseconds: number, whose: string, send: Send): Promise<WireAnswer> {
  const { signal } = request;
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const end = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    const abort = (): void => end(signal?.reason);
    if (signal?.aborted === true) {
      abort();
      return;
    }
    signal?.addEventListener('abort', abort);
    const expire = (): void => {
      const problem = new Error(`there was no answer within the ${milliseconds} ms for ${whose}`);
      end(new NetworkError(request, Object.assign(problem, { code: TIMEOUT })));
    };
    // A timer cannot run for longer, which is 24 days.
    const timer = setTimeout(expire, Math.min(milliseconds, 2 ** 31 - 1));
    send({ ...request, signal: controller.signal })
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      });
  });
}
