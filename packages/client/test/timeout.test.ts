import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { InputError, connect } from '../src/index.js';
import { connect as nodeConnect } from '../src/node/index.js';
import { simulated } from './helpers/simulated.js';
import { rejection } from './helpers/rejection.js';
import { rawServer } from './helpers/raw-server.js';
import { steppedTime, until } from './helpers/time.js';

const read = 'replication_session_instance_query';

test('an attempt that takes too long is ended, and a read is sent again', async () => {
  await using it = await simulated({ attemptTimeout: 500 });
  it.sim.faults.add({ operation: read, times: 2, effect: { transport: 'stall' } });
  expect(await it.array.replicationSessions.get(it.id)).toEqual({ id: it.id });
  expect(it.asked()).toHaveLength(3);
});

test('and where it stays so, the error says how long it waited', async () => {
  await using it = await simulated({ attemptTimeout: 500, retry: { retries: 1 } });
  it.sim.faults.add({ operation: read, times: 9, effect: { transport: 'stall' } });
  expect(await rejection(it.array.replicationSessions.get(it.id))).toMatchObject({
    name: 'NetworkError',
    kind: 'timeout',
    message: expect.stringContaining('there was no answer within 500 ms'),
    hint: expect.stringMatching(/\w+/),
  });
});

test('a call has a time of its own, which no further attempt goes beyond', async () => {
  await using it = await simulated({ timeout: 1500, attemptTimeout: 1000, retry: { retries: 100, pause: 1 } });
  it.sim.faults.add({ operation: read, times: 100, effect: { transport: 'stall' } });
  expect(await rejection(it.array.replicationSessions.get(it.id))).toMatchObject({ kind: 'timeout' });
  expect(it.asked()).toHaveLength(2);
});

test('a pause that would go beyond it is not made: the last answer is the answer', async () => {
  await using it = await simulated({ timeout: 5000 });
  it.sim.faults.add({ operation: read, times: 2, effect: { status: 503, retryAfter: 10 } });
  expect(await rejection(it.array.replicationSessions.get(it.id))).toMatchObject({ status: 503 });
});

test('an action whose answer does not come in time has an unknown outcome', async () => {
  await using it = await simulated({ attemptTimeout: 500 });
  it.sim.faults.add({ operation: 'replication_session_sync', effect: { transport: 'stall', carriedOut: true } });
  expect(await rejection(it.array.replicationSessions.sync(it.id))).toMatchObject({
    code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN',
    operation: 'replication_session_sync',
    cause: { kind: 'timeout' },
  });
});

test.each([connect, nodeConnect])('it also ends an answer that stops half way', async (via) => {
  steppedTime().stop();
  let isHalfWay = false;
  await using server = await rawServer((_, response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('[{"id":', () => (isHalfWay = true));
  });
  const options = { url: server.url, username: 'a', password: 'b', attemptTimeout: 500, retry: { retries: 0 } };
  await using array = await via(options);
  const listing = rejection(array.jobs.list().toArray());
  await until(() => isHalfWay);
  let hasEnded = false;
  void listing.then(() => (hasEnded = true));
  vi.advanceTimersByTime(499);
  await setImmediate();
  expect(hasEnded).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await listing).toMatchObject({ kind: 'timeout' });
});

test('leaves no listener on the signal of the caller', async () => {
  await using it = await simulated({ concurrency: 1 });
  const { signal } = new AbortController();
  it.sim.faults.add({ operation: read, effect: { status: 503 } });
  await Promise.all(Array.from({ length: 5 }, () => it.array.replicationSessions.get(it.id, { signal })));
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test.each([
  { timeout: 0 },
  { timeout: -1 },
  { attemptTimeout: Number.NaN },
  { concurrency: 0 },
  { retry: { retries: Number.NaN } },
  { retry: { retries: -1 } },
  { retry: { pause: 0 } },
])('%j makes no sense', async (options) => {
  await expect(connect({ host: 'array-a', username: 'a', password: 'b', ...options })).rejects.toThrow(InputError);
});

test.each<[options: object, message: string]>([
  [{ timeout: '30s' }, "connect: timeout must be a number of milliseconds above 0, not '30s'."],
  [{ timeout: '30' }, "connect: timeout must be a number of milliseconds above 0, not '30'."],
  [{ attemptTimeout: null }, 'connect: attemptTimeout must be a number of milliseconds above 0, not null.'],
  [{ retry: { pause: '1s' } }, "connect: retry.pause must be a number of milliseconds above 0, not '1s'."],
  [
    { retry: { longestPause: true } },
    'connect: retry.longestPause must be a number of milliseconds above 0, not true.',
  ],
  [{ concurrency: '4' }, "connect: concurrency must be a whole number of 1 or more, not '4'."],
  [{ concurrency: 1.5 }, 'connect: concurrency must be a whole number of 1 or more, not 1.5.'],
  [
    { keepAlive: '4s' },
    "connect: keepAlive must be a number of milliseconds above 0, and at most 2147483647 (24 days), not '4s'.",
  ],
  [
    { keepAlive: 1e12 },
    'connect: keepAlive must be a number of milliseconds above 0, and at most 2147483647 (24 days), not 1000000000000.',
  ],
])('%j: says the unit', async (options, message) => {
  // Programs in plain JavaScript pass texts.
  const wrong = { host: 'array-a', username: 'a', password: 'b', ...options };
  await expect(nodeConnect(wrong)).rejects.toThrow(new InputError(message));
});

test('an option of a call says the unit, too', async () => {
  await using it = await simulated();
  const { sync, waitUntil, watch } = it.array.replicationSessions;
  const timeout = '30s' as unknown as number;
  const message = 'timeout must be a number of milliseconds above 0, ';
  await expect(sync(it.id, { timeout })).rejects.toThrow(`sync: ${message}not '30s'.`);
  await expect(waitUntil(it.id, 'OK', { timeout })).rejects.toThrow(`waitUntil: ${message}and at most`);
  await expect(it.array.jobs.wait('a', { timeout })).rejects.toThrow(`wait: ${message}and at most`);
  await expect(waitUntil(it.id, 'OK', { timeout: 1, stuckAfter: -1 })).rejects.toThrow(
    new InputError('waitUntil: stuckAfter must be a number, 0 or more, not -1.'),
  );
  expect(() => watch(it.id, { interval: 2 ** 31 })).toThrow(
    /^watch: interval must be a number of milliseconds above 0, and at most 2147483647 \(24 days\), not 2147483648\.$/,
  );
  expect(it.asked()).toEqual([]);
});

test.each([0, -1, Number.NaN])('nor does a call that may take %d ms: nothing is sent', async (timeout) => {
  await using it = await simulated();
  await expect(it.array.replicationSessions.sync(it.id, { timeout })).rejects.toThrow(InputError);
  expect(it.asked()).toEqual([]);
});
