// `null` for an optional field of a body: the same as no field, except where it removes a value.
import { expect, describe, test } from 'vitest';
import { createMockServer, createSimulator, type Simulator } from '../src/index.js';
import { askAs, basic } from './helpers/array.js';
import { named } from './helpers/look.js';
import { act, idOf, list, roles, send, finishTransitions } from './helpers/pair.js';

const world = (fast: boolean): Promise<Simulator> => createSimulator({ clock: 'manual', fast });

describe.each([false, true])('fast: %s', (fast) => {
  test('the body with which OpenStack configures metro', async () => {
    await using sim = await world(fast);
    const body = { remote_system_id: 'name:array-b', remote_appliance_id: null };
    expect((await send(sim, 'a', 'POST', '/volume/name:spare-a/configure_metro', body)).status).toBe(200);
  });

  test.each<[place: string, body: Record<string, unknown>]>([
    ['volume/name:spare-a', { name: null, description: null, size: null, performance_policy_id: null }],
    ['volume/name:spare-a', { is_replication_destination: null, force: null, node_affinity: null }],
    ['volume/name:spare-a', { app_type: null, app_type_other: null, is_secure: null }],
    ['volume_group/name:sql-group', { name: null, description: null, is_write_order_consistent: null }],
  ])('a change of %s by %j changes nothing', async (place, body) => {
    await using sim = await world(fast);
    const [resource = '', name = ''] = place.split('/name:');
    const before = await named(sim, 'a', resource, name);
    expect((await send(sim, 'a', 'PATCH', `/${place}`, body)).status).toBe(204);
    expect(await named(sim, 'a', resource, name)).toEqual(before);
  });

  test.each<[place: string, body: Record<string, unknown>]>([
    ['volume/name:metro-plain', { delete_remote_volume: null, force: null }],
    ['volume_group/name:metro-group', { delete_remote_volume_group: null, force: null }],
  ])('the end of metro of %s by %j keeps the other side', async (place, body) => {
    await using sim = await world(fast);
    expect((await send(sim, 'a', 'POST', `/${place}/end_metro`, body)).status).toBe(204);
    const [resource = '', name = ''] = place.split('/name:');
    expect(await list(sim, 'b', resource, `name=eq.${name}`)).toHaveLength(1);
  });

  test('of an action: its defaults hold', async () => {
    await using sim = await world(fast);
    const id = await idOf(sim, 'erp-data');
    const body = { is_planned: null, reverse: null, force: null, use_test_copy: null, failover_snapshot_id: null };
    expect((await act(sim, 'a', id, 'failover', body)).status).toBe(204);
    finishTransitions(sim);
    expect(await roles(sim, id)).toBe('Destination / Source');
    expect((await act(sim, 'b', id, 'reprotect', { discard_changes_after_failover: null })).status).toBe(204);
  });

  test('it removes the policy, as the contract says', async () => {
    await using sim = await world(fast);
    expect((await send(sim, 'a', 'PATCH', '/volume/name:erp-data', { protection_policy_id: null })).status).toBe(204);
    expect((await named(sim, 'a', 'volume', 'erp-data'))['protection_policy_id']).toBeNull();
  });

  test('a field that is required is not absent: the request is refused', async () => {
    await using sim = await world(fast);
    const body = { remote_system_id: null };
    const { status } = await send(sim, 'a', 'POST', '/volume/name:spare-a/configure_metro', body);
    expect(status).toBe(fast ? 404 : 400);
    expect(await list(sim, 'b', 'volume', 'name=eq.spare-a')).toEqual([]);
  });
});

test('the static mock takes it as well', async () => {
  await using mock = await createMockServer();
  const answer = await askAs(mock, '/volume/name:database/configure_metro', {
    method: 'POST',
    headers: { authorization: basic(mock), 'content-type': 'application/json' },
    body: JSON.stringify({ remote_system_id: 'name:WN-D8978', remote_appliance_id: null }),
  });
  expect(answer.status).toBe(200);
});
