import type { OperationId } from '@powerstore-api/types';
import { isNotSent } from '../errors/network-problem.js';
import { maxAnswerBytes, tooLarge } from './size-limit.js';
import { isSuccess, noteSent, type Send } from './wire.js';

/**
 * The second argument of a {@link Fetch}.
 *
 * @example
 * ```ts
 * const init: FetchInit = { method: 'GET', headers: { accept: 'application/json' }, redirect: 'manual' };
 * ```
 */
export interface FetchInit {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** An array does not redirect. Following a redirect would carry the token to another host. */
  readonly redirect: 'manual';
  readonly signal?: AbortSignal;
}

/**
 * A function that sends a request: `fetch`, or one with the same arguments.
 *
 * @example
 * ```ts
 * let requests = 0;
 * const counted: Fetch = (url, init) => {
 *   requests += 1;
 *   return fetch(url, init);
 * };
 * ```
 */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

/** Sends by a `fetch`. */
export const sendByFetch =
  (fetch: Fetch): Send =>
  async ({ operation, method, url, headers, body, signal, call }) => {
    noteSent(call);
    const response = await fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    }).catch((error: unknown) => {
      call.unanswered = !isNotSent(error);
      throw error;
    });
    const { status, statusText, headers: received } = response;
    const text = await textOf(response, operation).catch((error: unknown) => {
      // An error status counts even if the connection broke before the body was complete.
      if (isSuccess(response)) throw error;
      return '';
    });
    return { status, statusText, headers: received, text };
  };

async function textOf({ body }: Response, operation: OperationId): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  for (let size = 0; ;) {
    const { value } = (await reader?.read()) ?? {};
    if (value === undefined) return text + decoder.decode();
    size += value.length;
    if (size > maxAnswerBytes) {
      await reader?.cancel();
      throw tooLarge(operation);
    }
    text += decoder.decode(value, { stream: true });
  }
}
