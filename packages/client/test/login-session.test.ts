import { once } from 'node:events';
import { expect, onTestFinished, test, vi } from 'vitest';
import { connect, isApiError, isAuthenticationError, isNetworkError, isPermissionError } from '../src/index.js';
import { type FakeArray, fakeArray, password, username } from './helpers/fake-array.js';

const logins = (fake: FakeArray): number =>
  fake.seen.filter(({ headers }) => headers.authorization !== undefined).length;

test.each([401, 403] as const)(
  'logs in again when the session is over (%i), and sends the request again',
  async (expiredStatus) => {
    await using fake = await fakeArray({ expiredStatus });
    await using array = await connect({ url: fake.origin, username, password });
    await array.jobs.list().toArray();
    fake.expire();
    expect(await array.jobs.list().toArray()).toEqual([{ id: '0' }]);
    expect(logins(fake)).toBe(2);
    expect(fake.seen.at(-1)?.headers.cookie).toBe('auth_cookie=session-2');
  },
);

test.each([
  [59, 1],
  [61, 2],
])('a session that ends %i seconds after the login, before any other call: %i logins', async (seconds, expected) => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  fake.expire();
  vi.advanceTimersByTime(seconds * 1000);
  const rows = await array.jobs
    .list()
    .toArray()
    .catch((error: unknown) => error);
  expect(isAuthenticationError(rows)).toBe(expected === 1);
  expect(logins(fake)).toBe(expected);
});

const elsewhere = '//192.0.2.1/';

test.each<[status: number, location: string | undefined, again: boolean]>([
  [302, undefined, true],
  [302, '/ui/', true],
  [303, '/login', true],
  [307, `https:${elsewhere}log-in?next=/`, true],
  [303, undefined, false],
  [307, elsewhere, false],
  [301, '/login', false],
  [308, '/login', false],
])('a session that is over is seen as a redirect (%i to %s): %s', async (expiredStatus, location, again) => {
  await using fake = await fakeArray({ expiredStatus, expiredHeaders: location === undefined ? {} : { location } });
  await using array = await connect({ url: fake.origin, username, password });
  await array.jobs.list().toArray();
  fake.expire();
  const { length } = fake.asked;
  const acting = array.replicationSessions.pause('1');
  const failure: unknown = await acting.catch((error: unknown) => error);
  expect(isApiError(failure) ? failure.status : 'carried out').toBe(again ? 'carried out' : expiredStatus);
  expect(fake.asked.slice(length).map(({ method, path }) => `${method} ${path}`)).toEqual(
    Array(again ? 2 : 1).fill('POST /replication_session/1/pause'),
  );
  expect(logins(fake)).toBe(again ? 2 : 1);
});

test('a redirect that stays after the new login is the answer, and one session stays open', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/volume' ? { status: 302, headers: { location: '/ui/' } } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  await array.jobs.list().toArray();
  await expect(array.volumes.list().toArray()).rejects.toMatchObject({ code: 'ERR_POWERSTORE_API', status: 302 });
  expect(logins(fake)).toBe(2);
  expect(fake.sessions.size).toBe(1);
  expect(fake.asked.filter(({ path }) => path === '/volume')).toHaveLength(2);
});

test('a write goes out again with its body, and with the new token', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  await array.jobs.list().toArray();
  fake.expire();
  fake.rotateToken('token-2');
  await array.replicationSessions.failover('1', { is_planned: true });

  const writes = fake.seen.filter(({ method }) => method === 'POST');
  expect(writes.map(({ body }) => body)).toEqual(['{"is_planned":true}', '{"is_planned":true}']);
  expect(writes.map(({ headers }) => headers['dell-emc-token'])).toEqual(['token-1', 'token-2']);
  expect(writes.map(({ headers }) => headers['content-type'])).toEqual(['application/json', 'application/json']);
  expect(writes.map(({ headers }) => headers['content-length'])).toEqual(['19', '19']);
});

test('50 calls at once after the session is over are one login', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  await array.jobs.list().toArray();
  fake.expire();
  const answers = await Promise.all(Array.from({ length: 50 }, () => array.jobs.list().toArray()));
  expect(answers).toEqual(Array.from({ length: 50 }, () => [{ id: '0' }]));
  expect(logins(fake)).toBe(2);
  expect(fake.sessions.size).toBe(1);
});

