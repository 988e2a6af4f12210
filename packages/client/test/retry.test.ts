import { expect, test } from 'vitest';
import type { Fault } from '@powerstore-api/mock-server';
import {
  connect,
  isApiError,
  isNetworkError,
  isOutcomeUnknownError,
  type LogEvent,
  type ReplicationSessions,
} from '../src/index.js';
import { rawServer } from './helpers/raw-server.js';
import { simulated } from './helpers/simulated.js';
import { rejection } from './helpers/rejection.js';
import { until } from './helpers/time.js';

const read = 'replication_session_instance_query';

test.each<[string, Fault['effect']]>([
  ['500', { status: 500 }],
  ['503', { status: 503 }],
  ['503, come back at once', { status: 503, retryAfter: 0 }],
  ['503, come back at a time that has passed', { status: 503, retryAfter: 'Wed, 31 Dec 2025 23:59:59 GMT' }],
  ['a connection that is reset', { transport: 'reset' }],
  ['an answer that breaks off', { transport: 'cut' }],
])('a read is sent again after %s', async (_, effect) => {
  await using it = await simulated();
  it.sim.faults.add({ operation: read, times: 3, effect });
  expect(await it.array.replicationSessions.get(it.id)).toEqual({ id: it.id });
  expect(it.asked()).toHaveLength(4);
  expect(it.sim.faults.unused()).toEqual([]);
});

test('as often as it was told, and no more', async () => {
  await using it = await simulated({ retry: { retries: 1 } });
  it.sim.faults.add({ operation: read, times: 3, effect: { status: 503 } });
  expect(await rejection(it.array.replicationSessions.get(it.id))).toMatchObject({ status: 503 });
  expect(it.asked()).toHaveLength(2);
});

test.each([401, 403, 422] as const)('%i says something about the request, which is not sent again', async (status) => {
  await using it = await simulated();
  // The first answer in a login session is not taken for its end.
  it.sim.faults.add({ operation: read, times: 9, effect: { status } });
  expect(await rejection(it.array.replicationSessions.get(it.id))).toMatchObject({ status });
  expect(it.asked().filter((text) => text.includes('/replication_session/')).length).toBeLessThanOrEqual(2);
});

test.each([
  ['more seconds than a pause may have', 60],
  ['a time that is too far away', 'Fri, 01 Jan 2100 00:00:00 GMT'],
])('an array that asks for %s is not asked again', async (_, retryAfter) => {
  await using it = await simulated();
  it.sim.faults.add({ operation: read, times: 2, effect: { status: 503, retryAfter } });
  expect(await rejection(it.array.replicationSessions.get(it.id))).toMatchObject({ status: 503 });
  expect(it.asked()).toHaveLength(1);
});

// The clock of an array may differ from ours. The simulated one begins in 2026.
test.each([
  ['later by the clock of the array, although it has passed by ours', 0, 'Thu, 01 Jan 2026 00:01:00 GMT', 1],
  ['passed by the clock of the array, although it is far away by ours', 80, 'Wed, 01 Jan 2098 00:00:00 GMT', 2],
])('a time that is %s', async (_, years, retryAfter, requests) => {
  await using it = await simulated();
  it.sim.clock.advance(years * 366 * 24 * 3_600_000);
  it.sim.faults.add({ operation: read, effect: { status: 503, retryAfter } });
  await it.array.replicationSessions.get(it.id).catch(() => undefined);
  expect(it.asked()).toHaveLength(requests);
});

test.each(['', 'soon', '-1', '1.5', '2026-11-24T10:00:00Z', 'Tue Nov 24 2100', '12345678901'])(
  'Retry-After: %j is none, and the pause is our own',
  async (retryAfter) => {
    await using it = await simulated();
    it.sim.faults.add({ operation: read, effect: { status: 503, retryAfter } });
    expect(await it.array.replicationSessions.get(it.id)).toEqual({ id: it.id });
    expect(it.asked()).toHaveLength(2);
  },
);

const actions: Readonly<Record<string, (sessions: ReplicationSessions, id: string) => Promise<unknown>>> = {
  sync: (sessions, id) => sessions.sync(id),
  pause: (sessions, id) => sessions.pause(id),
  resume: (sessions, id) => sessions.resume(id),
  failover: (sessions, id) => sessions.failover(id),
  reprotect: (sessions, id) => sessions.reprotect(id),
  startFailoverTest: (sessions, id) => sessions.startFailoverTest(id),
  stopFailoverTest: (sessions, id) => sessions.stopFailoverTest(id),
};

test.each(Object.entries(actions))('%s is sent once, with any answer', async (_, act) => {
  await using it = await simulated();
  const { replicationSessions: sessions } = it.array;
  const posts = (): string[] => it.asked().filter((text) => text.startsWith('POST'));

  it.sim.faults.add({ session: it.id, effect: { status: 503, retryAfter: 0 } });
  expect(isApiError(await rejection(act(sessions, it.id)))).toBe(true);
  expect(posts()).toHaveLength(1);

  it.sim.faults.add({ session: it.id, effect: { transport: 'reset' } });
  const error = await rejection(act(sessions, it.id));
  expect(isOutcomeUnknownError(error)).toBe(true);
  expect(error).toMatchObject({ cause: { kind: 'reset' } });
  expect(posts()).toHaveLength(2);
});

test.each([502, 504])('%i is a gateway that has lost the answer to an action', async (status) => {
  await using server = await rawServer((_, response) => response.writeHead(status).end('<html>'));
  await using array = await connect({ url: server.url, username: 'a', password: 'b' });
  expect(await rejection(array.replicationSessions.sync('a'))).toMatchObject({
    code: 'ERR_POWERSTORE_OUTCOME_UNKNOWN',
    cause: { status },
  });
});

test.each(['ECONNREFUSED', 'EHOSTUNREACH', 'ENOTFOUND', 'CERT_HAS_EXPIRED'])(
  'an action that has never left (%s) is none whose outcome is unknown',
  async (code) => {
    const cause = Object.assign(new Error('no connection'), { code });
    await using it = await simulated();
    const { url, username, password } = it.sim.a;
    await using array = await connect({
      url,
      username,
      password,
      fetch: (target, init) => (init.method === 'POST' ? Promise.reject(cause) : fetch(target, init)),
    });
    const error = await rejection(array.replicationSessions.sync(it.id));
    expect(isNetworkError(error)).toBe(true);
    expect(error).toMatchObject({ cause });
  },
);

test('an abort ends the pause, with its own reason', async () => {
  let answers = 0;
  const log = ({ type }: LogEvent): void => void (answers += type === 'response' ? 1 : 0);
  await using it = await simulated({ retry: { pause: 20_000 }, log });
  it.time.stop();
  it.sim.faults.add({ operation: read, times: 9, effect: { status: 503, retryAfter: 20 } });
  const controller = new AbortController();
  answers = 0;
  const reading = rejection(it.array.replicationSessions.get(it.id, { signal: controller.signal }));
  await until(() => answers === 1);
  const reason = new Error('no longer');
  controller.abort(reason);
  expect(await reading).toBe(reason);
  expect(it.asked()).toHaveLength(1);
});
