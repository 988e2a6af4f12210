import * as option from '../input/options.js';
import { NetworkError } from '../errors/network-error.js';
import { closedCode, timeoutCode } from '../errors/network-problem.js';
import { onAbort } from '../time/on-abort.js';
import type { Layer, WireRequest } from '../http/wire.js';

/** Ends one call with an error. */
export type EndCall = () => void;

/**
 * Ends a call with all of its attempts, pauses and logins after this many milliseconds by default. `inFlight` gets the calls
 * that have not ended.
 */
export const callTimeout =
  (standard: number, inFlight: Set<EndCall>): Layer =>
  (request, next) => {
    const { timeout = standard, call } = request;
    call.deadline = performance.now() + timeout;
    return within(request, timeout, () => `the call took longer than its timeout${call.waitsFor}`, next, inFlight);
  };

/** Ends an attempt after this many milliseconds. */
export const attemptTimeout =
  (milliseconds: number): Layer =>
  (request, next) =>
    within(request, milliseconds, () => `there was no answer within ${milliseconds} ms`, next);

/**
 * Sends with a signal that also aborts when time is up, or by the function that `inFlight` gets. Rejects on an abort by itself
 * and not through `send`: Node's `fetch` links a signal weakly, and may lose an abort to the garbage collector (undici,
 * `lib/web/fetch/request.js`).
 */
export function within<T>(
  request: WireRequest,
  milliseconds: number,
  problem: () => string,
  send: (request: WireRequest) => Promise<T>,
  inFlight?: Set<EndCall>,
): Promise<T> {
  const { signal } = request;
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const end = (reason: unknown): void => {
      reject(reason);
      controller.abort(reason);
    };
    const release = onAbort(signal, () => end(signal?.reason));
    if (signal?.aborted === true) return;
    const fail = (text: string, code: string): void =>
      end(new NetworkError(request, Object.assign(new Error(text), { code })));
    const close = (): void => fail('the client was closed', closedCode);
    inFlight?.add(close);
    const timer = setTimeout(() => fail(problem(), timeoutCode), Math.min(milliseconds, option.longestTimerMs));
    send({ ...request, signal: controller.signal })
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        inFlight?.delete(close);
        release();
      });
  });
}
