import { forgetAnswer, type NetworkErrorKind, networkProblem } from './network-problem.js';
import { PowerStoreError } from './powerstore-error.js';

/**
 * The array could not be reached, or the connection broke. If a write may have reached the array, the call rejects with an
 * `OutcomeUnknownError` instead: a write with this error was not sent.
 *
 * @example
 * ```ts
 * if (isNetworkError(error) && error.kind === 'tls') console.error(error.message, error.hint);
 * ```
 */
export class NetworkError extends PowerStoreError {
  override readonly name = 'NetworkError';
  /** The reason, for programs. */
  readonly kind: NetworkErrorKind;
  /** The request, without headers and body. */
  readonly request: { readonly method: string; readonly url: string };

  constructor(request: { readonly method: string; readonly url: string }, cause: unknown) {
    const { kind, problem, hint } = networkProblem(cause, request.url);
    forgetAnswer(cause);
    super(`${request.method} ${request.url}: ${problem}`, { code: 'ERR_POWERSTORE_NETWORK', hint, cause });
    this.kind = kind;
    this.request = { method: request.method, url: request.url };
  }
}
