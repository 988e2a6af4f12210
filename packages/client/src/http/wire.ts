import type { OperationId } from '@powerstore-api/types';

/** A request on its way through the layers. All attempts of a call send the same object; layers set its headers. */
export interface WireRequest {
  readonly operation: OperationId;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  /** JSON. */
  readonly body: string | undefined;
  /** Aborts the request. A layer with a time limit passes on a request with a signal of its own. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds for the call with all attempts and pauses, if the caller set a limit. */
  readonly timeout: number | undefined;
  /** Whether it is never sent again. */
  readonly once: boolean;
  /** The state of the call, shared by all attempts. */
  readonly call: CallState;
}

/** The state of a call over all of its attempts. */
export interface CallState {
  /** Attempts so far. */
  attempts: number;
  /** Whether a byte of the last attempt may have been sent, and there is no answer. */
  unanswered: boolean;
  /** The end of its time, by `performance.now()`. */
  deadline: number;
  /** Where it is while nothing is sent, for the error of its timeout. */
  waitsFor: string;
  /** Called when the first byte is sent; `undefined` afterwards. */
  onSend?: (() => void) | undefined;
}

/** Notes that the request is sent now. */
export function noteSent(call: CallState): void {
  call.unanswered = true;
  const { onSend } = call;
  call.onSend = undefined;
  try {
    onSend?.();
  } catch {
    // Reporting must not stop a failover half way.
  }
}

/** An answer, read to its end: a body that breaks off is an error of sending for all layers. */
export interface WireAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: AnswerHeaders;
  readonly text: string;
}

/** The part of `Headers` that the client uses. */
export interface AnswerHeaders extends Pick<Headers, 'get' | 'getSetCookie'>, Iterable<[string, string]> {}

/** Sends a request. An error status does not reject. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

/** One layer around `send`. It may call `next` several times, or not at all. */
export type Layer = (request: WireRequest, next: Send) => Promise<WireAnswer>;

/** Puts layers around `send`, the first one outermost. */
export const compose = (layers: readonly Layer[], send: Send): Send =>
  layers.reduceRight<Send>((next, layer) => (request) => layer(request, next), send);

/** Whether the answer is a success. */
export const isSuccess = ({ status }: Pick<WireAnswer, 'status'>): boolean => status >= 200 && status < 300;
