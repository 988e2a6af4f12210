import { type OperationId, operations } from '@powerstore-api/types';
import { expect, test } from 'vitest';
import { connect, type PowerStore } from '../src/index.js';
import { fakeArray, password, username } from './fake-array.js';

type Call = (array: PowerStore) => Promise<unknown>;

// By hand, so that a new operation in the contract fails here until somebody gives it a method.
const methods: Readonly<Record<OperationId, Call>> = {
  replication_session_collection_query: (array) => array.replicationSessions.list().toArray(),
  replication_session_instance_query: (array) => array.replicationSessions.get('a'),
  replication_session_modify: (array) => array.replicationSessions.modify('a', { role: 'Metro_Preferred' }),
  replication_session_sync: (array) => array.replicationSessions.sync('a'),
  replication_session_pause: (array) => array.replicationSessions.pause('a'),
  replication_session_resume: (array) => array.replicationSessions.resume('a'),
  replication_session_failover: (array) => array.replicationSessions.failover('a'),
  replication_session_reprotect: (array) => array.replicationSessions.reprotect('a'),
  replication_session_start_failover_test: (array) => array.replicationSessions.startFailoverTest('a'),
  replication_session_stop_failover_test: (array) => array.replicationSessions.stopFailoverTest('a'),
  replication_session_promote: (array) => array.replicationSessions.promote('a'),
  replication_session_demote: (array) => array.replicationSessions.demote('a'),
  login_session_collection_query: (array) => array.loginSession(),
  logout: (array) => array.close(),
  job_collection_query: (array) => array.jobs.list().toArray(),
  job_instance_query: (array) => array.jobs.get('a'),
  software_installed_collection_query: (array) => array.softwareInstalled.list().toArray(),
  software_installed_instance_query: (array) => array.softwareInstalled.get('a'),
  cluster_collection_query: (array) => array.cluster.list().toArray(),
  cluster_instance_query: (array) => array.cluster.get('a'),
};

const one = [{ id: 'a' }];
const rows = { replication_session: one, job: one, software_installed: one, cluster: one };
const everything = Object.keys(operations) as OperationId[];

test('every operation of the contract has a method', () => {
  expect(Object.keys(methods).toSorted()).toEqual(everything.toSorted());
});

test.each(everything)('%s: the method sends what the contract says', async (operation) => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  await methods[operation]?.(array);
  const { method, path } = operations[operation];
  expect(fake.seen.slice(1)).toHaveLength(1);
  expect(fake.seen[1]).toMatchObject({ method, path: path.replace('{id}', 'a') });
});

test.each(everything)('%s: request() sends the same, and hands the answer over', async (operation) => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  const { method, path } = operations[operation];
  const response = await array.request(operation, { path: { id: 'a' } });
  expect(response.ok).toBe(true);
  expect(fake.seen[1]).toMatchObject({
    method,
    path: path.replace('{id}', 'a'),
    headers: { cookie: 'auth_cookie=session-1' },
  });
});
