import type { OperationId } from '@powerstore-api/types';
import { evidenceTexts } from '../session/evidence.js';
import { PowerStoreError } from './powerstore-error.js';

/**
 * The answer to a write was lost after it may have been sent: whether the array has carried it out is not known. It was
 * not sent again, because that could do it twice.
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
  /** What was asked of the array. */
  readonly operation: OperationId;

  constructor(operation: OperationId, cause: unknown) {
    const why = cause instanceof Error ? `: ${cause.message}` : '';
    super(`${operation} was sent and its answer lost, so its outcome is unknown${why}`, {
      code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN',
      hint: hintFor(operation),
      cause,
    });
    this.operation = operation;
  }
}

function hintFor(operation: OperationId): string {
  const evidence = evidenceTexts(operation);
  if (evidence === undefined) return 'Read what it works on, and the jobs of the array, before it is sent again.';
  return (
    'Read the session before it is sent again. What says that it was carried out or is under way, where it was not so ' +
    `before: ${evidence.join(', ')}. With { confirm: true } the client finds out by itself.`
  );
}
