import { InputError } from '@powerstore-api/types';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import * as v from 'valibot';
import { Agent, buildConnector, Client, type Dispatcher } from 'undici';
import { fingerprintMismatchCode } from '../errors/network-problem.js';
import * as option from '../input/options.js';
import { hasText } from '../input/has-text.js';

/**
 * Which certificate of an array to trust. By default these are the authorities that Node knows; arrays come with self-signed
 * certificates.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 *
 * const byAuthority: TlsOptions = { ca: await readFile('array-a.pem') };
 * const byFingerprint: TlsOptions = { fingerprint: 'A1:B2:…' }; // 32 bytes, as openssl prints them
 * ```
 */
export type TlsOptions =
  | {
      /** Trust these certificates (PEM) and those they signed, instead of the authorities that Node knows. */
      readonly ca: string | Buffer | readonly (string | Buffer)[];
      readonly fingerprint?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust only the certificate with this SHA-256 fingerprint (64 hexadecimal digits), and ignore its names and dates. */
      readonly fingerprint: string;
      readonly ca?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust every certificate. Anyone between you and the array can read the password. */
      readonly insecure: true;
      readonly ca?: never;
      readonly fingerprint?: never;
    };

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
   * The URL of an HTTP proxy, used by `CONNECT`; it may have a user name and password. The client still checks the
   * certificate of the array. It does not read proxy variables of the environment.
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
  const direct = connectorOf(tls);
  const options = { headersTimeout: 0, bodyTimeout: 0, keepAliveTimeout: keepAlive };
  const tunnel = proxy === undefined ? undefined : tunnelThrough(proxy, direct);
  const dispatcher = new Agent({ ...options, connect: tunnel?.connect ?? direct });
  return {
    dispatcher,
    async close() {
      await dispatcher.destroy();
      await tunnel?.close();
    },
  };
}

function connectorOf(tls: TlsOptions | undefined): buildConnector.connector {
  if (tls?.fingerprint !== undefined) return pinned(tls.fingerprint);
  if (tls?.insecure === true) return buildConnector({ rejectUnauthorized: false });
  const { ca } = tls ?? {};
  if (ca === undefined) return telling(buildConnector({}));
  return telling(buildConnector({ ca: typeof ca === 'string' || Buffer.isBuffer(ca) ? ca : [...ca] }));
}

/** Adds the fingerprint of a certificate that is not trusted to the error, so that it can be compared and pinned. */
function telling(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error === null) return callback(null, socket);
      if (options.httpSocket || !isAboutCertificate(error)) return callback(error, null);
      // Node does not show a certificate that it has refused. This second connection only reads it, and sends nothing.
      buildConnector({ rejectUnauthorized: false, maxCachedSessions: 0 })(options, (...[, shown]) => {
        const fingerprint = shown && fingerprintOf(shown);
        shown?.destroy();
        callback(Object.assign(error, fingerprint !== undefined && { fingerprint }), null);
      });
    });
  };
}

/** Whether an error of OpenSSL or Node is about the certificate. */
const isAboutCertificate = (error: Error): boolean => hasText(error, 'code') && /CERT|UNABLE_TO_/.test(error.code);

const fingerprintOf = (socket: Socket): string | undefined =>
  (socket as TLSSocket).getPeerX509Certificate?.()?.fingerprint256;

/** Connects to the array through a tunnel of a proxy. */
function tunnelThrough(
  proxy: string | URL,
  connect: buildConnector.connector,
): { connect: buildConnector.connector; close: () => Promise<void> } {
  const { origin, headers: own } = proxyOf(proxy);
  const client = new Client(origin);
  const open = async (path: string): Promise<Socket> => {
    const { statusCode, socket } = await client.connect({ path, headers: { ...own, host: path } });
    if (statusCode === 200) return socket as Socket;
    socket.destroy();
    throw new Error(`the proxy ${origin} made no connection: it answered ${statusCode}`);
  };
  return {
    connect: async (options, callback) => {
      const { hostname, protocol } = options;
      const isSecure = protocol === 'https:';
      try {
        const socket = await open(`${hostname}:${options.port || (isSecure ? 443 : 80)}`);
        if (isSecure) connect({ ...options, httpSocket: socket }, callback);
        else callback(null, socket);
      } catch (error) {
        callback(error as Error, null);
      }
    },
    close: () => client.destroy(),
  };
}

/** The address of a proxy and its login. An error does not repeat the URL, which may have a password. */
function proxyOf(proxy: string | URL): { origin: string; headers: Readonly<Record<string, string>> } {
  try {
    const { origin, username, password, protocol } = new URL(proxy);
    if (protocol === 'http:' || protocol === 'https:') {
      if (username === '') return { origin, headers: {} };
      const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
      return { origin, headers: { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` } };
    }
  } catch {
    // Thrown below.
  }
  throw new InputError('proxy must be an http:// or https:// URL; encode reserved characters of its password');
}

/**
 * Connects only to one certificate. Node skips `checkServerIdentity` if the chain does not verify, as with most arrays. So the
 * chain is not verified, and the certificate is compared before anything is sent.
 */
function pinned(fingerprint: string): buildConnector.connector {
  const expected = fingerprint.replaceAll(':', '').toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(expected)) {
    throw new InputError('tls.fingerprint must be the SHA-256 fingerprint of a certificate: 64 hexadecimal digits');
  }
  // TLS sessions are not resumed: Node has no certificate to compare on a resumed one.
  const connect = buildConnector({ rejectUnauthorized: false, maxCachedSessions: 0 });
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const seen = fingerprintOf(socket);
      if (seen?.replaceAll(':', '') === expected) return callback(null, socket);
      socket.destroy();
      callback(mismatch(seen), null);
    });
  };
}

function mismatch(seen: string | undefined): Error {
  const message = `the certificate is not the pinned one: its SHA-256 fingerprint is ${seen ?? 'not known (no TLS)'}`;
  return Object.assign(new Error(message), { code: fingerprintMismatchCode });
}
