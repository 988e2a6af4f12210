import { expect, test, vi } from 'vitest';
import { InputError, type LogEvent, type PlannedWrite, isNetworkError, isSafetyError } from '../src/index.js';
import { connect } from '../src/node/index.js';
import { fakeArray, password, username } from './helpers/fake-array.js';
import { connectTo, requests, simulated } from './helpers/simulated.js';
import { rejection } from './helpers/rejection.js';

test.each([{ allow: 'read-only' }, { readOnly: true }, { readOnly: true, allow: 'disruptive' }] as const)(
  'a client with %j writes nothing',
  async (options) => {
    await using it = await simulated(options);
    expect(await it.array.replicationSessions.get(it.id)).toEqual({ id: it.id });
    const error = await rejection(it.array.replicationSessions.sync(it.id));
    expect(isSafetyError(error)).toBe(true);
    expect(error).toMatchObject({
      operation: 'replication_session_sync',
      safety: 'non-disruptive',
      message: expect.stringContaining('read-only'),
      hint: expect.stringContaining("allow: 'non-disruptive'"),
    });
    expect(await rejection(it.array.request('replication_session_pause', { path: { id: it.id } }))).toMatchObject({
      safety: 'disruptive',
    });
    expect(it.asked().filter((text) => !text.startsWith('GET'))).toEqual([]);
  },
);

test('allow is how far it may go', async () => {
  await using it = await simulated({ allow: 'non-disruptive' });
  await it.array.replicationSessions.sync(it.id);
  expect(await rejection(it.array.replicationSessions.pause(it.id))).toMatchObject({
    safety: 'disruptive',
    message: expect.stringContaining('limited to non-disruptive'),
  });
  expect(it.asked().filter((text) => text.startsWith('POST'))).toEqual([
    `POST /replication_session/${it.id}/sync → 204`,
  ]);
  await expect(connectTo(it.sim, { allow: 'everything' as 'read-only' })).rejects.toThrow(InputError);
});

test('confirm is called before each write, with the write', async () => {
  const confirm = vi.fn<(write: PlannedWrite) => Promise<boolean>>(({ operation }) =>
    Promise.resolve(operation === 'replication_session_pause'),
  );
  await using it = await simulated({ confirm });
  await it.array.replicationSessions.get(it.id);
  await it.array.replicationSessions.pause(it.id);
  const error = await rejection(it.array.replicationSessions.failover(it.id, { is_planned: true }));
  expect(error).toMatchObject({ code: 'ERR_POWERSTORE_SAFETY', message: expect.stringContaining('not confirmed') });
  expect(confirm.mock.calls).toEqual([
    [
      {
        operation: 'replication_session_pause',
        safety: 'disruptive',
        method: 'POST',
        path: `/replication_session/${it.id}/pause`,
      },
    ],
    [
      {
        operation: 'replication_session_failover',
        safety: 'disruptive',
        method: 'POST',
        path: `/replication_session/${it.id}/failover`,
        body: { is_planned: true },
      },
    ],
  ]);
  expect(it.asked().filter((text) => text.startsWith('POST'))).toHaveLength(1);
});

test('any answer but true is a no, and an error of confirm is passed on', async () => {
  await using it = await simulated({ confirm: () => 'yes' as unknown as boolean });
  expect(isSafetyError(await rejection(it.array.replicationSessions.sync(it.id)))).toBe(true);
  const broken = new Error('no terminal');
  await using other = await connectTo(it.sim, { confirm: () => Promise.reject(broken) });
  expect(await rejection(other.replicationSessions.sync(it.id))).toBe(broken);
});

test('a dry run makes no job to wait for', async () => {
  await using it = await simulated({ dryRun: true });
  const error = await rejection(it.array.replicationSessions.pause(it.id, { async: true }));
  expect(error).toMatchObject({ code: 'ERR_POWERSTORE_SAFETY', message: expect.stringContaining('makes no job') });
  expect(it.asked().filter((text) => text.startsWith('POST'))).toEqual([]);
});

test('dryRun sends no write, and the log gets the writes', async () => {
  const events: LogEvent[] = [];
  await using it = await simulated({ dryRun: true, log: (event) => events.push(event) });
  expect(await it.array.replicationSessions.failover(it.id, { is_planned: true, reverse: true })).toBeUndefined();
  expect(await it.array.replicationSessions.get(it.id)).toEqual({ id: it.id });
  expect(events.filter(({ type }) => type === 'dry-run')).toEqual([
    {
      type: 'dry-run',
      operation: 'replication_session_failover',
      safety: 'disruptive',
      method: 'POST',
      path: `/replication_session/${it.id}/failover`,
      body: { is_planned: true, reverse: true },
    },
  ]);
  expect(requests(it.sim).filter((text) => text.startsWith('POST'))).toEqual([]);
});

const throwing = (): never => {
  throw new Error('the log is full');
};

test('onSend is called once, when the action is sent, and never for one that is not', async () => {
  let told = 0;
  const onSend = (): void => void (told += 1);
  await using it = await simulated({ confirm: ({ operation }) => operation !== 'replication_session_sync' });
  await rejection(it.array.replicationSessions.sync(it.id, { onSend }));
  expect(told).toBe(0);
  // The first attempt ends the login session, so the client logs in again and sends the action once more.
  it.sim.faults.add({ operation: 'replication_session_pause', effect: { status: 401 } });
  await it.array.replicationSessions.pause(it.id, { onSend });
  expect(told).toBe(1);

  it.sim.clock.advance(60_000);
  await it.array.replicationSessions.resume(it.id, { onSend: throwing });
  expect(it.asked().at(-1)).toBe(`POST /replication_session/${it.id}/resume → 204`);
});

test('onSend is not called where no connection can be made', async () => {
  const fake = await fakeArray();
  await using array = await connect({ url: fake.origin, username, password });
  await fake[Symbol.asyncDispose]();
  let told = 0;
  const error = await rejection(array.replicationSessions.pause('a', { onSend: () => void (told += 1) }));
  expect([isNetworkError(error), told]).toEqual([true, 0]);
});
