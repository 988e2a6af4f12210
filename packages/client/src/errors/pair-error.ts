import { PowerStoreError } from './powerstore-error.js';

/**
 * Two arrays cannot be used as a pair: they do not replicate to each other, are the same array, or both cannot be reached.
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
