import { STATUS_CODES } from 'node:http';
import { type Dispatcher, request } from 'undici';
import { textOf } from '../http/fetch.js';
import type { Send } from '../http/wire.js';

/** Sends by undici's own way, beneath `fetch`, which takes a third of the time. */
export const sendOver =
  (dispatcher: Dispatcher): Send =>
  async ({ method, url, headers, body, signal }) => {
    const answer = await request(url, {
      method: method as Dispatcher.HttpMethod,
      headers: Object.fromEntries(headers),
      dispatcher,
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
    const received = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const one of [value ?? []].flat()) received.append(name, one);
    }
    const { statusCode: status } = answer;
    const text = await textOf(status, answer.body.text());
    return { status, statusText: STATUS_CODES[status] ?? '', headers: received, text };
  };
