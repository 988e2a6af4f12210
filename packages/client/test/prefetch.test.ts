import { expect, test } from 'vitest';
import { InputError, type ClientOptions, connect, type PowerStore } from '../src/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';
import { until } from './helpers/time.js';

const rows = Array.from({ length: 10 }, (_, index) => ({ id: `s-${index}` }));

/** An array whose pages come when they are told to. */
async function paged(client: ClientOptions = {}) {
  const fake = await fakeArray({ rows: { replication_session: rows } });
  const asked: number[] = [];
  const ended: number[] = [];
  const gates = new Map<number, () => void>();
  let isOpen = false;
  const array: PowerStore = await connect({
    url: fake.origin,
    username,
    password,
    ...client,
    fetch: async (url, init) => {
      const offset = new URL(url).searchParams.get('offset');
      if (offset === null) return fetch(url, init);
      asked.push(Number(offset));
      init.signal?.addEventListener('abort', () => ended.push(Number(offset)));
      if (!isOpen) await new Promise<void>((resolve) => gates.set(Number(offset), resolve));
      return fetch(url, init);
    },
  });
  return {
    list: array.replicationSessions.list.bind(array.replicationSessions),
    asked,
    ended,
    /** Lets the page at an offset through, once it is asked for. */
    async release(offset: number) {
      await until(() => gates.has(offset));
      gates.get(offset)?.();
    },
    open() {
      isOpen = true;
      for (const gate of gates.values()) gate();
    },
    [Symbol.asyncDispose]: async () => {
      await array.close();
      await fake[Symbol.asyncDispose]();
    },
  };
}

test.each([
  [undefined, 2],
  [1, 1],
  [2, 2],
  [4, 4],
])('concurrency %s: while a page is worked on, %i are on their way', async (concurrency, most) => {
  await using array = await paged();
  const pages = array.list({ pageSize: 1, ...(concurrency !== undefined && { concurrency }) }).pages();
  const first = pages.next();
  await until(() => array.asked.length > 0);
  expect(array.asked).toEqual([0]);
  await array.release(0);
  expect(await first).toMatchObject({ value: { range: { first: 0 } } });
  await until(() => array.asked.length === 1 + most);
  expect(array.asked).toEqual(Array.from({ length: 1 + most }, (_, index) => index));
  array.open();
  const others = [];
  for await (const { range } of pages) others.push(range.first);
  expect(others).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('pages come in their order, whichever is there first', async () => {
  await using array = await paged();
  const reading = array.list({ pageSize: 3, concurrency: 4 }).toArray();
  await array.release(0);
  for (const offset of [9, 6, 3]) await array.release(offset);
  expect(await reading).toEqual(rows);
});

test('leaving the loop early aborts the requests in flight', async () => {
  await using array = await paged();
  const listing = array.list({ pageSize: 2, concurrency: 3 });
  const reading = (async () => {
    for await (const { id } of listing) return id;
    return 'nothing';
  })();
  await array.release(0);
  expect(await reading).toBe('s-0');
  expect(array.ended.toSorted((a, b) => a - b)).toEqual([2, 4, 6]);
});

test('parallel calls of next() skip nothing and repeat nothing', async () => {
  await using array = await paged();
  array.open();
  const iterator = array.list({ pageSize: 3, concurrency: 2 })[Symbol.asyncIterator]();
  const results = await Promise.all(Array.from({ length: 12 }, () => iterator.next()));
  expect(results.flatMap(({ value, done }) => (done === true ? [] : [value]))).toEqual(rows);
});

test('a page ahead that fails fails in its turn, after those before it', async () => {
  await using fake = await fakeArray({
    rows: { replication_session: rows },
    answer: ({ query }) => (query['offset'] === '4' ? { status: 422, body: { messages: [] } } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { id } of array.replicationSessions.list({ pageSize: 2, concurrency: 4 })) seen.push(id);
  })();
  expect(await rejection(reading)).toMatchObject({ status: 422 });
  expect(seen).toEqual(['s-0', 's-1', 's-2', 's-3']);
});

test.each([0, 5, 1.5])('concurrency: %d is out of range', async (concurrency) => {
  await using array = await paged();
  expect(() => array.list({ concurrency })).toThrow(
    new InputError(`list: concurrency must be a whole number from 1 to 4, not ${concurrency}.`),
  );
});

test('a limit is not read beyond', async () => {
  await using array = await paged();
  array.open();
  expect(await array.list({ pageSize: 2, concurrency: 4 }).toArray({ limit: 5 })).toEqual(rows.slice(0, 5));
  expect(array.asked).toEqual([0, 2, 4]);
});

test('with one request at a time it is as it was without', async () => {
  await using array = await paged({ concurrency: 1 });
  array.open();
  expect(await array.list({ pageSize: 3, concurrency: 4 }).toArray()).toEqual(rows);
});
