import type { OperationId } from '@powerstore-api/types';
import type { WatchedSession } from '../session/session-change.js';
import { PowerStoreError } from './powerstore-error.js';

/**
 * The answer to an action was lost, and the session shows that the array has not carried it out: nothing happened.
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

  constructor(operation: OperationId, session: WatchedSession, cause: unknown) {
    super(
      `${operation} was not carried out: its answer was lost, and session ${session.id} is still ${session.state} as ${session.role}`,
      { code: 'ERR_POWERSTORE_NOT_CARRIED_OUT', hint: 'Nothing happened: call it again.', cause },
    );
    this.operation = operation;
    this.session = session;
  }
}
