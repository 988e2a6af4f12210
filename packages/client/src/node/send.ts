import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici/index.js';
import { maxAnswerBytes, tooLarge } from '../http/size-limit.js';
import { type AnswerHeaders, isSuccess, noteSent, type Send, type WireAnswer } from '../http/wire.js';

/**
 * Sends by undici's dispatcher, on which its `fetch` and `request` are built. They make streams of an answer, which takes
 * longer than reading it.
 */
export const sendByDispatcher =
  (dispatcher: Dispatcher): Send =>
  ({ operation, method, url, headers, body = null, signal, call }) =>
    new Promise((resolve, reject) => {
      const { origin, pathname, search } = new URL(url);
      const chunks: Buffer[] = [];
      let size = 0;
      let head: Omit<WireAnswer, 'text'> | undefined;
      let running: Dispatcher.DispatchController | undefined;
      // The layer that aborts rejects with its own reason.
      const abort = (): void => running?.abort(new Error('aborted'));
      const end = (error?: Error): void => {
        signal?.removeEventListener('abort', abort);
        // Most answers come in one piece.
        if (head !== undefined && error === undefined)
          resolve({ ...head, text: String(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)) });
        // An error status counts even if the connection broke before the body was complete.
        else if (head !== undefined && !isSuccess(head)) resolve({ ...head, text: '' });
        else reject(error);
      };
      signal?.addEventListener('abort', abort);
      dispatcher.dispatch(
        { origin, path: pathname + search, method: method as Dispatcher.HttpMethod, headers, body },
        {
          onRequestStart(controller) {
            running = controller;
            if (signal?.aborted === true) abort();
            // Undici writes the request right after this, on a connection that is open.
            else noteSent(call);
          },
          onResponseStart(_, status, fields, statusText = '') {
            // Interim responses, such as 103, are not the answer (RFC 9110, section 15.2).
            if (status >= 200) head = { status, statusText, headers: headersOf(fields) };
          },
          onResponseData(controller, chunk) {
            size += chunk.length;
            if (size > maxAnswerBytes) controller.abort(tooLarge(operation));
            else chunks.push(chunk);
          },
          onResponseEnd: () => end(),
          onResponseError: (_, error) => end(error),
        },
      );
    });

/** Reads headers in place: making a `Headers` of the platform takes longer than reading most answers. */
const headersOf = (fields: IncomingHttpHeaders): AnswerHeaders => ({
  get(name) {
    const value = fields[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  },
  // A single one is a string, although the type says otherwise.
  getSetCookie: () => [fields['set-cookie'] ?? []].flat(),
  *[Symbol.iterator]() {
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value ?? []].flat()) yield [name, one];
    }
  },
});
