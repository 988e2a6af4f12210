import { WaitError, type WaitErrorOptions } from './wait-error.js';

/**
 * The session cannot reach the target unless an operator acts: it is in a state that it does not leave by itself, or the
 * action that was under way has failed.
 *
 * @example
 * ```ts
 * await array.replicationSessions.waitUntil(id, 'OK', { timeout: 600_000 }).catch((error: unknown) => {
 *   if (isWaitStuckError(error) && error.session?.state === 'Failed_Over') console.error('reprotect it first');
 *   throw error;
 * });
 * ```
 */
export class WaitStuckError extends WaitError {
  override readonly name = 'WaitStuckError';

  constructor(message: string, options: WaitErrorOptions) {
    super('ERR_POWERSTORE_WAIT_STUCK', message, options);
  }
}
