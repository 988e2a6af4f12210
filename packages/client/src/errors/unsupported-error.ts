import type { OperationId } from '@powerstore-api/types';
import { PowerStoreError } from './powerstore-error.js';

/**
 * The release of the array does not have the operation. Nothing was sent.
 *
 * @example
 * ```ts
 * if (isUnsupportedError(error)) console.error(`needs ${error.needed}, the array runs ${error.release}`);
 * ```
 */
export class UnsupportedError extends PowerStoreError {
  override readonly name = 'UnsupportedError';
  readonly operation: OperationId;
  /** The first release that has it. */
  readonly needed: string;
  /** The release of the array. */
  readonly release: string;

  constructor(operation: OperationId, needed: string, release: string) {
    super(`${operation} was not sent: it needs release ${needed}, and the array runs ${release}`, {
      code: 'ERR_POWERSTORE_UNSUPPORTED',
      hint: `Upgrade the array to ${needed} or newer.`,
    });
    this.operation = operation;
    this.needed = needed;
    this.release = release;
  }
}
