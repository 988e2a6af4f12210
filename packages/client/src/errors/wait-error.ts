import type { Job } from '@powerstore-api/types';
import type { WatchedSession } from '../session/session-change.js';
import { PowerStoreError } from './powerstore-error.js';

/** What a {@link WaitError} is made of. */
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
 * What was waited for has not happened: in time ({@link WaitTimeoutError}), or it will not happen
 * ({@link WaitStuckError}).
 *
 * @example
 * ```ts
 * if (isWaitError(error)) console.error(error.message, error.seen, error.hint);
 * ```
 */
export class WaitError extends PowerStoreError {
  override readonly name: string = 'WaitError';
  /** What was waited for, for people. */
  readonly waitedFor: string;
  /** Milliseconds that the wait lasted. */
  readonly elapsed: number;
  /** How often each state was read, in the order in which they were first seen: `{ Synchronizing: 12, OK: 3 }`. */
  readonly seen: Readonly<Record<string, number>>;
  /** How many reads failed. The last of their errors is the `cause`, where the last read was one of them. */
  readonly failures: number;
  /** The session as last read, where one was waited for and could be read. */
  declare readonly session?: WatchedSession;
  /** The job as last read, where one was waited for and could be read. */
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
