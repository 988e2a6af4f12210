// The resources around sessions: remote systems, rules, policies, volumes and volume groups.
import { attributes } from '@powerstore-api/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, createSimulator, type MockServer } from '../src/index.js';
import { ask, type Init, post } from './helpers/array.js';

type Row = Record<string, unknown> & { id: string };

const session = '0b8f2c6e-5d1a-4e3f-9b7c-6a5d4c3b2a10';
const volume = '1f6b9f0e-7a54-4a7e-8a5b-0d6c1f2a9b31';
let mock: MockServer;

beforeAll(async () => {
  mock = await createMockServer();
});
afterAll(() => mock.close());

const get = async (target: string) => {
  const reply = await ask(mock, target);
  expect(reply.status, reply.text).toBe(200);
  return reply.json;
};
const patch = (body: string): Init => ({ ...post(body), method: 'PATCH' });
const named = ['remote_system', 'replication_rule', 'policy', 'volume', 'volume_group'] as const;

describe.each(named)('%s', (resource) => {
  it('has rows with every attribute, each of which can be read by its id and by its name', async () => {
    const names = Object.keys(attributes[resource]);
    const rows = (await get(`/${resource}?select=${names.join(',')}`)) as Row[];
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(Object.keys(row).toSorted()).toEqual(names.toSorted());
      for (const id of [row.id, `name:${String(row['name'])}`]) {
        expect(await get(`/${resource}/${encodeURIComponent(id)}?select=*`)).toEqual(row);
      }
    }
  });

  it.each(['name:unknown', 'name:', 'name'])('has nothing at %s', async (id) => {
    expect((await ask(mock, `/${resource}/${id}`)).status).toBe(404);
  });
});

it.each([
  ['cluster', 'name:array-a'],
  ['job', 'name:a'],
  ['replication_session', 'name:a'],
])('%s takes no name', async (resource, id) => {
  expect((await ask(mock, `/${resource}/${id}`)).status).toBe(404);
});

describe('related resources', () => {
  it('can be selected through each other, two levels deep', async () => {
    expect(
      await get(`/replication_session/${session}?select=remote_system(name),volumes(name,protection_policy(name))`),
    ).toEqual({
      remote_system: { name: 'WN-D8978' },
      volumes: [{ name: 'database', protection_policy: { name: 'thirty-minutes' } }],
    });
    expect(await get('/volume_group/name:ledger?select=volumes(name),replication_sessions(state,type)')).toEqual({
      volumes: [{ name: 'ledger-data' }, { name: 'ledger-log' }],
      replication_sessions: [{ state: 'OK', type: 'Synchronous' }],
    });
  });

  it('is there by its id alone where everything is selected', async () => {
    expect(await get(`/volume/${volume}?select=*`)).toMatchObject({
      protection_policy: { id: 'c3e1a7d0-5b2f-4e88-9a64-7d1f0b2c3e4f' },
      replication_sessions: [{ id: session }],
    });
    const { protection_policy: policy } = (await get(`/volume/${volume}?select=*`)) as Row;
    expect(Object.keys(policy as Row)).toEqual(['id']);
  });

  it('can be filtered by', async () => {
    expect(await get('/volume?protection_policy->>name=eq.thirty-minutes&select=name')).toEqual([{ name: 'database' }]);
    expect(await get('/policy?type=eq.Protection&is_replica=is.true&select=name&order=name')).toEqual([
      { name: 'nas-zero-from-array-c' },
      { name: 'thirty-minutes-from-WN-D8978' },
    ]);
    expect(await get('/remote_system?name=eq.ARRAY-C&select=name')).toEqual([{ name: 'array-c' }]);
  });
});

