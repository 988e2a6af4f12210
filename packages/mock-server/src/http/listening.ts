import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Certificate } from './certificate.js';
import { refuseMalformed, refuseTunnel } from './listener.js';

/** A server that listens. */
export interface Listening {
  /** Origin, such as `https://127.0.0.1:41234`. */
  readonly url: string;
  /** With HTTPS: the certificate in PEM format, for a client to trust as a CA. */
  readonly certificate?: string;
  /** With HTTPS: the SHA-256 fingerprint of the certificate, as `AA:BB:…`. */
  readonly fingerprint?: string;
  /** Stops listening and ends open connections. Resolves when the port is free. */
  close(): Promise<void>;
}

export interface ListenOptions {
  host: string;
  port: number;
  /** `true` for HTTPS with a generated certificate, a certificate for HTTPS with that one, `false` for plain HTTP. */
  tls: boolean | Certificate;
}

/** Serves a listener over HTTP or HTTPS. */
export async function serve(listener: RequestListener, { host, port, tls }: ListenOptions): Promise<Listening> {
  const secured = tls === false ? undefined : await secure(tls);
  // Node would close a connection after five idle seconds. A client that a debugger or a busy machine holds up could send on
  // it just then, and lose its request.
  // Node would also refuse a request without `Host`, in its own words; `readRequest` does it in PowerStore's.
  const kept = { keepAliveTimeout: 0, requireHostHeader: false };
  const server = secured ? createHttpsServer({ ...secured.pair, ...kept }, listener) : createHttpServer(kept, listener);
  server.on('clientError', refuseMalformed);
  server.on('connect', refuseTunnel);
  // Node would answer an `Expect` header other than `100-continue` with 417. The header is ignored instead.
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

/** Loads the library that generates certificates only for HTTPS, because it is slow to load. */
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
