// The query language, over HTTP, on the examples of the contract.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMockServer, type MockServer } from '../src/index.js';
import { ask, messageOf } from './helpers/array.js';

type Row = Record<string, unknown> & { id: string };

let mock: MockServer;
let all: Row[];

beforeAll(async () => {
  mock = await createMockServer();
  all = (await ask(mock, '/replication_session?select=*')).json as Row[];
});
afterAll(() => mock.close());

const list = (query: string) => ask(mock, `/replication_session?${query}`);
const idsOf = async (query: string): Promise<string[]> => {
  const reply = await list(query);
  expect([200, reply.text.slice(0, 1)], reply.text).toEqual([reply.status, '[']);
  return (reply.json as Row[]).map(({ id }) => id);
};
const where = (test: (row: Row) => boolean): string[] => all.filter(test).map(({ id }) => id);

const valuesOf = async (query: string, attribute: string) =>
  ((await list(`select=id,${attribute}&${query}`)).json as Row[]).map((row) => row[attribute]);

describe('a filter', () => {
  it.each<[string, (row: Row) => boolean]>([
    ['state=eq.OK', ({ state }) => state === 'OK'],
    ['state=neq.OK', ({ state }) => state !== 'OK'],
    ['state=not.eq.OK', ({ state }) => state !== 'OK'],
    ['state=in.(Fractured,Synchronizing)', ({ state }) => state === 'Fractured' || state === 'Synchronizing'],
    ['state=not.in.(OK,Fractured)', ({ state }) => state !== 'OK' && state !== 'Fractured'],
    ['state=ilike.*ING', ({ state }) => /ing$/i.test(String(state))],
    ['last_sync_duration=gt.3011', (row) => (row['last_sync_duration'] as number) > 3011],
    ['last_sync_duration=gte.3011', (row) => (row['last_sync_duration'] as number) >= 3011],
    [
      'last_sync_duration=lt.3011',
      (row) => typeof row['last_sync_duration'] === 'number' && row['last_sync_duration'] < 3011,
    ],
    ['last_sync_duration=lte.218', (row) => row['last_sync_duration'] === 218],
    [
      'last_sync_duration=gt.218&last_sync_duration=lt.12070',
      (row) => [2000, 3011].includes(row['last_sync_duration'] as number),
    ],
    ['progress_percentage=is.null', (row) => (row['progress_percentage'] ?? null) === null],
    ['progress_percentage=not.is.null', (row) => typeof row['progress_percentage'] === 'number'],
    ['failover_test_in_progress=is.true', (row) => row['failover_test_in_progress'] === true],
    ['failover_test_in_progress=eq.True', (row) => row['failover_test_in_progress'] === true],
    ['failover_test_in_progress=is.false', (row) => row['failover_test_in_progress'] === false],
    ['last_sync_timestamp=lt.2022-01-01T00:00:00Z', (row) => String(row['last_sync_timestamp']).startsWith('2021')],
    [
      'last_sync_timestamp=eq.2021-06-11T04:16:22.909%2B02:00',
      (row) => String(row['last_sync_timestamp']).startsWith('2021'),
    ],
    ['remote_system->>name=eq.WN-D8978', (row) => String(row['remote_system_id']).startsWith('f07be373')],
    ['remote_system->>name=eq.array-d', (row) => String(row['remote_system_id']).startsWith('57384c4e')],
    [
      'storage_element_pairs->0->>storage_element_type=eq.virtual_volume',
      (row) => row['resource_type'] === 'replication_group',
    ],
    ['witness_details->>state=eq.Engaged', (row) => (row['witness_details'] as Row | null)?.['state'] === 'Engaged'],
    ['witness_details->>state=is.null', (row) => (row['witness_details'] ?? null) === null],
    ['witness_details->>nothing=is.null&state=neq.OK', ({ state }) => state !== 'OK'],
    ['witness_details->>state->>deeper=is.null&state=neq.OK', ({ state }) => state !== 'OK'],
    [
      'storage_element_pairs->>0=ilike.*"virtual_volume"*',
      (row) => JSON.stringify(row['storage_element_pairs']).includes('virtual_volume'),
    ],
    ['role=eq.Source&type=eq.Asynchronous', (row) => row['role'] === 'Source' && row['type'] === 'Asynchronous'],
    [
      'or=(state.eq.Fractured,role.eq.Metro_Preferred)',
      (row) => row['state'] === 'Fractured' || row['role'] === 'Metro_Preferred',
    ],
    ['and=(state.eq.OK,role.neq.Source)', (row) => row['state'] === 'OK' && row['role'] !== 'Source'],
    ['not.or=(state.eq.OK,state.eq.Fractured)', (row) => row['state'] !== 'OK' && row['state'] !== 'Fractured'],
    [
      'or=(and(state.eq.OK,role.eq.Destination),state.in.(Partial_OK,"Fractured"))',
      (row) =>
        (row['state'] === 'OK' && row['role'] === 'Destination') ||
        ['Partial_OK', 'Fractured'].includes(String(row['state'])),
    ],
    [
      'or=(state_l10n.eq."Partial OK",progress_percentage.not.is.null)',
      (row) => row['state'] === 'Partial_OK' || typeof row['progress_percentage'] === 'number',
    ],
  ])('%s', async (query, test) => {
    const expected = where(test);
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(all.length);
    expect(await idsOf(query)).toEqual(expected);
  });

  it('may use attributes that are not selected, and counts in Content-Range', async () => {
    const reply = await list('select=id&state=eq.OK&limit=2');
    expect(reply.status).toBe(206);
    expect(reply.headers.get('content-range')).toBe(`0-1/${where(({ state }) => state === 'OK').length}`);
  });

  it('that nothing fits leaves an empty list', async () => {
    const reply = await list('state=eq.Deleting');
    expect([reply.status, reply.json]).toEqual([200, []]);
  });

  it.each([
    ['statee=eq.OK', 'no attribute statee'],
    ['foo=bar', 'no attribute foo'],
    ['state=equals.OK', 'not an operator'],
    ['state=eq.Okay', 'state is compared with "Okay"'],
    ['state=OK', 'cannot be read'],
    ['last_sync_duration=gt.soon', '"soon", which is not a number'],
    ['last_sync_duration=gt.1x', 'not a number'],
    ['last_sync_duration=gt.x1', 'not a number'],
    ['last_sync_duration=gt.1.x', 'not a number'],
    ['last_sync_duration=gt.', 'not a number'],
    ['last_sync_timestamp=gt.soon', 'not a time'],
    ['failover_test_in_progress=eq.maybe', 'not true or false'],
    ['failover_test_in_progress=eq.truely', 'not true or false'],
    ['failover_test_in_progress=eq.untrue', 'not true or false'],
    ['state=eq.Okay', 'literal of its enum (Initializing, OK, '],
    ['failover_test_in_progress=is.maybe', 'is.maybe'],
    ['state=is.true', 'not a boolean'],
    ['last_sync_duration=ilike.2*', 'not text'],
    ['state=cs.{OK}', 'not a list'],
    ['storage_element_pairs=is.null', 'cannot be filtered'],
    ['state=in.(OK', 'cannot be read'],
    ['state=in.OK', 'cannot be read'],
    ['or=(state.eq.OK', 'cannot be read'],
    ['or=(statee.eq.OK)', 'no attribute statee'],
    ['or=state.eq.OK', 'cannot be read'],
    ['or=(state.eq.OK)x', 'cannot be read'],
    ['or=(state.eq.OK)x', 'at "x"'],
  ])('%s is refused, and the answer says why', async (query, reason) => {
    const reply = await list(query);
    expect(reply.status).toBe(400);
    expect(messageOf(reply).message_l10n).toContain(reason);
  });
});

