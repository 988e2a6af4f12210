import type { OperationId } from '@powerstore-api/types';
import { readInstances } from './answer.js';
import { type Address, baseUrl } from './base-url.js';
import { type Collection, createCollection, type PlainCollection, type ReadOptions } from './collection.js';
import { ContractError } from './errors/contract-error.js';
import { createLoginSession } from './login-session.js';
import { compose, type Fetch } from './middleware.js';
import { networkErrors } from './network-errors.js';
import type { RequestArguments } from './operation-input.js';
import { selectQuery } from './query.js';
import { createReplicationSessions, type ReplicationSessions } from './replication-sessions.js';
import { requestHeaders } from './request-headers.js';
import type { DefaultSelect, Select, Selected } from './select.js';
import { createTransport } from './transport.js';
import { createVolumeGroups, type VolumeGroups } from './volume-groups.js';
import { createVolumes, type Volumes } from './volumes.js';

/**
 * Who logs in, and how requests are sent.
 *
 * @example
 * ```ts
 * const options: Credentials = { username: 'monitor', password, application: 'nightly-report/2.1' };
 * ```
 */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** Name and version of what uses this client, sent to the array as `Application-Type`. */
  readonly application?: string | undefined;
  /** Aborts the login. Requests have a signal of their own. */
  readonly signal?: AbortSignal | undefined;
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
  Credentials & {
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
  readonly jobs: Collection<'job'>;
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
   * Sends any operation of the contract with the login session, and hands the answer over as it is: no status is an
   * error here, and nothing of the body has been read.
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
export async function connect(options: ConnectOptions): Promise<PowerStore> {
  const base = baseUrl(options);
  const layers = [requestHeaders(options.application), networkErrors];
  const fetch = options.fetch ?? globalThis.fetch;
  const session = createLoginSession(createTransport(base, compose(layers, fetch)), options.username, options.password);
  const send = createTransport(base, compose([session.middleware, ...layers], fetch));
  await session.open(options.signal);

  return {
    replicationSessions: createReplicationSessions(send),
    remoteSystems: createCollection<'remote_system'>(
      send,
      'remote_system_collection_query',
      'remote_system_instance_query',
    ),
    replicationRules: createCollection<'replication_rule'>(
      send,
      'replication_rule_collection_query',
      'replication_rule_instance_query',
    ),
    policies: createCollection<'policy'>(send, 'policy_collection_query', 'policy_instance_query'),
    volumes: createVolumes(send),
    volumeGroups: createVolumeGroups(send),
    hostVolumeMappings: createCollection<'host_volume_mapping'>(
      send,
      'host_volume_mapping_collection_query',
      'host_volume_mapping_instance_query',
    ),
    jobs: createCollection<'job'>(send, 'job_collection_query', 'job_instance_query'),
    softwareInstalled: createCollection<'software_installed'>(
      send,
      'software_installed_collection_query',
      'software_installed_instance_query',
    ),
    cluster: createCollection<'cluster'>(send, 'cluster_collection_query', 'cluster_instance_query'),
    async loginSession<const S extends Select<'login_session'>>({
      select,
      signal,
    }: ReadOptions<'login_session', S> = {}) {
      const exchange = await send('login_session_collection_query', { query: selectQuery(select), signal });
      const [own] = await readInstances(exchange);
      if (own === undefined) throw new ContractError('the answer is empty', exchange.operation);
      return own as Selected<'login_session', S>;
    },
    request: async (operation, ...[input]) => (await send(operation, input)).response,
    close: session.close,
    [Symbol.asyncDispose]: session.close,
  };
}
