import { checkOptions } from '@powerstore-api/input';
import { type OperationId } from '@powerstore-api/types';
import * as v from 'valibot';
import { readInstances, withoutLogin } from './http/answer.js';
import { type Address, baseUrl } from './http/base-url.js';
import * as option from './input/options.js';
import {
  type Collection,
  createCollection,
  type PlainCollection,
  type ReadOptions,
  readOptions,
} from './resources/collection.js';
import { ContractError } from './errors/contract-error.js';
import { type Fetch, sendByFetch } from './http/fetch.js';
import { compose, type Layer, type Send } from './http/wire.js';
import { plainHttpWarning } from './http/plain-http.js';
import { createJobs, type Jobs } from './resources/jobs.js';
import { attempts } from './layers/attempts.js';
import { limit } from './layers/limit.js';
import { type Log, logging, tell } from './layers/log.js';
import { closed, createLoginSession } from './layers/login-session.js';
import { networkErrors } from './layers/network-errors.js';
import { outcome } from './layers/outcome.js';
import { requestHeaders } from './layers/request-headers.js';
import { retry, type RetryOptions, retryFields } from './layers/retry.js';
import { type ClientSafety, clientSafety, safety, safetyFields, type SafetyOptions } from './layers/safety.js';
import { attemptTimeout, callTimeout } from './layers/timeout.js';
import { type RequestArguments, requestInput } from './http/operation-input.js';
import { selectQuery } from './query/parameters.js';
import { createReplicationSessions, type ReplicationSessions } from './resources/replication-sessions.js';
import type { DefaultSelect, Select, Selected } from './query/select.js';
import { createTransport, type Transport } from './http/transport.js';
import { createReleaseQuery, supported } from './layers/supported.js';
import { createVolumeGroups, type VolumeGroups } from './resources/volume-groups.js';
import { createVolumes, type Volumes } from './resources/volumes.js';

/**
 * The user that logs in.
 *
 * @example
 * ```ts
 * const options: Credentials = { username: 'monitor', password, application: 'nightly-report/2.1' };
 * ```
 */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Name and version of your program. Every request carries it as `Application-Type` and in `User-Agent`. */
  readonly application?: string | undefined;
  /** Aborts the login. Calls have a signal of their own. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * How requests are sent.
 *
 * @example
 * ```ts
 * const patient: ClientOptions = { attemptTimeout: 300_000, retry: { retries: 6 }, concurrency: 2 };
 * ```
 */
export interface ClientOptions extends SafetyOptions {
  /**
   * Milliseconds that a call may take, with all attempts and pauses. Some arrays carry an action out before they answer:
   * the call then takes as long as the action.
   *
   * @default 600_000
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds that one attempt may take, from the request to the end of the answer. Dell's SDKs have the same default.
   *
   * @default 120_000
   */
  readonly attemptTimeout?: number | undefined;
  /** How often the client sends a failed read again. It never sends an action on a replication session again. */
  readonly retry?: RetryOptions | undefined;
  /**
   * How many requests are in flight at the same time; the others wait for their turn.
   *
   * @default 6
   */
  readonly concurrency?: number | undefined;
  /** Called for each request and each answer, without secrets, and for a connection that is not safe. */
  readonly log?: Log | undefined;
}

/**
 * How to reach an array.
 *
 * @example
 * ```ts
 * const options: ConnectOptions = { host: 'array-a.example.com', username: 'admin', password };
 * ```
 */
export type ConnectOptions = Address &
  Credentials &
  ClientOptions & {
    /**
     * Sends the requests. It must show the `Set-Cookie` headers of an answer, which the `fetch` of browsers does not.
     *
     * @default globalThis.fetch
     */
    readonly fetch?: Fetch;
  };

/**
 * An array with a login session open on it. Close it when done: `await using` does.
 *
 * @example
 * ```ts
 * await using array = await connect({ host: 'array-a.example.com', username, password });
 * console.log(await array.cluster.get('0', { select: ['name', 'global_id'] }));
 * ```
 */
