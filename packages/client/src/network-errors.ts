import { NetworkError } from './errors/network-error.js';
import type { Middleware } from './middleware.js';

/** Turns what `fetch` throws into a {@link NetworkError}; the innermost layer. */
export const networkErrors: Middleware = async (request, next) => {
  try {
    return await next(request);
  } catch (error) {
    throw whatFailed(error, request);
  }
};

/** What to throw when a request or the reading of its answer failed: the reason of the caller's own abort as it is. */
export function whatFailed(error: unknown, request: Request): unknown {
  return request.signal.aborted ? request.signal.reason : new NetworkError(request, error);
}
