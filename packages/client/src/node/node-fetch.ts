import { checkOptions } from '@powerstore-api/input';
import { fetch } from 'undici/index.js';
import type { Fetch } from '../http/fetch.js';
import * as option from '../input/options.js';
import { connectionFields, type ConnectionOptions, createConnections } from './connections.js';

/**
 * A `fetch` with connections of its own. `close()` closes them, also those in use.
 *
 * @example
 * ```ts
 * await using fetch = nodeFetch({ tls: { fingerprint } });
 * const array = await connect({ host: 'array-a.example.com', username, password, fetch });
 * ```
 */
export interface NodeFetch extends Fetch, AsyncDisposable {
  /**
   * Closes the connections. `await using` calls it.
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
 * Makes a `fetch` that trusts the certificate of an array, for programs that look at requests and answers. `connect` of this
 * entry is faster without it.
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
  checkOptions('nodeFetch', fetchOptions, options);
  const { dispatcher, close } = createConnections(options);

  // Node's own fetch refuses a dispatcher of another copy of undici.
  const send: Fetch = async (url, init) => {
    const response = await fetch(url, { ...init, dispatcher });
    // The class of another copy of undici is the same.
    return response as unknown as Response;
  };
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}

const fetchOptions = option.schemaOf<ConnectionOptions>(connectionFields);