export interface PowerStore extends AsyncDisposable {
  readonly replicationSessions: ReplicationSessions;
  /** The arrays on the other side of the sessions. */
  readonly remoteSystems: Collection<'remote_system'>;
  /** Rules of policies: how often to replicate, and to which array. */
  readonly replicationRules: Collection<'replication_rule'>;
  /** Protection policies of volumes and groups, and policies that limit them. */
  readonly policies: Collection<'policy'>;
  readonly volumes: Volumes;
  readonly volumeGroups: VolumeGroups;
  /** The volumes that are attached to hosts and host groups. */
  readonly hostVolumeMappings: Collection<'host_volume_mapping'>;
  readonly jobs: Jobs;
  readonly softwareInstalled: Collection<'software_installed'>;
  /** The cluster; its id is always `0`. */
  readonly cluster: PlainCollection<'cluster'>;
  /**
   * Reads the login session of this client.
   *
   * @example
   * ```ts
   * const { user, idle_timeout } = await array.loginSession({ select: ['user', 'idle_timeout'] });
   * ```
   */
  loginSession<const S extends Select<'login_session'> = DefaultSelect>(
    options?: ReadOptions<'login_session', S>,
  ): Promise<Selected<'login_session', S>>;
  /**
   * The release that the array runs, such as `4.1.0.0`. The client reads it once and remembers it.
   *
   * @example
   * ```ts
   * console.log(await array.release());
   * ```
   */
  release(signal?: AbortSignal): Promise<string>;
  /**
   * What this client may send, by the options it was connected with.
   *
   * @example
   * ```ts
   * if (array.safety.dryRun) console.log('a dry run: nothing is sent');
   * ```
   */
  readonly safety: ClientSafety;
  /**
   * Sends any operation of the contract with the login session, and resolves with the answer, without cookie and token. It does
   * not reject for an error status.
   *
   * @example
   * ```ts
   * const response = await array.request('replication_session_sync', { path: { id }, query: { is_async: true } });
   * if (response.status === 202) console.log(await response.json()); // { id: 'the job' }
   * ```
   */
  request<Id extends OperationId>(operation: Id, ...input: RequestArguments<Id>): Promise<Response>;
  /**
   * Ends the calls and waits in flight, and logs out, for which it takes 3 seconds at most. Calls after it reject; closing twice does no
   * harm. It never rejects: if the logout fails, the array ends the login session when it has been idle for long enough.
   *
   * @example
   * ```ts
   * await array.close();
   * ```
   */
  close(): Promise<void>;
}

/**
 * Logs in to an array. Rejects with an `AuthenticationError` if the array does not accept the user name and password, and
 * with a `NetworkError` if the array cannot be reached. To trust a self-signed certificate, use `connect` of
 * `@powerstore-api/client/node`.
 *
 * @example
 * ```ts
 * import { connect } from '@powerstore-api/client';
 *
 * await using array = await connect({ host: 'array-a.example.com', username: 'admin', password });
 * for await (const { state, volumes } of array.replicationSessions.list({ select: ['state', { volumes: ['name'] }] })) {
 *   console.log(volumes[0]?.name, state);
 * }
 * ```
 */
export async function connect(options: ConnectOptions): Promise<PowerStore> {
  const checked = checkOptions('connect', connectOptions, options);
  // Looked up with each request: a test or a tracer may replace it later.
  return openArray(checked, sendByFetch(checked.fetch ?? ((url, init) => globalThis.fetch(url, init))));
}

