/**
 * Something that was given cannot be used: an option, an argument, a line of a file. The message says which, why, and what
 * would do. All packages throw this one.
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
 * Whether something that was given cannot be used. By `code` and not by `instanceof`: a process can hold two copies of this
 * package.
 */
export const isInputError = (error: unknown): error is InputError =>
  error instanceof Error && 'code' in error && error.code === 'ERR_POWERSTORE_INPUT';
