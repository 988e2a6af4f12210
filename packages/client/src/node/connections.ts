// Not 'undici': under that name Bun has a module of its own, without dispatchers.
import { Agent, type buildConnector, type Dispatcher } from 'undici/index.js';
import * as v from 'valibot';
import { closedCode, notConnectedCode } from '../errors/network-problem.js';
import * as option from '../input/options.js';
import { connectorOf, type Opening, type TlsOptions } from './tls.js';
import { tunnelThrough } from './tunnel.js';

/**
 * How to make and keep connections to an array.
 *
 * @example
 * ```ts
 * const options: ConnectionOptions = { tls: { fingerprint }, proxy: 'http://proxy.example.com:3128', keepAlive: 30_000 };
 * ```
 */
export interface ConnectionOptions {
  /** Which certificate of the array to trust. */
  readonly tls?: TlsOptions | undefined;
  /**
   * The URL of an HTTP proxy, used by `CONNECT`; it may have a user name and password (a `%` in them is `%25`). The client
   * still checks the certificate of the array. It does not read proxy variables of the environment.
   */
  readonly proxy?: string | URL | undefined;
  /**
   * Milliseconds that an idle connection stays open.
   *
   * @default 4000
   */
  readonly keepAlive?: number | undefined;
}

const tlsOptions = option.schemaOf<TlsOptions>({
  ca: option.anything,
  fingerprint: option.text,
  insecure: option.flag,
});

/** The schemas of {@link ConnectionOptions}. */
export const connectionFields = { tls: v.optional(tlsOptions), proxy: option.anything, keepAlive: option.duration };

export interface Connections {
  readonly dispatcher: Dispatcher;
  /** Closes all connections, also those in use: an answer may never end. */
  close(): Promise<void>;
}

/** Makes connections. Layers of the client limit their time and number. */
export function createConnections({ tls, proxy, keepAlive = 4000 }: ConnectionOptions): Connections {
  const opening: Opening = new Set();
  const direct = connectorOf(tls, opening);
  const dispatcher = new Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: keepAlive,
    connect: once(proxy === undefined ? direct : tunnelThrough(proxy, direct, opening)),
  });
  return {
    dispatcher,
    async close() {
      // Undici waits for them, for 10 seconds.
      for (const one of opening) one.destroy(Object.assign(new Error('closed'), { code: closedCode }));
      await dispatcher.destroy();
    },
  };
}

/**
 * Undici connects again, without an end, after errors that it takes for passing (`onError` in its `lib/dispatcher/client.js`).
 * It does not know this one, and fails the request. The client decides about another attempt.
 */
const once =
  (connect: buildConnector.connector): buildConnector.connector =>
  (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else callback(Object.assign(new Error('no connection', { cause: error }), { code: notConnectedCode }), null);
    });
