import { type OperationId, operations } from '@powerstore-api/types';
import { expect, test } from 'vitest';
import { connect, type PowerStore } from '../src/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';

type Call = (array: PowerStore) => Promise<unknown>;

// By hand, so that a new operation in the contract fails here until it has a method.
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
  remote_system_collection_query: (array) => array.remoteSystems.list().toArray(),
  remote_system_instance_query: (array) => array.remoteSystems.get('a'),
  replication_rule_collection_query: (array) => array.replicationRules.list().toArray(),
  replication_rule_instance_query: (array) => array.replicationRules.get('a'),
  policy_collection_query: (array) => array.policies.list().toArray(),
  policy_instance_query: (array) => array.policies.get('a'),
  volume_collection_query: (array) => array.volumes.list().toArray(),
  volume_instance_query: (array) => array.volumes.get('a'),
  volume_modify: (array) => array.volumes.modify('a', { protection_policy_id: null }),
  volume_configure_metro: (array) => array.volumes.configureMetro('a', { remote_system_id: 'b' }),
  volume_end_metro: (array) => array.volumes.endMetro('a'),
  volume_group_collection_query: (array) => array.volumeGroups.list().toArray(),
  volume_group_instance_query: (array) => array.volumeGroups.get('a'),
  volume_group_modify: (array) => array.volumeGroups.modify('a', { protection_policy_id: null }),
  volume_group_configure_metro: (array) => array.volumeGroups.configureMetro('a', { remote_system_id: 'b' }),
  volume_group_end_metro: (array) => array.volumeGroups.endMetro('a'),
  host_volume_mapping_collection_query: (array) => array.hostVolumeMappings.list().toArray(),
  host_volume_mapping_instance_query: (array) => array.hostVolumeMappings.get('a'),
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
const rows = {
  replication_session: one,
  remote_system: one,
  replication_rule: one,
  policy: one,
  volume: one,
  volume_group: one,
  host_volume_mapping: one,
  job: one,
  software_installed: one,
  cluster: one,
};
const everything = Object.keys(operations) as OperationId[];

test('every operation of the contract has a method', () => {
  expect(Object.keys(methods).toSorted()).toEqual(everything.toSorted());
});

test.each(everything)('%s: the method sends the request of the contract', async (operation) => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  await methods[operation]?.(array);
  const { method, path } = operations[operation];
  expect(fake.asked).toHaveLength(1);
  expect(fake.asked[0]).toMatchObject({ method, path: path.replace('{id}', 'a') });
});

test.each(everything)('%s: request() sends the same, and hands the answer over', async (operation) => {
  await using fake = await fakeArray({ rows });
  await using array = await connect({ url: fake.origin, username, password });
  const { method, path } = operations[operation];
  const response = await array.request(operation, { path: { id: 'a' } });
  expect(response.ok).toBe(true);
  expect(fake.asked[0]).toMatchObject({
    method,
    path: path.replace('{id}', 'a'),
    headers: { cookie: 'auth_cookie=session-1' },
  });
});
