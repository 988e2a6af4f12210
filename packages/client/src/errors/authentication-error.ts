import { ApiError, type ApiErrorOptions } from './api-error.js';

/**
 * The array does not accept the user name and password (401).
 *
 * @example
 * ```ts
 * const array = await connect({ host, username, password }).catch((error: unknown) => {
 *   if (isAuthenticationError(error)) console.error('Wrong user name or password.');
 *   throw error;
 * });
 * ```
 */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';

  constructor(message: string, options: ApiErrorOptions) {
    // A program may connect to several arrays.
    const { host } = new URL(options.request.url);
    const hint = `Check the user name and password for ${host}: they are those of its web interface.`;
    super(message, { ...options, code: 'ERR_POWERSTORE_API_AUTHENTICATION', hint });
  }
}
