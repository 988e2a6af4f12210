import type { OperationId } from '@powerstore-api/types';
import { PowerStoreError, type PowerStoreErrorOptions } from './powerstore-error.js';

/**
 * The answer breaks the contract in a way that the client cannot handle: it is not JSON, the
 * `Content-Range` of a page does not fit its instances, a login has no cookie.
 *
 * @example
 * ```ts
 * if (isContractError(error)) console.error(`Is this a PowerStore? ${error.operation}: ${error.message}`);
 * ```
 */
export class ContractError extends PowerStoreError {
  override readonly name = 'ContractError';
  /** The operation that was sent. */
  readonly operation: OperationId;

  constructor(message: string, operation: OperationId, { hint, cause }: Partial<PowerStoreErrorOptions> = {}) {
    super(`${operation}: ${message}`, {
      code: 'ERR_POWERSTORE_CONTRACT',
      hint:
        hint ??
        'Check that the address is the management address of a PowerStore and that no proxy changes its answers.',
      cause,
    });
    this.operation = operation;
  }
}
