import { tracingChannel } from 'node:diagnostics_channel';
import type { OperationId } from '@powerstore-api/types';
import { isPowerStoreError } from '../errors/guards.js';
import type { Layer } from '../http/wire.js';

/**
 * What subscribers of the tracing channel `powerstore-api:request` are given, for each attempt to send a request. No
 * header and no body is in it, and so no password, cookie or token.
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
  /** 1 for the first time the call is sent. */
  readonly attempt: number;
  /** Once it is answered. */
  status?: number;
  /** `code` of the error, where it failed. */
  errorCode?: string;
}

const channel = tracingChannel<unknown, RequestMessage>('powerstore-api:request');

/** Publishes each attempt to whoever listens in this process, such as an exporter of traces. */
export const diagnostics: Layer = (request, next) => {
  if (!channel.hasSubscribers) return next(request);
  const { operation, method, url, call } = request;
  const message: RequestMessage = { operation, method, url, attempt: call.attempts };
  const send = async () => {
    try {
      const answer = await next(request);
      message.status = answer.status;
      return answer;
    } catch (error) {
      if (isPowerStoreError(error)) message.errorCode = error.code;
      throw error;
    }
  };
  return channel.tracePromise(send, message);
};
