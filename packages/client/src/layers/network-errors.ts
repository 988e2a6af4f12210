import { NetworkError } from '../errors/network-error.js';
import type { Layer } from '../http/wire.js';

/** Turns errors of sending into a {@link NetworkError}. An abort rejects with its own reason. */
export const networkErrors: Layer = async (request, next) => {
  try {
    return await next(request);
  } catch (error) {
    throw request.signal?.aborted === true ? request.signal.reason : new NetworkError(request, error);
  }
};
