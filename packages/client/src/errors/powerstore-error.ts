/** What an error of this package is made of, besides its text. */
export interface PowerStoreErrorOptions {
  readonly code: string;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/**
 * Every error this package throws on purpose is one of these. Wrong arguments are a `TypeError` or a `RangeError`, and
 * an abort rejects with the reason of its signal.
 *
 * @example
 * ```ts
 * try {
 *   await array.replicationSessions.pause(id);
 * } catch (error) {
 *   if (isPowerStoreError(error)) console.error(error.code, error.message, error.hint);
 * }
 * ```
 */
export class PowerStoreError extends Error {
  override readonly name: string = 'PowerStoreError';
  /** What kind of error it is, for programs: `ERR_POWERSTORE_…`. */
  readonly code: string;
  /** What a person can do about it, where we know. */
  declare readonly hint?: string;

  constructor(message: string, { code, hint, cause }: PowerStoreErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    if (hint !== undefined) this.hint = hint;
  }
}
