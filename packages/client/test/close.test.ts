import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { connect } from '../src/index.js';
import { connect as nodeConnect, nodeFetch } from '../src/node/index.js';
import { fakeArray, type FakeArrayOptions, password, username } from './helpers/fake-array.js';
import { rejection } from './helpers/rejection.js';
import { steppedTime, until } from './helpers/time.js';

/** An array that leaves requests with these paths without an answer. */
async function silentArray(silent: readonly string[], options: FakeArrayOptions = {}) {
  const held: string[] = [];
  let silenced = silent;
  const array = await fakeArray({
    ...options,
    hold: ({ path }) => {
      const isSilent = silenced.some((one) => path.startsWith(one));
      if (isSilent) held.push(path);
      return isSilent;
    },
  });
  return Object.assign(array, { held, silence: (paths: readonly string[]) => void (silenced = paths) });
}

/** Whether a promise has settled after all that needs no time has happened. */
async function hasEnded(promise: Promise<unknown>): Promise<boolean> {
  let ended = false;
  const end = (): void => void (ended = true);
  void promise.then(end, end);
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
  return ended;
}

const entries = [
  ['the core', connect],
  ['the entry for Node', nodeConnect],
] as const;

test.each(entries)('calls in flight end with close(), and so do pauses and calls in the line: %s', async (_, via) => {
  await using fake = await silentArray(['/job/a', '/replication_session'], {
    answer: ({ path }) => (path === '/job/busy' ? { status: 503, headers: { 'Retry-After': '10' } } : undefined),
  });
  let attempts = 0;
  const array = await via({
    url: fake.origin,
    username,
    password,
    concurrency: 1,
    log: (event) => void (attempts += event.type === 'response' && event.status === 503 ? 1 : 0),
  });
  await array.release();
  const pausing = rejection(array.jobs.get('busy'));
  await until(() => attempts === 1);
  const write = rejection(array.replicationSessions.pause('a'));
  await until(() => fake.held.length === 1);
  const waiting = rejection(array.jobs.get('a'));
  await setImmediate();
  await array.close();
  expect(await Promise.all([pausing, waiting])).toMatchObject([
    { name: 'NetworkError', kind: 'aborted' },
    { name: 'NetworkError', kind: 'aborted' },
  ]);
  expect(await write).toMatchObject({ name: 'OutcomeUnknownError' });
  expect(fake.held).toEqual(['/replication_session/a/pause']);
  expect(fake.sessions.size).toBe(0);
});

test('a wait ends with close(), also between two of its reads', async () => {
  await using fake = await fakeArray({
    rows: { replication_session: [{ id: 'a', state: 'OK' }], job: [{ id: 'a', state: 'RUNNING' }] },
  });
  const array = await connect({ url: fake.origin, username, password });
  await array.release();
  steppedTime().stop();
  const { jobs, replicationSessions } = array;
  const watch = async (): Promise<void> => {
    for await (const _ of replicationSessions.watch('a')) continue;
  };
  const timeout = 3_600_000;
  const waits = [replicationSessions.waitUntil('a', 'Paused', { timeout }), watch(), jobs.wait('a', { timeout })];
  const errors = Promise.all(waits.map(rejection));
  await until(() => fake.asked.length === 2);
  expect(await hasEnded(errors)).toBe(false);
  await array.close();
  for (const error of await errors) expect(error).toMatchObject({ code: 'ERR_POWERSTORE_CLOSED' });
  expect(fake.asked.filter(({ path }) => path !== '/logout')).toHaveLength(2);
});

test('a connection that is being made ends with close()', async () => {
  steppedTime().stop();
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  for (const tls of [undefined, { insecure: true }, { fingerprint: 'A1'.repeat(32) }] as const) {
    const accepted = once(server, 'connection');
    const fetch = nodeFetch(tls === undefined ? {} : { tls });
    const login = rejection(connect({ host: `127.0.0.1:${port}`, username, password, fetch }));
    const [socket] = (await accepted) as [Socket];
    const ended = once(socket.resume(), 'close');
    await fetch.close();
    expect(await login).toMatchObject({ name: 'NetworkError', kind: 'aborted' });
    await ended;
  }
  server.close();
});

test.each(entries)('close() gives a logout without an answer up after 3 seconds: %s', async (_, via) => {
  steppedTime().stop();
  await using fake = await silentArray(['/logout']);
  const array = await via({ url: fake.origin, username, password });
  const closing = array.close();
  await until(() => fake.held.length === 1);
  vi.advanceTimersByTime(2999);
  expect(await hasEnded(closing)).toBe(false);
  vi.advanceTimersByTime(1);
  await closing;
});

test.each(entries)('and a new login as well: %s', async (_, via) => {
  steppedTime().stop();
  await using fake = await silentArray([]);
  const array = await via({ url: fake.origin, username, password });
  await array.jobs.get('0');
  fake.expire();
  fake.silence(['/login_session']);
  const call = rejection(array.jobs.get('0'));
  await until(() => fake.held.length === 1);
  const closing = array.close();
  expect(await call).toMatchObject({ kind: 'aborted' });
  vi.advanceTimersByTime(2999);
  expect(await hasEnded(closing)).toBe(false);
  vi.advanceTimersByTime(1);
  await closing;
});

test.each(entries)(
  'the timeout of a call covers a new login, and a write that waits for it was not sent: %s',
  async (_, via) => {
    steppedTime().stop();
    await using fake = await silentArray([]);
    const array = await via({ url: fake.origin, username, password });
    await array.release();
    fake.expire();
    fake.silence(['/login_session']);
    const write = rejection(array.replicationSessions.pause('a', { timeout: 500 }));
    await until(() => fake.held.length === 1);
    vi.advanceTimersByTime(499);
    expect(await hasEnded(write)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(await write).toMatchObject({
      name: 'NetworkError',
      kind: 'timeout',
      message: expect.stringContaining('the call took longer than its timeout, waiting for a new login'),
    });
    expect(fake.asked.filter(({ method }) => method === 'POST').map(({ path }) => path)).toEqual([
      '/replication_session/a/pause',
    ]);
    const closing = array.close();
    vi.advanceTimersByTime(3000);
    await closing;
  },
);

test('it covers the reading of the release, too', async () => {
  steppedTime().stop();
  await using fake = await silentArray(['/software_installed', '/volume']);
  await using array = await connect({ url: fake.origin, username, password });
  const call = rejection(array.volumes.configureMetro('a', { remote_system_id: 'b' }, { timeout: 500 }));
  await until(() => fake.held.length === 1);
  vi.advanceTimersByTime(500);
  await until(() => vi.getTimerCount() > 0);
  await hasEnded(call);
  vi.advanceTimersByTime(1);
  expect(await call).toMatchObject({ message: expect.stringContaining('the call took longer than its timeout') });
});
