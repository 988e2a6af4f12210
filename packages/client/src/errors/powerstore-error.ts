/** The fields of a {@link PowerStoreError} besides its text. */
export interface PowerStoreErrorOptions {
  readonly code: string;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The class of all errors of an array or on the way to it. An option or argument with a wrong value is an `InputError`, and
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
  /** The kind of error, for programs: `ERR_POWERSTORE_…`. */
  readonly code: string;
  /** The next step, for people, if there is one. */
  declare readonly hint?: string;

  constructor(message: string, { code, hint, cause }: PowerStoreErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    if (hint !== undefined) this.hint = hint;
  }
}
