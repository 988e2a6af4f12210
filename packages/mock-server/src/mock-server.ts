import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Certificate, fingerprint, selfSignedCertificate } from './certificate.js';
import { errorAnswer } from './errors.js';
import type { Answer, MockRequest } from './http.js';
import { createListener, type Exchange, refuseMalformed } from './listener.js';
import { createLoginSessions } from './login-sessions.js';
import { createContract } from './prism.js';
import { respondWithExamples } from './static-responder.js';

export interface MockServerOptions {
  /**
   * Address to listen on.
   * @default '127.0.0.1'
   */
  host?: string;
  /**
   * Port to listen on; 0 takes a free one.
   * @default 0
   */
  port?: number;
  /**
   * `true` for HTTPS with a certificate made for this server, or a certificate of yours; `false` for plain HTTP.
   * @default false
   */
  tls?: boolean | Certificate;
  /** @default 'admin' */
  username?: string;
  /** @default 'Password123!' */
  password?: string;
  /** Called after each answer. What it gets holds no header and no body, so no secret. */
  onExchange?: (exchange: Exchange) => void;
}

export interface MockServer extends AsyncDisposable {
  /** Origin to point a client at, such as `http://127.0.0.1:41234`. The API is below `/api/rest`. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** With HTTPS: the certificate as PEM, to be trusted as a CA, and its SHA-256 fingerprint. */
  readonly certificate?: string;
  readonly fingerprint?: string;
  /** Stops listening, ends open connections, and resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Starts a mock of one array that answers with the examples of the contract. Every request and every answer is checked
 * against the contract on the way.
 *
 * @throws Error with `code` `EADDRINUSE` or `EACCES` when the port cannot be had.
 * @example
 * ```ts
 * import { createMockServer } from '@powerstore-api/mock-server';
 *
 * await using mock = await createMockServer();
 * const credentials = Buffer.from(`${mock.username}:${mock.password}`).toString('base64');
 * const response = await fetch(`${mock.url}/api/rest/replication_session?select=id,state`, {
 *   headers: { authorization: `Basic ${credentials}` },
 * });
 * console.log(await response.json());
 * ```
 */
export async function createMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const { host = '127.0.0.1', port = 0, tls = false, username = 'admin', password = 'Password123!' } = options;
  const contract = await createContract(respondWithExamples);
  const sessions = createLoginSessions({ username, password });

  const handle = async (request: MockRequest): Promise<Answer> => {
    const login = sessions.authenticate(request);
    if ('refused' in login) return login.refused;
    if (!acceptsJson(request.headers['accept'])) return errorAnswer(406, 'Only application/json can be answered with.');
    const answer = await contract(request);
    if (request.path === '/logout' && answer.status === 204) {
      sessions.end(request);
      return answer;
    }
    return answer.status < 400 ? { ...answer, headers: { ...answer.headers, ...login.headers } } : answer;
  };

  const certificate = tls === true ? await selfSignedCertificate() : tls || undefined;
  const listener = createListener(handle, options.onExchange ?? (() => undefined));
  const server = certificate ? createHttpsServer(certificate, listener) : createHttpServer(listener);
  server.on('clientError', refuseMalformed);
  // Expectations but 100-continue are not met, and not worth a status of their own: the request is answered as it is.
  server.on('checkExpectation', listener);
  await listen(server, port, host);

  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `${certificate ? 'https' : 'http'}://${name}:${address.port}`,
    username,
    password,
    ...(certificate && { certificate: certificate.cert, fingerprint: fingerprint(certificate.cert) }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

const acceptsJson = (accept = '*/*'): boolean => /(application\/(json|\*)|\*\/\*)\s*([;,]|$)/i.test(accept);

const listen = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
