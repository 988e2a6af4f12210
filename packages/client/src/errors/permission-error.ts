import { ApiError, type ApiErrorOptions } from './api-error.js';

/**
 * The role of the user does not allow the operation (403).
 *
 * @example
 * ```ts
 * await array.replicationSessions.sync(id).catch((error: unknown) => {
 *   if (isPermissionError(error)) console.error('This user may only look.');
 *   else throw error;
 * });
 * ```
 */
export class PermissionError extends ApiError {
  override readonly name = 'PermissionError';

  constructor(message: string, options: ApiErrorOptions) {
    const hint = 'Log in as a user whose role allows this operation.';
    super(message, { ...options, code: 'ERR_POWERSTORE_API_PERMISSION', hint });
  }
}
