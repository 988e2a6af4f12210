import type { OperationId } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

export class OutcomeUnknownError extends PowerStoreError {
  override readonly name = 'OutcomeUnknownError';
  readonly operation: OperationId;

  constructor(operation: OperationId, cause: unknown) {
    super(`${operation}: outcome unknown`, { code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN', cause });
    this.operation = operation;
  }
}
