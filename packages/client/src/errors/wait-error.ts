import type { Job } from '@powerstore-api/types';
import type { WatchedSession } from '../session/session-change.js';
import { PowerStoreError } from './powerstore-error.js';

/** The fields of a {@link WaitError}. */
export interface WaitErrorOptions {
  readonly waitedFor: string;
  readonly elapsed: number;
  readonly seen: Readonly<Record<string, number>>;
  readonly failures: number;
  readonly session?: WatchedSession | undefined;
  readonly job?: Job | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/**
 * A wait has ended without its target: it has reached its timeout ({@link WaitTimeoutError}), or the target cannot be reached
 * ({@link WaitStuckError}).
 *
 * @example
 * ```ts
 * if (isWaitError(error)) console.error(error.message, error.seen, error.hint);
 * ```
 */
export class WaitError extends PowerStoreError {
  override readonly name: string = 'WaitError';
  /** The target of the wait, for people. */
  readonly waitedFor: string;
  /** Milliseconds that the wait lasted. */
  readonly elapsed: number;
  /** How often each state was read, in the order of their first read: `{ Synchronizing: 12, OK: 3 }`. */
  readonly seen: Readonly<Record<string, number>>;
  /** How many reads failed. If the last read failed, its error is the `cause`. */
  readonly failures: number;
  /** The session as last read, if the wait was for a session and could read it. */
  declare readonly session?: WatchedSession;
  /** The job as last read, if the wait was for a job and could read it. */
  declare readonly job?: Job;

  constructor(code: string, message: string, { hint, cause, ...wait }: WaitErrorOptions) {
    super(message, { code, hint, cause });
    this.waitedFor = wait.waitedFor;
    this.elapsed = wait.elapsed;
    this.seen = wait.seen;
    this.failures = wait.failures;
    if (wait.session !== undefined) this.session = wait.session;
    if (wait.job !== undefined) this.job = wait.job;
  }
}
