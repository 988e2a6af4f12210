import { WaitError, type WaitErrorOptions } from './wait-error.js';

/**
 * What was waited for will not happen, unless somebody acts: the session is in a state that it does not leave by itself,
 * or what was under way has failed.
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
