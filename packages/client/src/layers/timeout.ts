import * as option from '../input/options.js';
import { NetworkError } from '../errors/network-error.js';
import { closedCode, timeoutCode } from '../errors/network-problem.js';
import { onAbort } from '../time/on-abort.js';
import type { Layer, WireRequest } from '../http/wire.js';

/**
 * Ends a call with all of its attempts, pauses and logins after this many milliseconds by default, or when the client
 * is `closing`.
 */
export const callTimeout =
  (standard: number, closing: AbortSignal): Layer =>
  async (request, next) => {
    closing.throwIfAborted();
    const { timeout = standard, call } = request;
    call.deadline = performance.now() + timeout;
    return within(request, timeout, () => `the call took longer than its timeout${call.waitsFor}`, next, closing);
  };

/** Ends an attempt after this many milliseconds. */
export const attemptTimeout =
  (milliseconds: number): Layer =>
  (request, next) =>
    within(request, milliseconds, () => `there was no answer within ${milliseconds} ms`, next);

/**
 * Sends with a signal that also aborts when time is up, or when the client is `closing`. Rejects on an abort by itself
 * and not through `send`: Node's `fetch` links a signal weakly, and may lose an abort to the garbage collector (undici,
 * `lib/web/fetch/request.js`).
 */
export function within<T>(
  request: WireRequest,
  milliseconds: number,
  problem: () => string,
  send: (request: WireRequest) => Promise<T>,
  closing?: AbortSignal,
): Promise<T> {
  const { signal } = request;
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason);
    const controller = new AbortController();
    const end = (reason: unknown): void => {
      release();
      reject(reason);
      controller.abort(reason);
    };
    const fail = (text: string, code: string): void =>
      end(new NetworkError(request, Object.assign(new Error(text), { code })));
    const timer = setTimeout(() => fail(problem(), timeoutCode), Math.min(milliseconds, option.longestTimerMs));
    const releases = [
      onAbort(signal, () => end(signal?.reason)),
      onAbort(closing, () => fail('the client was closed', closedCode)),
    ];
    // Not only when the request has ended: a `fetch` may never end.
    const release = (): void => {
      clearTimeout(timer);
      for (const each of releases) each();
    };
    send({ ...request, signal: controller.signal })
      .then(resolve, reject)
      .finally(release);
  });
}
