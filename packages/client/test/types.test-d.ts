import { describe, expectTypeOf, test } from 'vitest';
import type {
  ActionOptions,
  ApiError,
  Fetch,
  JobHandle,
  NetworkError,
  PowerStore,
  ReplicationSession,
  ReplicationSessionFailoverRequest,
  ReplicationSessionStopFailoverTestResponse,
  ReplicationState,
  RequestBody,
  RequestInput,
  SessionActionOptions,
  SessionChange,
  VolumeConfigureMetroResponse,
  VolumeEndMetroRequest,
  VolumeGroupEndMetroRequest,
  VolumeGroupModifyRequest,
  VolumeModifyRequest,
  WatchedSession,
} from '../src/index.js';
import { connect, isApiError, isNetworkError } from '../src/index.js';
import { connect as nodeConnect, nodeFetch } from '../src/node/index.js';

declare const array: PowerStore;
const { replicationSessions } = array;
type Open<Literal> = Literal | (string & {});

describe('actions', () => {
  test('take the body of the contract', () => {
    expectTypeOf<Parameters<typeof replicationSessions.failover>>().toEqualTypeOf<
      [id: string, body?: ReplicationSessionFailoverRequest, options?: SessionActionOptions]
    >();
    expectTypeOf<Parameters<typeof replicationSessions.sync>>().toEqualTypeOf<
      [id: string, options?: SessionActionOptions]
    >();
    expectTypeOf(replicationSessions.sync('a')).resolves.toEqualTypeOf<void>();
    expectTypeOf(replicationSessions.stopFailoverTest('a')).resolves.toEqualTypeOf<
      ReplicationSessionStopFailoverTestResponse | undefined
    >();
  });

  test('refuse unknown fields and options', () => {
    expectTypeOf(replicationSessions.modify).toBeCallableWith('a', { role: 'Metro_Preferred' });
    // @ts-expect-error the names are those of the wire
    replicationSessions.failover('a', { isPlanned: true });
    // @ts-expect-error the body is required
    replicationSessions.modify('a');
    // @ts-expect-error requests are closed, unlike answers
    replicationSessions.modify('a', { role: 'Metro_Something_New' });
    // @ts-expect-error an id is a string
    replicationSessions.sync(7);
    // @ts-expect-error options come after the body
    replicationSessions.failover('a', { confirm: true });
    // @ts-expect-error a job shows its outcome itself
    replicationSessions.sync('a', { async: true, confirm: true });
    // @ts-expect-error only the state of a session tells
    array.volumes.modify('a', {}, { confirm: true });
  });

  test('become jobs', () => {
    const { sync, failover, stopFailoverTest } = replicationSessions;
    expectTypeOf(sync('a', { async: true })).resolves.toEqualTypeOf<JobHandle>();
    expectTypeOf(failover('a', undefined, { async: true })).resolves.toEqualTypeOf<JobHandle>();
    expectTypeOf(failover('a', { is_planned: true }, { async: false })).resolves.toEqualTypeOf<void>();
    expectTypeOf(stopFailoverTest('a', {}, { async: true })).resolves.toEqualTypeOf<
      JobHandle<ReplicationSessionStopFailoverTestResponse | undefined>
    >();
    expectTypeOf(array.volumes.configureMetro('a', { remote_system_id: 'b' }, { async: true })).resolves.toEqualTypeOf<
      JobHandle<VolumeConfigureMetroResponse | undefined>
    >();
    expectTypeOf<JobHandle['wait']>().returns.resolves.toEqualTypeOf<void>();
    expectTypeOf<JobHandle<string>['wait']>().returns.resolves.toEqualTypeOf<string>();
  });
});

describe('waiting', () => {
  const { watch, waitUntil } = replicationSessions;

  test('yields sessions with the attributes that every array has', () => {
    expectTypeOf(watch('a')).toEqualTypeOf<AsyncIterable<SessionChange>>();
    expectTypeOf<WatchedSession['role']>().toEqualTypeOf<NonNullable<ReplicationSession['role']>>();
    expectTypeOf<WatchedSession['progress_percentage']>().toEqualTypeOf<number | null>();
    expectTypeOf<WatchedSession['data_connection_state']>().toEqualTypeOf<
      ReplicationSession['data_connection_state']
    >();
  });

  test('narrows to the selected attributes', () => {
    type Row = { id: string; state: Open<ReplicationState>; last_sync_timestamp: string | null };
    expectTypeOf(watch('a', { select: ['last_sync_timestamp'] })).toEqualTypeOf<AsyncIterable<SessionChange<Row>>>();
    // @ts-expect-error no such attribute
    watch('a', { select: ['stat'] });
  });

  test('takes a state, several or a function, and a timeout', () => {
    expectTypeOf(waitUntil('a', 'OK', { timeout: 1 })).resolves.toEqualTypeOf<WatchedSession>();
    expectTypeOf(waitUntil).toBeCallableWith('a', ['OK', 'Fractured'], { timeout: 1 });
    // @ts-expect-error no such state; for one of a newer array, pass a function
    waitUntil('a', ['OK', 'Something_New'], { timeout: 1 });
    expectTypeOf(waitUntil).toBeCallableWith('a', ({ role }) => role === 'Source', { timeout: 1 });
    // @ts-expect-error the timeout is required
    waitUntil('a', 'OK', {});
    // @ts-expect-error the timeout is required
    waitUntil('a', 'OK');
  });
});

