// A protection policy creates and deletes sessions.
import { describe, expect, test } from 'vitest';
import type { Simulator } from '../../src/index.js';
import { named, protect } from '../helpers/look.js';
import {
  both,
  done,
  idOf,
  instance,
  list,
  roles,
  type Row,
  send,
  session,
  finishTransitions,
  states,
  watch,
} from '../helpers/pair.js';
import { deletions, policy, quiet, refused, sessionsOf, world } from '../helpers/protection.js';

describe('a policy is assigned', () => {
  const references: [string, (sim: Simulator) => Promise<[place: string, policy: string]>][] = [
    [
      'by ids',
      async (sim) => [
        `volume/${String((await named(sim, 'a', 'volume', 'spare-a'))['id'])}`,
        String((await named(sim, 'a', 'policy', policy))['id']),
      ],
    ],
    ['by names', async () => ['volume/name:spare-a', `name:${policy}`]],
  ];
  test.each(references)('%s: a session, and its replica', async (_, refer) => {
    await using sim = await world(quiet);
    expect(await list(sim, 'b', 'volume', 'name=eq.spare-a')).toEqual([]);
    const answer = await protect(sim, 'a', ...(await refer(sim)));
    expect(answer.status).toBe(204);
    expect(answer.text).toBe('');

    const own = await named(sim, 'a', 'volume', 'spare-a');
    const replica = await named(sim, 'b', 'volume', 'spare-a');
    const [made, ...others] = await sessionsOf(sim, 'a', own);
    expect(others).toEqual([]);
    const id = String(made?.['id']);
    expect(await watch(sim, id)).toEqual({ a: 'Initializing → OK', b: 'Initializing → OK' });
    expect(await roles(sim, id)).toBe('Source / Destination');
    const { a, b } = await session(sim, id);
    expect(a).toMatchObject({ local_resource_id: own['id'], remote_resource_id: replica['id'], type: 'Asynchronous' });
    expect(b).toMatchObject({
      local_resource_id: replica['id'],
      remote_resource_id: own['id'],
      resource_type: 'volume',
    });
    expect(a?.['storage_element_pairs']).toEqual([
      expect.objectContaining({
        local_storage_element_id: own['id'],
        remote_storage_element_id: replica['id'],
        storage_element_type: 'volume',
      }),
    ]);
    for (const row of [a, b]) {
      expect(row?.['last_sync_timestamp']).toEqual(expect.any(String));
      expect(row?.['next_sync_timestamp']).toEqual(expect.any(String));
    }

    const rule = await named(sim, 'a', 'replication_rule', policy);
    expect(a?.['replication_rule_id']).toBe(rule['id']);
    expect(own['protection_policy_id']).toBe((await named(sim, 'a', 'policy', policy))['id']);
    expect(own['is_replication_destination']).toBe(false);
    expect(own['is_host_access_available']).toBe(true);
    expect(replica['is_replication_destination']).toBe(true);
    expect(replica['is_host_access_available']).toBe(false);
    expect(replica['size']).toBe(own['size']);
    // The other array has replicas of policy and rule.
    const policyReplica = await instance(sim, 'b', 'policy', String(replica['protection_policy_id']));
    expect(policyReplica?.['is_replica']).toBe(true);
    expect((await instance(sim, 'b', 'replication_rule', String(b?.['replication_rule_id'])))?.['is_replica']).toBe(
      true,
    );
  });

  test('the same one again changes nothing', async () => {
    await using sim = await world(quiet);
    const before = await list(sim, 'a', 'replication_session', 'order=id');
    expect((await protect(sim, 'a', 'volume/name:erp-data', `name:${policy}`)).status).toBe(204);
    expect(await list(sim, 'a', 'replication_session', 'order=id')).toEqual(before);
  });

  test('another one in its place: the session continues by its rule', async () => {
    await using sim = await world([...quiet, { name: 'third', rpo: 'One_Hour' }]);
    const id = await idOf(sim, 'erp-data');
    const replica = await named(sim, 'b', 'volume', 'erp-data');
    const due = String((await session(sim, id)).a?.['next_sync_timestamp']);
    expect((await protect(sim, 'a', 'volume/name:erp-data', 'name:one-hour-array-a-to-array-b')).status).toBe(204);
    finishTransitions(sim);
    expect(await idOf(sim, 'erp-data')).toBe(id);
    expect(await states(sim, id)).toBe('OK / OK');
    const rule = await named(sim, 'a', 'replication_rule', 'one-hour-array-a-to-array-b');
    const { a, b } = await session(sim, id);
    expect(a).toMatchObject({ replication_rule_id: rule['id'], remote_resource_id: replica['id'] });
    expect((await instance(sim, 'b', 'replication_rule', String(b?.['replication_rule_id'])))?.['rpo']).toBe(
      'One_Hour',
    );
    // An hour comes sooner than a day.
    expect(Date.parse(String(a?.['next_sync_timestamp']))).toBeLessThan(Date.parse(due));
    // The rule leads to the session, and the former rule does not any more.
    const select =
      'select=name,replication_sessions(id)&name=in.(one-hour-array-a-to-array-b,one-day-array-a-to-array-b)';
    const rules = await list(sim, 'a', 'replication_rule', select);
    const leading = rules.filter((it) => (it['replication_sessions'] as Row[]).some((each) => each['id'] === id));
    expect(leading.map(({ name }) => name)).toEqual(['one-hour-array-a-to-array-b']);
    // The destination has the replica of the new policy, and there is no second one.
    const replicas = await list(sim, 'b', 'volume', 'type=neq.Snapshot&name=ilike.erp-data*');
    expect(replicas.map((row) => row['id'])).toEqual([replica['id']]);
    const policyOfReplica = await instance(sim, 'b', 'policy', String(replicas[0]?.['protection_policy_id']));
    expect(policyOfReplica?.['name']).toBe('one-hour-array-a-to-array-b');
  });

  test.each([
    ['Synchronous', 'name:zero-array-a-to-array-b', 'Switching_To_Synchronous'],
    ['Asynchronous', 'name:one-hour-array-a-to-array-b', 'Synchronizing'],
  ])('one of another kind: the session becomes %s', async (type, other, through) => {
    await using sim = await world([
      { name: 'erp-data', ...(type === 'Asynchronous' ? { type: 'Synchronous' } : { rpo: 'One_Day' }) },
      { name: 'ledger', type: 'Synchronous' },
      { name: 'third', rpo: 'One_Hour' },
    ]);
    const id = await idOf(sim, 'erp-data');
    expect((await protect(sim, 'a', 'volume/name:erp-data', other)).status).toBe(204);
    expect(await watch(sim, id)).toEqual({ a: `${through} → OK`, b: `${through} → OK` });
    expect(await both(sim, id, 'type')).toBe(`${type} / ${type}`);
    expect(await both(sim, id, 'data_transfer_state')).toBe(`${type} / ${type}`);
    const { a } = await session(sim, id);
    expect(a?.['next_sync_timestamp'] === null).toBe(type === 'Synchronous');
  });

  test('without time or objective: a synchronous session', async () => {
    await using sim = await world([{ name: 'ledger', type: 'Synchronous' }]);
    expect((await protect(sim, 'a', 'volume/name:spare-a', 'name:zero-array-a-to-array-b')).status).toBe(204);
    finishTransitions(sim);
    const id = await idOf(sim, 'spare-a');
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await both(sim, id, 'type')).toBe('Synchronous / Synchronous');
    expect(await both(sim, id, 'next_sync_timestamp')).toBe('null / null');
  });

  test('back to B, where the volume is', async () => {
    await using sim = await world([{ name: 'web-content', source: 'b', rpo: 'One_Day' }]);
    expect((await protect(sim, 'b', 'volume/name:spare-b', 'name:one-day-array-b-to-array-a')).status).toBe(204);
    finishTransitions(sim);
    const id = await idOf(sim, 'spare-b', 'b');
    expect(await states(sim, id)).toBe('OK / OK');
    expect(await roles(sim, id)).toBe('Destination / Source');
  });
});