test('keeps the newest token of a successful answer for the next write', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  fake.rotateToken('token-2');
  await array.jobs.list().toArray();
  await array.replicationSessions.sync('1');
  expect(fake.seen.at(-1)).toMatchObject({ method: 'POST', headers: { 'dell-emc-token': 'token-2' } });
  expect(logins(fake)).toBe(1);
});

test('takes no token from an answer that is not a success', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/job' ? { status: 503, headers: { 'DELL-EMC-TOKEN': 'wrong' } } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password, retry: { retries: 0 } });
  await expect(array.jobs.list().toArray()).rejects.toMatchObject({ status: 503 });
  await array.replicationSessions.sync('1');
  expect(fake.seen.at(-1)?.headers['dell-emc-token']).toBe('token-1');
});

test('does not log in again with a login that never worked', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/job' ? { status: 401 } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  await expect(array.jobs.list().toArray()).rejects.toMatchObject({ status: 401, operation: 'job_collection_query' });
  await expect(array.jobs.list().toArray()).rejects.toMatchObject({ status: 401 });
  expect(logins(fake)).toBe(1);
  expect(fake.seen).toHaveLength(3);
});

test('sends again once only', async () => {
  await using fake = await fakeArray({
    answer: ({ path }) => (path === '/job' ? { status: 401 } : undefined),
  });
  await using array = await connect({ url: fake.origin, username, password });
  await array.cluster.get('0');
  await expect(array.jobs.list().toArray()).rejects.toMatchObject({ status: 401 });
  expect(fake.seen.filter(({ path }) => path === '/job')).toHaveLength(2);
  expect(logins(fake)).toBe(2);
});

test('an operation that the role does not allow is a PermissionError, and leaves one session on the array', async () => {
  await using fake = await fakeArray({ answer: ({ path }) => (path.endsWith('/sync') ? { status: 403 } : undefined) });
  await using array = await connect({ url: fake.origin, username, password });
  await array.cluster.get('0');
  const errors = await Promise.all(
    Array.from({ length: 10 }, () => array.replicationSessions.sync('1').catch((error: unknown) => error)),
  );
  expect(errors.every(isPermissionError)).toBe(true);
  expect([...fake.sessions]).toEqual(['session-2']);
  expect(fake.seen.filter(({ path }) => path === '/logout')).toHaveLength(1);
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
});

test('a password that is refused at the next login is not tried again', async () => {
  await using fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  await array.cluster.get('0');
  fake.changePassword('another one');
  fake.expire();
  const first = await array.cluster.get('0').catch((error: unknown) => error);
  expect(isAuthenticationError(first)).toBe(true);
  expect(first).toMatchObject({ operation: 'login_session_collection_query' });
  const sent = fake.seen.length;
  await expect(array.cluster.get('0')).rejects.toBe(first);
  expect(fake.seen).toHaveLength(sent);
});

test('a login that failed on the way is tried again', async () => {
  await using fake = await fakeArray();
  let down = false;
  await using array = await connect({
    url: fake.origin,
    username,
    password,
    retry: { retries: 0 },
    fetch: (url, init) =>
      down && url.endsWith('/login_session') ? Promise.reject(new TypeError('fetch failed')) : fetch(url, init),
  });
  await array.cluster.get('0');
  fake.expire();
  down = true;
  expect(isNetworkError(await array.cluster.get('0').catch((error: unknown) => error))).toBe(true);
  down = false;
  expect(await array.cluster.get('0')).toEqual({ id: '0' });
});

test('an abort while waiting for a login does not stop it for the others', async () => {
  await using fake = await fakeArray();
  const leave = new AbortController();
  const gate = new AbortController();
  const opened = once(gate.signal, 'abort');
  let held = false;
  await using array = await connect({
    url: fake.origin,
    username,
    password,
    fetch: async (url, init) => {
      if (held && url.endsWith('/login_session')) {
        leave.abort(new Error('I have to go'));
        await opened;
      }
      return fetch(url, init);
    },
  });
  await array.cluster.get('0');
  fake.expire();
  held = true;
  const leaving = array.cluster.get('0', { signal: leave.signal });
  const staying = array.cluster.get('0');
  await expect(leaving).rejects.toThrow('I have to go');
  gate.abort();
  expect(await staying).toEqual({ id: '0' });
  expect(logins(fake)).toBe(2);
});
