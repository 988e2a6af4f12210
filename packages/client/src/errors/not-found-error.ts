import { ApiError, type ApiErrorOptions } from './api-error.js';

/**
 * The array does not have the instance (404).
 *
 * @example
 * ```ts
 * const session = await array.replicationSessions.get(id).catch((error: unknown) => {
 *   if (isNotFoundError(error)) return undefined;
 *   throw error;
 * });
 * ```
 */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';

  constructor(message: string, options: ApiErrorOptions) {
    super(message, { ...options, code: 'ERR_POWERSTORE_API_NOT_FOUND' });
  }
}