describe('a number in a filter', () => {
  it.each([
    ['last_sync_duration=eq.12070', 1],
    ['last_sync_duration=eq.12070.00', 1],
    ['last_sync_duration=gt.-1', 5],
    ['last_sync_duration=gt.-0.25', 5],
    ['last_sync_duration=lt.-10', 0],
  ])('%s fits %i', async (query, count) => {
    expect(await idsOf(query)).toHaveLength(count);
  });
});

const names = async (query: string): Promise<unknown[]> => {
  const reply = await ask(mock, `/remote_system?select=name,capabilities&order=name&${query}`);
  expect(reply.status, reply.text).toBe(200);
  return (reply.json as Row[]).map((row) => row['name']);
};
const having = async (test: (capabilities: string[]) => boolean): Promise<unknown[]> => {
  const rows = (await ask(mock, '/remote_system?select=name,capabilities&order=name')).json as Row[];
  const found = rows.filter((row) => test(row['capabilities'] as string[])).map((row) => row['name']);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThan(rows.length);
  return found;
};

describe('a list in a filter', () => {
  const [one, two] = ['Asynchronous_Block_Replication', 'Synchronous_Block_Replication'];

  it('contains all that is asked for', async () => {
    expect(await names(`capabilities=cs.{${one}}`)).toEqual(await having((have) => have.includes(one)));
    expect(await names(`capabilities=cs.{${one},${two}}`)).toEqual(
      await having((have) => have.includes(one) && have.includes(two)),
    );
    expect(await names(`capabilities=not.cs.{${one},${two}}`)).toEqual(
      await having((have) => !have.includes(one) || !have.includes(two)),
    );
  });

  it('is contained in the given list', async () => {
    expect(await names(`capabilities=cd.{${one},Asynchronous_File_Replication}`)).toEqual(
      await having((have) => have.every((each) => each === one || each === 'Asynchronous_File_Replication')),
    );
    expect(await names('capabilities=cs.{}')).toHaveLength((await names('')).length);
  });

  it.each([
    ['capabilities=eq.iSCSI', 'capabilities is a list. Filter it with cs or cd.'],
    ['capabilities=cs.{Everything}', 'literal of its enum'],
    ['name=cs.{a}', 'name is not a list. Use cs and cd for lists only.'],
  ])('%s is refused', async (query, reason) => {
    const reply = await ask(mock, `/remote_system?${query}`);
    expect([reply.status, messageOf(reply).message_l10n]).toEqual([400, expect.stringContaining(reason)]);
  });
});

