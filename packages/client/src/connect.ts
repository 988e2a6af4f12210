import type { OperationId } from '@powerstore-api/types';
import { readInstances } from './http/answer.js';
import { type Address, baseUrl } from './http/base-url.js';
import { checkPositive } from './input/check-number.js';
import { type Collection, createCollection, type PlainCollection, type ReadOptions } from './resources/collection.js';
import { ContractError } from './errors/contract-error.js';
import { type Fetch, sendByFetch } from './http/fetch.js';
import { compose, type Layer, type Send } from './http/wire.js';
import { createJobs, type Jobs } from './resources/jobs.js';
import { attempts } from './layers/attempts.js';
import { limit } from './layers/limit.js';
import { type Log, logging, tell } from './layers/log.js';
import { createLoginSession } from './layers/login-session.js';
import { networkErrors } from './layers/network-errors.js';
import { outcome } from './layers/outcome.js';
import { requestHeaders } from './layers/request-headers.js';
import { retry, type RetryOptions } from './layers/retry.js';
import { safety, type SafetyOptions } from './layers/safety.js';
import { attemptTimeout, callTimeout } from './layers/timeout.js';
import type { RequestArguments } from './http/operation-input.js';
import { selectQuery } from './query/parameters.js';
import { createReplicationSessions, type ReplicationSessions } from './resources/replication-sessions.js';
import type { DefaultSelect, Select, Selected } from './query/select.js';
import { createTransport, type Transport } from './http/transport.js';
import { createReleaseQuery, supported } from './layers/supported.js';
import { createVolumeGroups, type VolumeGroups } from './resources/volume-groups.js';
import { createVolumes, type Volumes } from './resources/volumes.js';

/**
 * Who logs in.
 *
 * @example
 * ```ts
 * const options: Credentials = { username: 'monitor', password, application: 'nightly-report/2.1' };
 * ```
 */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Name and version of what uses this client, sent to the array as `Application-Type` and in `User-Agent`. */
  readonly application?: string | undefined;
  /** Aborts the login. Requests have a signal of their own. */
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
   * Milliseconds a call may take, with all attempts and pauses. An action that the array carries out before it answers
   * may take as long as the action.
   *
   * @default 600_000
   */
  readonly timeout?: number | undefined;
  /**
   * Milliseconds an attempt may take, from the request to the end of the answer. Dell's SDKs have the same default.
   *
   * @default 120_000
   */
  readonly attemptTimeout?: number | undefined;
  /** What is sent again. Actions on replication sessions never are. */
  readonly retry?: RetryOptions | undefined;
  /**
   * How many requests are under way at the same time; the others wait.
   *
   * @default 6
   */
  readonly concurrency?: number | undefined;
  /** Is told of each request and answer, without what is secret. */
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
     * Sends the requests.
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
  /** How often policies replicate, and where to. */
  readonly replicationRules: Collection<'replication_rule'>;
  /** What protects volumes and groups, and what limits them. */
  readonly policies: Collection<'policy'>;
  readonly volumes: Volumes;
  readonly volumeGroups: VolumeGroups;
  /** Which hosts and host groups volumes are attached to. */
  readonly hostVolumeMappings: Collection<'host_volume_mapping'>;
  readonly jobs: Jobs;
  readonly softwareInstalled: Collection<'software_installed'>;
  /** Always one, with the id `0`. */
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
   * Which release the array runs, such as `4.1.0.0`. It is asked once, and then known.
   *
   * @example
   * ```ts
   * console.log(await array.release());
   * ```
   */
  release(signal?: AbortSignal): Promise<string>;
  /**
   * Sends any operation of the contract with the login session, and hands the answer over as it is: no status is an
   * error here.
   *
   * @example
   * ```ts
   * const response = await array.request('replication_session_sync', { path: { id }, query: { is_async: true } });
   * if (response.status === 202) console.log(await response.json()); // { id: 'the job' }
   * ```
   */
  request<Id extends OperationId>(operation: Id, ...input: RequestArguments<Id>): Promise<Response>;
  /**
   * Logs out. Requests after it are rejected; calling it again is fine. It does not throw: a session that cannot be
   * ended on the array ends there by itself when it has been idle for long enough.
   *
   * @example
   * ```ts
   * await array.close();
   * ```
   */
  close(): Promise<void>;
}

/**
 * Logs in to an array. Rejects with an `AuthenticationError` where the array does not accept the user name and password,
 * and with a `NetworkError` where it cannot be reached. To trust the array's own certificate use `connect` from
 * `@powerstore-api/client/node`.
 *
 * @example
 * ```ts
 * import { connect } from '@powerstore-api/client';
 *
 * await using array = await connect({ host: 'array-a.example.com', username: 'admin', password });
 * for await (const session of array.replicationSessions.list({ select: ['id', 'state'] })) {
 *   console.log(session.id, session.state);
 * }
 * ```
 */
export const connect = (options: ConnectOptions): Promise<PowerStore> =>
  // Looked up with each request, so that whoever replaces it later is heard.
  openArray(options, sendByFetch(options.fetch ?? ((url, init) => globalThis.fetch(url, init))));

/** What every call goes through on its way out, and its answer on the way back. */
export async function openArray(
  options: Address & Credentials & ClientOptions,
  send: Send,
  observers: readonly Layer[] = [],
): Promise<PowerStore> {
  const { timeout = 600_000, attemptTimeout: longest = 120_000, concurrency = 6, log } = options;
  checkPositive({ timeout, attemptTimeout: longest, concurrency });
  const base = baseUrl(options);
  const call: readonly Layer[] = [outcome, callTimeout(timeout), retry(options.retry)];
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
  const guard = safety(options, base, (write) => log && tell(log, { type: 'dry-run', ...write }));
  const transport = createTransport(base, compose([supported(release), guard, ...reads], send));
  await session.open(options.signal);
  return createArray(transport, release, session.close);
}

function createArray(
  send: Transport,
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
    async loginSession<const S extends Select<'login_session'>>({
      select,
      signal,
    }: ReadOptions<'login_session', S> = {}) {
      const exchange = await send('login_session_collection_query', { query: selectQuery(select), signal });
      const [own] = readInstances(exchange);
      if (own === undefined) throw new ContractError('the answer is empty', exchange.operation);
      return own as Selected<'login_session', S>;
    },
    release,
    async request(operation, ...[input]) {
      const { answer } = await send(operation, input);
      const { status, statusText, headers, text } = answer;
      // These have no body, and `Response` insists on it.
      return new Response(text === '' ? null : text, { status, statusText, headers: [...headers] });
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
