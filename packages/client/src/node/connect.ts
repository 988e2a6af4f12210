import type { Address } from '../base-url.js';
import { connect as connectWith, type Credentials, type PowerStore } from '../connect.js';
import { nodeFetch } from './node-fetch.js';
import type { TlsOptions } from './tls.js';

/**
 * How to reach an array from Node.
 *
 * @example
 * ```ts
 * const options: NodeConnectOptions = { host: '192.0.2.7', username: 'admin', password, tls: { fingerprint } };
 * ```
 */
export type NodeConnectOptions = Address &
  Credentials & {
    /** How to trust the certificate of the array. */
    readonly tls?: TlsOptions | undefined;
  };

/**
 * Logs in to an array, over connections of its own that `close()` ends.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { connect } from '@powerstore-api/client/node';
 *
 * await using array = await connect({
 *   host: 'array-a.example.com',
 *   username: 'admin',
 *   password,
 *   tls: { ca: await readFile('array-a.pem') },
 * });
 * ```
 */
export async function connect({ tls, ...options }: NodeConnectOptions): Promise<PowerStore> {
  const fetch = nodeFetch(tls);
  try {
    const array = await connectWith({ ...options, fetch });
    const close = async (): Promise<void> => {
      await array.close();
      await fetch.close();
    };
    return { ...array, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await fetch.close();
    throw error;
  }
}