describe('an order', () => {
  it('is ascending by default, and puts rows without a value last', async () => {
    const values = await valuesOf('order=last_sync_duration', 'last_sync_duration');
    const numbers = values.filter((value) => value !== null);
    expect(numbers).toEqual([218, 2000, 3011, 12070, 31402]);
    expect(values.slice(0, numbers.length)).toEqual(numbers);
    expect(await valuesOf('order=last_sync_duration.DESC', 'last_sync_duration')).toEqual(values.toReversed());
  });

  it('goes by time where the attribute is one, and not by its text', async () => {
    const values = (await valuesOf('order=last_sync_timestamp.desc', 'last_sync_timestamp')).filter(
      (value) => value !== null,
    );
    const times = values.map((value) => Date.parse(String(value)));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(times.length).toBeGreaterThan(4);
  });

  it('takes the next attribute where one is equal', async () => {
    const rows = (await list('select=id,role&order=role.desc,id')).json as Row[];
    const keys = rows.map(({ id, role }) => [String(role), id] as const);
    expect(keys).toEqual(keys.toSorted(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? 1 : -1)));
  });

  it('holds across pages', async () => {
    const whole = await idsOf('order=state,id');
    const pages: string[] = [];
    for (let offset = 0; offset < whole.length; offset += 4) {
      pages.push(...((await list(`order=state,id&limit=4&offset=${offset}`)).json as Row[]).map(({ id }) => id));
    }
    expect(pages).toEqual(whole);
  });

  it.each([
    ['order=statee', 'no attribute statee'],
    ['order=state.up', 'up is not a direction'],
    ['order=storage_element_pairs', 'cannot be filtered or sorted'],
  ])('%s is refused', async (query, reason) => {
    const reply = await list(query);
    expect([reply.status, messageOf(reply).message_l10n]).toEqual([400, expect.stringContaining(reason)]);
  });
});

describe('a select', () => {
  it.each([
    'id,',
    ',id',
    'id)',
    'id(',
    'remote_system(name',
    'remote_system(name))',
    'remote_system()',
    'remote_system(name)id',
    'id name',
    'id;state',
    'state-l10n',
    '(id)',
  ])('that cannot be read is a 400 that says so: %s', async (text) => {
    const reply = await list(`select=${encodeURIComponent(text)}`);
    expect([reply.status, messageOf(reply).message_l10n]).toEqual([
      400,
      `select=${text} cannot be read. Write it as id,name,remote_system(name).`,
    ]);
  });

  it.each([
    ['statee', 'replication_session has no attribute statee. Did you mean state?'],
    ['remote_system(names)', 'remote_system has no attribute names. Did you mean name?'],
    ['colour', 'replication_session has no attribute colour.'],
  ])('of what there is not is a 400 that names it: %s', async (text, said) => {
    const reply = await list(`select=${text}`);
    expect([reply.status, messageOf(reply).message_l10n]).toEqual([400, said]);
  });

  it.each([
    ['volume', 'appliance', { id: 'A1', name: '' }],
    ['software_installed', 'appliance', { id: 'A1', name: '' }],
    ['policy', 'snapshot_rules', expect.objectContaining({ is_secure: false, interval: null })],
  ])('of %s has every attribute of its %s, of which there is no example', async (resource, relation, expected) => {
    const reply = await ask(mock, `/${resource}?select=id,${relation}(*)`);
    expect(reply.status, reply.text).toBe(200);
    expect((reply.json as Row[]).flatMap((row) => row[relation])).toContainEqual(expected);
  });

  it('may have spaces around a name', async () => {
    expect((await list('select=id,%20state')).json).toEqual((await list('select=id,state')).json);
  });

  it('is understood again after many others', async () => {
    const attributes = Object.keys(all[0] ?? {}).filter((name) => name !== 'id');
    const pairs = attributes.flatMap((one) => attributes.map((two) => [one, two] as const)).slice(0, 510);
    expect(pairs).toHaveLength(510);
    for (const [one, two] of pairs) {
      const [row] = (await list(`select=id,${one},${two}&limit=1`)).json as Row[];
      expect(Object.keys(row ?? {})).toEqual([...new Set(['id', one, two])]);
    }
    expect(Object.keys(((await list('select=id,state&limit=1')).json as Row[])[0] ?? {})).toEqual(['id', 'state']);
  });
});
