import { operations } from '@powerstore-api/types';
import { isNetworkError } from '../errors/guards.js';
import type { NetworkErrorKind } from '../errors/network-problem.js';
import { OutcomeUnknownError } from '../errors/outcome-unknown-error.js';
import type { Layer } from '../http/wire.js';

/** With these nothing has reached the array. */
const unsent: ReadonlySet<NetworkErrorKind> = new Set(['dns', 'refused', 'tls']);

/** A write that was sent, and of which no answer came: whether it was carried out is not known. */
export const outcome: Layer = async (request, next) => {
  try {
    return await next(request);
  } catch (error) {
    const wasSent = request.trace.unanswered && isNetworkError(error) && !unsent.has(error.kind);
    const isWrite = operations[request.operation].retry !== 'safe';
    throw wasSent && isWrite ? new OutcomeUnknownError(request.operation, error) : error;
  }
};
