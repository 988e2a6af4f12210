import { contractRelease } from '@powerstore-api/types';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Listening, serve } from '../http/listening.js';
import type { Certificate } from '../http/certificate.js';
import { withHiddenProperties } from '../http/hidden-properties.js';
import { portSchema, textSchema, tlsSchema, usernameSchema } from '../input/listen-options.js';
import { checkOptions } from '@powerstore-api/input';
import { absentFields } from '../layers/absent-fields.js';
import { accept } from '../layers/accept.js';
import { authentication } from '../layers/authentication.js';
import { contractChecks } from '../layers/contract.js';
import { errors } from '../layers/errors.js';
import { compose, type Layer } from '../layers/layer.js';
import type { RequestLogEntry } from '../http/request-log-entry.js';
import { createListener } from '../http/listener.js';
import { createLoginSessions } from '../layers/login-sessions.js';
import { releaseOf } from '../contract/release.js';
import { findRoute } from '../contract/routes.js';
import { route } from '../layers/route.js';
import { rejectMalformed } from '../layers/reject-malformed.js';
import { respondWithExamples } from './responder.js';

/**
 * Options of {@link createMockServer}.
 *
 * @example
 * ```ts
 * const options: MockServerOptions = { port: 8443, tls: true, password: 'from-a-test' };
 * ```
 */
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
   * `true` for HTTPS with a generated certificate, a certificate for HTTPS with that one, `false` for plain HTTP.
   * @default false
   */
  tls?: boolean | Certificate;
  /**
   * The user name that it accepts.
   * @default 'admin'
   */
  username?: string;
  /**
   * The password that it accepts.
   * @default 'Password123!'
   */
  password?: string;
  /** Called after each answer. An entry holds no header and no body, so no secret. */
  onRequest?: (entry: RequestLogEntry) => void;
}

const schema = v.strictObject({
  host: v.optional(textSchema),
  port: v.optional(portSchema),
  tls: v.optional(tlsSchema),
  username: v.optional(usernameSchema),
  password: v.optional(textSchema),
  onRequest: v.optional(v.function()),
});

/** A running static mock. */
export interface MockServer extends Listening, AsyncDisposable {
  readonly username: string;
  /** Not shown by `inspect()` and `JSON.stringify()`. */
  readonly password: string;
}

/**
 * Starts one array that answers with the examples of the contract. It checks every request and every answer against the
 * contract. A write changes nothing.
 *
 * @throws InputError for an option that makes no sense; the message names it.
 * @throws Error with `code` `EADDRINUSE` or `EACCES` if it cannot listen on the port.
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
  checkOptions('createMockServer', schema, options);
  const { host = '127.0.0.1', port = 0, tls = false, username = 'admin', password = 'Password123!' } = options;
  // Prism takes a second to load, and a simulator with `fast` does not need it.
  const { createContract, prismMocker } = await import('../contract/prism.js');
  // Load it now, not at the first example.
  prismMocker();
  const release = releaseOf(contractRelease);
  const contract = await createContract(release);
  const sessions = createLoginSessions({
    users: [{ username, password, role: 'administrator' }],
    idleTimeout: 3_600_000,
    now: Date.now,
    secret: () => randomBytes(24).toString('base64url'),
  });
  const layers: readonly Layer[] = [
    rejectMalformed,
    authentication(sessions),
    errors,
    accept,
    route,
    absentFields,
    contractChecks(contract),
  ];
  const array = compose(layers, (call) => respondWithExamples(contract, call));
  const listener = createListener(
    (request) => array({ request, route: findRoute(request.method, request.path, release) }),
    options.onRequest,
  );
  const listening = await serve(listener, { host, port, tls });
  return withHiddenProperties({ ...listening, username, [Symbol.asyncDispose]: listening.close }, { password });
}
