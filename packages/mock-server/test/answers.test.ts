import { attributes } from '@powerstore-api/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, post } from './helpers/array.js';

const volumeGroup = '2754bad0-cfcd-4796-a06b-78368bad1cd7';
let mock: MockServer;

beforeAll(async () => {
  mock = await createMockServer();
});
afterAll(() => mock.close());

describe('a collection', () => {
  it('has the ids alone where nothing is selected, and is complete with 200', async () => {
    const reply = await ask(mock, '/replication_session');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/json');
    const rows = reply.json as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThanOrEqual(10);
    for (const row of rows) expect(Object.keys(row)).toEqual(['id']);
  });

  it('is cut by limit and offset into 206 parts that add up to it', async () => {
    const all = (await ask(mock, '/replication_session')).json as unknown[];
    const parts: unknown[] = [];
    for (let offset = 0; offset < all.length; offset += 3) {
      const reply = await ask(mock, `/replication_session?limit=3&offset=${offset}`);
      const items = reply.json as unknown[];
      expect(reply.status).toBe(206);
      expect(reply.headers.get('content-range')).toBe(`${offset}-${offset + items.length - 1}/${all.length}`);
      parts.push(...items);
    }
    expect(parts).toEqual(all);
  });

  it('is cut by Range, with and without an end', async () => {
    const all = (await ask(mock, '/replication_session')).json as unknown[];
    const first = await ask(mock, '/replication_session', { headers: { range: '0-1' } });
    expect([first.status, first.headers.get('content-range')]).toEqual([206, `0-1/${all.length}`]);
    expect(first.json).toEqual(all.slice(0, 2));
    const middle = await ask(mock, '/replication_session', { headers: { range: '2-4' } });
    expect([middle.status, middle.headers.get('content-range')]).toEqual([206, `2-4/${all.length}`]);
    expect(middle.json).toEqual(all.slice(2, 5));
    const rest = await ask(mock, '/replication_session', { headers: { range: '2-' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, `2-${all.length - 1}/${all.length}`]);
    expect(rest.json).toEqual(all.slice(2));
  });

  it('lowers a limit above 2000 without a word', async () => {
    expect((await ask(mock, '/replication_session?limit=99999')).status).toBe(200);
  });

  it.each([
    ['limit=0', 'offset 0 with limit 0 selects none of TOTAL instances.'],
    ['limit=-1', 'offset 0 with limit -1 selects none of TOTAL instances.'],
    ['offset=10000', 'offset 10000 with limit 100 selects none of TOTAL instances.'],
    ['offset=-1', 'offset -1 with limit 100 selects none of TOTAL instances.'],
  ])('answers 416 to %s', async (query, text) => {
    const all = (await ask(mock, '/replication_session')).json as unknown[];
    const reply = await ask(mock, `/replication_session?${query}`);
    expect(reply.status).toBe(416);
    expect(reply.json).toMatchObject({
      messages: [{ code: '0xE04040010005', message_l10n: text.replace('TOTAL', String(all.length)) }],
    });
  });

  it.each(['limit=ten', 'limit=1e3', 'limit=', 'offset=0x1'])(
    'answers 400 to %s, which is not a number',
    async (query) => {
      expect((await ask(mock, `/replication_session?${query}`)).status).toBe(400);
    },
  );

  it('has rows with every attribute, those from older releases as well', async () => {
    const names = Object.keys(attributes['replication_session'] ?? {});
    const rows = (await ask(mock, `/replication_session?select=${names.join(',')}`)).json as object[];
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(names.toSorted());
  });

  it('has rows that can be read one by one', async () => {
    const rows = (await ask(mock, '/replication_session?select=id,state,resource_type')).json as { id: string }[];
    for (const row of rows) {
      expect((await ask(mock, `/replication_session/${row.id}?select=id,state,resource_type`)).json).toEqual(row);
    }
  });
});

describe('select', () => {
  it('returns exactly the attributes asked for', async () => {
    const reply = await ask(mock, `/replication_session/${volumeGroup}?select=state,role,last_sync_duration`);
    expect(reply.json).toEqual({ state: 'OK', role: 'Source', last_sync_duration: 218 });
  });

  it('returns everything, internal attributes aside, for *', async () => {
    const row = (await ask(mock, '/replication_session/69872124-5668-59d5-2e21-eebf62ba21c6?select=*')).json;
    expect(row).toMatchObject({ type: 'Synchronous', remote_system: { id: '395c39c8-2d92-43b7-a08f-b9459f785b39' } });
    expect(row).not.toHaveProperty('is_internal');
  });

  it('gives the id of a related resource, or the attributes in its parentheses', async () => {
    const of = async (selection: string) =>
      (await ask(mock, `/replication_session/${volumeGroup}?select=${selection}`)).json;
    expect(await of('remote_system')).toEqual({ remote_system: { id: 'f07be373-dafd-4a46-8b21-f7cf790c287f' } });
    expect(await of('id,remote_system(name),migration_session')).toEqual({
      id: volumeGroup,
      remote_system: { name: 'WN-D8978' },
      migration_session: null,
    });
  });

  it.each(['statee', 'constructor', '__proto__', 'remote_system(nam)', 'id,', 'remote_system(id', 'id)', ''])(
    'answers 400 to %j and says what is wrong',
    async (selection) => {
      const reply = await ask(mock, `/replication_session?select=${selection}`);
      expect(reply.status).toBe(400);
      const culprit = selection.includes('nam') ? 'nam' : selection;
      expect(reply.text).toContain(culprit);
    },
  );
});

describe('a write', () => {
  it('is done with 204 and no content', async () => {
    for (const [action, body] of [
      ['sync', undefined],
      ['failover', '{"is_planned":false}'],
      ['promote', '{}'],
    ] as const) {
      const init = body === undefined ? { method: 'POST' } : post(body);
      const reply = await ask(mock, `/replication_session/${volumeGroup}/${action}`, init);
      expect([action, reply.status, reply.text]).toEqual([action, 204, '']);
    }
  });

  it('runs as a job with is_async=true', async () => {
    const reply = await ask(mock, `/replication_session/${volumeGroup}/pause?is_async=true`, { method: 'POST' });
    expect(reply.status).toBe(202);
    const { id } = reply.json as { id: string };
    expect((await ask(mock, `/job/${id}?select=id,phase`)).json).toMatchObject({ id, phase: 'In_Progress' });
  });

  it('answers with the snapshot when a failover test is stopped with one', async () => {
    const target = `/replication_session/${volumeGroup}/stop_failover_test`;
    expect((await ask(mock, target, { method: 'POST' })).status).toBe(204);
    const reply = await ask(mock, target, post('{"create_end_of_test_snapshot":true}'));
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({ snapshot_id: expect.any(String) });
  });
});

describe('Prefer', () => {
  it('chooses an example by name', async () => {
    const reply = await ask(mock, `/replication_session/${volumeGroup}`, {
      headers: { prefer: 'code=200, example=volume_metro_fractured' },
    });
    expect(reply.json).toMatchObject({ state: 'Fractured', role: 'Metro_Non_Preferred' });
  });

  it('says so when the contract has no such answer', async () => {
    const reply = await ask(mock, '/cluster', { headers: { prefer: 'code=418' } });
    expect(reply.status).toBe(400);
    expect(reply.text).toContain('no answer with status 418');
  });
});