describe('a policy is removed', () => {
  test.each([
    ['""', 'volume', 'erp-data', ''],
    ['null', 'volume', 'erp-data', null],
    ['""', 'volume_group', 'sql-group', ''],
    ['null', 'volume_group', 'sql-group', null],
  ])('with %s from %s %s', async (_, resource, name, nothing) => {
    await using sim = await world(quiet);
    const id = await idOf(sim, name);
    const replica = await named(sim, 'b', resource, name);
    expect((await protect(sim, 'a', `${resource}/name:${name}`, nothing)).status).toBe(204);
    expect((await named(sim, 'a', resource, name))['protection_policy_id']).toBeNull();
    expect(await deletions(sim, 'a', id)).toEqual([]);
    expect(await deletions(sim, 'a', id, 'IN_PROGRESS')).toHaveLength(1);
    expect(await watch(sim, id)).toEqual({ a: 'Deleting → -', b: 'Deleting → -' });

    const found = await deletions(sim, 'a', id);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      state: 'COMPLETED',
      phase: 'Completed',
      resource_type: 'replication_session',
      resource_action: 'delete',
      resource_id: id,
      user: 'system',
      response_body: null,
    });
    expect(await deletions(sim, 'a', '00000000-0000-0000-0000-000000000000')).toEqual([]);

    // The replica stays a destination until a user changes that.
    expect(await named(sim, 'b', resource, name)).toMatchObject({ id: replica['id'], protection_policy_id: null });
    const volume = resource === 'volume' ? name : 'sql-group-1';
    expect((await named(sim, 'b', 'volume', volume))['is_replication_destination']).toBe(true);
    expect((await named(sim, 'a', resource, name))['is_host_access_available']).toBe(true);
  });

  test.each(['Synchronizing', 'Paused', 'Failing_Over'])('while it is %s', async (state) => {
    await using sim = await world(quiet);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'a', id, { Synchronizing: 'sync', Paused: 'pause', Failing_Over: 'failover' }[state] ?? '');
    if (state === 'Paused') finishTransitions(sim);
    expect(await states(sim, id)).toBe(`${state} / ${state}`);
    expect((await protect(sim, 'a', 'volume/name:erp-data', '')).status).toBe(204);
    expect(await states(sim, id)).toBe('Deleting / Deleting');
    finishTransitions(sim);
    expect(await states(sim, id)).toBe('- / -');
  });

  test('where there is none: nothing to do', async () => {
    await using sim = await world(quiet);
    expect((await protect(sim, 'a', 'volume/name:spare-a', '')).status).toBe(204);
    expect(await list(sim, 'a', 'replication_session')).toHaveLength(2);
  });

  test('and assigned again: a session of another id', async () => {
    await using sim = await world(quiet);
    const before = await idOf(sim, 'erp-data');
    await protect(sim, 'a', 'volume/name:erp-data', '');
    finishTransitions(sim);
    expect((await protect(sim, 'a', 'volume/name:erp-data', `name:${policy}`)).status).toBe(204);
    finishTransitions(sim);
    const after = await idOf(sim, 'erp-data');
    expect(after).not.toBe(before);
    expect(await states(sim, after)).toBe('OK / OK');
    // The former destination keeps its name, so the new one has another.
    const onB = await list(sim, 'b', 'volume', 'select=name&type=neq.Snapshot&name=ilike.erp-data*&order=name');
    expect(onB.map(({ name }) => name)).toEqual(['erp-data', 'erp-data_1']);
  });
});

