import { expect, test } from 'vitest';
import { InputError, connect, isApiError, isContractError, type Page } from '../src/index.js';
import { type Answer, fakeArray, password, type Seen, username } from './helpers/fake-array.js';

const sessions = (count: number): { id: string; state: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `session-${index}`, state: 'OK' }));

/** An array whose collection gives the answers of the test, and the queries it got. */
async function connected(answer: ((seen: Seen) => Answer | undefined) | undefined, rows: object[] = []) {
  const fake = await fakeArray({
    rows: { replication_session: rows },
    answer: (seen) => (seen.path === '/replication_session' ? answer?.(seen) : undefined),
  });
  const array = await connect({ url: fake.origin, username, password });
  return {
    list: array.replicationSessions.list,
    queries: () => fake.seen.filter(({ path }) => path === '/replication_session').map(({ query }) => query),
    [Symbol.asyncDispose]: async () => {
      await array.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const failure = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

test('iterates over all pages, in a stable order, 1000 at a time', async () => {
  const rows = sessions(2500);
  await using array = await connected(undefined, rows);
  expect(await collect(array.list({ select: ['id', 'state'] }))).toEqual(rows);
  expect(array.queries()).toEqual([
    { select: 'id,state', order: 'id', limit: '1000', offset: '0' },
    { select: 'id,state', order: 'id', limit: '1000', offset: '1000' },
    { select: 'id,state', order: 'id', limit: '1000', offset: '2000' },
  ]);
});

test('asks for nothing before it is consumed, and anew each time it is', async () => {
  await using array = await connected(undefined, sessions(3));
  const list = array.list();
  expect(array.queries()).toEqual([]);
  await collect(list);
  await collect(list);
  expect(array.queries()).toHaveLength(2);
});

test('asks for no page beyond the one the loop was left on', async () => {
  await using array = await connected(undefined, sessions(10));
  for await (const session of array.list({ pageSize: 3 })) {
    if (session.id === 'session-3') break;
  }
  expect(array.queries().map(({ offset }) => offset)).toEqual(['0', '3']);
});

test('pages say where they are', async () => {
  await using array = await connected(undefined, sessions(5));
  const pages: Page<{ id: string }>[] = await collect(array.list({ pageSize: 2 }).pages());
  expect(
    pages.map(({ items, total, range, response: { status } }) => ({
      total,
      range,
      status,
      ids: items.map(({ id }) => id),
    })),
  ).toEqual([
    { total: 5, range: { first: 0, last: 1 }, status: 206, ids: ['session-0', 'session-1'] },
    { total: 5, range: { first: 2, last: 3 }, status: 206, ids: ['session-2', 'session-3'] },
    { total: 5, range: { first: 4, last: 4 }, status: 206, ids: ['session-4'] },
  ]);
});

test('a complete answer is one page', async () => {
  await using array = await connected(undefined, sessions(2));
  const [page] = await collect(array.list().pages());
  expect(page).toMatchObject({ total: 2, range: { first: 0, last: 1 }, response: { status: 200 } });
  expect(array.queries()).toHaveLength(1);
});

test('an empty collection has no items and no pages', async () => {
  await using array = await connected(() => ({ status: 200, body: [] }));
  expect(await collect(array.list())).toEqual([]);
  expect(await collect(array.list().pages())).toEqual([]);
  expect(await array.list().toArray()).toEqual([]);
  expect(await array.list().first()).toBeUndefined();
});

test('goes on from the end of the page, even if the array lowered the limit', async () => {
  const rows = sessions(5);
  await using array = await connected(({ query }) => {
    const offset = Number(query['offset']);
    const part = rows.slice(offset, offset + 2);
    return { status: 206, headers: { 'Content-Range': `${offset}-${offset + part.length - 1}/5` }, body: part };
  });
  expect(await array.list({ pageSize: 2000 }).toArray()).toEqual(rows);
  expect(array.queries().map(({ offset }) => offset)).toEqual(['0', '2', '4']);
});

test('a 200 that carries Content-Range is believed', async () => {
  await using array = await connected(({ query: { offset } }) => ({
    status: 200,
    headers: { 'Content-Range': `${offset}-${offset}/2` },
    body: [{ id: offset }],
  }));
  expect(await array.list().toArray()).toEqual([{ id: '0' }, { id: '1' }]);
});

test('a last page of 200 without Content-Range ends the list', async () => {
  await using array = await connected(({ query: { offset } }) =>
    offset === '0'
      ? { status: 206, headers: { 'Content-Range': '0-0/2' }, body: [{ id: 'a' }] }
      : { status: 200, body: [{ id: 'b' }] },
  );
  const pages = await collect(array.list().pages());
  expect(pages.map(({ items, total }) => [items, total])).toEqual([
    [[{ id: 'a' }], 2],
    [[{ id: 'b' }], 2],
  ]);
});

test('a collection that shrinks on the way ends', async () => {
  await using array = await connected(({ query: { offset } }) =>
    offset === '0' ? { status: 206, headers: { 'Content-Range': '0-1/4' }, body: sessions(2) } : { status: 416 },
  );
  expect(await array.list({ pageSize: 2 }).toArray()).toHaveLength(2);
});

test('an empty page ends the list', async () => {
  await using array = await connected(({ query: { offset } }) =>
    offset === '0'
      ? { status: 206, headers: { 'Content-Range': '0-1/4' }, body: sessions(2) }
      : { status: 206, headers: { 'Content-Range': '*/2' }, body: [] },
  );
  expect(await array.list({ pageSize: 2 }).toArray()).toHaveLength(2);
  expect(array.queries()).toHaveLength(2);
});

test('a 416 on the first page is an error', async () => {
  await using array = await connected(() => ({ status: 416 }));
  const error = await failure(array.list().toArray());
  expect(isApiError(error)).toBe(true);
  expect(error).toMatchObject({ status: 416 });
});

test.each([undefined, '', 'bytes 0-1/4', '0-1/*', '1-2/4', '0--1/4', '7'])(
  'a 206 that does not say which part it is (%s) is an error, not an endless loop',
  async (range) => {
    await using array = await connected(() => ({
      status: 206,
      headers: range === undefined ? {} : { 'Content-Range': range },
      body: sessions(2),
    }));
    const error = await failure(array.list().toArray());
    expect(isContractError(error)).toBe(true);
    expect(error).toMatchObject({ operation: 'replication_session_collection_query' });
    expect(array.queries()).toHaveLength(1);
  },
);

test('an array that repeats its first page is an error, not an endless loop', async () => {
  await using array = await connected(() => ({
    status: 206,
    headers: { 'Content-Range': '0-1/4' },
    body: sessions(2),
  }));
  expect(isContractError(await failure(array.list().toArray()))).toBe(true);
  expect(array.queries()).toHaveLength(2);
});

test('an array that goes backwards is an error, not an endless loop', async () => {
  await using array = await connected(({ query: { offset } }) => ({
    status: 206,
    headers: { 'Content-Range': offset === '0' ? '0-1/4' : '2-1/4' },
    body: sessions(2),
  }));
  expect(isContractError(await failure(array.list().toArray()))).toBe(true);
  expect(array.queries()).toHaveLength(2);
});

test('a collection that is no list is an error', async () => {
  await using array = await connected(() => ({ status: 200, body: { id: '1' } }));
  expect(isContractError(await failure(array.list().toArray()))).toBe(true);
});

test('toArray takes no more than its limit, and asks for no more', async () => {
  await using array = await connected(undefined, sessions(10));
  expect(await array.list().toArray({ limit: 3 })).toEqual(
    [{ id: 'session-0' }, { id: 'session-1' }, { id: 'session-2' }].map((row) => ({ ...row, state: 'OK' })),
  );
  expect(await array.list({ pageSize: 2 }).toArray({ limit: 3 })).toHaveLength(3);
  expect(await array.list().toArray({ limit: 0 })).toEqual([]);
  expect(array.queries().map(({ limit, offset }) => [limit, offset])).toEqual([
    ['3', '0'],
    ['2', '0'],
    ['1', '2'],
  ]);
  await expect(array.list().toArray({ limit: -1 })).rejects.toThrow(InputError);
  await expect(array.list().toArray({ limit: Number.NaN })).rejects.toThrow(InputError);
});

test('first asks for one', async () => {
  await using array = await connected(undefined, sessions(10));
  expect(await array.list().first()).toMatchObject({ id: 'session-0' });
  expect(array.queries()).toEqual([{ order: 'id', limit: '1', offset: '0' }]);
});

test.each([0, -1, 2001, 1.5, Number.NaN])('a page of %d is out of range', async (pageSize) => {
  await using array = await connected(undefined);
  expect(() => array.list({ pageSize })).toThrow(
    new InputError(`list: pageSize must be a whole number from 1 to 2000, not ${pageSize}.`),
  );
  expect(array.queries()).toEqual([]);
});

test.each([1, 2000])('a page of %d is fine', async (pageSize) => {
  await using array = await connected(undefined, sessions(1));
  expect(await array.list({ pageSize }).toArray()).toHaveLength(1);
});

test('order: a list ends in id, a string goes out as it is', async () => {
  await using array = await connected(undefined, sessions(1));
  await array.list({ order: ['state', 'last_sync_timestamp.desc'] }).toArray();
  await array.list({ order: ['id.desc', 'state'] }).toArray();
  await array.list({ order: 'remote_system(name)' }).toArray();
  await array.list({ order: [] }).toArray();
  expect(array.queries().map(({ order }) => order)).toEqual([
    'state,last_sync_timestamp.desc,id',
    'id.desc,state',
    'remote_system(name)',
    'id',
  ]);
});

test('filters are one parameter each, names and values encoded', async () => {
  await using array = await connected(undefined, sessions(1));
  const where = {
    state: ['OK', 'System_Paused'],
    or: [{ role: 'Source' }, { type: 'Asynchronous' }],
    'remote_system->>name': { ilike: '*a&b=c#+*' },
    'remote_system->a&b': 'refused',
  } as const;
  expect(() => array.list({ where })).toThrow(
    new InputError('where: remote_system->a&b is neither an attribute nor a JSON path'),
  );
  const { 'remote_system->a&b': _, ...rest } = where;
  await array.list({ where: rest, select: 'id,remote_system(name)' }).toArray();
  expect(array.queries()).toEqual([
    {
      state: 'in.(OK,System_Paused)',
      or: '(role.eq.Source,type.eq.Asynchronous)',
      'remote_system->>name': 'ilike.*a&b=c#+*',
      select: 'id,remote_system(name)',
      order: 'id',
      limit: '1000',
      offset: '0',
    },
  ]);
});

test('related resources may be selected of related resources', async () => {
  await using array = await connected(undefined, sessions(1));
  const deep = ['id', { volumes: ['id', { volume_groups: ['name', { protection_policy: [] }] }], remote_system: [] }];
  // The types know one level, as the contract does. An array may take more.
  await array.list({ select: deep as unknown as 'id'[] }).toArray();
  expect(array.queries()[0]?.['select']).toBe('id,volumes(id,volume_groups(name,protection_policy)),remote_system');
});

test.each<[unknown, string]>([
  [[7], "select: '7' is neither an attribute nor a related resource"],
  [['id', ''], "select: '' is neither an attribute nor a related resource"],
  [['id', null], "select: 'null' is neither an attribute nor a related resource"],
  [[['id']], 'select: 0 must have a list of attributes'],
  [[{ volumes: 'id' }], 'select: volumes must have a list of attributes'],
  [[{ volumes: { id: true } }], 'select: volumes must have a list of attributes'],
  [
    [{ volumes: ['id', { volume_groups: [undefined] }] }],
    "select: 'undefined' is neither an attribute nor a related resource",
  ],
])('a selection of %j is refused at the call', async (select, message) => {
  await using array = await connected(undefined, sessions(1));
  expect(() => array.list({ select: select as 'id'[] })).toThrow(new InputError(message));
  expect(array.queries()).toEqual([]);
});

test('an order of anything but attributes is refused at the call', async () => {
  await using array = await connected(undefined, sessions(1));
  expect(() => array.list({ order: [{ state: 'desc' }] as unknown as 'state'[] })).toThrow(InputError);
});

test('an empty selection is none', async () => {
  await using array = await connected(undefined, sessions(1));
  await array.list({ select: [] }).toArray();
  expect(array.queries()[0]).not.toHaveProperty('select');
});

test('the signal stops the list with its own reason, also between pages', async () => {
  await using array = await connected(undefined, sessions(10));
  const controller = new AbortController();
  const reason = new Error('enough');
  const seen: string[] = [];
  const loop = (async () => {
    for await (const { id } of array.list({ pageSize: 2, signal: controller.signal })) {
      seen.push(id);
      if (seen.length === 2) controller.abort(reason);
    }
  })();
  await expect(loop).rejects.toBe(reason);
  expect(seen).toEqual(['session-0', 'session-1']);
});

test('a collection that offers neither order nor pages is asked for neither', async () => {
  await using fake = await fakeArray({ rows: { cluster: [{ id: '0', name: 'a' }] } });
  await using array = await connect({ url: fake.origin, username, password });
  expect(await array.cluster.list({ select: ['id', 'name'] }).toArray()).toEqual([{ id: '0', name: 'a' }]);
  expect(fake.seen.at(-1)).toMatchObject({ path: '/cluster', query: { select: 'id,name' } });
  expect(Object.keys(fake.seen.at(-1)?.query ?? {})).toEqual(['select']);
});
