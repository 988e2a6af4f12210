import type { OperationId } from '@powerstore-api/types';

/** A request on its way through the layers. Each attempt sends the same one; layers set its headers. */
export interface WireRequest {
  readonly operation: OperationId;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  /** JSON. */
  readonly body: string | undefined;
  /** Ends the request. A layer that ends it by itself passes on a request with a signal of its own. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds for the call, all attempts and pauses included, where the caller said so. */
  readonly timeout: number | undefined;
  /** Whether it is sent once only. */
  readonly once: boolean;
  /** What has become of the call so far; the same for all attempts. */
  readonly call: CallState;
}

/** A call as it is so far, with all of its attempts. */
export interface CallState {
  /** How often it was sent. */
  attempts: number;
  /** Whether it is out, and no answer is there. */
  unanswered: boolean;
  /** When the time for the call is over, by `performance.now()`. */
  deadline: number;
}

/** An answer, read to its end: so that waiting for it, and its breaking off, are one thing for all layers. */
export interface WireAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: AnswerHeaders;
  readonly text: string;
}

/** What is needed of the `Headers` of an answer. */
export interface AnswerHeaders extends Pick<Headers, 'get' | 'getSetCookie'>, Iterable<[string, string]> {}

/** Turns a request into an answer. A status is no error here. */
export type Send = (request: WireRequest) => Promise<WireAnswer>;

/** One layer around the sending. It may call `next` again, or not at all. */
export type Layer = (request: WireRequest, next: Send) => Promise<WireAnswer>;

/** Puts layers around the sending, the first one outermost. */
export const compose = (layers: readonly Layer[], send: Send): Send =>
  layers.reduceRight<Send>((next, layer) => (request) => layer(request, next), send);

/** Whether the answer is a success. */
export const isSuccess = ({ status }: Pick<WireAnswer, 'status'>): boolean => status >= 200 && status < 300;
