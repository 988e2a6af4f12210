import { type NetworkErrorKind, networkProblem } from './network-problem.js';
import { PowerStoreError } from './powerstore-error.js';

/**
 * The array could not be reached, or the connection broke. Whether the array has carried a write out by then is not
 * known, except that it has not where `kind` is `dns`, `refused` or `tls`.
 *
 * @example
 * ```ts
 * if (isNetworkError(error) && error.kind === 'tls') console.error(error.message, error.hint);
 * ```
 */
export class NetworkError extends PowerStoreError {
  override readonly name = 'NetworkError';
  /** What went wrong, for programs. */
  readonly kind: NetworkErrorKind;
  /** The request as it was to be sent, without headers and body. */
  readonly request: { readonly method: string; readonly url: string };

  constructor(request: { readonly method: string; readonly url: string }, cause: unknown) {
    const { kind, problem, hint } = networkProblem(cause);
    super(`${request.method} ${request.url}: ${problem}`, { code: 'ERR_POWERSTORE_NETWORK', hint, cause });
    this.kind = kind;
    this.request = { method: request.method, url: request.url };
  }
}