describe('a group', () => {
  test('by name, with its members: one session, and a pair for each', async () => {
    await using sim = await world(quiet);
    await protect(sim, 'a', 'volume_group/name:sql-group', '');
    finishTransitions(sim);
    expect((await protect(sim, 'a', 'volume_group/name:sql-group', `name:${policy}`)).status).toBe(204);
    finishTransitions(sim);
    const id = await idOf(sim, 'sql-group');
    expect(await states(sim, id)).toBe('OK / OK');
    const { a } = await session(sim, id);
    expect(a).toMatchObject({ resource_type: 'volume_group', role: 'Source' });
    const members = [await named(sim, 'a', 'volume', 'sql-group-1'), await named(sim, 'a', 'volume', 'sql-group-2')];
    const pairs = a?.['storage_element_pairs'] as Row[];
    expect(pairs.map((pair) => pair['local_storage_element_id']).toSorted()).toEqual(
      members.map(({ id: member }) => member).toSorted(),
    );
  });

  test('has no attribute by which its members could be changed', async () => {
    await using sim = await world(quiet);
    const before = await named(sim, 'a', 'volume_group', 'sql-group');
    const answer = await send(sim, 'a', 'PATCH', '/volume_group/name:sql-group', { description: 'new', members: [] });
    expect(answer.status).toBe(204);
    expect(await named(sim, 'a', 'volume_group', 'sql-group')).toEqual({ ...before, description: 'new' });
  });

  test('the group has the session, its members have none of their own', async () => {
    await using sim = await world(quiet);
    const group = await named(sim, 'a', 'volume_group', 'sql-group');
    expect(await sessionsOf(sim, 'a', group)).toHaveLength(1);
    expect(await sessionsOf(sim, 'a', await named(sim, 'a', 'volume', 'sql-group-1'))).toEqual([]);
  });
});

describe('a name', () => {
  test('is changed, and taken from then on', async () => {
    await using sim = await world(quiet);
    expect((await send(sim, 'a', 'PATCH', '/volume/name:spare-a', { name: 'renamed' })).status).toBe(204);
    expect((await send(sim, 'a', 'GET', '/volume/name:spare-a')).status).toBe(404);
    expect((await send(sim, 'a', 'GET', '/volume/name:renamed')).status).toBe(200);
    expect(await refused(sim, () => send(sim, 'a', 'PATCH', '/volume/name:erp-data', { name: 'renamed' }))).toBe(
      '422: 0xE0A080010014 The name renamed is already in use.',
    );
    expect((await send(sim, 'a', 'PATCH', '/volume/name:erp-data', { name: 'spare-a' })).status).toBe(204);
  });

  test('its own is no other', async () => {
    await using sim = await world(quiet);
    expect((await send(sim, 'a', 'PATCH', '/volume/name:erp-data', { name: 'erp-data' })).status).toBe(204);
  });
});
