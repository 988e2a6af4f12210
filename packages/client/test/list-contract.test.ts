import { expect, test } from 'vitest';
import { connect, isContractError } from '../src/index.js';
import { type Answer, fakeArray, password, type Seen, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';

const rows = (first: number, count: number): { id: string }[] =>
  Array.from({ length: count }, (_, index) => ({ id: `s-${first + index}` }));

const part = (range: string, body: unknown, status = 206): Answer => ({
  status,
  headers: { 'Content-Range': range },
  body,
});

/** The end of a list from an array that answers so, and how often it was asked. */
async function listed(
  answer: (offset: number, limit: number, request: number) => Answer,
  { pageSize = 10, concurrency = 1, limit }: { pageSize?: number; concurrency?: number; limit?: number } = {},
) {
  let requests = 0;
  await using fake = await fakeArray({
    answer({ path, query }: Seen) {
      if (path !== '/replication_session') return undefined;
      requests += 1;
      return answer(Number(query['offset']), Number(query['limit']), requests);
    },
  });
  await using array = await connect({ url: fake.origin, username, password });
  const list = array.replicationSessions.list({ pageSize, concurrency });
  const reading = list.toArray(limit === undefined ? {} : { limit });
  return { end: await reading.catch((error: unknown) => error), requests: () => requests };
}

test.each<[problem: string, Answer]>([
  ['fewer instances than its range', part('0-9/30', rows(0, 1))],
  ['no instances, and a range', part('0-9/30', [])],
  ['no instances, and the total of some', part('*/30', [])],
  ['no instances, and no range', { status: 206, body: [] }],
  ['more instances than its range', part('0-1/30', rows(0, 10))],
  ['a range beyond its total', part('0-9/5', rows(0, 10))],
  ['a range that ends at its total', part('0-9/9', rows(0, 10))],
  ['more instances than the client asked for', part('0-29/60', rows(0, 30))],
  ['more instances than the client asked for, all there are', part('0-29/30', rows(0, 30))],
  ['200 and a part', part('0-29/60', rows(0, 30), 200)],
  ['200 and a range that does not fit', part('0-9/30', rows(0, 1), 200)],
])('a page is an error with %s', async (_, answer) => {
  const { end, requests } = await listed(() => answer);
  expect(isContractError(end)).toBe(true);
  expect(end).toMatchObject({
    operation: 'replication_session_collection_query',
    message: expect.stringMatching(/the client asked for 10 from 0 on, and the array answered 20[06] with \d+ and /),
  });
  expect(requests()).toBe(1);
});

test.each([undefined, 5])(
  'a server that ignores limit and offset sends the whole at once (of which %s)',
  async (limit) => {
    const { end, requests } = await listed(() => ({ status: 200, body: rows(0, 35) }), {
      ...(limit !== undefined && { limit }),
    });
    expect(end).toEqual(rows(0, limit ?? 35));
    expect(requests()).toBe(1);
  },
);

test('it sends the whole at once with Content-Range as well', async () => {
  const { end, requests } = await listed(() => part('0-34/35', rows(0, 35), 200));
  expect(end).toEqual(rows(0, 35));
  expect(requests()).toBe(1);
});

test.each<[problem: string, Answer]>([
  ['the whole again', { status: 200, body: rows(0, 35) }],
  ['the first page again', { status: 200, body: rows(0, 10) }],
  ['less than there was', { status: 200, body: rows(10, 3) }],
  ['nothing', { status: 200, body: [] }],
  ['the first page again, with a range that fits', part('10-19/35', rows(0, 10))],
  ['the first page again, with a range that fits and another total', part('10-19/30', rows(0, 10))],
])('a second page is an error with %s', async (_, answer) => {
  const { end, requests } = await listed((offset) => (offset === 0 ? part('0-9/35', rows(0, 10)) : answer));
  expect(isContractError(end)).toBe(true);
  expect(requests()).toBe(2);
});

test('two pages in turn are an error', async () => {
  const { end, requests } = await listed((offset, limit) =>
    part(`${offset}-${offset + limit - 1}/1000`, rows(offset % 20, limit)),
  );
  expect(isContractError(end)).toBe(true);
  expect(requests()).toBe(3);
});

/** A page that is followed by some more than the page before. */
const growing = (offset: number, limit: number, request: number): Answer =>
  part(`${offset}-${offset + limit - 1}/${offset + (5 + request) * limit}`, rows(offset, limit));

test.each([1, 4])('a list whose end moves away for ever is an error, with %i at a time', async (concurrency) => {
  const { end, requests } = await listed(growing, { concurrency });
  expect(isContractError(end)).toBe(true);
  expect(end).toMatchObject({ message: expect.stringContaining('grows faster than the client can read it') });
  expect(requests()).toBeLessThan(120);
});

test('a list that has more at each page, and an end, is read to it', async () => {
  let total = 50;
  const { end } = await listed((offset, limit) => {
    total += offset < 100 ? 5 : 0;
    const count = Math.min(limit, total - offset);
    return part(`${offset}-${offset + count - 1}/${total}`, rows(offset, count));
  });
  expect(end).toEqual(rows(0, 100));
});

test('instances that are new at the beginning may move a page back', async () => {
  const { end } = await listed(
    (offset) =>
      [part('0-0/2', [{ id: 'b' }]), part('1-1/3', [{ id: 'b' }]), part('2-2/3', [{ id: 'c' }])][offset] as Answer,
    { pageSize: 1 },
  );
  expect(end).toEqual([{ id: 'b' }, { id: 'b' }, { id: 'c' }]);
});

test('instances without id may look alike', async () => {
  await using fake = await fakeArray({
    answer: ({ path, query: { offset } }) =>
      path === '/replication_session' ? part(`${offset}-${offset}/3`, [{ state: 'OK' }]) : undefined,
  });
  await using array = await connect({ url: fake.origin, username, password });
  const states = array.replicationSessions.list({ select: ['state'], pageSize: 1 });
  expect(await states.toArray()).toEqual([{ state: 'OK' }, { state: 'OK' }, { state: 'OK' }]);
});

test('a collection without pages is checked as well', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/cluster' ? part('0-0/3', [{ id: '0' }]) : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  expect(isContractError(await rejection(array.cluster.list().toArray()))).toBe(true);
  expect(fake.asked).toHaveLength(2);
});
