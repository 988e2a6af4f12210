import type { OperationId } from '@powerstore-api/types';
import type { WatchedSession } from '../session/session-change.js';
import { ApiError } from './api-error.js';
import { PowerStoreError } from './powerstore-error.js';

/**
 * The answer to an action was lost, or was an error of a server in trouble, and the session shows that the array has not carried it out: nothing happened.
 *
 * @example
 * ```ts
 * const failover = () => array.replicationSessions.failover(id, { is_planned: false }, { confirm: true });
 * await failover().catch((error: unknown) => {
 *   if (isNotCarriedOutError(error)) return failover();
 *   throw error;
 * });
 * ```
 */
export class NotCarriedOutError extends PowerStoreError {
  override readonly name = 'NotCarriedOutError';
  /** The operation that was sent. */
  readonly operation: OperationId;
  /** The session as last read. */
  readonly session: WatchedSession;

  constructor(operation: OperationId, session: WatchedSession, cause: Error) {
    const why = cause instanceof ApiError ? cause.message : 'its answer was lost';
    super(
      `${operation} was not carried out: ${why}, and session ${session.id} is still ${session.state} as ${session.role}`,
      { code: 'ERR_POWERSTORE_NOT_CARRIED_OUT', hint: 'Nothing happened: call it again.', cause },
    );
    this.operation = operation;
    this.session = session;
  }
}
