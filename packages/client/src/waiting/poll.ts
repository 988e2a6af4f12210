import { isApiError, isNetworkError } from '../errors/guards.js';
import { sleep } from '../time/sleep.js';

/** How often, and for how long. */
export interface PollOptions<T> {
  /** Milliseconds between two reads, on average. */
  readonly interval: number;
  /** Milliseconds until there are no more readings; without it there always are. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  /** Where this has changed it may soon change again: the next reads follow faster. */
  readonly stateOf: (value: T) => string;
}

/** What one read came to: a value, or a failure that may be gone the next time. Milliseconds since the first read. */
export type Reading<T> = { readonly elapsed: number } & (
  | { readonly value: T; readonly failure?: never }
  | { readonly value?: never; readonly failure: unknown }
);

/** After a change of state the first pause is this part of the interval, and each one after twice the one before. */
const QUICK_SHARE = 1 / 8;

/** Milliseconds before a timeout that the last read begins: it has to come in until then, from a busy array too. */
const LAST_READ_MS = 2000;

/**
 * Reads again and again. Pauses have full jitter, so that many clients that began together do not ask together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter). A timeout ends the readings after a last
 * one just before it; a read that is under way then is aborted. What is not transient is thrown.
 */
export async function* poll<T>(
  read: (signal: AbortSignal | undefined) => Promise<T>,
  { interval, timeout, signal, stateOf }: PollOptions<T>,
): AsyncGenerator<Reading<T>, void, undefined> {
  const began = performance.now();
  const elapsed = (): number => performance.now() - began;
  const limit = new AbortController();
  const timer = timeout === undefined ? undefined : setTimeout(() => limit.abort(), timeout);
  const either = timeout === undefined ? signal : AbortSignal.any([limit.signal, ...(signal ? [signal] : [])]);
  let pace = interval;
  let state: string | undefined;
  let last = false;
  try {
    for (;;) {
      const reading = await attempt(read, either);
      signal?.throwIfAborted();
      if (limit.signal.aborted && 'failure' in reading) return;
      if ('failure' in reading && !isTransient(reading.failure)) throw reading.failure;
      const now = 'value' in reading ? stateOf(reading.value) : state;
      pace = now === state ? Math.min(2 * pace, interval) : interval * QUICK_SHARE;
      state = now;
      yield { ...reading, elapsed: elapsed() };
      if (last) return;
      let pause = 2 * pace * Math.random();
      if (timeout !== undefined) {
        const left = Math.max(timeout - Math.min(timeout / 5, LAST_READ_MS) - elapsed(), 0);
        last = pause >= left;
        pause = Math.min(pause, left);
      }
      await sleep(pause, signal);
    }
  } finally {
    clearTimeout(timer);
  }
}

async function attempt<T>(
  read: (signal: AbortSignal | undefined) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<{ value: T } | { failure: unknown }> {
  try {
    return { value: await read(signal) };
  } catch (failure) {
    return { failure };
  }
}

/** What may be over the next time: an array that restarts, a network that comes back. Not a certificate. */
function isTransient(error: unknown): boolean {
  return isNetworkError(error) ? error.kind !== 'tls' : isApiError(error) && error.status >= 500;
}
