import { WaitError, type WaitErrorOptions } from './wait-error.js';

/**
 * A wait has reached its timeout. The array goes on with its work.
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
  /** The `timeout` of the wait, in milliseconds. */
  readonly timeout: number;

  constructor(message: string, options: WaitErrorOptions & { readonly timeout: number }) {
    super('ERR_POWERSTORE_WAIT_TIMEOUT', message, options);
    this.timeout = options.timeout;
  }
}