/** The schemas of the options of both entries. */
export const arrayFields = {
  host: option.text,
  url: option.text,
  // RFC 7617: a colon ends the user name.
  username: option.fitting((it) => typeof it === 'string' && /^[^:]+$/.test(it), 'a non-empty text without a colon'),
  password: option.fitting((it) => typeof it === 'string' && it !== '', 'a non-empty text'),
  // A header has room for no more (RFC 9110, section 5.5).
  application: option.optional(
    (it) => /^[ -~]+$/.test(String(it)) && typeof it === 'string',
    'a text of printable ASCII characters',
  ),
  signal: option.signal,
  timeout: option.milliseconds,
  attemptTimeout: option.milliseconds,
  retry: v.optional(option.schemaOf<RetryOptions>(retryFields)),
  concurrency: option.whole(1),
  log: option.callback,
  ...safetyFields,
};

const connectOptions = option.schemaOf<ConnectOptions>({ ...arrayFields, fetch: option.callback });

/** Puts the layers around `send`, outermost first, and logs in. `observers` see every attempt. */
export async function openArray(
  options: Address & Credentials & ClientOptions,
  send: Send,
  observers: readonly Layer[] = [],
): Promise<PowerStore> {
  const { timeout = 600_000, attemptTimeout: longest = 120_000, concurrency = 6, log } = options;
  const base = baseUrl(options);
  const closing = new AbortController();
  const call: readonly Layer[] = [outcome, callTimeout(timeout, closing.signal), retry(options.retry)];
  const attempt: readonly Layer[] = [
    attemptTimeout(longest),
    attempts,
    ...observers,
    ...(log ? [logging(log)] : []),
    networkErrors,
  ];
  const headers = requestHeaders(options.application);
  const session = createLoginSession({
    first: createTransport(base, compose([headers, ...call, ...attempt], send)),
    later: createTransport(base, compose([headers, ...attempt], send)),
    username: options.username,
    password: options.password,
  });
  const reads = [...call, limit(concurrency), headers, session.layer, ...attempt];
  const release = createReleaseQuery(createTransport(base, compose(reads, send)));
  const mayDo = clientSafety(options);
  const guard = safety(mayDo, options.confirm, base, (write) => log && tell(log, { type: 'dry-run', ...write }));
  const transport = createTransport(
    base,
    compose([supported(release, timeout), guard, ...reads], send),
    closing.signal,
  );
  const text = plainHttpWarning(base);
  if (log && text !== undefined) tell(log, { type: 'warning', text });
  await session.open(options.signal);
  const close = (): Promise<void> => {
    const loggedOut = session.close();
    closing.abort(closed());
    return loggedOut;
  };
  return createArray(transport, mayDo, release, close);
}

function createArray(
  send: Transport,
  mayDo: ClientSafety,
  release: (signal?: AbortSignal) => Promise<string>,
  close: () => Promise<void>,
): PowerStore {
  return {
    replicationSessions: createReplicationSessions(send),
    remoteSystems: createCollection(send, 'remote_system'),
    replicationRules: createCollection(send, 'replication_rule'),
    policies: createCollection(send, 'policy'),
    volumes: createVolumes(send),
    volumeGroups: createVolumeGroups(send),
    hostVolumeMappings: createCollection(send, 'host_volume_mapping'),
    jobs: createJobs(send),
    softwareInstalled: createCollection(send, 'software_installed'),
    cluster: createCollection(send, 'cluster'),
    async loginSession<const S extends Select<'login_session'>>(options: ReadOptions<'login_session', S> = {}) {
      checkOptions('loginSession', readOptions, options);
      const { select, signal } = options;
      const exchange = await send('login_session_collection_query', { query: selectQuery(select), signal });
      const [own] = readInstances(exchange);
      if (own === undefined) throw new ContractError('the answer has no login session', exchange.operation);
      return own as Selected<'login_session', S>;
    },
    safety: mayDo,
    async release(given) {
      checkOptions('release', option.onlySignal, { signal: given });
      return release(given);
    },
    async request(operation, ...[input]) {
      checkOptions('request', requestInput, input ?? {});
      const { answer } = await send(operation, input);
      const { status, statusText, headers, text } = answer;
      // `Response` does not take a body, not even an empty one, with these statuses (204, for example).
      return new Response(text === '' ? null : text, { status, statusText, headers: withoutLogin(headers) });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
