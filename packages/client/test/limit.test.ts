import { once } from 'node:events';
import { expect, test } from 'vitest';
import { connect } from '../src/index.js';
import { rejection } from './helpers/rejection.js';
import { rawServer } from './helpers/raw-server.js';
import { until } from './helpers/time.js';

/** A server that answers nothing until it is told to. */
async function holding(concurrency?: number) {
  const held: (() => void)[] = [];
  let most = 0;
  const arrivals = new EventTarget();
  const server = await rawServer((request, response) => {
    held.push(() => response.end('{"id":"a"}'));
    most = Math.max(most, held.length);
    arrivals.dispatchEvent(new Event(request.url ?? ''));
  });
  const array = await connect({
    url: server.url,
    username: 'a',
    password: 'b',
    ...(concurrency !== undefined && { concurrency }),
  });
  return {
    array,
    most: () => most,
    held: () => held.length,
    arrival: () => once(arrivals, '/api/rest/job/a?select=id'),
    release: () => held.splice(0).map((answer) => answer()),
    [Symbol.asyncDispose]: async () => {
      await array.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

test.each([
  [undefined, 6],
  [1, 1],
  [3, 3],
])('concurrency %s: no more than %i requests are under way', async (concurrency, most) => {
  await using server = await holding(concurrency);
  const done: { id: string }[] = [];
  const all = Array.from({ length: 20 }, async () => {
    done.push(await server.array.jobs.get('a', { select: ['id'] }));
  });
  while (done.length < 20) {
    const before = done.length;
    // All that may be there are there.
    const there = Math.min(most, 20 - before);
    await until(() => server.held() === there);
    server.release();
    await until(() => done.length === before + there);
  }
  await Promise.all(all);
  expect(server.most()).toBe(most);
});

test('an aborted call leaves the line, and the others go on', async () => {
  await using server = await holding(1);
  const arrived = server.arrival();
  const first = server.array.jobs.get('a', { select: ['id'] });
  await arrived;
  const controller = new AbortController();
  const second = rejection(server.array.jobs.get('a', { select: ['id'], signal: controller.signal }));
  const third = server.array.jobs.get('a', { select: ['id'] });
  const reason = new Error('enough');
  controller.abort(reason);
  expect(await second).toBe(reason);
  const next = server.arrival();
  server.release();
  await next;
  expect(server.held()).toBe(1);
  server.release();
  expect(await Promise.all([first, third])).toEqual([{ id: 'a' }, { id: 'a' }]);
});
