import { fetch } from 'undici';
import type { Fetch } from '../http/fetch.js';
import { type ConnectionOptions, createConnections } from './connections.js';

/**
 * A `fetch` with connections of its own. `close()` ends them, also those in use.
 *
 * @example
 * ```ts
 * await using fetch = nodeFetch({ tls: { fingerprint } });
 * const array = await connect({ host: 'array-a.example.com', username, password, fetch });
 * ```
 */
export interface NodeFetch extends Fetch, AsyncDisposable {
  /**
   * Ends the connections. `await using` calls it.
   *
   * @example
   * ```ts
   * const fetch = nodeFetch({ tls: { fingerprint } });
   * const array = await connect({ host: 'array-a.example.com', username, password, fetch });
   * await array.close();
   * await fetch.close();
   * ```
   */
  close(): Promise<void>;
}

/**
 * Makes a `fetch` that trusts an array's certificate, for whoever needs the answers as they are. `connect` of this entry
 * has a faster way.
 *
 * @example
 * ```ts
 * import { connect } from '@powerstore-api/client';
 * import { nodeFetch } from '@powerstore-api/client/node';
 *
 * await using send = nodeFetch({ tls: { ca } });
 * await using array = await connect({
 *   host: 'array-a.example.com',
 *   username,
 *   password,
 *   fetch: async (url, init) => {
 *     console.log(init.method, url);
 *     return send(url, init);
 *   },
 * });
 * ```
 */
export function nodeFetch(options: ConnectionOptions = {}): NodeFetch {
  const { dispatcher, close } = createConnections(options);

  // Not Node's own fetch, which refuses an agent of another undici.
  const send: Fetch = async (url, init) => {
    const response = await fetch(url, { ...init, dispatcher });
    // The same class from another copy of undici.
    return response as unknown as Response;
  };
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}
