import { WaitError, type WaitErrorOptions } from './wait-error.js';

/**
 * What was waited for has not happened in time. Nothing was undone: what is under way goes on.
 *
 * @example
 * ```ts
 * await array.replicationSessions.waitUntil(id, 'OK', { timeout: 600_000 }).catch((error: unknown) => {
 *   if (isWaitTimeoutError(error)) console.error('still', error.session?.state, 'after', error.seen);
 *   throw error;
 * });
 * ```
 */
export class WaitTimeoutError extends WaitError {
  override readonly name = 'WaitTimeoutError';
  /** Milliseconds that the wait was given. */
  readonly timeout: number;

  constructor(message: string, options: WaitErrorOptions & { readonly timeout: number }) {
    super('ERR_POWERSTORE_WAIT_TIMEOUT', message, options);
    this.timeout = options.timeout;
  }
}
