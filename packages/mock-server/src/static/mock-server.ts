import { randomBytes } from 'node:crypto';
import { type Listening, serve } from '../http/listening.js';
import type { Certificate } from '../http/certificate.js';
import { withHiddenProperties } from '../http/hidden-properties.js';
import { accept } from '../layers/accept.js';
import { authentication } from '../layers/authentication.js';
import { contractChecks } from '../layers/contract.js';
import { errors } from '../layers/errors.js';
import { compose, type Layer } from '../layers/layer.js';
import type { Exchange } from '../http/exchange.js';
import { createListener } from '../http/listener.js';
import { createLoginSessions } from '../layers/login-sessions.js';
import { newestRelease, releaseOf } from '../contract/release.js';
import { findRoute } from '../contract/routes.js';
import { route } from '../layers/route.js';
import { understood } from '../layers/understood.js';
import { respondWithExamples } from './responder.js';

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

export interface MockServer extends Listening, AsyncDisposable {
  readonly username: string;
  readonly password: string;
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
  // Prism takes a second to load, which a simulator that does without need not wait for.
  const { createContract, prismMocker } = await import('../contract/prism.js');
  // Now, and not with the first request that is answered with an example.
  prismMocker();
  const contract = await createContract(releaseOf(newestRelease));
  const sessions = createLoginSessions({
    users: [{ username, password, role: 'administrator' }],
    idleTimeout: 3_600_000,
    now: Date.now,
    secret: () => randomBytes(24).toString('base64url'),
  });
  const layers: readonly Layer[] = [
    errors,
    understood,
    authentication(sessions),
    accept,
    route,
    contractChecks(contract),
  ];
  const array = compose(layers, (call) => respondWithExamples(contract, call));
  const listener = createListener(
    (request) => array({ request, route: findRoute(request.method, request.path) }),
    options.onExchange,
  );
  const listening = await serve(listener, { host, port, tls });
  return withHiddenProperties({ ...listening, username, [Symbol.asyncDispose]: listening.close }, { password });
}
