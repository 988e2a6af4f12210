import { PowerStoreError } from './powerstore-error.js';

/**
 * Two arrays are no pair: they do not replicate to each other, they are one and the same, or neither can be reached.
 *
 * @example
 * ```ts
 * if (isPairError(error)) console.error(error.message, error.hint);
 * ```
 */
export class PairError extends PowerStoreError {
  override readonly name = 'PairError';

  constructor(message: string, { hint, cause }: { readonly hint: string; readonly cause?: unknown }) {
    super(message, { code: 'ERR_POWERSTORE_PAIR', hint, cause });
  }
}
