import { tracingChannel } from 'node:diagnostics_channel';
import type { OperationId } from '@powerstore-api/types';
import { isPowerStoreError } from '../errors/guards.js';
import type { Layer, WireAnswer } from '../http/wire.js';

/**
 * The message of the tracing channel `powerstore-api:request`, one for each attempt to send a request. It has no headers
 * and no body, and so no password, cookie or token.
 *
 * @example
 * ```ts
 * import { subscribe } from 'node:diagnostics_channel';
 *
 * subscribe('tracing:powerstore-api:request:asyncEnd', (message) => {
 *   const { operation, attempt, status, errorCode } = message as RequestMessage;
 *   console.log(operation, attempt, status ?? errorCode);
 * });
 * ```
 */
export interface RequestMessage {
  readonly operation: OperationId;
  readonly method: string;
  readonly url: string;
  /** 1 for the first attempt of the call. */
  readonly attempt: number;
  /** The status of the answer, once there is one. */
  status?: number;
  /** The `code` of the error, if the attempt failed. */
  errorCode?: string;
}

const channel = tracingChannel<unknown, RequestMessage>('powerstore-api:request');

/** Publishes each attempt to subscribers in this process, such as an exporter of traces. */
export const diagnostics: Layer = async (request, next) => {
  // Bun does not know it.
  if (channel.hasSubscribers === false) return next(request);
  const { operation, method, url, call } = request;
  const message: RequestMessage = { operation, method, url, attempt: call.attempts };
  let answer: WireAnswer | undefined;
  // Node puts on the message what this function resolves with: not the answer.
  await channel.tracePromise(async () => {
    try {
      answer = await next(request);
      message.status = answer.status;
    } catch (error) {
      if (isPowerStoreError(error)) message.errorCode = error.code;
      throw error;
    }
  }, message);
  return answer as WireAnswer;
};
