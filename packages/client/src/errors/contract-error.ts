import type { OperationId } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

/**
 * What answered does not keep to the contract, in a way this package cannot work with: an answer that is not JSON, a
 * page that does not say which page it is, a login without a cookie.
 *
 * @example
 * ```ts
 * if (isContractError(error)) console.error(`Is this a PowerStore? ${error.operation}: ${error.message}`);
 * ```
 */
export class ContractError extends PowerStoreError {
  override readonly name = 'ContractError';
  /** What was asked of the array. */
  readonly operation: OperationId;

  constructor(message: string, operation: OperationId, cause?: unknown) {
    super(`${operation}: ${message}`, {
      code: 'ERR_POWERSTORE_CONTRACT',
      hint: 'Check that the address is the management address of a PowerStore and that no proxy changes its answers.',
      cause,
    });
    this.operation = operation;
  }
}
