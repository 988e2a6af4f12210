import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.js';
import { refuseMalformed } from './listener.js';

/** Where a server listens. */
export interface Listening {
  /** Origin, such as `https://127.0.0.1:41234`. */
  readonly url: string;
  /** With HTTPS: the certificate as PEM, to be trusted as a CA, and its SHA-256 fingerprint. */
  readonly certificate?: string;
  readonly fingerprint?: string;
  /** Stops listening, ends open connections, and resolves when the port is free. */
  close(): Promise<void>;
}

export interface ListenOptions {
  host: string;
  port: number;
  /** `true` for HTTPS with a certificate made for this server, or one that is given; `false` for plain HTTP. */
  tls: boolean | Certificate;
}

/** Serves a listener over HTTP or HTTPS. */
export async function serve(listener: RequestListener, { host, port, tls }: ListenOptions): Promise<Listening> {
  const secured = tls === false ? undefined : await secure(tls);
  // Node closes a connection that was idle for five seconds. A client that a debugger or a busy machine stopped for as long
  // would send on it just then, and lose its request.
  const kept = { keepAliveTimeout: 0 };
  const server = secured ? createHttpsServer({ ...secured.pair, ...kept }, listener) : createHttpServer(kept, listener);
  server.on('clientError', refuseMalformed);
  // Expectations but 100-continue are not met, and not worth a status of their own: the request is answered as it is.
  server.on('checkExpectation', listener);
  await listen(server, port, host);

  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `${secured ? 'https' : 'http'}://${name}:${address.port}`,
    ...(secured && { certificate: secured.pair.cert, fingerprint: secured.fingerprint }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Loaded where HTTPS is wanted: making certificates takes a library that takes its time. */
async function secure(tls: true | Certificate): Promise<{ pair: Certificate; fingerprint: string }> {
  const { fingerprint, selfSignedCertificate } = await import('./certificate.js');
  const pair = tls === true ? await selfSignedCertificate() : tls;
  return { pair, fingerprint: fingerprint(pair.cert) };
}

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
