import { InputError } from '@powerstore-api/types';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Agent, buildConnector, Client, type Dispatcher } from 'undici';
import { FINGERPRINT_MISMATCH } from '../errors/network-problem.js';

/**
 * How to trust the certificate of an array, which comes with one of its own. Left out, the authorities that Node knows
 * are trusted.
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
      /** Trust these certificates, and those they signed, in PEM; in place of the authorities that Node knows. */
      readonly ca: string | Buffer | readonly (string | Buffer)[];
      readonly fingerprint?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust the one certificate with this SHA-256 fingerprint, whatever it says: 64 hexadecimal digits. */
      readonly fingerprint: string;
      readonly ca?: never;
      readonly insecure?: never;
    }
  | {
      /** Trust anything. Whoever is in between then has the password. */
      readonly insecure: true;
      readonly ca?: never;
      readonly fingerprint?: never;
    };

/**
 * How connections to an array are made and kept.
 *
 * @example
 * ```ts
 * const options: ConnectionOptions = { tls: { fingerprint }, proxy: 'http://proxy.example.com:3128', keepAlive: 30_000 };
 * ```
 */
export interface ConnectionOptions {
  /** How to trust the certificate of the array. */
  readonly tls?: TlsOptions | undefined;
  /**
   * An HTTP proxy to reach the array through, by `CONNECT`; a user name and password may be in the URL. The certificate
   * of the array is checked all the same. The environment is not looked at.
   */
  readonly proxy?: string | URL | undefined;
  /**
   * Milliseconds a connection is kept that nothing is sent on.
   *
   * @default 4000
   */
  readonly keepAlive?: number | undefined;
}

export interface Connections {
  readonly dispatcher: Dispatcher;
  /** Ends them, also those in use: who waits until answers have been read may wait for ever. */
  close(): Promise<void>;
}

/** Connections that are made accordingly. Time is limited elsewhere, and so is how many requests there are. */
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

/** Says of a certificate that is refused which one it is, so that it can be compared and trusted. */
function telling(connect: buildConnector.connector): buildConnector.connector {
  return (options, callback) => {
    connect(options, (...[error, socket]) => {
      if (error === null) return callback(null, socket);
      if (options.httpSocket || !isAboutCertificate(error)) return callback(error, null);
      // Node does not show a certificate that it has refused, so it is asked for once more; nothing is sent.
      buildConnector({ rejectUnauthorized: false, maxCachedSessions: 0 })(options, (...[, shown]) => {
        const fingerprint = shown && fingerprintOf(shown);
        shown?.destroy();
        callback(Object.assign(error, fingerprint !== undefined && { fingerprint }), null);
      });
    });
  };
}

/** Codes of what is wrong with a certificate, as OpenSSL and Node name them. */
const isAboutCertificate = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && /CERT|UNABLE_TO_(GET|VERIFY)/.test(error.code);

const fingerprintOf = (socket: Socket): string | undefined =>
  (socket as TLSSocket).getPeerX509Certificate?.()?.fingerprint256;

/** Connects through a proxy, and from there on as without one. */
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

/** Where a proxy is, and how to log in to it. What cannot be read is not repeated: a password may be in it. */
function proxyOf(proxy: string | URL): { origin: string; headers: Readonly<Record<string, string>> } {
  try {
    const { origin, username, password, protocol } = new URL(proxy);
    if (protocol === 'http:' || protocol === 'https:') {
      if (username === '') return { origin, headers: {} };
      const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
      return { origin, headers: { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` } };
    }
  } catch {
    // As below.
  }
  throw new InputError(
    'proxy must be a URL that begins with http:// or https://; encode what is reserved in its password',
  );
}

/**
 * Connects to one certificate only. Node skips `checkServerIdentity` when the chain does not verify, which is the rule
 * here, so the chain is not verified and the certificate compared before the connection is handed over.
 */
function pinned(fingerprint: string): buildConnector.connector {
  const expected = fingerprint.replaceAll(':', '').toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(expected)) {
    throw new InputError('tls.fingerprint must be the SHA-256 fingerprint of a certificate: 64 hexadecimal digits');
  }
  // No session is resumed: on one that is, Node has no certificate to compare.
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
  return Object.assign(new Error(message), { code: FINGERPRINT_MISMATCH });
}
