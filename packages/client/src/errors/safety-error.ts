import type { OperationId, Safety } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

/**
 * This client may not send the operation. Nothing was sent.
 *
 * @example
 * ```ts
 * if (isSafetyError(error)) console.error(`${error.operation} is ${error.safety}: not with this client`);
 * ```
 */
export class SafetyError extends PowerStoreError {
  override readonly name = 'SafetyError';
  /** The operation that was not sent. */
  readonly operation: OperationId;
  /** The safety of the operation, by the contract. */
  readonly safety: Safety;

  constructor(operation: OperationId, safety: Safety, why: string, hint: string) {
    super(`${operation} was not sent: it is ${safety}, and ${why}`, { code: 'ERR_POWERSTORE_SAFETY', hint });
    this.operation = operation;
    this.safety = safety;
  }
}
