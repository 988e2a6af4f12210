import { isApiError, isNetworkError } from '../errors/guards.js';
import { longestTimerMs } from '../input/options.js';
import { onAbort } from '../time/on-abort.js';
import { sleep } from '../time/sleep.js';

/** How often, and for how long. */
export interface PollOptions<T> {
  /** Milliseconds between two reads, on average. */
  readonly interval: number;
  /** Milliseconds until the readings end; without it they do not end. */
  readonly timeout?: number;
  readonly signal?: AbortSignal | undefined;
  /** Aborts when the client is closed. */
  readonly closing: AbortSignal | undefined;
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

/** When to read. */
export interface Turn {
  /** Milliseconds until the read, on average. With 0 it begins at once. */
  readonly pace: number;
  /** Milliseconds until the read, at most. */
  readonly latest: number;
  /** Called when the read begins. */
  readonly begins: () => void;
}

/** Reads when the turn has come. */
export type ReadInTurn<T> = (turn: Turn, signal: AbortSignal) => Promise<T>;

/** Reads that nobody shares. */
export const ownReads =
  <T>(read: (signal: AbortSignal) => Promise<T>): ReadInTurn<T> =>
  async ({ pace, latest, begins }, signal) => {
    if (pace > 0) await sleep(Math.min(2 * pace * Math.random(), latest), signal);
    begins();
    return read(signal);
  };

/**
 * Polls. Pauses have full jitter, so that clients that began together do not ask together
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter). A timeout ends the readings, after a last read
 * just before it, and aborts a read in flight. Errors that are not transient are thrown.
 */
export async function* poll<T>(
  read: ReadInTurn<T>,
  { interval, timeout, signal, closing, stateOf }: PollOptions<T>,
): AsyncGenerator<Reading<T>, void, undefined> {
  const began = performance.now();
  const elapsed = (): number => performance.now() - began;
  const lastReadAt = timeout === undefined ? Number.POSITIVE_INFINITY : timeout - Math.min(timeout / 5, lastReadMs);
  const end = new AbortController();
  const timer = timeout === undefined ? undefined : setTimeout(() => end.abort(), timeout);
  const releases = [signal, closing].map((each) => onAbort(each, () => end.abort(each?.reason)));
  let pace = 0;
  let state: string | undefined;
  let readAt = 0;
  const begins = (): void => {
    readAt = elapsed();
  };
  try {
    for (;;) {
      const latest = Math.min(Math.max(lastReadAt - elapsed(), 0), longestTimerMs);
      const reading = await attempt(read({ pace, latest, begins }, end.signal));
      signal?.throwIfAborted();
      closing?.throwIfAborted();
      if (end.signal.aborted && 'failure' in reading) return;
      if ('failure' in reading && !isTransient(reading.failure)) throw reading.failure;
      const now = 'value' in reading ? stateOf(reading.value) : state;
      pace = now === state ? Math.min(2 * (pace || interval), interval) : interval * quickShare;
      state = now;
      yield { ...reading, elapsed: elapsed() };
      // Timers may be up to a millisecond early.
      if (readAt >= lastReadAt - 1) return;
    }
  } finally {
    clearTimeout(timer);
    for (const release of releases) release();
  }
}

async function attempt<T>(reading: Promise<T>): Promise<{ value: T } | { failure: unknown }> {
  try {
    return { value: await reading };
  } catch (failure) {
    return { failure };
  }
}

/** Errors that may pass: an array restarts, a network comes back. A certificate does not change. */
function isTransient(error: unknown): boolean {
  return isNetworkError(error) ? error.kind !== 'tls' : isApiError(error) && error.status >= 500;
}