describe('where a volume comes from', () => {
  const source = '4c2f1f5a-2b7e-47b0-8f0e-5ad3b7c9e6a4';

  it('can be filtered by with a JSON path, and not as a whole', async () => {
    expect(await get(`/volume?protection_data->>source_id=eq.${source}&select=type,protection_data`)).toEqual([
      { type: 'Snapshot', protection_data: expect.objectContaining({ parent_id: source, creator_type: 'System' }) },
    ]);
    expect((await ask(mock, '/volume?protection_data=is.null')).status).toBe(400);
  });

  it('is itself on a simulated array, and the original for a snapshot', async () => {
    await using sim = await createSimulator({ clock: 'manual', transitions: 'immediate' });
    for (const resource of ['volume', 'volume_group']) {
      const rows = async (filter: string) => {
        const reply = await ask(sim.b, `/${resource}?select=id,location_history,protection_data&${filter}`);
        return reply.json as (Row & { protection_data: Row })[];
      };
      const originals = await rows('type=eq.Primary');
      expect(originals).not.toEqual([]);
      for (const { id, location_history: moves, protection_data: data } of originals) {
        expect([moves, data]).toEqual([
          null,
          expect.objectContaining({ family_id: id, source_id: null, creator_type: 'User', is_secure: false }),
        ]);
      }
      const [snapshot] = await rows('type=eq.Snapshot');
      const original = snapshot?.protection_data['source_id'];
      expect(originals.map(({ id }) => id)).toContain(original);
      expect(snapshot?.protection_data).toMatchObject({
        family_id: original,
        parent_id: original,
        creator_type: 'Scheduler',
        source_timestamp: expect.any(String),
        expiration_timestamp: null,
      });
      const path = `protection_data->>source_id=eq.${String(original)}`;
      expect((await rows(path)).map(({ id }) => id)).toContain(snapshot?.id);
    }
  });
});

describe('host_volume_mapping', () => {
  const columns = 'select=id, host_id, host_group_id,logical_unit_number';

  it('has a mapping with a host, found by its volume and read by its id', async () => {
    const [row] = (await get(`/host_volume_mapping?${columns}&volume_id=eq.${volume}`)) as Row[];
    expect(row).toEqual({
      id: expect.any(String),
      host_id: expect.any(String),
      host_group_id: null,
      logical_unit_number: 1,
    });
    expect(await get(`/host_volume_mapping/${row?.id}?select=volume_id`)).toEqual({ volume_id: volume });
    expect((await ask(mock, '/host_volume_mapping/name:a')).status).toBe(404);
  });

  it('is empty on a simulated array, which has no hosts', async () => {
    await using sim = await createSimulator({ clock: 'manual' });
    const reply = await ask(sim.a, `/host_volume_mapping?${columns}`);
    expect([reply.status, reply.json]).toEqual([200, []]);
    expect((await ask(sim.a, `/host_volume_mapping/${volume}`)).status).toBe(404);
  });
});

describe.each([
  ['volume', 'database', 'delete_remote_volume'],
  ['volume_group', 'ledger', 'delete_remote_volume_group'],
])('a write on a %s', (resource, name, deleteRemote) => {
  it.each(['""', 'null', '"name:gold"', '"c3e1a7d0-5b2f-4e88-9a64-7d1f0b2c3e4f"'])(
    'takes %s for a policy',
    async (policy) => {
      const reply = await ask(mock, `/${resource}/name:${name}`, patch(`{"protection_policy_id":${policy}}`));
      expect([reply.status, reply.text]).toEqual([204, '']);
    },
  );

  it('refuses an unknown field in the body, and a missing one', async () => {
    expect((await ask(mock, `/${resource}/name:${name}`, patch('{"policy":"gold"}'))).status).toBe(400);
    expect((await ask(mock, `/${resource}/name:${name}`, { method: 'PATCH' })).status).toBe(400);
    expect((await ask(mock, `/${resource}/name:${name}/configure_metro`, post('{}'))).status).toBe(400);
    expect((await ask(mock, `/${resource}/name:unknown/end_metro`, { method: 'POST' })).status).toBe(404);
  });

  it('configures metro and says which session it made, or runs as a job', async () => {
    const target = `/${resource}/name:${name}/configure_metro`;
    const reply = await ask(mock, target, post('{"remote_system_id":"name:WN-D8978"}'));
    expect([reply.status, reply.json]).toEqual([200, { metro_replication_session_id: expect.any(String) }]);
    const job = await ask(mock, `${target}?is_async=true`, post('{"remote_system_id":"name:WN-D8978"}'));
    expect([job.status, job.json]).toEqual([202, { id: expect.any(String) }]);
  });

  it('ends metro, with a body or without', async () => {
    const target = `/${resource}/name:${name}/end_metro`;
    expect((await ask(mock, target, { method: 'POST' })).status).toBe(204);
    expect((await ask(mock, target, post(`{"${deleteRemote}":true,"force":true}`))).status).toBe(204);
  });
});
