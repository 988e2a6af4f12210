// Rows have every attribute of their resource, of the right type, with the texts of enums.
import { describe, expect, test } from 'vitest';
import { createSimulator, exampleRecording, type Simulator } from '../../src/index.js';
import { violations } from '../helpers/contract.js';
import { named } from '../helpers/look.js';
import { done, idOf, instance, list, type Row, seconds, send, session, finishTransitions } from '../helpers/pair.js';

const world = () => createSimulator({ clock: 'manual', fast: true });

const resources = [
  'replication_session',
  'volume',
  'volume_group',
  'policy',
  'replication_rule',
  'remote_system',
  'software_installed',
  'cluster',
  'job',
];

async function wrong(sim: Simulator, resource: string): Promise<unknown[]> {
  const answer = await send(sim, 'a', 'GET', `/${resource}?select=*`);
  expect((answer.json as Row[]).length).toBeGreaterThan(0);
  return violations('GET', `/${resource}`, answer);
}

test.each(resources)('every %s is as the contract has it', async (resource) => {
  await using sim = await world();
  await done(sim, 'a', await idOf(sim, 'erp-data'), 'sync');
  expect(await wrong(sim, resource)).toEqual([]);
});

test('an attribute that a recording lacks is null or, if it cannot be, false or an empty list', async () => {
  await using sim = await createSimulator({
    clock: 'manual',
    fast: true,
    recording: {
      format: 1,
      now: '2026-01-01T00:00:00.000+00:00',
      arrays: {
        a: {
          release: '4.4.0.0',
          resources: { volume: [{ id: '1', name: 'one' }], remote_system: [{ id: '2', name: 'two' }] },
        },
      },
    },
  });
  expect(await named(sim, 'a', 'volume', 'one')).toMatchObject({
    description: null,
    protection_policy_id: null,
    is_replication_destination: false,
    volume_groups: [],
  });
  expect((await send(sim, 'a', 'PATCH', '/volume/1', { name: 'uno' })).status).toBe(204);
  expect(await named(sim, 'a', 'remote_system', 'two')).toMatchObject({
    iscsi_addresses: null,
    capabilities: [],
    capabilities_l10n: [],
  });
});

describe('the text of an enum', () => {
  test('comes with it, and follows it', async () => {
    await using sim = await world();
    const id = await idOf(sim, 'erp-data');
    const texts = async (): Promise<unknown> => {
      const { a } = await session(sim, id);
      return ['state_l10n', 'role_l10n', 'resource_type_l10n', 'type_l10n'].map((name) => a?.[name]);
    };
    expect(await texts()).toEqual(['OK', 'Source', 'Volume', 'Asynchronous']);
    await done(sim, 'a', id, 'failover');
    expect(await texts()).toEqual(['Failing Over', 'Source', 'Volume', 'Asynchronous']);
    finishTransitions(sim);
    expect(await texts()).toEqual(['Failed Over', 'Destination', 'Volume', 'Asynchronous']);
  });

  test('is a list where that is one, and null where there is none', async () => {
    await using sim = await world();
    const remote = await named(sim, 'a', 'remote_system', 'array-b');
    expect(remote['capabilities']).toContain('Asynchronous_Vvol_Replication');
    expect(remote['capabilities_l10n']).toContain('Asynchronous vVol Replication');
    expect([remote['session_chap_mode'], remote['session_chap_mode_l10n']]).toEqual([null, null]);
  });

  test('of an unknown literal is the literal', async () => {
    await using sim = await world();
    const saved = structuredClone(sim.save());
    for (const array of saved.arrays)
      for (const row of (array.rows['volume'] ?? []) as { app_type: unknown }[]) row.app_type = 'Unheard_Of';
    sim.load(saved);
    const id = await idOf(sim, 'erp-data');
    await done(sim, 'b', id, 'start_failover_test');
    const { json } = await done(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: true });
    const { snapshot_id: made } = json as { snapshot_id: string };
    expect(await instance(sim, 'b', 'volume', made)).toMatchObject({
      app_type: 'Unheard_Of',
      app_type_l10n: 'Unheard_Of',
      type: 'Snapshot',
      type_l10n: 'Snapshot',
      is_replication_destination: false,
    });
  });
});

test('a snapshot that is to go does so in a pair that was saved as well, and one that is not stays', async () => {
  await using sim = await world();
  const id = await idOf(sim, 'erp-data');
  await done(sim, 'b', id, 'start_failover_test');
  const { json } = await done(sim, 'b', id, 'stop_failover_test', { create_end_of_test_snapshot: true });
  const { snapshot_id: made } = json as { snapshot_id: string };
  const kept = (await list(sim, 'b', 'volume', `type=eq.Snapshot&id=neq.${made}&select=id`)).length;
  expect(kept).toBeGreaterThan(0);
  await using again = await world();
  again.load(sim.save());
  const week = 7 * 24 * 60 * 60 * seconds;
  again.clock.advance(week - 1);
  expect(await instance(again, 'b', 'volume', made)).toBeDefined();
  again.clock.advance(1);
  expect(await instance(again, 'b', 'volume', made)).toBeUndefined();
  expect(await list(again, 'b', 'volume', 'type=eq.Snapshot&select=id')).toHaveLength(kept);
});

test('a recording without remote systems and clusters has those that its sessions name', async () => {
  const { arrays } = exampleRecording();
  const { remote_system: _remote, cluster: _cluster, ...others } = arrays.a.resources;
  await using sim = await createSimulator({
    clock: 'manual',
    fast: true,
    recording: { ...exampleRecording(), arrays: { a: { ...arrays.a, resources: others } } },
  });
  for (const resource of ['replication_session', 'replication_rule', 'remote_system', 'cluster'] as const)
    expect(await wrong(sim, resource), resource).toEqual([]);
  const ids = new Set((others['replication_session'] ?? []).map((row) => row['remote_system_id']));
  const { json } = await send(sim, 'a', 'GET', '/remote_system?select=id');
  expect(new Set((json as { id: string }[]).map(({ id }) => id))).toEqual(ids);
});
