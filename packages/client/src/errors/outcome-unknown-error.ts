import type { OperationId } from '@powerstore-api/types';
import { evidenceTexts } from '../session/evidence.js';
import { PowerStoreError } from './powerstore-error.js';

/**
 * The client may have sent a write, and its answer is lost: the outcome is unknown. The client did not send it again, because
 * the array could then carry it out twice.
 *
 * @example
 * ```ts
 * await array.replicationSessions.failover(id, { is_planned: false }).catch(async (error: unknown) => {
 *   if (!isOutcomeUnknownError(error)) throw error;
 *   const { state, role } = await array.replicationSessions.get(id, { select: ['state', 'role'] });
 *   console.error(`${error.operation} may have been carried out: the session is ${state} as ${role}`);
 * });
 * ```
 */
export class OutcomeUnknownError extends PowerStoreError {
  override readonly name = 'OutcomeUnknownError';
  /** The operation that was sent. */
  readonly operation: OperationId;

  /** With `isConfirmed` the client has already read the session, which did not tell the outcome. */
  constructor(operation: OperationId, cause: Error, isConfirmed = false) {
    super(`${operation} was sent and its answer was lost, so its outcome is unknown: ${cause.message}`, {
      code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN',
      hint: isConfirmed ? confirmed : hintFor(operation),
      cause,
    });
    this.operation = operation;
  }
}

const confirmed =
  'The session does not tell, or could not be read. Before you send it again, look at its jobs and at the other array.';

function hintFor(operation: OperationId): string {
  const evidence = evidenceTexts(operation);
  if (evidence === undefined)
    return 'Before you send it again, read the instance that it works on and the jobs of the array.';
  return (
    'Before you send it again, read the session. A change to one of these shows that the array has carried it out or is ' +
    `working on it: ${evidence.join(', ')}. With { confirm: true } the client checks this itself.`
  );
}