describe('volumes and volume groups', () => {
  test('take the bodies of the contract, each its own', () => {
    expectTypeOf<Parameters<typeof array.volumes.modify>>().toEqualTypeOf<
      [id: string, body: VolumeModifyRequest, options?: ActionOptions]
    >();
    expectTypeOf<Parameters<typeof array.volumeGroups.modify>>().toEqualTypeOf<
      [id: string, body: VolumeGroupModifyRequest, options?: ActionOptions]
    >();
    expectTypeOf<Parameters<typeof array.volumes.endMetro>>().toEqualTypeOf<
      [id: string, body?: VolumeEndMetroRequest, options?: ActionOptions]
    >();
    expectTypeOf<Parameters<typeof array.volumeGroups.endMetro>>().toEqualTypeOf<
      [id: string, body?: VolumeGroupEndMetroRequest, options?: ActionOptions]
    >();
    expectTypeOf(array.volumes.configureMetro('a', { remote_system_id: 'b' })).resolves.toEqualTypeOf<
      VolumeConfigureMetroResponse | undefined
    >();
    expectTypeOf(array.volumes.modify('a', { protection_policy_id: null })).resolves.toEqualTypeOf<void>();
  });

  test('refuse unknown fields', () => {
    expectTypeOf(array.volumes.endMetro).toBeCallableWith('a', { delete_remote_volume: true });
    // @ts-expect-error that is the field of a group
    array.volumes.endMetro('a', { delete_remote_volume_group: true });
    // @ts-expect-error and that the one of a volume
    array.volumeGroups.endMetro('a', { delete_remote_volume: true });
    // @ts-expect-error the other side is required
    array.volumes.configureMetro('a', {});
    // @ts-expect-error a group has no size
    array.volumeGroups.modify('a', { size: 8192 });
  });
});

describe('request', () => {
  test('is typed by the operation', () => {
    expectTypeOf(array.request('job_collection_query')).resolves.toEqualTypeOf<Response>();
    array.request('replication_session_sync', { path: { id: 'a' }, query: { is_async: true } });
    array.request('replication_session_modify', { path: { id: 'a' }, body: { role: 'Metro_Preferred' } });
    expectTypeOf<RequestBody<'replication_session_failover'>>().toEqualTypeOf<ReplicationSessionFailoverRequest>();
    expectTypeOf<RequestBody<'replication_session_sync'>>().toEqualTypeOf<never>();
    expectTypeOf<RequestInput<'logout'>['path']>().toEqualTypeOf<undefined>();
  });

  test('refuses input that the operation does not take', () => {
    expectTypeOf(array.request<'logout'>).parameters.toExtend<[operation: 'logout', input?: object]>();
    // @ts-expect-error no such operation
    array.request('replication_session_delete');
    // @ts-expect-error the path is required
    array.request('replication_session_sync');
    // @ts-expect-error the body is required
    array.request('replication_session_modify', { path: { id: 'a' } });
    // @ts-expect-error it takes no body
    array.request('replication_session_sync', { path: { id: 'a' }, body: {} });
    // @ts-expect-error it takes no query
    array.request('logout', { query: { is_async: true } });
  });
});

describe('connect', () => {
  const login = { username: 'u', password: 'p' };

  test('takes a host or a url', () => {
    expectTypeOf(connect({ host: 'a', ...login })).resolves.toEqualTypeOf<PowerStore>();
    expectTypeOf(nodeConnect({ url: 'https://a', ...login, tls: { ca: 'pem' } })).resolves.toEqualTypeOf<PowerStore>();
    // @ts-expect-error neither
    connect(login);
    // @ts-expect-error both
    connect({ host: 'a', url: 'https://a', ...login });
    // @ts-expect-error no password
    connect({ host: 'a', username: 'u' });
  });

  test('insecure has to be typed out, and alone', () => {
    expectTypeOf(nodeConnect).toBeCallableWith({ host: 'a', ...login, tls: { insecure: true } });
    // @ts-expect-error never a switch
    nodeConnect({ host: 'a', ...login, tls: { insecure: false } });
    // @ts-expect-error one of them
    nodeConnect({ host: 'a', ...login, tls: { insecure: true, fingerprint: 'x' } });
    // @ts-expect-error the core does not know TLS
    connect({ host: 'a', ...login, tls: { ca: 'pem' } });
  });

  test('takes the fetch of the platform, and ours', () => {
    expectTypeOf<typeof globalThis.fetch>().toExtend<Fetch>();
    expectTypeOf(nodeFetch()).toExtend<Fetch>();
  });
});

test('guards narrow', () => {
  expectTypeOf(isApiError).guards.toEqualTypeOf<ApiError>();
  expectTypeOf(isNetworkError).guards.toEqualTypeOf<NetworkError>();
});
