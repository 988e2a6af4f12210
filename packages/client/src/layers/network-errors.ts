import { isContractError } from '../errors/guards.js';
import { NetworkError } from '../errors/network-error.js';
import type { Layer } from '../http/wire.js';

/** Turns errors of sending into a {@link NetworkError}. An abort rejects with its own reason. */
export const networkErrors: Layer = async (request, next) => {
  try {
    return await next(request);
  } catch (error) {
    if (request.signal?.aborted === true) throw request.signal.reason;
    // The sender's own error about an answer.
    throw isContractError(error) ? error : new NetworkError(request, error);
  }
};
