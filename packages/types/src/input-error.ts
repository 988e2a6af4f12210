/**
 * An option, an argument or a line of a file is wrong. The message says which, why, and what would be right. All packages throw
 * this error for wrong input.
 *
 * @example
 * ```ts
 * if (isInputError(error)) console.error(error.message);
 * ```
 */
export class InputError extends TypeError {
  override readonly name = 'InputError';
  readonly code = 'ERR_POWERSTORE_INPUT';
}

/**
 * Whether an error is an {@link InputError}. It checks `code` instead of `instanceof`, because a process can hold two copies of
 * this package.
 */
export const isInputError = (error: unknown): error is InputError =>
  error instanceof Error && 'code' in error && error.code === 'ERR_POWERSTORE_INPUT';
