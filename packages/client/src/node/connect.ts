import { checkOptions } from '@powerstore-api/input';
import type { Address } from '../http/base-url.js';
import { arrayFields, type ClientOptions, type Credentials, openArray, type PowerStore } from '../connect.js';
import * as option from '../input/options.js';
import { connectionFields, type ConnectionOptions, createConnections } from './connections.js';
import { diagnostics } from './diagnostics.js';
import { sendByDispatcher } from './send.js';

/**
 * How to reach an array from Node.
 *
 * @example
 * ```ts
 * const options: NodeConnectOptions = { host: '192.0.2.7', username: 'admin', password, tls: { fingerprint } };
 * ```
 */
export type NodeConnectOptions = Address & Credentials & ClientOptions & ConnectionOptions;

/**
 * Logs in to an array over connections of its own, which `close()` closes.
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
export async function connect(given: NodeConnectOptions): Promise<PowerStore> {
  const options = checkOptions('connect', nodeConnectOptions, given);
  const { dispatcher, close: disconnect } = createConnections(options);
  try {
    const array = await openArray(options, sendByDispatcher(dispatcher), [diagnostics]);
    const close = async (): Promise<void> => {
      await array.close();
      await disconnect();
    };
    return { ...array, close, [Symbol.asyncDispose]: close };
  } catch (error) {
    await disconnect();
    throw error;
  }
}

const nodeConnectOptions = option.schemaOf<NodeConnectOptions>({ ...arrayFields, ...connectionFields });
