import { isApiError, isNetworkError } from '../errors/guards.js';
import { sleep } from '../time/sleep.js';

/** How often, and for how long. */
export interface PollOptions<T> {
  /** Milliseconds between two reads, on average. */
  readonly interval: number;
  /** Milliseconds until the readings end; without it they do not end. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  /** After a change of this, the next reads follow faster, because it may soon change again. */
  readonly stateOf: (value: T) => string;
}

/** The result of one read: a value, or a failure that may pass. `elapsed` is milliseconds since the first read began. */
export type Reading<T> = { readonly elapsed: number } & (
  | { readonly value: T; readonly failure?: never }
  | { readonly value?: never; readonly failure: unknown }
);

/** After a change of state the first pause is this share of the interval, and each further pause is twice as long. */
const quickShare = 1 / 8;

/** The last read begins this long before the timeout, so that a busy array can answer in time. */
const lastReadMs = 2000;

/**
 * Polls. Pauses have full jitter, so that clients that began together do not ask together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter). A timeout ends the readings, after a last read
 * just before it, and aborts a read in flight. Errors that are not transient are thrown.
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
      pace = now === state ? Math.min(2 * pace, interval) : interval * quickShare;
      state = now;
      yield { ...reading, elapsed: elapsed() };
      if (last) return;
      let pause = 2 * pace * Math.random();
      if (timeout !== undefined) {
        const remainingMs = Math.max(timeout - Math.min(timeout / 5, lastReadMs) - elapsed(), 0);
        last = pause >= remainingMs;
        pause = Math.min(pause, remainingMs);
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

/** Errors that may pass: an array restarts, a network comes back. A certificate does not change. */
function isTransient(error: unknown): boolean {
  return isNetworkError(error) ? error.kind !== 'tls' : isApiError(error) && error.status >= 500;
}
