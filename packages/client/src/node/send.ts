import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { type AnswerHeaders, isSuccess, type Send, type WireAnswer } from '../http/wire.js';

/**
 * Sends by undici's dispatcher, which its `fetch` and `request` are built on: the streams that these make of an answer
 * take longer than reading it.
 */
export const sendByDispatcher =
  (dispatcher: Dispatcher): Send =>
  ({ method, url, headers, body = null, signal }) =>
    new Promise((resolve, reject) => {
      const { origin, pathname, search } = new URL(url);
      const chunks: Buffer[] = [];
      let head: Omit<WireAnswer, 'text'> | undefined;
      let running: Dispatcher.DispatchController | undefined;
      // Whoever aborts has its own reason, and tells it by itself.
      const abort = (): void => running?.abort(new Error('aborted'));
      const end = (error?: Error): void => {
        signal?.removeEventListener('abort', abort);
        // Of one piece, as most answers are, there is nothing to put together.
        if (head !== undefined && error === undefined)
          resolve({ ...head, text: String(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)) });
        // A status that is no success counts, also where the connection broke before the text was complete.
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
          },
          onResponseStart(_, status, fields, statusText = '') {
            // What comes before the answer, such as 103, is none (RFC 9110, section 15.2).
            if (status >= 200) head = { status, statusText, headers: headersOf(fields) };
          },
          onResponseData: (_, chunk) => void chunks.push(chunk),
          onResponseEnd: () => end(),
          onResponseError: (_, error) => end(error),
        },
      );
    });

/** As they are read: a `Headers` of the platform takes longer to make than most answers are read in. */
const headersOf = (fields: IncomingHttpHeaders): AnswerHeaders => ({
  get(name) {
    const value = fields[name.toLowerCase()];
    return Array.isArray(value) ? value.join(', ') : (value ?? null);
  },
  // A single one is a string, whatever the type says.
  getSetCookie: () => [fields['set-cookie'] ?? []].flat(),
  *[Symbol.iterator]() {
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value ?? []].flat()) yield [name, one];
    }
  },
});
