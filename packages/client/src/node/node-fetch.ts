import { fetch } from 'undici';
import type { Fetch } from '../middleware.js';
import { createAgent, type TlsOptions } from './tls.js';

/**
 * A `fetch` with connections of its own. `close()` ends them, also those in use.
 *
 * @example
 * ```ts
 * await using fetch = nodeFetch({ fingerprint });
 * const array = await connect({ host: 'array-a.example.com', username, password, fetch });
 * ```
 */
export interface NodeFetch extends Fetch, AsyncDisposable {
  close(): Promise<void>;
}

/**
 * Makes a `fetch` that trusts an array's certificate. `connect` of this entry does it for you; this is for a `fetch` that
 * several clients share, or that is wrapped.
 *
 * @example
 * ```ts
 * import { connect } from '@powerstore-api/client';
 * import { nodeFetch } from '@powerstore-api/client/node';
 *
 * await using send = nodeFetch({ ca });
 * await using array = await connect({
 *   host: 'array-a.example.com',
 *   username,
 *   password,
 *   fetch: async (request) => {
 *     console.log(request.method, request.url);
 *     return send(request);
 *   },
 * });
 * ```
 */
export function nodeFetch(tls?: TlsOptions): NodeFetch {
  const dispatcher = createAgent(tls);

  // Node's own fetch refuses an agent of another undici, and undici's fetch a Request of Node's: so the parts are passed
  // on. The body as bytes, because a stream would go out in chunks and without a Content-Length.
  const send = async (request: Request): Promise<Response> => {
    const response = await fetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      body: request.body === null ? null : new Uint8Array(await request.arrayBuffer()),
      redirect: request.redirect,
      signal: request.signal,
      dispatcher,
    });
    // The same class from another copy of undici.
    return response as unknown as Response;
  };
  // Not `dispatcher.close()`: it waits for answers that nobody may ever read.
  const close = (): Promise<void> => dispatcher.destroy();
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}
